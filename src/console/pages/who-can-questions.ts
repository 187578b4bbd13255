// The questions about access: some in words, and one for each operation of the API.

import { dataRoles } from "../../atlas/database-users/rules/data-access.ts";
import { operations } from "../../atlas/index.ts";
import type { RoleName } from "../../client/api.ts";
import { rolesNamedBy } from "../../core/domain/access.ts";
import { logIn } from "../../core/domain/login.ts";
import type { Operation } from "../../core/operations/operation.ts";
import type { Visit } from "../page.ts";
import type { Here } from "../scope.ts";

interface Guarded extends Pick<Operation, "id" | "method" | "path"> {
  /** The roles that open its door. */
  readonly roles: readonly RoleName[];
}

/** Returns the operations whose door is one of projects, or one of organizations, by name. */
const behindDoorsOf = (kind: "group" | "org"): readonly Guarded[] =>
  Object.values<Operation>(operations)
    .flatMap(({ id, method, path, door }) =>
      door.kind === kind ? [{ id, method, path, roles: rolesNamedBy(door) }] : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));

export const guarded = { org: behindDoorsOf("org"), group: behindDoorsOf("group") };

/**
 * The questions in words: the operation that each is about, or the roles that suffice if there is no such operation in the API.
 */
export const questions = {
  org: {
    invite: "createOrgUser",
    remove: "removeOrgUser",
    roles: "updateOrgUser",
    projects: ["ORG_GROUP_CREATOR"],
    teams: "createOrgTeam",
    keys: "createOrgApiKey",
    accounts: "createOrgServiceAccount",
    settings: "updateOrgSettings",
    audit: "listOrgEvents",
    deleteOrg: "deleteOrg",
  },
  group: {
    invite: "addGroupUsers",
    remove: "removeGroupUser",
    roles: "addGroupUserRole",
    team: "addGroupTeams",
    keys: "createGroupApiKey",
    ...dataRoles,
    [logIn]: [],
    rename: "updateGroup",
    settings: "updateGroupSettings",
    audit: "listGroupEvents",
    deleteProject: "deleteGroup",
  },
} as const satisfies Readonly<
  Record<"org" | "group", Readonly<Record<string, string | readonly RoleName[]>>>
>;

export type Question = keyof (typeof questions)["org"] | keyof (typeof questions)["group"];

export interface Chosen {
  /** The value in the address: a question in words, or an operation. */
  readonly value: string;
  readonly operation: Guarded | undefined;
  readonly roles: readonly RoleName[];
}

/** Returns the chosen question; the first one if none or an unknown one was chosen. */
export function chosenIn({ query }: Visit, { kind }: Here): Chosen {
  const asked = query.get("operation") ?? "";
  const inWords: Readonly<Record<string, string | readonly RoleName[]>> = questions[kind];
  const named = guarded[kind].find(({ id }) => id === asked);
  const value = named !== undefined || Object.hasOwn(inWords, asked) ? asked : "invite";
  const meant = named?.id ?? inWords[value] ?? [];
  if (typeof meant !== "string") return { value, operation: undefined, roles: meant };
  const operation = guarded[kind].find(({ id }) => id === meant);
  return { value, operation, roles: operation?.roles ?? [] };
}
