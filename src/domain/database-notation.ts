// Roles, scopes and actions of databases as one writes them on a line: `readWrite@sales.orders`, as the atlas CLI does.
import type { CustomRole, Resource } from "./custom-role.ts";
import type { DatabaseUser, DatabaseUserRole } from "./database-user.ts";

type Sent<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

const namespace = (db: string, collection = ""): string => (collection === "" ? db : `${db}.${collection}`);

export const roleText = ({ roleName = "", databaseName = "", collectionName }: Sent<DatabaseUserRole>) =>
  `${roleName}@${namespace(databaseName, collectionName)}`;

/** A deployment or instance by name, with its kind where it is no cluster. */
export const scopeText = ({ name, type }: DatabaseUser["scopes"][number]): string =>
  type === "CLUSTER" ? name : `${name}:${type}`;

const resourceText = (resource: Sent<Extract<Resource, { db: string }>> & { readonly cluster?: boolean }) =>
  resource.cluster === true ? "" : `@${namespace(resource.db ?? "", resource.collection)}`;

/** One for each action on each resource: `FIND@sales.orders`, and `LIST_SESSIONS` for the whole deployment. */
export const actionTexts = (
  actions: readonly {
    readonly action: string;
    readonly resources: readonly Parameters<typeof resourceText>[0][];
  }[],
): string[] =>
  actions.flatMap(({ action, resources }) => resources.map((each) => `${action}${resourceText(each)}`));

export const inheritedText = ({ db, role }: CustomRole["inheritedRoles"][number]): string => `${role}@${db}`;

/** Parts around the first `@`, and the database and the collection around the first dot after it. */
function split(text: string): { name: string; db: string | undefined; collection: string | undefined } {
  const [, name = "", db, collection] = /^([^@]*)(?:@([^.]*)(?:\.(.*))?)?$/s.exec(text) ?? [];
  return { name, db, collection };
}

/** On `admin` where the text names no database. */
export function readRole(text: string): DatabaseUserRole {
  const { name: roleName, db: databaseName = "admin", collection: collectionName } = split(text);
  return { ...(collectionName !== undefined && { collectionName }), databaseName, roleName };
}

export function readScope(text: string): { name: string; type: string } {
  const [name = "", type = "CLUSTER"] = text.split(":");
  return { name, type: type.toUpperCase() };
}

export function readInherited(text: string): { db: string; role: string } {
  const { name: role, db = "admin" } = split(text);
  return { db, role };
}

/** Actions with all of their resources, each once. */
export function readActions(texts: readonly string[]): { action: string; resources: Resource[] }[] {
  const byAction = new Map<string, Resource[]>();
  for (const text of texts) {
    const { name, db, collection } = split(text);
    const resource: Resource =
      db === undefined ? { cluster: true } : { ...(collection !== undefined && { collection }), db };
    byAction.set(name, [...(byAction.get(name) ?? []), resource]);
  }
  return [...byAction].map(([action, resources]) => ({ action, resources }));
}
