// Finds who may read or write the data of a project: people and programs by their roles, database users by what their roles
// allow.
import type { RoleName } from "../../../core/contract/roles.ts";
import type { DataWay } from "../../../core/domain/data-user.ts";
import { roleText } from "../../../core/domain/database-place.ts";
import type { CustomRole } from "../../custom-roles/rules/custom-role.ts";
import { actionTexts } from "./database-notation.ts";
import type { DatabaseUser, DatabaseUserRole } from "./database-user.ts";

/** The project roles that allow people and programs to see data, as in the Data Explorer, each by itself. */
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

/**
 * Returns the chains of roles that allow a kind of access to data; empty if none does. `own` are the custom roles by name. Of
 * several chains to the same role one is followed, since their number may double with each step.
 */
export const dataWaysOf = (roles: DatabaseUser["roles"], deed: DataDeed, own: Roles): DataWay[] =>
  roles.flatMap((role) => waysOf(role, { deed, own, seen: new Set() }, []));

interface Search {
  readonly deed: DataDeed;
  readonly own: Roles;
  /** The roles that were followed, in their written form. */
  readonly seen: Set<string>;
}

function waysOf(role: DatabaseUserRole, search: Search, before: readonly string[]): DataWay[] {
  const { deed, own, seen } = search;
  const text = roleText(role);
  if (seen.has(text)) return [];
  seen.add(text);
  const by = [...before, text];
  const { roleName, databaseName, collectionName } = role;
  if (onAll[deed].includes(roleName)) return [{ on: "*", by }];
  if (onOne[deed].includes(roleName)) {
    return [{ on: collectionName === undefined ? databaseName : `${databaseName}.${collectionName}`, by }];
  }
  const custom = own.get(roleName);
  if (custom === undefined) return [];
  const actions = actionTexts(custom.actions.filter(({ action }) => actionsOf[deed].includes(action)));
  return [
    ...actions.map((text) => ({ on: text.slice(text.indexOf("@") + 1), by: [...by, text] })),
    ...custom.inheritedRoles.flatMap(({ db, role: name }) =>
      waysOf({ roleName: name, databaseName: db }, search, by),
    ),
  ];
}
