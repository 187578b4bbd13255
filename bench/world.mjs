// The seeded organization the bench works in, and the paths, bodies and media type its requests use.
import { randomBytes, randomInt, randomUUID } from "node:crypto";

export const mediaType = "application/vnd.atlas.2023-01-01+json";

/** Two different sets of roles, so that each PATCH changes what the one before it wrote. */
export const roleSets = [
  ["GROUP_OWNER", "GROUP_READ_ONLY"],
  ["GROUP_CLUSTER_MANAGER", "GROUP_DATA_ACCESS_READ_ONLY", "GROUP_READ_ONLY"],
];

/**
 * @typedef {{ id: string, username: string, groupId: string }} Invite
 * @typedef {{
 *   orgId: string, groupIds: string[], invites: Invite[], emptyGroupIds: string[],
 *   serviceAccount: { clientId: string, secret: string }, apiKey: { publicKey: string, privateKey: string },
 * }} World
 */

/** An organization has at most 250 projects, and each at most 500 pending invitations. */
const mostGroups = 250;

/**
 * Invents ids and secrets, so that the repository has none. Invitations are dealt out to the projects in turn; all other projects
 * are empty, for invitations that are made while the first ones are listed.
 * @param {number} inviteCount @param {number} groupCount @returns {World}
 */
export function inventWorld(inviteCount, groupCount = 1) {
  const groupIds = Array.from({ length: groupCount }, inventId);
  const invites = Array.from({ length: inviteCount }, (_, index) => ({
    id: inventId(),
    username: `invited-${String(index).padStart(3, "0")}@example.com`,
    groupId: groupIds[index % groupCount] ?? "",
  }));
  return {
    orgId: inventId(),
    groupIds,
    invites,
    emptyGroupIds: Array.from({ length: mostGroups - groupCount }, inventId),
    serviceAccount: {
      clientId: `mdb_sa_id_${inventId()}`,
      secret: `mdb_sa_sk_${randomBytes(30).toString("base64url")}`,
    },
    apiKey: { publicKey: inventPublicKey(), privateKey: randomUUID() },
  };
}

/** The seed file's content. @param {World} world */
export function describeSeed(world) {
  const { orgId, groupIds, invites, emptyGroupIds, serviceAccount, apiKey } = world;
  return {
    orgs: [
      {
        id: orgId,
        name: "Bench",
        settings: { apiAccessListRequired: false },
        apiKeys: [{ ...apiKey, roles: ["ORG_OWNER"], accessList: [] }],
        serviceAccounts: [{ ...serviceAccount, name: "bench", roles: ["ORG_OWNER"] }],
        groups: [...groupIds, ...emptyGroupIds].map((groupId, index) => ({
          id: groupId,
          name: `bench ${index}`,
          invites: invites
            .filter((invite) => invite.groupId === groupId)
            .map(({ id, username }) => ({ id, username, roles: ["GROUP_READ_ONLY"] })),
        })),
      },
    ],
  };
}

/** @param {string} groupId */
export function invitesPath(groupId) {
  return `/api/atlas/v2/groups/${groupId}/invites`;
}

/** @param {string} groupId @param {string} inviteId */
export function invitePath(groupId, inviteId) {
  return `${invitesPath(groupId)}/${inviteId}`;
}

function inventId() {
  return randomBytes(12).toString("hex");
}

function inventPublicKey() {
  return Array.from({ length: 8 }, () => String.fromCharCode(97 + randomInt(26))).join("");
}
