// The database users and the project's own roles, as its page lists them.

import { actionTexts, inheritedText, scopeText } from "../../atlas/database-users/rules/database-notation.ts";
import type { CloudDatabaseUser } from "../../client/api.ts";
import { decodePercent } from "../../core/contract/http-syntax.ts";
import { roleText } from "../../core/domain/database-place.ts";
import { type Proof, proofOf } from "../../core/domain/user-proof.ts";
import type { Visit } from "../page.ts";
import { wholeList } from "./access-list.tsx";

export interface UserRow {
  /** The path of the user below `/databaseUsers`, encoded because the id of an element must have no space. */
  readonly id: string;
  readonly name: string;
  readonly proof: Proof;
  readonly description: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** The expiry in ISO 8601; undefined for a user that does not expire. */
  readonly endsAt: string | undefined;
}

export interface RoleRow {
  readonly name: string;
  readonly actions: readonly string[];
  readonly inherits: readonly string[];
  /** The number of users who hold the role directly. */
  readonly users: number;
}

type GroupVisit = Pick<Visit<"groupId">, "api" | "params">;
type Named = { readonly databaseName: string; readonly username: string };

const idOf = ({ databaseName, username }: Named) => encodeURIComponent(`${databaseName}/${username}`);

/** Returns the parameters of the path of a user, from the id of its row. */
export function pathOf(id: string): Named {
  const [, databaseName = "", username = ""] = /^([^/]*)\/(.*)$/s.exec(decodePercent(id)) ?? [];
  return { databaseName, username };
}

export const nameIn = (id: string): string => pathOf(id).username;

export async function listUsers({ api, params }: GroupVisit): Promise<UserRow[]> {
  const users = await wholeList<CloudDatabaseUser>((at) =>
    api("listGroupDatabaseUsers", { ...params, ...at }),
  );
  return (users ?? []).map((user) => ({
    id: idOf(user),
    name: user.username,
    proof: proofOf(user),
    description: user.description ?? "",
    roles: (user.roles ?? []).map(roleText),
    scopes: user.scopes.map(scopeText),
    endsAt: user.deleteAfterDate,
  }));
}

export async function listRoles({ api, params }: GroupVisit, users: readonly UserRow[]): Promise<RoleRow[]> {
  const roles = await api("listGroupCustomDbRoleRoles", params);
  return roles.map(({ roleName, actions, inheritedRoles }) => ({
    name: roleName,
    actions: actionTexts(actions as Parameters<typeof actionTexts>[0]),
    inherits: inheritedRoles.map(inheritedText),
    users: users.filter((user) => user.roles.includes(`${roleName}@admin`)).length,
  }));
}
