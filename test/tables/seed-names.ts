// Seeds that name what stands elsewhere in their organization: what is refused, with the line its author reads, and what is planted.
import type { SeedDocument } from "../../src/anteroom.ts";
import { acme, payments, reads, refused, type SeedRefusal } from "../support/seed-refusals.ts";
import { ids } from "../support/world.ts";

const teams = [
  { id: ids.team, name: "core", usernames: ["owner@example.com"] },
  { name: "backend", usernames: [] },
];
const owns = ["GROUP_OWNER"];
/** A project with a list, in an organization that has teams and credentials. */
const listing = (list: Readonly<Record<string, unknown>>, org: Readonly<Record<string, unknown>> = {}) => [
  acme({ teams, groups: [{ name: "search" }, payments(list)], ...org }),
];
const inviting = (invite: object) => [
  acme({
    teams,
    groups: [payments()],
    invites: [{ username: "new@example.com", roles: ["ORG_MEMBER"], ...invite }],
  }),
];
const ci = { desc: "ci", publicKey: "abcdefgh", roles: ["ORG_MEMBER"] };
const twoKeys = { apiKeys: [ci, { ...ci, publicKey: "ijklmnop" }] };
const accounts = { serviceAccounts: [{ name: "robot", roles: ["ORG_MEMBER"] }] };

export const nameRefusals: Readonly<Record<string, SeedRefusal>> = {
  "a team of a project that is not there": refused(
    listing({ teams: [{ team: "backnd", roleNames: reads }] }),
    /orgs\.0\.groups\.1\.teams\.0\.team: There is no team named "backnd" in Acme; there are: backend, core$/,
  ),
  "a team where there is none": refused(
    listing({ teams: [{ team: "core", roleNames: reads }] }, { teams: [] }),
    /orgs\.0\.groups\.1\.teams\.0\.team: There is no team named "core" in Acme; there is none$/,
  ),
  "a team with the id of another": refused(
    listing({ teams: [{ team: "backend", teamId: ids.team, roleNames: reads }] }),
    /orgs\.0\.groups\.1\.teams\.0\.teamId: \w{24} is not that of the team named "backend", which is \w{24}$/,
  ),
  "a team without a name or an id": refused(
    listing({ teams: [{ roleNames: reads }] }),
    /orgs\.0\.groups\.1\.teams\.0: must have team or teamId$/,
  ),
  "a team of an invitation that is not there": refused(
    inviting({ teams: ["core", "front"] }),
    /orgs\.0\.invites\.0\.teams\.1: There is no team named "front" in Acme; there are: backend, core$/,
  ),
  "a project of an invitation that is not there": refused(
    inviting({ groupRoleAssignments: [{ group: "Payments", roles: reads }] }),
    /orgs\.0\.invites\.0\.groupRoleAssignments\.0\.group: There is no project named "Payments" in Acme; there are: payments$/,
  ),
  "a project of an invitation with the id of another": refused(
    inviting({ groupRoleAssignments: [{ group: "payments", groupId: ids.missing, roles: reads }] }),
    /orgs\.0\.invites\.0\.groupRoleAssignments\.0\.groupId: \w{24} is not that of the project named "payments", which is \w{24}$/,
  ),
  "a project of an invitation without a name or an id": refused(
    inviting({ groupRoleAssignments: [{ roles: reads }] }),
    /orgs\.0\.invites\.0\.groupRoleAssignments\.0: must have group or groupId$/,
  ),
  "a key of a project that is not there": refused(
    listing({ apiKeys: [{ apiKey: "cd", roles: owns }] }, { apiKeys: [ci] }),
    /orgs\.0\.groups\.1\.apiKeys\.0\.apiKey: There is no API key named "cd" in Acme; there are: ci$/,
  ),
  "a key of a project that may be either of two": refused(
    listing({ apiKeys: [{ apiKey: "ci", roles: owns }] }, twoKeys),
    /orgs\.0\.groups\.1\.apiKeys\.0\.apiKey: 2 API keys in Acme are named "ci"; give the publicKey of one$/,
  ),
  "a key of a project with another public key": refused(
    listing({ apiKeys: [{ apiKey: "ci", publicKey: "qrstuvwx", roles: owns }] }, twoKeys),
    /orgs\.0\.groups\.1\.apiKeys\.0\.publicKey: qrstuvwx is not that of the API key named "ci", which is \w{8}$/,
  ),
  "a key of a project that is named and described": refused(
    listing({ apiKeys: [{ apiKey: "ci", desc: "robot", roles: owns }] }, { apiKeys: [ci] }),
    /orgs\.0\.groups\.1\.apiKeys\.0\.desc: leave it out: apiKey names one that has it already$/,
  ),
  "a key twice in a project, by name": refused(
    listing(
      {
        apiKeys: [
          { apiKey: "ci", roles: owns },
          { apiKey: "ci", roles: reads },
        ],
      },
      { apiKeys: [ci] },
    ),
    /orgs\.0\.groups\.1\.apiKeys\.1\.apiKey: ci appears twice in the list$/,
  ),
  "a service account of a project that is not there": refused(
    listing({ serviceAccounts: [{ serviceAccount: "Robot", roles: owns }] }, accounts),
    /orgs\.0\.groups\.1\.serviceAccounts\.0\.serviceAccount: There is no service account named "Robot" in Acme; there are: robot$/,
  ),
};

interface Planted {
  readonly orgs: SeedDocument["orgs"];
  readonly sql: string;
  readonly rows: readonly unknown[];
}

const planted = (orgs: readonly object[], sql: string, rows: readonly unknown[]): Planted => ({
  orgs: orgs as SeedDocument["orgs"],
  sql,
  rows,
});

export const named: Readonly<Record<string, Planted>> = {
  "a team of a project by its name": planted(
    listing({ teams: [{ team: "backend", roleNames: reads }] }),
    "select teams.name, role from team_grants join teams on teams.id = team_id",
    [{ name: "backend", role: "GROUP_READ_ONLY" }],
  ),
  "a team by its name and its id": planted(
    listing({ teams: [{ team: "core", teamId: ids.team, roleNames: reads }] }),
    "select team_id as id from team_grants",
    [{ id: ids.team }],
  ),
  "teams and projects of an invitation by their names": planted(
    inviting({
      teams: ["core"],
      teamIds: [ids.team],
      groupRoleAssignments: [{ group: "payments", roles: reads }],
    }),
    "select teams.name as team, groups.name as project, role from invite_teams join teams on teams.id = team_id join invite_group_roles on invite_group_roles.invite_id = invite_teams.invite_id join groups on groups.id = group_id",
    [{ team: "core", project: "payments", role: "GROUP_READ_ONLY" }],
  ),
  "a key of a project by its name": planted(
    listing({ apiKeys: [{ apiKey: "ci", roles: owns, accessList: ["192.0.2.1"] }] }, { apiKeys: [ci] }),
    "select public_key as name, role, cidr from grants join api_keys on api_keys.id = grants.principal_id join access_entries on access_entries.principal_id = api_keys.id where group_id is not null",
    [{ name: "abcdefgh", role: "GROUP_OWNER", cidr: "192.0.2.1/32" }],
  ),
  "one of two keys by its name and its public key": planted(
    listing({ apiKeys: [{ apiKey: "ci", publicKey: "ijklmnop", roles: owns }] }, twoKeys),
    "select public_key as name from grants join api_keys on api_keys.id = grants.principal_id where group_id is not null",
    [{ name: "ijklmnop" }],
  ),
  "a service account of a project by its name": planted(
    listing({ serviceAccounts: [{ serviceAccount: "robot", roles: owns }] }, accounts),
    "select name, role from grants join service_accounts on service_accounts.id = grants.principal_id where group_id is not null",
    [{ name: "robot", role: "GROUP_OWNER" }],
  ),
};
