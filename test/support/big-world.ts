// A world of the size that pages are made for: 300 people, 40 projects, 60 teams and 200 invitations in every state, with long
// names and names of several scripts. It is the same each time: everything follows from the lists here and from counting.
import type { Anteroom, SeedDocument } from "../../src/anteroom.ts";
import { AtlasClient } from "../../src/client/client.ts";
import { type GroupRole, groupRoleNames, type OrgRole } from "../../src/core/contract/roles.ts";
import { idOf, many, pick } from "./counting.ts";

/** The instant at which the world is looked at; old things in it are older. */
export const bigNow = "2026-08-10T09:30:00Z";
const day = 86_400_000;
const before = (ms: number) => new Date(Date.parse(bigNow) - ms).toISOString().replace(".000Z", "Z");

export const big = {
  org: "a0123456789abcdef012345a",
  /** The project with people of every kind: `payments`. */
  group: idOf("32b6e3", 0),
  team: idOf("82b6e3", 0),
  owner: { id: idOf("d10b6e", 0), username: "ada@example.com", password: "a staple of horses" },
  /** Project Read Only in `payments`. */
  reader: { id: idOf("d10b6e", 1), username: "nina@example.com" },
  /** A person with roles in many projects and teams. */
  person: { id: idOf("d10b6e", 5), username: "zoe.oconnor@example.org" },
  /** A person in `payments` as well. */
  leaver: idOf("d10b6e", 8),
  key: { id: idOf("c30b6e", 0), publicKey: "qkzvtrwm", privateKey: "5f0c1a2e-7d34-4b6a-9c81-0e2f3a4b5c6d" },
  clientId: "mdb_sa_id_65f0c1a2e7d344b6a9c810e2",
  /** A person who is invited by either API. */
  both: "hello@example.com",
  counts: {
    people: 300,
    groups: 40,
    teams: 60,
    invites: 200,
    addresses: 180,
    databaseRoles: 36,
    databaseUsers: 96,
  },
} as const;

/** Given name, family name, and what stands for them in an address. */
const names: readonly (readonly [string, string, string])[] = [
  ["서연", "김", "seoyeon.kim"],
  ["민준", "이", "minjun.lee"],
  ["지우", "박", "jiwoo.park"],
  ["하은", "남궁", "haeun.namgung"],
  ["도윤", "최", "doyun.choi"],
  ["Zoë", "O’Connor", "zoe.oconnor"],
  ["Grace", "Sample", "grace.sample"],
  ["Linus", "Muster", "linus.muster"],
  ["Tove", "Eksempel", "tove.eksempel"],
  ["Wolfeschlegelsteinhausen", "Bergerdorff-Hohenlohe", "wolfeschlegelsteinhausen.bergerdorff-hohenlohe"],
  ["María José", "García-Fernández de la Vega", "maria-jose.garcia-fernandez"],
  ["ليلى", "الحسيني", "layla.alhusseini"],
  ["小明", "王", "xiaoming.wang"],
  ["さくら", "佐藤", "sakura.sato"],
  ["Nguyễn", "Thị Minh", "minh.nguyen"],
  ["Søren", "Ågård", "soren.agard"],
  ["Björk", "Jónsdóttir", "bjork"],
  ["Ngozi", "Adeyemi", "ngozi.adeyemi"],
  ["Иван", "Петров", "ivan.petrov"],
  ["Li", "O", "li.o"],
];
const domains = ["example.com", "example.org", "team.example.net", "a-rather-long-company-name.example.com"];

const addressOf = (number: number) => {
  const [, , local] = pick(names, number);
  const round = Math.floor(number / names.length);
  return `${local}${round === 0 ? "" : `.${round}`}@${pick(domains, number + round)}`;
};

const person = (number: number) => {
  const [firstName, lastName] = pick(names, number);
  const username = number === 0 ? big.owner.username : number === 1 ? big.reader.username : addressOf(number);
  const orgRoles: OrgRole[] =
    number === 0 || number % 37 === 0
      ? ["ORG_OWNER"]
      : number % 11 === 0
        ? ["ORG_READ_ONLY", "ORG_BILLING_ADMIN"]
        : number % 13 === 0
          ? ["ORG_GROUP_CREATOR"]
          : ["ORG_MEMBER"];
  return {
    id: idOf("d10b6e", number),
    username,
    firstName: number === 0 ? "Ada" : number === 1 ? "Nina" : firstName,
    lastName: number === 0 ? "Example" : number === 1 ? "Reader" : lastName,
    orgRoles,
    createdAt: before((400 - number) * day),
    // Each seventh has never signed in.
    ...(number % 7 !== 6 && { lastAuth: before((number * number * 3_700_000) % (300 * day)) }),
    ...(number === 0 && { password: big.owner.password }),
  };
};

const people = Array.from({ length: big.counts.people }, (_, number) => person(number));
const usernameOf = (number: number) => (people[number % people.length] as { username: string }).username;

/** Some roles of a project, now and then more than a line has room for. */
const rolesOf = (number: number): GroupRole[] => {
  const count = number % 9 === 0 ? 6 : number % 4 === 0 ? 3 : 1 + (number % 2);
  return [...new Set(Array.from({ length: count }, (_, nth) => pick(groupRoleNames, number * 5 + nth * 7)))];
};

const projectNames = [
  "payments",
  "analytics",
  "website",
  "결제 서비스",
  "검색",
  "배송 추적 시스템",
  "a-project-whose-name-is-as-long-as-names-are-allowed-to-be-here",
  "Data Platform (EU)",
  "machine-learning",
  "warehouse",
];
const teamNames = [
  "core",
  "Data",
  "플랫폼 팀",
  "SRE on call",
  "보안",
  "A team with a long name, as teams are named by committees: fifty",
  "Design",
  "QA",
  "Mobile",
  "Finance & Billing",
];
const numbered = (list: readonly string[], number: number) => {
  const round = Math.floor(number / list.length);
  return round === 0 ? pick(list, number) : `${[...pick(list, number)].slice(0, 60).join("")} ${round + 1}`;
};

const states = ["PENDING", "ACCEPTED", "PENDING", "DECLINED", "EXPIRED", "REVOKED"] as const;
type State = (typeof states)[number];

interface Invited {
  readonly id: string;
  readonly username: string;
  readonly state: State;
  /** Null for an invitation to the organization. */
  readonly group: number | null;
}

/** Every third is to the organization, the others to a project alone: half of these to the first. */
const invites: readonly Invited[] = Array.from({ length: big.counts.invites }, (_, number) => {
  const group = number % 3 === 0 ? null : number % 2 === 0 ? 0 : 1 + ((number * 7) % (big.counts.groups - 1));
  const username = number <= 1 ? big.both : `guest.${addressOf(number)}`;
  const isBoth = number <= 1;
  return {
    id: idOf("52b6e3", number),
    username,
    state: isBoth ? "PENDING" : pick(states, Math.floor(number / 3)),
    group: number === 1 ? 0 : group,
  };
});

/** The access list, database users and other data access of `payments`, nearly as much as a project may have. */
const dataAccess = {
  accessList: many(big.counts.addresses, (number) => ({
    entry:
      number % 3 === 0 ? `10.${number}.0.0/16` : `203.0.${113 + Math.floor(number / 250)}.${number % 250}`,
    ...(number % 2 === 0 && {
      comment: pick(
        ["office", "판교 사무실", "CI runners of the whole company, behind the second gateway"],
        number,
      ),
    }),
  })),
  customDBRoles: many(big.counts.databaseRoles, (number) => ({
    roleName: `${pick(["reports", "ingest", "a-role-with-a-name-of-some-length"], number)}-${number}`,
    actions: [
      {
        action: "FIND" as const,
        resources: many(1 + (number % 6), (nth) => ({ db: `sales${nth}`, collection: "orders" })),
      },
      ...(number % 2 === 0 ? [{ action: "LIST_SESSIONS" as const, resources: [{ cluster: true }] }] : []),
    ],
    inheritedRoles: number % 3 === 0 ? [{ db: "hr", role: "read" }] : [],
  })),
  clusters: many(25, (number) => ({ name: `service-${number}` })),
  databaseUsers: many(big.counts.databaseUsers, (number) => ({
    username:
      number % 9 === 4
        ? `arn:aws:iam::123456789012:role/${number}-of-the-batch-that-runs-at-night`
        : `app-${number}`,
    ...(number % 9 === 4
      ? { databaseName: "$external" as const, awsIAMType: "ROLE" as const }
      : { password: `a passphrase ${number}` }),
    ...(number % 4 === 0 && { description: "Writes what the shop sells." }),
    roles:
      number % 5 === 0
        ? [{ roleName: `reports-${(number % 12) - (number % 3)}`, databaseName: "admin" }]
        : many(1 + (number % 4), (nth) => ({ roleName: "readWrite", databaseName: `sales${nth}` })),
    ...(number % 6 === 0 && { scopes: [{ name: "main", type: "CLUSTER" as const }] }),
  })),
};

const groups = Array.from({ length: big.counts.groups }, (_, number) => {
  const size = number === 0 ? 90 : (number * 5) % 30;
  const members = [
    ...new Set(Array.from({ length: size }, (_, nth) => usernameOf(2 + number * 11 + nth * 3))),
  ];
  return {
    id: idOf("32b6e3", number),
    name: numbered(projectNames, number),
    users: [
      { username: big.owner.username, roles: ["GROUP_OWNER" as const] },
      ...(number === 0 ? [{ username: big.reader.username, roles: ["GROUP_READ_ONLY" as const] }] : []),
      ...members
        .filter((username) => username !== big.owner.username && username !== big.reader.username)
        .map((username, nth) => ({ username, roles: rolesOf(nth) })),
    ],
    teams: Array.from({ length: number === 0 ? 5 : number % 4 }, (_, nth) => ({
      teamId: idOf("82b6e3", (number * 3 + nth) % big.counts.teams),
      roleNames: rolesOf(nth + 1),
    })),
    apiKeys:
      number === 0
        ? [{ publicKey: "mnejrxua", desc: "smoke tests", roles: ["GROUP_READ_ONLY" as const] }]
        : [],
    ...(number === 0 && dataAccess),
    invites: invites
      .filter((invite) => invite.group === number)
      .map(({ id, username }, nth) => ({ id, username, roles: rolesOf(nth) })),
  };
});

const federation = {
  identityProviders: ["Login", "Partners of the group, who sign in elsewhere"].map((displayName, number) => ({
    id: idOf("e40b6e", number),
    displayName,
    clientId: "anteroom",
    issuerUri: `https://login-${number}.example.com/realms/${"deep/".repeat(number * 6)}`,
  })),
  dataAccessIdentityProviderIds: [idOf("e40b6e", 0)],
  roleMappings: many(60, (number) => ({
    externalGroupName: `${pick(["operators", "읽기 전용", "a group of a directory with a long name"], number)} ${number}`,
    roles: [pick(["ORG_MEMBER", "ORG_READ_ONLY", "ORG_GROUP_CREATOR"] as const, number)],
  })),
};

export const bigSeed: SeedDocument = {
  orgs: [
    {
      id: big.org,
      name: "Acme",
      users: people,
      federation,
      apiKeys: [
        {
          ...big.key,
          desc: "deployments",
          roles: ["ORG_OWNER"],
          accessList: ["127.0.0.1", "203.0.113.0/24"],
        },
        ...Array.from({ length: 24 }, (_, number) => ({
          id: idOf("c30b6e", number + 1),
          publicKey: `key${String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))}abc`,
          desc: pick(
            [
              "nightly report",
              "야간 보고서",
              "terraform",
              "on-call bot",
              "a description that says what the key is for, at length",
            ],
            number,
          ),
          roles: [pick(["ORG_READ_ONLY", "ORG_MEMBER", "ORG_GROUP_CREATOR"] as const, number)],
        })),
      ],
      serviceAccounts: [
        {
          clientId: big.clientId,
          secret: "mdb_sa_sk_0123456789abcdefABCDEF0123456789abcdefAB",
          name: "terraform",
          description: "Plans and applies from the pipeline.",
          roles: ["ORG_MEMBER"],
        },
        ...Array.from({ length: 11 }, (_, number) => ({
          clientId: `mdb_sa_id_${idOf("66f0c1", number)}`,
          name:
            pick(["ci", "배포", "reporting", "backup-verifier"], number) + (number < 4 ? "" : ` ${number}`),
          roles: ["ORG_MEMBER" as const],
        })),
      ],
      teams: Array.from({ length: big.counts.teams }, (_, number) => ({
        id: idOf("82b6e3", number),
        name: numbered(teamNames, number),
        usernames: [
          ...new Set(
            Array.from({ length: number === 7 ? 0 : 1 + ((number * 7) % 26) }, (_, nth) =>
              usernameOf(number * 5 + nth * 2),
            ),
          ),
        ],
      })),
      groups,
      invites: invites
        .filter(({ group }) => group === null)
        .map(({ id, username }, nth) => ({
          id,
          username,
          roles: [pick(["ORG_MEMBER", "ORG_READ_ONLY"] as const, nth)],
          teamIds: nth % 5 === 0 ? [idOf("82b6e3", nth % big.counts.teams)] : [],
          groupRoleAssignments: nth % 2 === 0 ? [{ groupId: big.group, roles: rolesOf(nth) }] : [],
        })),
    },
  ],
};

/** Ends the invitations that have ended: by the API or by the test controls. The clock stays where it is. */
export async function liveBig({ url, fetch: control }: Anteroom): Promise<void> {
  const client = new AtlasClient({ ...big.key, baseUrl: url });
  for (const { id, state, group } of invites) {
    if (state === "PENDING") continue;
    if (state === "REVOKED") {
      if (group === null) await client.deleteOrgInvite({ orgId: big.org, invitationId: id });
      else await client.deleteGroupInvite({ groupId: idOf("32b6e3", group), invitationId: id });
      continue;
    }
    const how = { ACCEPTED: "accept", DECLINED: "decline", EXPIRED: "expire" }[state];
    const { status } = await control(`/_anteroom/v1/invites/${id}:${how}`, { method: "POST" });
    if (status !== 204) throw new Error(`the invitation ${id} cannot ${how}: ${status}`);
  }
}
