// The text form of a database, its collection, and a role there.

interface RoleSomewhere {
  readonly roleName?: string | undefined;
  readonly databaseName?: string | undefined;
  readonly collectionName?: string | undefined;
}

export const namespace = (db: string, collection = ""): string =>
  collection === "" ? db : `${db}.${collection}`;

/** Returns `readWrite@sales.orders`. */
export const roleText = ({ roleName = "", databaseName = "", collectionName }: RoleSomewhere): string =>
  `${roleName}@${namespace(databaseName, collectionName)}`;
