// Writes seeds that the API would refuse.
import { ids } from "./world.ts";

/** A seed as a file may have it: of any form. */
type Org = Readonly<Record<string, unknown>>;

export interface SeedRefusal {
  readonly orgs: readonly Org[];
  /** The line of the SeedError. */
  readonly line: RegExp;
}

export const owner = { username: "owner@example.com", orgRoles: ["ORG_OWNER"] };
export const member = { username: "member@example.com", orgRoles: ["ORG_MEMBER"] };
export const reads = ["GROUP_READ_ONLY"];
export const acme = (more: Org = {}): Org => ({ id: ids.org, name: "Acme", users: [owner, member], ...more });
export const payments = (more: Org = {}): Org => ({ id: ids.group, name: "payments", ...more });
export const globex = {
  id: ids.otherOrg,
  name: "Globex",
  groups: [{ id: ids.otherGroup, name: "shipping" }],
  teams: [{ id: ids.team, name: "core", usernames: [] }],
};

export const refused = (orgs: readonly Org[], line: RegExp): SeedRefusal => ({ orgs, line });

export const withKey = (key: Org) => [acme({ apiKeys: [{ roles: ["ORG_MEMBER"], ...key }] })];
export const withAccount = (each: Org) => [acme({ serviceAccounts: [{ roles: ["ORG_MEMBER"], ...each }] })];
export const withInvite = (invite: Org, ...others: Org[]) => [
  ...others,
  acme({
    groups: [payments()],
    invites: [{ username: "zoe@example.com", roles: ["ORG_MEMBER"], ...invite }],
  }),
];
export const withGroup = (more: Org) => [acme({ groups: [payments(more)] })];
export const withTeam = (more: Org) => [
  acme({ teams: [{ id: ids.team, name: "core", usernames: ["owner@example.com"], ...more }] }),
];
export const withUser = (more: Org) => [acme({ users: [owner, { ...member, ...more }] })];

export const longName = "n".repeat(65);
