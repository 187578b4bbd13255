// Every kind of caller there is: credentials that are refused, one for each role, and owners of what lies elsewhere.
import { deepEqual } from "node:assert/strict";
import { type GroupRole, groupRoleNames, type OrgRole, orgRoleNames } from "../../src/core/contract/roles.ts";
import { logIn, revokeToken, signedInAs } from "../support/atlas-cli.ts";
import { compose, type NestedWorld, type Newcomers } from "../support/nested.ts";
import { requestToken } from "../support/oauth.ts";
import { pluck } from "../support/pluck.ts";
import { digest, nonceOf, type Reply, type Sending } from "../support/world.ts";

/** A caller, and which roles it holds where. */
export interface Holder {
  readonly name: string;
  /** The refusal that the caller gets everywhere, before roles are checked. */
  readonly refused?: string;
  /** Roles in the organization and the project of the samples. */
  readonly org: readonly OrgRole[];
  readonly group: readonly GroupRole[];
  /** Owns another organization. */
  readonly isForeign?: boolean;
  /** Asks in person: with the token of a command line, or in the console. */
  readonly isPerson?: boolean;
}

export interface CallerKind extends Holder {
  readonly send: (sending: Sending) => Promise<Reply>;
}

const nowhere = { org: [], group: [] } as const;

const lettered = (prefix: string, index: number) => `${prefix}${String.fromCharCode(97 + index)}`;
const keyNamed = (publicKey: string) => ({
  publicKey,
  privateKey: `00000000-0000-4000-8000-${publicKey}0000`,
});
const accountNamed = (digits: string) => ({
  clientId: `mdb_sa_id_${digits.repeat(6)}`,
  clientSecret: `mdb_sa_sk_${digits.repeat(10)}`,
});
const planted = ({ clientId, clientSecret }: ReturnType<typeof accountNamed>) => ({
  clientId,
  secret: clientSecret,
});

const keys = {
  org: orgRoleNames.map((role, index) => ({ role, ...keyNamed(lettered("orgrole", index)) })),
  group: groupRoleNames.map((role, index) => ({ role, ...keyNamed(lettered("prjrole", index)) })),
  sibling: keyNamed("siblings"),
  foreign: keyNamed("foreigns"),
  elsewhere: keyNamed("elsewher"),
  deleted: keyNamed("deletedk"),
  unknown: keyNamed("unknownk"),
};
const accounts = {
  member: accountNamed("d001"),
  groupOwner: accountNamed("d002"),
  elsewhere: accountNamed("d003"),
  deleted: accountNamed("d004"),
  revoked: accountNamed("d005"),
};

const personNamed = (name: string) => ({ username: `${name}@person.example` });
/** People, who ask with the tokens of a command line. They have no passwords, which take long to hash and to verify. */
const people = {
  org: orgRoleNames.map((role, index) => ({ role, ...personNamed(lettered("orgrole", index)) })),
  group: groupRoleNames.map((role, index) => ({ role, ...personNamed(lettered("prjrole", index)) })),
  teammate: personNamed("teammate"),
  revoked: personNamed("revoked"),
  foreign: personNamed("foreign"),
};

/** People of every kind. */
export const personKinds: readonly (Holder & { readonly username: string })[] = [
  ...people.org.map(({ role, username }) => ({
    name: `person ${role}`,
    username,
    org: [role],
    group: [],
    isPerson: true,
  })),
  ...people.group.map(({ role, username }) => ({
    name: `person ${role}`,
    username,
    org: ["ORG_MEMBER" as const],
    group: [role],
    isPerson: true,
  })),
  {
    name: "person of a team",
    username: people.teammate.username,
    org: ["ORG_MEMBER"],
    group: ["GROUP_READ_ONLY"],
    isPerson: true,
  },
  {
    name: "person who owns another org",
    username: people.foreign.username,
    org: [],
    group: [],
    isForeign: true,
    isPerson: true,
  },
];

const distant = ["192.0.2.0/24"];
export const newcomers: Newcomers = {
  org: {
    apiKeys: [
      ...keys.org.map(({ role, ...key }) => ({ ...key, roles: [role] })),
      { ...keys.elsewhere, roles: ["ORG_OWNER"], accessList: distant },
      { ...keys.deleted, id: "d".repeat(24), roles: ["ORG_OWNER"] },
    ],
    users: [
      ...people.org.map(({ role, ...person }) => ({ ...person, orgRoles: [role] })),
      ...[...people.group, people.teammate].map(({ username }) => ({
        username,
        orgRoles: ["ORG_MEMBER" as const],
      })),
      { ...people.revoked, orgRoles: ["ORG_OWNER"] },
    ],
    serviceAccounts: [
      { ...planted(accounts.member), roles: ["ORG_MEMBER"] },
      { ...planted(accounts.elsewhere), roles: ["ORG_OWNER"], accessList: distant },
      { ...planted(accounts.deleted), roles: ["ORG_OWNER"] },
      { ...planted(accounts.revoked), roles: ["ORG_OWNER"] },
    ],
  },
  group: {
    apiKeys: keys.group.map(({ role, ...key }) => ({ ...key, roles: [role] })),
    serviceAccounts: [{ ...planted(accounts.groupOwner), roles: ["GROUP_OWNER"] }],
    users: people.group.map(({ role, username }) => ({ username, roles: [role] })),
  },
  groupTeam: [people.teammate.username],
  siblingGroup: { apiKeys: [{ ...keys.sibling, roles: ["GROUP_OWNER"] }] },
  foreignOrg: {
    apiKeys: [{ ...keys.foreign, roles: ["ORG_OWNER"] }],
    users: [{ ...people.foreign, orgRoles: ["ORG_OWNER"] }],
  },
};

/** People alone, without credentials. */
export const peopleAlone: Newcomers = {
  org: { users: newcomers.org?.users ?? [] },
  group: { users: newcomers.group?.users ?? [] },
  groupTeam: newcomers.groupTeam ?? [],
  foreignOrg: { users: newcomers.foreignOrg?.users ?? [] },
};

/** The header with which the trusted proxy names the caller. */
const here = { "x-forwarded-for": "127.0.0.1" };

/**
 * Returns every kind of caller that is wanted, with what it needs to ask: keys share one nonce, whose counts they use up one by
 * one. People who are not wanted do not sign in.
 */
export async function gather(
  world: NestedWorld,
  isWanted: (name: string) => boolean = () => true,
): Promise<CallerKind[]> {
  const nonce = nonceOf(await world.send({ path: "/api/atlas/v2" }));
  let count = 0;
  const withHeaders = (sending: Sending, authorization?: string): Sending => ({
    ...sending,
    headers: {
      ...here,
      ...sending.headers,
      ...(sending.body !== undefined && { "content-type": "application/json" }),
      ...(authorization !== undefined && { authorization }),
    },
  });
  const byKey = (key: { publicKey: string; privateKey: string }) => (sending: Sending) => {
    const proof = { method: sending.method ?? "GET", uri: sending.path, nonce, count: ++count };
    return world.send(withHeaders(sending, digest(key, proof)));
  };
  const byToken = (token: string) => (sending: Sending) =>
    world.bearing(token, { ...sending, headers: { ...here, ...sending.headers } });
  const tokenOf = async (account: ReturnType<typeof accountNamed>): Promise<string> =>
    (await requestToken(world, account)).json.access_token;

  const tokenOfPerson = async ({ username }: { username: string }): Promise<string> =>
    (await logIn(world, await signedInAs(world, username))).access_token;
  const byPerson = async (person: { username: string }) => byToken(await tokenOfPerson(person));

  const revokedOfPerson = await tokenOfPerson(people.revoked);
  const deleted = await tokenOf(accounts.deleted);
  const revoked = await tokenOf(accounts.revoked);
  const { orgId } = world.things.own;
  const gone = [
    await world.askAs("own", compose("deleteOrgApiKey", { params: { orgId, apiUserId: "d".repeat(24) } })),
    await world.askAs(
      "own",
      compose("deleteOrgServiceAccount", { params: { orgId, clientId: accounts.deleted.clientId } }),
    ),
    await requestToken(world, {
      ...accounts.revoked,
      endpoint: "/api/oauth/revoke",
      body: `token=${revoked}&token_type_hint=access_token`,
    }),
    await revokeToken(world, revokedOfPerson, "access_token"),
  ];
  deepEqual(pluck(gone, "status"), [204, 204, 200, 200]);

  const wrong = { publicKey: keys.foreign.publicKey, privateKey: keys.unknown.privateKey };
  const address = "IP_ADDRESS_NOT_ON_ACCESS_LIST";
  const refused: CallerKind[] = [
    {
      name: "no credentials",
      send: (sending) => world.send(withHeaders(sending)),
      refused: "challenge",
      ...nowhere,
    },
    { name: "unknown key", send: byKey(keys.unknown), refused: "challenge", ...nowhere },
    { name: "wrong private key", send: byKey(wrong), refused: "challenge", ...nowhere },
    { name: "deleted key", send: byKey(keys.deleted), refused: "challenge", ...nowhere },
    { name: "no token of ours", send: byToken("a.b.c"), refused: "token refused", ...nowhere },
    { name: "token of a deleted account", send: byToken(deleted), refused: "token refused", ...nowhere },
    { name: "revoked token", send: byToken(revoked), refused: "token refused", ...nowhere },
    {
      name: "revoked token of a person",
      send: byToken(revokedOfPerson),
      refused: "token refused",
      ...nowhere,
    },
    { name: "key elsewhere", send: byKey(keys.elsewhere), refused: address, ...nowhere },
    {
      name: "account elsewhere",
      send: byToken(await tokenOf(accounts.elsewhere)),
      refused: address,
      ...nowhere,
    },
  ];
  const persons: CallerKind[] = [];
  for (const person of personKinds) {
    if (isWanted(person.name)) persons.push({ ...person, send: await byPerson(person) });
  }
  const all: CallerKind[] = [
    ...refused,
    ...persons,
    ...keys.org.map(({ role, ...key }) => ({ name: role, send: byKey(key), org: [role], group: [] })),
    // Everyone with a role in a project belongs to its organization.
    ...keys.group.map(({ role, ...key }) => ({
      name: role,
      send: byKey(key),
      org: ["ORG_MEMBER" as const],
      group: [role],
    })),
    {
      name: "account ORG_OWNER",
      send: (sending) => world.askAs("own", sending),
      org: ["ORG_OWNER"],
      group: [],
    },
    {
      name: "account ORG_MEMBER",
      send: byToken(await tokenOf(accounts.member)),
      org: ["ORG_MEMBER"],
      group: [],
    },
    {
      name: "account GROUP_OWNER",
      send: byToken(await tokenOf(accounts.groupOwner)),
      org: ["ORG_MEMBER"],
      group: ["GROUP_OWNER"],
    },
    { name: "owner of another project", send: byKey(keys.sibling), org: ["ORG_MEMBER"], group: [] },
    { name: "owner of another org", send: byKey(keys.foreign), ...nowhere, isForeign: true },
  ];
  return all.filter(({ name }) => isWanted(name));
}
