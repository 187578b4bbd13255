// What was sent to get a recorded answer: requests were not recorded, but follow from it.
import { org } from "./recorded-world.ts";

/** These members of each answer, sent as the body, are what leads to it. */
const sentMembers: Readonly<Record<string, readonly string[]>> = {
  createGroup: ["name", "orgId", "withDefaultAlertsSettings"],
  createGroupInvite: ["roles", "username"],
  updateGroupInvites: ["roles", "username"],
  updateGroupInviteById: ["roles"],
  createOrgTeam: ["name", "usernames"],
  renameOrgTeam: ["name"],
  createUser: ["country", "firstName", "lastName", "username"],
};

/** What was sent and the answer does not show: a password, and roles, which are offered and not held yet. */
const sentUnseen: Readonly<Record<string, object>> = {
  createUser: {
    password: "a-password-of-our-own-4711",
    roles: [{ orgId: org.id, roleName: "ORG_MEMBER" }],
  },
};

/** What a change of an API key was sent follows from the roles its answer has in the scope of the path. */
const sentKeys: Readonly<Record<string, "orgId" | "groupId">> = {
  createOrgApiKey: "orgId",
  updateOrgApiKey: "orgId",
  createGroupApiKey: "groupId",
  updateGroupApiKeyRoles: "groupId",
};

interface RecordedRole {
  readonly orgId?: string;
  readonly groupId?: string;
  readonly roleName: string;
}

export interface RecordedKey {
  readonly id: string;
  readonly desc: string;
  readonly roles: readonly RecordedRole[];
}

const sentKey = ({ desc, roles }: RecordedKey, scope: "orgId" | "groupId") => ({
  desc,
  roles: roles.filter((role) => role[scope] !== undefined).map(({ roleName }) => roleName),
});

interface RecordedTeam {
  readonly roleNames: readonly string[];
  readonly teamId: string;
}

/** Where a page answers a change, its items are what was sent. */
const sentItems: Readonly<Record<string, (items: readonly RecordedTeam[]) => object>> = {
  addGroupTeams: (items) => items.map(({ roleNames, teamId }) => ({ roleNames, teamId })),
  updateGroupTeam: ([item]) => ({ roleNames: item?.roleNames }),
};

/** The body that leads to an answer with the body `recorded`; undefined where none is sent. */
// biome-ignore lint/suspicious/noExplicitAny: the body of any operation, as it was recorded
export function bodyOf(operationId: string, recorded: any): object | undefined {
  const members = sentMembers[operationId];
  if (members !== undefined) {
    const shown = members.map((member) => [member, recorded[member]]);
    return { ...Object.fromEntries(shown), ...sentUnseen[operationId] };
  }
  const scope = sentKeys[operationId];
  if (scope !== undefined) return sentKey(recorded, scope);
  return sentItems[operationId]?.(recorded.results);
}
