// Roles, scopes and actions of databases in text form: `readWrite@sales.orders`, as in the atlas CLI.

import { namespace } from "../../../core/domain/database-place.ts";
import type { CustomRole, Resource } from "../../custom-roles/rules/custom-role.ts";
import type { ActionName } from "../../custom-roles/rules/database-actions.ts";
import type { DatabaseUser, DatabaseUserRole } from "./database-user.ts";

type Sent<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

type Scope = DatabaseUser["scopes"][number];

/** Returns a deployment by name, with its kind if it is not a cluster. */
export const scopeText = ({ name, type }: Scope): string => (type === "CLUSTER" ? name : `${name}:${type}`);

const resourceText = (resource: Sent<Extract<Resource, { db: string }>> & { readonly cluster?: boolean }) =>
  resource.cluster === true ? "" : `@${namespace(resource.db ?? "", resource.collection)}`;

/** Returns a text for each action on each resource: `FIND@sales.orders`, and `LIST_SESSIONS` for the whole deployment. */
export const actionTexts = (
  actions: readonly {
    readonly action: string;
    readonly resources: readonly Parameters<typeof resourceText>[0][];
  }[],
): string[] =>
  actions.flatMap(({ action, resources }) => resources.map((each) => `${action}${resourceText(each)}`));

export const inheritedText = ({ db, role }: CustomRole["inheritedRoles"][number]): string => `${role}@${db}`;

/** Splits a text at the first `@`, and the rest at its first dot into database and collection. */
function split(text: string): { name: string; db: string | undefined; collection: string | undefined } {
  const [, name = "", db, collection] = /^([^@]*)(?:@([^.]*)(?:\.(.*))?)?$/s.exec(text) ?? [];
  return { name, db, collection };
}

/** Reads a role; its database is `admin` if the text has none. */
export function readRole(text: string): DatabaseUserRole {
  const { name: roleName, db: databaseName = "admin", collection: collectionName } = split(text);
  return { ...(collectionName !== undefined && { collectionName }), databaseName, roleName };
}

/** Reads a scope. The API refuses unknown kinds. */
export function readScope(text: string): Scope {
  const [name = "", type = "CLUSTER"] = text.split(":");
  return { name, type: type.toUpperCase() as Scope["type"] };
}

export function readInherited(text: string): { db: string; role: string } {
  const { name: role, db = "admin" } = split(text);
  return { db, role };
}

/** Reads actions with all of their resources, each once. The API refuses unknown names. */
export function readActions(texts: readonly string[]): CustomRole["actions"] {
  const byAction = new Map<ActionName, Resource[]>();
  for (const text of texts) {
    const { name, db, collection } = split(text);
    const resource: Resource =
      db === undefined ? { cluster: true } : { ...(collection !== undefined && { collection }), db };
    const action = name as ActionName;
    byAction.set(action, [...(byAction.get(action) ?? []), resource]);
  }
  return [...byAction].map(([action, resources]) => ({ action, resources }));
}
