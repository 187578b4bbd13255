// Service accounts of organizations and in projects, their secrets and access lists, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { inGroupFeed, inOrgFeed, recorded } from "../../../test/support/api-keys.ts";
import { assertTokenRefused } from "../../../test/support/challenges.ts";
import { fill, numbered } from "../../../test/support/fill.ts";
import { requestToken } from "../../../test/support/oauth.ts";
import { type Asked, type RefusedCall, request, startOperations } from "../../../test/support/operations.ts";
import * as accounts from "../../../test/support/service-accounts.ts";
import { now } from "../../../test/support/stage.ts";
import { account, ids } from "../../../test/support/world.ts";

const { clientId } = account;
const onlyOrg = "GROUP_OWNER is a project role. Name organization roles only.";
const onlyGroup = "ORG_OWNER is an organization role. Name project roles only.";
const unknown = "Invalid role name 'KING'. Must be a valid Role name.";
const missing = `mdb_sa_id_${ids.missing}`;
const tomorrow = "2026-08-11T03:04:53Z";

/** The operations that exist for an organization and for a project. */
const sides = {
  org: {
    create: "createOrgServiceAccount",
    get: "getOrgServiceAccount",
    list: "listOrgServiceAccounts",
    update: "updateOrgServiceAccount",
    addSecret: "createOrgServiceAccountSecret",
    removeSecret: "deleteOrgServiceAccountSecret",
    addEntries: "createOrgServiceAccountAccessList",
    listEntries: "listOrgServiceAccountAccessList",
    removeEntry: "deleteOrgServiceAccountAccessListEntry",
    roles: ["ORG_READ_ONLY", "ORG_MEMBER"],
    held: "ORG_OWNER",
    other: "ORG_MEMBER",
    foreign: ["GROUP_OWNER", "INVALID_ROLE_FOR_ORG", ids.org, onlyOrg],
    inFeed: inOrgFeed,
  },
  group: {
    create: "createGroupServiceAccount",
    get: "getGroupServiceAccount",
    list: "listGroupServiceAccounts",
    update: "updateGroupServiceAccount",
    addSecret: "createGroupServiceAccountSecret",
    removeSecret: "deleteGroupServiceAccountSecret",
    addEntries: "createGroupServiceAccountAccessList",
    listEntries: "listGroupServiceAccountAccessList",
    removeEntry: "deleteGroupServiceAccountAccessListEntry",
    roles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"],
    held: "GROUP_READ_ONLY",
    other: "GROUP_OWNER",
    foreign: ["ORG_OWNER", "INVALID_ROLE_FOR_GROUP", ids.group, onlyGroup],
    inFeed: inGroupFeed,
  },
} as const;
type Side = (typeof sides)["org" | "group"];

/** The generated members of a new account. */
interface Made {
  readonly clientId: string;
  readonly secrets: readonly [{ readonly id: string; readonly secret: string }];
}

for (const [scope, side] of Object.entries(sides) as ["org" | "group", Side][]) {
  test(`service accounts of the ${scope}`, async (t) => {
    const stage = await startOperations(t);
    const { answers, call, get, lists, testRefusals } = stage;
    const { roles, held, other } = side;
    const told = () => recorded(stage);
    const shown = (more: object = {}, role: string = held) => accounts.shownAccount(stage, [role], more);
    const text = { description: "Deploys it, daily.", name: "deploy" };
    const create = { body: { ...text, roles: [...roles], secretExpiresAfterHours: 24 } };
    const place = () => {
      if (scope === "group") accounts.assign(stage);
    };
    const placed = (asked: Asked) => () => {
      place();
      return asked;
    };
    const secret = { body: { secretExpiresAfterHours: 1000 } };
    const entries = { body: accounts.sentEntries };
    const entry = (ipAddress: string) => ({ params: { ipAddress } });
    const secretId = accounts.maskedSecrets(stage)[0]?.id ?? "";
    const ofSecret = { params: { secretId } };

    await t.test(
      "201 answers the account with its secret, this once, which is good for a token",
      async () => {
        const dates = { createdAt: now, expiresAt: tomorrow };
        const whole = (id: string, secrets: object[]) => {
          return { clientId: id, createdAt: now, ...text, roles, secrets, systemManaged: false };
        };
        const sent = { body: { ...create.body, roles: [...roles, roles[0]].reverse() } };
        const made = await answers(side.create, sent, ({ clientId, secrets: [made] }: Made) =>
          whole(clientId, [{ ...dates, id: made.id, lastUsedAt: null, secret: made.secret }]),
        );
        const [{ id, secret }] = made.secrets;
        match([made.clientId, secret].join(), /^mdb_sa_id_[0-9a-f]{24},mdb_sa_sk_[A-Za-z0-9_-]{40}$/);
        const masked = {
          ...dates,
          id,
          lastUsedAt: null,
          maskedSecretValue: `mdb_sa_sk_...${secret.slice(-4)}`,
        };
        await answers(side.get, { params: { clientId: made.clientId } }, whole(made.clientId, [masked]));
        const details = { clientId: made.clientId };
        const added = scope === "group" ? [inGroupFeed("SERVICE_ACCOUNT_ADDED_TO_GROUP", details)] : [];
        deepEqual(told(), [inOrgFeed("SERVICE_ACCOUNT_CREATED", details), ...added]);
        equal(JSON.stringify(stage.rows("select * from service_account_secrets")).includes(secret), false);
        const token = await requestToken(stage, { clientId: made.clientId, clientSecret: secret });
        equal((await stage.bearing(token.json.access_token, request(side.list))).status, 200);
      },
    );

    await t.test("201 without an initial secret, which can be made later", async () => {
      const none = { secretExpiresAfterHours: undefined, withoutInitialSecret: true };
      const made = await get(side.create, { body: { ...create.body, ...none } });
      deepEqual(made.secrets, []);
      await get(side.addSecret, { params: { clientId: made.clientId }, ...secret });
    });

    const field = "secretExpiresAfterHours";
    const [foreign, code, id, said] = side.foreign;
    const wrongRoles: RefusedCall[] = [
      ["a role that does not exist", { body: { roles: ["KING"] } }, "BAD_REQUEST", [], "_roles", unknown],
      ["a role of the other scope", { body: { roles: [foreign] } }, code, [foreign, id], "_roles", said],
    ];
    const lifetime = (hours: number, most = 8760, before?: () => void): RefusedCall => [
      `${hours} hours of at most ${most}`,
      { body: { [field]: hours }, ...(before && { before }) },
      "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
      [8, most, hours],
    ];
    const absent = "It must be absent where withoutInitialSecret is true.";
    const required = "It is required unless withoutInitialSecret is true.";
    const crowd = () => {
      const others = numbered(499, (id) => ({ id: `e${id.slice(1)}` }));
      fill(stage, "principals", ...others.map(({ id }) => ({ id, kind: "SERVICE_ACCOUNT" })));
      fill(
        stage,
        "service_accounts",
        ...others.map(({ id }) => ({
          id,
          org_id: ids.org,
          name: "filler",
          description: "filler",
          created_at: 0,
        })),
      );
    };
    await testRefusals({ [side.create]: create }, [
      ...wrongRoles,
      [
        "a lifetime of no initial secret",
        { body: { withoutInitialSecret: true } },
        "BAD_REQUEST",
        [],
        field,
        absent,
      ],
      ...[undefined, false].map(
        (withoutInitialSecret): RefusedCall => [
          `an initial secret of no lifetime: ${withoutInitialSecret}`,
          { body: { [field]: undefined, withoutInitialSecret } },
          "MISSING_ONE_OF_ATTRIBUTES",
          [`${field}, withoutInitialSecret`],
          field,
          required,
        ],
      ),
      ...[0, 7, 8761].map((hours) => lifetime(hours)),
      lifetime(24, 23, () => accounts.limitSecrets(stage, 23)),
      ["the 501st account", { before: crowd }, "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED", [500, ids.org]],
    ]);
    await t.test("400 BAD_REQUEST for a name with other characters", async () => {
      for (const name of ["a/b", "", "x".repeat(65), "a\u0000b"]) {
        equal((await call(side.create, { body: { ...create.body, name } })).json.errorCode, "BAD_REQUEST");
      }
    });

    await t.test(
      "200 lists and answers the account, with its secret masked and when it was last used",
      async () => {
        place();
        await lists(side.list, {}, [shown()]);
        stage.clock.set({ advance: "PT1H" });
        await stage.token();
        const [used] = accounts.maskedSecrets(stage);
        await answers(side.get, {}, shown({ secrets: [{ ...used, lastUsedAt: "2026-08-10T04:04:53Z" }] }));
        deepEqual((await get(side.list, { query: "pageNum=2" })).results, []);
      },
    );

    await t.test("200 changes what is sent and replaces the roles, and tells only what changes", async () => {
      place();
      await answers(side.update, { body: { name: "ci", roles: [held] } }, shown());
      deepEqual(told(), []);
      const sent = { name: "cd", description: null, roles: [other] };
      await answers(side.update, { body: sent }, shown({ name: "cd" }, other));
      deepEqual(told(), [
        inOrgFeed("SERVICE_ACCOUNT_DETAILS_CHANGED", { clientId }),
        side.inFeed("SERVICE_ACCOUNT_ROLES_CHANGED", { clientId }),
      ]);
    });
    await testRefusals({ [side.update]: placed({ body: { name: "cd" } }) }, wrongRoles);

    await t.test(
      "201 answers a secret, and the one before it has seven days left; no third until then",
      async () => {
        place();
        const dates = { createdAt: now, expiresAt: "2026-09-20T19:04:53Z" };
        const whole = ({ id, secret }: Record<string, string>) => ({
          ...dates,
          id,
          lastUsedAt: null,
          secret,
        });
        const made = await answers(side.addSecret, secret, whole);
        match(made.secret, /^mdb_sa_sk_[A-Za-z0-9_-]{40}$/);
        const ends = accounts.maskedSecrets(stage).map(({ expiresAt }) => expiresAt);
        deepEqual(ends.sort(), ["2026-08-17T03:04:53Z", dates.expiresAt]);
        deepEqual(told(), [inOrgFeed("SERVICE_ACCOUNT_SECRET_ADDED", { clientId })]);
        await stage.refuses(side.addSecret, secret, "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED", [clientId, 2]);
        stage.clock.set({ advance: "P7D" });
        await get(side.addSecret, secret);
      },
    );
    await testRefusals({ [side.addSecret]: placed(secret) }, [
      lifetime(1000, 500, () => accounts.limitSecrets(stage, 500)),
    ]);

    await t.test(
      "204 deletes a secret, whose tokens are refused from the next request on, others not",
      async () => {
        place();
        const { secret: clientSecret } = await get(side.addSecret, secret);
        const made = (await requestToken(stage, { clientId, clientSecret })).json.access_token as string;
        const seeded = await stage.token();
        const ask = (token: string) => stage.bearing(token, request("listOrgServiceAccounts"));
        deepEqual([(await ask(seeded)).status, (await ask(made)).status], [200, 200]);
        await answers(side.removeSecret, ofSecret);
        equal(accounts.maskedSecrets(stage).length, 1);
        deepEqual(told().slice(1), [inOrgFeed("SERVICE_ACCOUNT_SECRET_DELETED", { clientId })]);
        assertTokenRefused(
          await ask(seeded),
          "The access token was revoked, or its service account or secret was deleted.",
        );
        equal((await ask(made)).status, 200);
      },
    );
    await testRefusals({ [side.removeSecret]: placed({ params: { secretId: ids.missing } }) }, [
      ["an unknown secret", {}, "SERVICE_ACCOUNT_SECRET_NOT_FOUND", [clientId, ids.missing]],
    ]);

    await t.test("200 adds to the access list and answers it whole; 204 takes an entry off", async () => {
      place();
      await lists(side.addEntries, entries, accounts.shownEntries);
      await lists(side.listEntries, {}, accounts.shownEntries);
      await answers(side.removeEntry, entry("198.51.100.0/24"));
      await lists(side.listEntries, {}, accounts.shownEntries.slice(0, 1));
      deepEqual(
        told(),
        [
          ["ADDED", "192.0.2.7"],
          ["ADDED", "198.51.100.0/24"],
          ["DELETED", "198.51.100.0/24"],
        ].map(([what, whitelistEntry]) =>
          inOrgFeed(`SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_${what}`, { clientId, whitelistEntry }),
        ),
      );
    });
    await t.test(
      "400 CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST for the address the account asks from",
      async () => {
        place();
        await get(side.addEntries, { body: [{ cidrBlock: "127.0.0.0/8" }] });
        const own = { as: "account" as const, ...entry("127.0.0.0/8") };
        await stage.refuses(side.removeEntry, own, "CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST", ["127.0.0.0/8"]);
        await answers(side.removeEntry, entry("127.0.0.0/8"));
      },
    );
    const good = { ipAddress: "203.0.113.1" };
    await testRefusals({ [side.addEntries]: placed(entries) }, [
      [
        "what is no address",
        { body: [good, { ipAddress: "nonsense" }] },
        "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
        ["nonsense"],
      ],
      [
        "two in one",
        { body: [good, { ipAddress: "192.0.2.7", cidrBlock: "192.0.2.0/24" }] },
        "BAD_ACCESS_LIST_ADD_REQUEST",
      ],
      [
        "one in two spellings",
        { body: [good, { cidrBlock: "203.0.113.1/32" }] },
        "DUPLICATE_ADDRESSES_IN_INPUT",
        ["203.0.113.1"],
      ],
      ["null", { body: [good, { ipAddress: null }] }, "MISSING_ONE_OF_ATTRIBUTES", ["ipAddress, cidrBlock"]],
      [
        "one that is there",
        { before: () => get(side.addEntries, entries) },
        "ADDRESS_ALREADY_IN_ACCESS_LIST",
        ["192.0.2.7"],
      ],
    ]);
    await testRefusals({ [side.removeEntry]: placed(entry("192.0.2.7")) }, [
      ["what is neither", entry("nonsense"), "INVALID_IP_ADDRESS_OR_CIDR_NOTATION", ["nonsense"]],
      ["an entry that is not there", {}, "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", ["192.0.2.7", clientId]],
    ]);

    const changes = {
      [side.update]: { body: { name: "cd" } },
      [side.addSecret]: secret,
      [side.removeSecret]: ofSecret,
      [side.addEntries]: entries,
      [side.removeEntry]: entry("192.0.2.7"),
    };
    const ofAccount = { ...changes, [side.get]: {}, [side.listEntries]: {} };
    await testRefusals(ofAccount, [
      ["an unknown account", { params: { clientId: missing } }, "SERVICE_ACCOUNT_NOT_FOUND", [missing]],
    ]);
    if (scope === "org") return;
    await testRefusals(ofAccount, [
      ["an account outside the project", {}, "SERVICE_ACCOUNT_NOT_FOUND", [clientId]],
    ]);

    const holdInstead = (role: string, groupId: string | null) => {
      const where = groupId === null ? "null" : `'${groupId}'`;
      stage.execute(
        `update grants set role = '${role}', group_id = ${where} where principal_id = '${clientId.slice(10)}'`,
      );
    };
    const elsewhere = () => {
      fill(stage, "groups", { id: ids.missing, name: "other" });
      holdInstead("GROUP_READ_ONLY", ids.missing);
      place();
    };
    await testRefusals(changes as Record<string, Asked>, [
      [
        "a Project Owner, of one that owns the organization",
        { as: "groupOwner", before: place },
        "USER_UNAUTHORIZED",
      ],
      [
        "a Project Owner, of one with a role in another project",
        { as: "groupOwner", before: elsewhere },
        "USER_UNAUTHORIZED",
      ],
    ]);
    for (const [id, asked] of Object.entries(changes)) {
      await t.test(`${id}: Project Owners may, for an account that holds nothing outside`, async () => {
        holdInstead("ORG_MEMBER", null);
        place();
        await get(side.addEntries, { body: [{ ipAddress: "192.0.2.7" }, { cidrBlock: "127.0.0.0/8" }] });
        const other = id === side.addEntries ? { body: [{ ipAddress: "192.0.2.8" }] } : asked;
        await get(id as typeof side.update, { ...other, as: "groupOwner" });
      });
    }

    await t.test(
      "200 for Project Owners who change the roles and name what the account is called already",
      async () => {
        place();
        const body = { name: "ci", description: "seeded", roles: ["GROUP_OWNER"] };
        await get("updateGroupServiceAccount", { as: "groupOwner", body });
      },
    );
  });
}

test("service accounts and their projects", async (t) => {
  const stage = await startOperations(t);
  const { answers, lists, testRefusals } = stage;
  const told = () => recorded(stage);
  const invite = (...roles: string[]) => ({ body: { roles } });

  await t.test(
    "200 invites the account to the project, lists it there, and 204 takes it out again",
    async () => {
      await lists("getOrgServiceAccountGroups", {}, []);
      await answers(
        "inviteGroupServiceAccount",
        invite("GROUP_OWNER"),
        accounts.shownAccount(stage, ["GROUP_OWNER"]),
      );
      accounts.assign(stage);
      await lists("getOrgServiceAccountGroups", {}, [
        { groupId: ids.group, roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
      ]);
      await answers("deleteGroupServiceAccount");
      await answers("getOrgServiceAccount", {}, accounts.shownAccount(stage, ["ORG_OWNER"]));
      deepEqual(told(), [
        inGroupFeed("SERVICE_ACCOUNT_ADDED_TO_GROUP", { clientId }),
        inGroupFeed("SERVICE_ACCOUNT_REMOVED_FROM_GROUP", { clientId }),
      ]);
    },
  );

  await t.test("204 deletes an account, whose tokens are refused from the next request on", async () => {
    stage.execute(`update invites set inviter_username = '${clientId}' where id = '${ids.orgInvite}'`);
    const token = await stage.token();
    await answers("deleteOrgServiceAccount");
    equal((await stage.bearing(token, request("listOrgServiceAccounts"))).status, 401);
    deepEqual(
      stage.events().map(({ type, target_username }) => [type, target_username]),
      [
        ["SERVICE_ACCOUNT_DELETED", null],
        ["SERVICE_ACCOUNT_SECRET_DELETED", null],
        ["INVITATIONS_OF_REMOVED_INVITER", clientId],
      ],
    );
    deepEqual(told()[0], inOrgFeed("SERVICE_ACCOUNT_DELETED", { clientId }));
  });

  await testRefusals({ inviteGroupServiceAccount: invite("GROUP_OWNER") }, [
    ["a role that does not exist", invite("KING"), "BAD_REQUEST", [], "_roles", unknown],
    [
      "a role of the other scope",
      invite("ORG_OWNER"),
      "INVALID_ROLE_FOR_GROUP",
      ["ORG_OWNER", ids.group],
      "_roles",
      onlyGroup,
    ],
    [
      "one in the project already",
      { before: () => accounts.assign(stage) },
      "INVALID_ROLE_ASSIGNMENT",
      ["SERVICE_ACCOUNT_ALREADY_IN_GROUP"],
    ],
  ]);
  await testRefusals(
    {
      inviteGroupServiceAccount: invite("GROUP_OWNER"),
      deleteGroupServiceAccount: {},
      deleteOrgServiceAccount: {},
      getOrgServiceAccountGroups: {},
    },
    [["an unknown account", { params: { clientId: missing } }, "SERVICE_ACCOUNT_NOT_FOUND", [missing]]],
  );
  await testRefusals({ deleteGroupServiceAccount: {} }, [
    ["an account outside the project", {}, "SERVICE_ACCOUNT_NOT_FOUND", [clientId]],
  ]);
});
