// Seeds with organizations, projects and teams that the API would refuse, each with the line of the error that its author
// reads; and what it would not.

import type { SeedDocument } from "../../src/anteroom.ts";
import { many } from "../support/counting.ts";
import {
  acme,
  globex,
  longName,
  payments,
  reads,
  refused,
  type SeedRefusal,
  withGroup,
  withTeam,
} from "../support/seed-refusals.ts";
import { ids } from "../support/world.ts";

const id = "f".repeat(24);
const notifications = [{ typeName: "GROUP", emailEnabled: true }];
const alertConfigs = [{ eventTypeName: "NO_PRIMARY", notifications, alerts: [{ id }] }];
const resourcePolicies = [
  {
    id,
    name: "none",
    policies: [
      {
        body: 'forbid (principal, action == ResourcePolicy::Action::"project.vpcPeering.modify", resource);',
      },
    ],
  },
];

export const scopeRefusals: Readonly<Record<string, SeedRefusal>> = {
  "a name of an organization that is too long": refused([acme({ name: longName })], /orgs\.0\.name: /),
  "a name of an organization with a control character": refused(
    [acme({ name: "A\u0000" })],
    /orgs\.0\.name: An invalid organization name/,
  ),
  "a blank name of an organization": refused(
    [acme({ name: " " })],
    /orgs\.0\.name: An invalid organization name/,
  ),
  "a price of an unknown SKU": refused(
    [acme({ prices: [{ sku: "M10", unitPriceDollars: 1 }] })],
    /orgs\.0\.prices\.0\.sku: there is no SKU M10/,
  ),
  "a price below zero": refused(
    [acme({ prices: [{ sku: "NDS_AWS_INSTANCE_M10", unitPriceDollars: -1 }] })],
    /orgs\.0\.prices\.0\.unitPriceDollars/,
  ),
  "an organization twice": refused(
    [acme(), acme()],
    /orgs\.1\.id: the organization a0123456789abcdef012345a exists already/,
  ),
  "a name of a project that is too long": refused(
    withGroup({ name: longName }),
    /orgs\.0\.groups\.0\.name: /,
  ),
  "a name of a project with a control character": refused(
    withGroup({ name: "a\u0007b" }),
    /orgs\.0\.groups\.0\.name: An invalid group name/,
  ),
  "a blank name of a project": refused(
    withGroup({ name: "  " }),
    /orgs\.0\.groups\.0\.name: An invalid group name/,
  ),
  "a name of a project twice": refused(
    [acme({ groups: [payments(), { name: "payments" }] })],
    /orgs\.0\.groups\.1: A group with name /,
  ),
  "an id of a project twice": refused(
    [acme({ groups: [payments(), payments({ name: "billing" })] })],
    /orgs\.0\.groups\.1\.id: \w{24} is taken/,
  ),
  "an id of a resource policy for an alert, too": refused(
    [acme({ resourcePolicies, groups: [payments({ alertConfigs })] })],
    /alertConfigs\.0\.alerts\.0\.id: f{24} is taken by orgs\.0\.resourcePolicies\.0/,
  ),
  "a tag key twice": refused(
    withGroup({ tags: many(2, (i) => ({ key: "env", value: `${i}` })) }),
    /orgs\.0\.groups\.0\.tags: The tag key 'env' appears twice/,
  ),
  "a tag with a bad character": refused(
    withGroup({ tags: [{ key: "env", value: "a/b" }] }),
    /orgs\.0\.groups\.0\.tags\.0\.value: Tag '.*': the value '.*' contains invalid characters/,
  ),
  "more projects than an organization may have": refused(
    [acme({ groups: many(251, (i) => ({ name: `p${i}` })) })],
    /orgs\.0\.groups\.250: Maximum number of groups per/,
  ),
  "a team of a project that is unknown": refused(
    withGroup({ teams: [{ teamId: ids.missing, roleNames: reads }] }),
    /orgs\.0\.groups\.0\.teams\.0: No team with ID ffffffffffffffffffffffff/,
  ),
  "a team of a project that is another organization's": refused(
    [globex, ...withGroup({ teams: [{ teamId: ids.team, roleNames: reads }] })],
    /orgs\.1\.groups\.0\.teams\.0: No team with ID 82b6e34b3d91647abb20e7b8/,
  ),
  "a team of a project twice": refused(
    [
      acme({
        teams: [{ id: ids.team, name: "core", usernames: ["owner@example.com"] }],
        groups: [payments({ teams: many(2, () => ({ teamId: ids.team, roleNames: reads })) })],
      }),
    ],
    /orgs\.0\.groups\.0\.teams\.1: Team 82b6e34b3d91647abb20e7b8 is already in/,
  ),
  "a team with an organization role": refused(
    withGroup({ teams: [{ teamId: ids.team, roleNames: ["ORG_OWNER"] }] }),
    /orgs\.0\.groups\.0\.teams\.0\.roleNames\.0: /,
  ),
  "a name of a team that is too long": refused(
    withTeam({ name: longName }),
    /orgs\.0\.teams\.0\.name: An invalid team name/,
  ),
  "a name of a team with a control character": refused(
    withTeam({ name: "a\u0000" }),
    /orgs\.0\.teams\.0\.name: An invalid team name/,
  ),
  "a name of a team twice": refused(
    [acme({ teams: many(2, () => ({ name: "core", usernames: ["owner@example.com"] })) })],
    /orgs\.0\.teams\.1: The name core is taken/,
  ),
  "an id of a team twice": refused(
    [
      acme({
        teams: ["core", "ops"].map((name) => ({ id: ids.team, name, usernames: ["owner@example.com"] })),
      }),
    ],
    /orgs\.0\.teams\.1\.id: \w{24} is taken/,
  ),
  "more teams than an organization may have": refused(
    [acme({ teams: many(251, (i) => ({ name: `t${i}`, usernames: [] })) })],
    /orgs\.0\.teams\.250: Maximum number of teams per/,
  ),
};

/** The seeds that are written loosely and yet right: the API takes such values, or can come there, and so does a seed. */
export const tolerated: Readonly<
  Record<
    string,
    { readonly orgs: SeedDocument["orgs"]; readonly sql: string; readonly rows: readonly unknown[] }
  >
> = {
  "an IPv4 address in the form of IPv6, and an entry twice": {
    orgs: [
      {
        name: "Acme",
        apiKeys: [
          {
            roles: ["ORG_OWNER"],
            accessList: ["::ffff:127.0.0.1", "127.0.0.1/32", "127.0.0.1", "2001:DB8::1"],
          },
        ],
      },
    ],
    sql: "select cidr from access_entries order by cidr",
    rows: [{ cidr: "127.0.0.1/32" }, { cidr: "2001:db8::1/128" }],
  },
  "a person twice in a team": {
    orgs: [
      {
        name: "Acme",
        users: [{ username: "owner@example.com", orgRoles: ["ORG_OWNER"] }],
        teams: [{ name: "core", usernames: ["owner@example.com", "Owner@example.com"] }],
      },
    ],
    sql: "select count(*) as people from team_members",
    rows: [{ people: 1 }],
  },
  "a team without people": {
    orgs: [{ name: "Acme", teams: [{ name: "core", usernames: [] }] }],
    sql: "select name from teams",
    rows: [{ name: "core" }],
  },
};
