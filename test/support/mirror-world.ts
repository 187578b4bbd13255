// A world of any size to read, copy and compare: people with roles, teams and projects, keys, accounts and invitations of both
// kinds. It is the same each time: everything follows from counting.
import type { SeedDocument } from "../../src/anteroom.ts";
import { groupRoleNames, orgRoleNames } from "../../src/core/contract/roles.ts";
import { idOf, many, pick } from "./counting.ts";
import { settingsOf, settingsOfOrg } from "./mirror-settings.ts";

const letters = (number: number): string =>
  many(8, (nth) => String.fromCharCode(97 + (Math.floor(number / 26 ** nth) % 26))).join("");

export const mirrored = {
  org: "a0123456789abcdef012345a",
  owner: { publicKey: "mirrorow", privateKey: "00000000-0000-4000-8000-00000000000a" },
  reader: { publicKey: "mirrorre", privateKey: "00000000-0000-4000-8000-00000000000b" },
  person: (number: number) => `person.${number}@example.com`,
  personId: (number: number) => idOf("d1", number),
  group: (number: number) => idOf("32", number),
  team: (number: number) => idOf("82", number),
  teams: 20,
  /** The number of invitations to the organization; as many are to projects. */
  invites: 20,
  /** The end of things that end by themselves: a week ahead at most. */
  endsAt: `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 19)}Z`,
};

/** A policy item that the compliance policies of projects are met by. */
const hourly = {
  frequencyInterval: 2,
  frequencyType: "hourly" as const,
  retentionUnit: "days" as const,
  retentionValue: 3,
};
const backupSchedule = {
  policyItems: [hourly],
  referenceHourOfDay: 3,
  referenceMinuteOfHour: 45,
  restoreWindowDays: 3,
};

/** Returns the data access of a project: a role comes before the one that inherits from it. */
const dataAccessOf = (number: number) => ({
  accessList: [
    { entry: "203.0.113.0/24", comment: "the office: # 1" },
    { entry: "198.51.100.7", deleteAfterDate: mirrored.endsAt },
    { entry: "sg-0123" },
  ],
  exportBuckets: [
    {
      id: idOf("eb", number),
      cloudProvider: "AWS" as const,
      bucketName: "snapshots",
      iamRoleId: idOf("e1", number),
    },
  ],
  clusters: [
    {
      name: "app",
      providerName: "AWS" as const,
      regionName: "EU_WEST_1",
      instanceSize: "M30",
      backupEnabled: true,
      backupSchedule: {
        ...backupSchedule,
        autoExportEnabled: true,
        copySettings: [
          {
            cloudProvider: "AWS" as const,
            frequencies: ["HOURLY"],
            regionName: "US_WEST_2",
            shouldCopyOplogs: false,
          },
        ],
        export: { exportBucketId: idOf("eb", number), frequencyType: "daily" as const },
      },
      searchNodes: [{ instanceSize: "S20_HIGHCPU_NVME", nodeCount: 2 }],
      tags: [{ key: "env", value: "test" }],
    },
    {
      name: "wide",
      clusterType: "SHARDED" as const,
      replicationSpecs: [10, 10].map((diskSizeGB) => ({
        zoneName: "Zone 1",
        regionConfigs: [
          {
            providerName: "AZURE" as const,
            regionName: "EUROPE_WEST",
            priority: 7,
            electableSpecs: { instanceSize: "M10", diskSizeGB, nodeCount: 3 },
            readOnlySpecs: { instanceSize: "M10", diskSizeGB, nodeCount: 1 },
          },
        ],
      })),
      mongoDBMajorVersion: "7.0",
      backupEnabled: true,
      backupSchedule,
    },
    { name: "zero", backingProviderName: "GCP" as const, regionName: "CENTRAL_US", instanceSize: "M0" },
    {
      name: "zest",
      providerName: "FLEX" as const,
      backingProviderName: "AWS" as const,
      regionName: "US_EAST_1",
      terminationProtectionEnabled: true,
    },
  ],
  customDBRoles: [
    { roleName: "writes", actions: [{ action: "INSERT" as const, resources: [{ db: "sales" }] }] },
    {
      roleName: "reports",
      actions: [{ action: "FIND" as const, resources: [{ db: "sales", collection: "orders" }] }],
      inheritedRoles: [
        { db: "admin", role: "writes" },
        { db: "hr", role: "read" },
      ],
    },
  ],
  databaseUsers: [
    {
      username: `app-${number}`,
      password: "not in the mirror",
      description: "of the shop",
      roles: [{ roleName: "readWrite", databaseName: "sales", collectionName: "orders" }],
      scopes: [{ name: "main", type: "CLUSTER" as const }],
      labels: [{ key: "env", value: "prod" }],
      deleteAfterDate: mirrored.endsAt,
    },
    { username: "reports", roles: [{ roleName: "reports", databaseName: "admin" }] },
    {
      username: "cn",
      databaseName: "$external" as const,
      x509Type: "MANAGED" as const,
      roles: [{ roleName: "atlasAdmin", databaseName: "admin" }],
    },
  ],
});

/** The person of this number is in the project of the same number, counted round, in the one after, and in a team. */
export function mirrorSeed(people: number, groups: number): SeedDocument {
  const { person, personId, group, team, teams, invites, owner, reader, org } = mirrored;
  const membersOf = (number: number) =>
    many(people, (each) => each)
      .filter((each) => each % groups === number || (each + 1) % groups === number)
      .map((each) => ({ username: person(each), roles: [pick(groupRoleNames, each + number)] }));
  return {
    mailed: false,
    orgs: [
      {
        id: org,
        name: "Acme & Söhne",
        settings: { multiFactorAuthRequired: true, securityContact: "security@example.com" },
        limits: { users: people * 2 + 500 },
        users: many(people, (number) => ({
          id: personId(number),
          username: person(number),
          orgRoles: number === 0 ? ["ORG_OWNER"] : [pick(orgRoleNames.slice(1), number)],
          firstName: pick(["Ada", "서연", "O’Brien: Zoë", "yes", "# no"], number),
          lastName: pick(["Example", "김", "- x", "null"], number),
          createdAt: "2024-02-18T10:58:47Z",
        })),
        apiKeys: [
          { ...owner, id: idOf("c3", 0), desc: "everything", roles: ["ORG_OWNER"] },
          {
            ...reader,
            id: idOf("c3", 1),
            desc: "reads",
            roles: ["ORG_READ_ONLY"],
            accessList: ["127.0.0.1", "203.0.113.0/24"],
          },
          ...many(5, (number) => ({
            id: idOf("c3", number + 2),
            publicKey: letters(number),
            desc: `key: ${number}`,
            roles: ["ORG_MEMBER" as const],
          })),
        ],
        serviceAccounts: many(5, (number) => ({
          clientId: `mdb_sa_id_${idOf("66", number)}`,
          name: `account ${number}`,
          description: "It plans, and applies.",
          roles: ["ORG_MEMBER" as const],
          ...(number === 0 && { accessList: ["2001:db8::/32"] }),
        })),
        invites: many(invites, (number) => ({
          id: idOf("52", number),
          userId: idOf("53", number),
          username: `guest.${number}@example.com`,
          roles: ["ORG_MEMBER" as const],
          ...(number % 3 === 0 && { teamIds: [team(number % teams)] }),
          ...(number % 2 === 0 && {
            groupRoleAssignments: [{ groupId: group(number % groups), roles: ["GROUP_READ_ONLY" as const] }],
          }),
        })),
        teams: many(teams, (number) => ({
          id: team(number),
          name: `team ${number}`,
          usernames: many(Math.min(people, 200), (nth) => person((number * 7 + nth * 3) % people)).filter(
            (each, index, all) => all.indexOf(each) === index,
          ),
        })),
        ...settingsOfOrg(group(0)),
        groups: many(groups, (number) => ({
          id: group(number),
          name: `project ${number}`,
          ...(number % 5 === 0 && { tags: [{ key: "env", value: "prod" }] }),
          users: membersOf(number),
          teams: [{ teamId: team(number % teams), roleNames: [pick(groupRoleNames, number)] }],
          ...(number < 3 && {
            apiKeys: [
              {
                publicKey: letters(100 + number),
                desc: `of project ${number}`,
                roles: ["GROUP_READ_ONLY" as const],
              },
              { publicKey: letters(number), roles: ["GROUP_OWNER" as const] },
            ],
            serviceAccounts: [
              { clientId: `mdb_sa_id_${idOf("66", 4)}`, roles: ["GROUP_OWNER" as const] },
              {
                clientId: `mdb_sa_id_${idOf("67", number)}`,
                name: `robot ${number}`,
                roles: ["GROUP_READ_ONLY" as const],
              },
            ],
          }),
          ...(number % 4 === 0 && { ...dataAccessOf(number), ...settingsOf(number, team(2)) }),
          invites: many(invites, (nth) => nth)
            .filter((nth) => nth % groups === number)
            .map((nth) => ({
              id: idOf("54", nth),
              username: `visitor.${nth}@example.com`,
              roles: [pick(groupRoleNames, nth)],
            })),
        })),
      },
    ],
  };
}
