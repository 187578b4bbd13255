// Who may read or write the data of a project: people and programs by their roles, database users by what their roles allow.
import type { RoleName } from "../contract/roles.ts";
import type { CustomRole } from "./custom-role.ts";
import type { DataWay } from "./data-user.ts";
import { actionTexts, inheritedText, roleText } from "./database-notation.ts";
import type { DatabaseUser, DatabaseUserRole } from "./database-user.ts";

/** Roles in a project that let people and programs see its data, as in the Data Explorer, each by itself. */
export const dataRoles = {
  readData: ["GROUP_DATA_ACCESS_READ_ONLY", "GROUP_DATA_ACCESS_READ_WRITE", "GROUP_DATA_ACCESS_ADMIN"],
  writeData: ["GROUP_DATA_ACCESS_READ_WRITE", "GROUP_DATA_ACCESS_ADMIN"],
} as const satisfies Readonly<Record<string, readonly RoleName[]>>;

export type DataDeed = keyof typeof dataRoles;

export const isDataDeed = (text: string | undefined): text is DataDeed =>
  text !== undefined && Object.hasOwn(dataRoles, text);

const onAll: Readonly<Record<DataDeed, readonly string[]>> = {
  readData: ["atlasAdmin", "readWriteAnyDatabase", "readAnyDatabase", "backup"],
  writeData: ["atlasAdmin", "readWriteAnyDatabase"],
};
const onOne: Readonly<Record<DataDeed, readonly string[]>> = {
  readData: ["read", "readWrite"],
  writeData: ["readWrite"],
};
const actionsOf: Readonly<Record<DataDeed, readonly string[]>> = {
  readData: ["FIND"],
  writeData: ["INSERT", "UPDATE", "REMOVE"],
};

type Roles = ReadonlyMap<string, CustomRole>;

/** The ways in which roles let do it; none where they do not. `own` are the project's own roles, by name. */
export const dataWaysOf = (roles: DatabaseUser["roles"], deed: DataDeed, own: Roles): DataWay[] =>
  roles.flatMap((role) => waysOf(role, deed, own, []));

function waysOf(role: DatabaseUserRole, deed: DataDeed, own: Roles, before: readonly string[]): DataWay[] {
  const by = [...before, roleText(role)];
  const { roleName, databaseName, collectionName } = role;
  if (onAll[deed].includes(roleName)) return [{ on: "*", by }];
  if (onOne[deed].includes(roleName))
    return [{ on: collectionName === undefined ? databaseName : `${databaseName}.${collectionName}`, by }];
  const custom = own.get(roleName);
  if (custom === undefined) return [];
  const actions = actionTexts(custom.actions.filter(({ action }) => actionsOf[deed].includes(action)));
  return [
    ...actions.map((text) => ({ on: text.slice(text.indexOf("@") + 1), by: [...by, text] })),
    ...custom.inheritedRoles
      // There are no circles among roles that are kept; a role is not gone through twice in any case.
      .filter((each) => !by.includes(inheritedText(each)))
      .flatMap(({ db, role: name }) => waysOf({ roleName: name, databaseName: db }, deed, own, by)),
  ];
}
