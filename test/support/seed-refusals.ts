// How a seed is written down that the API would refuse, with the request that it refuses for the same.

import type { Stage } from "./stage.ts";
import { account, ids, type Sending } from "./world.ts";

/** A seed as a file may have it: of any form. */
type Org = Readonly<Record<string, unknown>>;

export interface SeedRefusal {
  readonly orgs: readonly Org[];
  /** The line of the SeedError. */
  readonly line: RegExp;
  /** A request with the same fault, and the code it is refused with; absent where no request can say it. */
  readonly api?: {
    readonly sending: Sending;
    readonly code: string;
    readonly given?: (stage: Stage) => void;
  };
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

export const org = `/api/atlas/v2/orgs/${ids.org}`;
export const group = `/api/atlas/v2/groups/${ids.group}`;
export const post = (path: string, body: unknown, date = "2023-01-01"): Sending => ({
  method: "POST",
  path,
  headers: { accept: `application/vnd.atlas.${date}+json` },
  body,
});
export const refused = (
  orgs: readonly Org[],
  line: RegExp,
  code?: string,
  sending?: Sending,
  given?: (stage: Stage) => void,
): SeedRefusal => ({
  orgs,
  line,
  ...(code !== undefined && sending && { api: { code, sending, ...(given && { given }) } }),
});
export const execute = (sql: string) => (stage: Stage) => stage.execute(sql);
export const numbers = (count: number) =>
  `with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count})`;

export const accounts = (body: object) =>
  post(
    `${org}/serviceAccounts`,
    { name: "ci", description: "ci", roles: ["ORG_MEMBER"], secretExpiresAfterHours: 8, ...body },
    "2024-08-05",
  );
export const orgKeys = (body: object) =>
  post(`${org}/apiKeys`, { desc: "ci", roles: ["ORG_MEMBER"], ...body });
export const orgInvites = (body: object) =>
  post(`${org}/invites`, { username: "zoe@example.com", roles: ["ORG_MEMBER"], ...body });
export const projectInvites = (body: object) =>
  post(`${group}/invites`, { username: "zoe@example.com", roles: reads, ...body });
export const teams = (body: object) =>
  post(`${org}/teams`, { name: "ops", usernames: ["owner@example.com"], ...body });
export const entries = (...addresses: string[]) =>
  post(
    `${org}/serviceAccounts/${account.clientId}/accessList`,
    addresses.map((cidrBlock) => ({ cidrBlock })),
    "2024-08-05",
  );
export const users = (body: object) =>
  post("/api/atlas/v2/users", {
    username: "zoe@example.com",
    password: "a staple of horses",
    firstName: "Zoe",
    lastName: "Example",
    country: "IE",
    mobileNumber: "+35315550100",
    roles: [{ orgId: ids.org, roleName: "ORG_MEMBER" }],
    ...body,
  });

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
