// Names the parts in which a world is read by their place in a seed, so that an unread part is neither invented nor
// compared.

/** A part that could not be read, such as `groups.32b6e34b3d91647abb20e7b8.invites`, and why. */
export interface Unread {
  readonly part: string;
  readonly why: string;
}

/** The parts of one organization. Each is under those that its name begins with. */
export const parts = {
  settings: "settings",
  /** Members of the organization, its projects and teams, and pending invitations. */
  users: "users",
  /** The ids of invitations alone: `users` has the invited people. */
  inviteIds: "invites.ids",
  teams: "teams",
  apiKeys: "apiKeys",
  apiKey: (publicKey: string) => `apiKeys.${publicKey}`,
  keyAddresses: (publicKey: string) => `apiKeys.${publicKey}.accessList`,
  serviceAccounts: "serviceAccounts",
  accountAddresses: (clientId: string) => `serviceAccounts.${clientId}.accessList`,
  groups: "groups",
  group: (groupId: string) => `groups.${groupId}`,
  groupTeams: (groupId: string) => `groups.${groupId}.teams`,
  groupInvites: (groupId: string) => `groups.${groupId}.invites`,
  groupAccounts: (groupId: string) => `groups.${groupId}.serviceAccounts`,
} as const;

/** Whether a part, or one that it is under, is among those that could not be read. */
export function isUnread(part: string, unread: ReadonlySet<string>): boolean {
  const names = part.split(".");
  return names.some((_, index) => unread.has(names.slice(0, index + 1).join(".")));
}
