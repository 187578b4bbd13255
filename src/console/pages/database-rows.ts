// The database users and the own roles of a project, as its page lists them.
import type { CloudDatabaseUser } from "../../client/api.ts";
import { decodePercent } from "../../contract/http-syntax.ts";
import { actionTexts, inheritedText, roleText, scopeText } from "../../domain/database-notation.ts";
import { proofNames } from "../../domain/database-user.ts";
import type { Visit } from "../page.ts";
import { wholeList } from "./access-list.tsx";

/** How a user proves who it is, and which database knows it, as a form asks for them together. */
export const proofs = {
  password: { databaseName: "admin" },
  x509Managed: { databaseName: "$external", x509Type: "MANAGED" },
  x509Customer: { databaseName: "$external", x509Type: "CUSTOMER" },
  awsRole: { databaseName: "$external", awsIAMType: "ROLE" },
  awsUser: { databaseName: "$external", awsIAMType: "USER" },
  ldapUser: { databaseName: "$external", ldapAuthType: "USER" },
  ldapGroup: { databaseName: "admin", ldapAuthType: "GROUP" },
  oidcGroup: { databaseName: "admin", oidcAuthType: "IDP_GROUP" },
  oidcUser: { databaseName: "$external", oidcAuthType: "USER" },
} as const;

export type Proof = keyof typeof proofs;
export const proofKeys = Object.keys(proofs) as Proof[];

export interface UserRow {
  /** The path of the user below `/databaseUsers`, encoded because the id of an element must have no space. */
  readonly id: string;
  readonly name: string;
  readonly proof: Proof;
  readonly description: string;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  /** ISO 8601; undefined for a user that does not end. */
  readonly endsAt: string | undefined;
}

export interface RoleRow {
  readonly name: string;
  readonly actions: readonly string[];
  readonly inherits: readonly string[];
  /** How many users have it themselves. */
  readonly users: number;
}

type GroupVisit = Pick<Visit<"groupId">, "api" | "params">;
type Named = { readonly databaseName: string; readonly username: string };

const idOf = ({ databaseName, username }: Named) => encodeURIComponent(`${databaseName}/${username}`);

/** Parameters of the path of a user by the id of its row. */
export function pathOf(id: string): Named {
  const [, databaseName = "", username = ""] = /^([^/]*)\/(.*)$/s.exec(decodePercent(id)) ?? [];
  return { databaseName, username };
}

export const nameIn = (id: string): string => pathOf(id).username;

type Answered = Partial<Readonly<Record<(typeof proofNames)[number], string>>>;

const proofOf = (user: Answered): Proof =>
  proofKeys.find((each) => {
    const wanted = proofs[each] as Answered;
    return proofNames.every((name) => (user[name] ?? "NONE") === (wanted[name] ?? "NONE"));
  }) ?? "password";

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
