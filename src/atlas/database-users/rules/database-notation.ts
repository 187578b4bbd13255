// Roles, scopes and actions of databases as one writes them on a line: `readWrite@sales.orders`, as the atlas CLI does.

import { namespace } from "../../../core/domain/database-place.ts";
import type { CustomRole, Resource } from "../../custom-roles/rules/custom-role.ts";
import type { ActionName } from "../../custom-roles/rules/database-actions.ts";
import type { DatabaseUser, DatabaseUserRole } from "./database-user.ts";

type Sent<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

type Scope = DatabaseUser["scopes"][number];

/** A deployment or instance by name, with its kind where it is no cluster. */
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

/** Parts around the first `@`, and the database and the collection around the first dot after it. */
function split(text: string): { name: string; db: string | undefined; collection: string | undefined } {
  const [, name = "", db, collection] = /^([^@]*)(?:@([^.]*)(?:\.(.*))?)?$/s.exec(text) ?? [];
  return { name, db, collection };
}

/** Reads a role; it is on `admin` if the text names no database. */
export function readRole(text: string): DatabaseUserRole {
  const { name: roleName, db: databaseName = "admin", collection: collectionName } = split(text);
  return { ...(collectionName !== undefined && { collectionName }), databaseName, roleName };
}

/** The API refuses a kind that is none. */
export function readScope(text: string): Scope {
  const [name = "", type = "CLUSTER"] = text.split(":");
  return { name, type: type.toUpperCase() as Scope["type"] };
}

export function readInherited(text: string): { db: string; role: string } {
  const { name: role, db = "admin" } = split(text);
  return { db, role };
}

/** Actions with all of their resources, each once. The API refuses names that are none. */
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
