// Remote MCP configurations of organizations and projects, and the secrets of their accounts, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { fill, numbered } from "../../../test/support/fill.ts";
import { requestToken } from "../../../test/support/oauth.ts";
import { type Asked, type RefusedCall, request, startOperations } from "../../../test/support/operations.ts";
import { limitSecrets, sentEntries, shownEntries } from "../../../test/support/service-accounts.ts";
import { now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

/** The operations that exist for an organization and for a project. */
const sides = {
  org: {
    list: "listOrgMcpConfigs",
    get: "getOrgMcpConfig",
    create: "createOrgMcpConfig",
    update: "updateOrgMcpConfig",
    remove: "deleteOrgMcpConfig",
    listSecrets: "listOrgMcpConfigSecrets",
    getSecret: "getOrgMcpConfigSecret",
    addSecret: "createOrgMcpConfigSecret",
    removeSecret: "deleteOrgMcpConfigSecret",
    accounts: "listOrgServiceAccounts",
    roles: ["ORG_READ_ONLY"],
    others: ["ORG_OWNER"],
    foreign: [
      "GROUP_OWNER",
      "INVALID_ROLE_FOR_ORG",
      ids.org,
      "GROUP_OWNER is a project role. Name organization roles only.",
    ],
  },
  group: {
    list: "listGroupMcpConfigs",
    get: "getGroupMcpConfig",
    create: "createGroupMcpConfig",
    update: "updateGroupMcpConfig",
    remove: "deleteGroupMcpConfig",
    listSecrets: "listGroupMcpConfigSecrets",
    getSecret: "getGroupMcpConfigSecret",
    addSecret: "createGroupMcpConfigSecret",
    removeSecret: "deleteGroupMcpConfigSecret",
    accounts: "listGroupServiceAccounts",
    roles: ["GROUP_READ_ONLY"],
    others: ["GROUP_OWNER"],
    foreign: [
      "ORG_OWNER",
      "INVALID_ROLE_FOR_GROUP",
      ids.group,
      "ORG_OWNER is an organization role. Name project roles only.",
    ],
  },
} as const;
type Side = (typeof sides)["org" | "group"];

/** The generated members of a configuration. */
interface Made {
  readonly clientId: string;
  readonly egressClientId: string;
  readonly mcpConfigId: string;
}

const missing = "00000000-0000-4000-8000-000000000000";
const hours = (secretExpiresAfterHours: number) => ({ body: { secretExpiresAfterHours } });

for (const [scope, side] of Object.entries(sides) as ["org" | "group", Side][]) {
  test(`remote MCP configurations of the ${scope}`, async (t) => {
    const stage = await startOperations(t);
    const { answers, get, lists, refuses, testRefusals } = stage;
    const body = { mcpConfigName: "agents", roles: [...side.roles] };
    const create = (more: object = {}) => get(side.create, { body: { ...body, ...more } });
    const of = (mcpConfigId: string, more: Asked = {}): Asked => ({ ...more, params: { mcpConfigId } });
    const types = () => stage.events().map(({ type }) => type);
    const added = scope === "group" ? ["SERVICE_ACCOUNT_ADDED_TO_GROUP"] : [];

    await t.test("201 makes two accounts that service accounts list on request alone", async () => {
      const sent = { ...body, ipAccessList: sentEntries };
      const made = await answers(side.create, { body: sent }, (json: Made) => ({
        ...json,
        ipAccessList: shownEntries,
        mcpConfigName: "agents",
        roles: side.roles,
      }));
      const { clientId, egressClientId, mcpConfigId }: Made = made;
      match(clientId, /^mdb_sa_id_[0-9a-f]{24}$/);
      match(egressClientId, /^mdb_sa_id_[0-9a-f]{24}$/);
      match(mcpConfigId, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      deepEqual(Object.keys(made).length, 6);
      await answers(side.get, of(mcpConfigId), made);
      await lists(side.list, {}, [made]);
      deepEqual(types(), [
        "SERVICE_ACCOUNT_CREATED",
        ...added,
        "SERVICE_ACCOUNT_CREATED",
        ...added,
        "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED",
        "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED",
      ]);
      const shownIn = async (query: string) =>
        (await get(side.accounts, { query })).results
          .filter((each: { systemManaged: boolean }) => each.systemManaged)
          .map((each: { clientId: string }) => each.clientId)
          .sort();
      deepEqual(await shownIn("includeSystemManaged=true"), [clientId, egressClientId].sort());
      deepEqual(await shownIn("includeSystemManaged=false"), []);
      equal((await get("getOrgServiceAccount", { params: { clientId } })).systemManaged, true);
      const change = { params: { clientId }, body: { name: "renamed" } };
      for (const id of ["updateOrgServiceAccount", "updateGroupServiceAccount"] as const) {
        await refuses(id, change, "SERVICE_ACCOUNT_NOT_FOUND", [clientId]);
      }
    });

    await t.test("200 changes what is sent, and replaces roles and addresses", async () => {
      const made = await create({ ipAccessList: sentEntries });
      const change = (sent: object, shown: object) =>
        answers(side.update, of(made.mcpConfigId, { body: sent }), { ...made, ...shown });
      await change({ mcpConfigName: null }, {});
      const before = types().length;
      await change({ mcpConfigName: "renamed" }, { mcpConfigName: "renamed" });
      const more = { mcpConfigName: "renamed", roles: side.others };
      await change({ roles: side.others }, more);
      const [first] = shownEntries;
      await change({ ipAccessList: sentEntries.slice(0, 1) }, { ...more, ipAccessList: [first] });
      await change({ ipAccessList: [] }, { ...more, ipAccessList: [] });
      deepEqual(types().slice(before), [
        "SERVICE_ACCOUNT_DETAILS_CHANGED",
        "SERVICE_ACCOUNT_DETAILS_CHANGED",
        "SERVICE_ACCOUNT_ROLES_CHANGED",
        "SERVICE_ACCOUNT_ROLES_CHANGED",
        "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED",
        "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED",
      ]);
    });

    await t.test("201 shows a secret once, which is good for tokens until it ends", async () => {
      const { clientId, mcpConfigId } = await create();
      const dates = { createdAt: now, expiresAt: "2026-08-11T03:04:53Z" };
      const whole = ({ id, secret }: Readonly<Record<string, string>>) => ({
        ...dates,
        id,
        lastUsedAt: null,
        secret,
      });
      const { id, secret } = await answers(side.addSecret, of(mcpConfigId, hours(24)), whole);
      match(secret, /^mdb_sa_sk_[A-Za-z0-9_-]{40}$/);
      const masked = {
        ...dates,
        id,
        lastUsedAt: null,
        maskedSecretValue: `mdb_sa_sk_...${secret.slice(-4)}`,
      };
      await lists(side.listSecrets, of(mcpConfigId), [masked]);
      const ofSecret = { params: { mcpConfigId, secretId: id } };
      await answers(side.getSecret, ofSecret, masked);
      equal(JSON.stringify(stage.rows("select * from service_account_secrets")).includes(secret), false);

      const credential = { clientId, clientSecret: secret };
      const token = (await requestToken(stage, credential)).json.access_token as string;
      equal((await stage.bearing(token, request(side.list))).status, 200);
      await answers(side.getSecret, ofSecret, { ...masked, lastUsedAt: now });
      stage.clock.set({ advance: "P1D" });
      equal((await requestToken(stage, credential)).status, 401);
    });

    await t.test("201 twice: the first secret has seven days left, and there is no third", async () => {
      const { clientId, mcpConfigId } = await create();
      await get(side.addSecret, of(mcpConfigId, hours(1000)));
      await get(side.addSecret, of(mcpConfigId, hours(1000)));
      const { results } = await get(side.listSecrets, of(mcpConfigId));
      const ends = results.map(({ expiresAt }: { expiresAt: string }) => expiresAt);
      deepEqual(ends.sort(), ["2026-08-17T03:04:53Z", "2026-09-20T19:04:53Z"]);
      const limit = "SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED";
      await refuses(side.addSecret, of(mcpConfigId, hours(1000)), limit, [clientId, 2]);
      stage.clock.set({ advance: "P7D" });
      await get(side.addSecret, of(mcpConfigId, hours(1000)));
    });

    await t.test("204 deletes a secret; and a configuration, with active secrets on request", async () => {
      const { mcpConfigId } = await create();
      const first = await get(side.addSecret, of(mcpConfigId, hours(24)));
      await answers(side.removeSecret, { params: { mcpConfigId, secretId: first.id } });
      await lists(side.listSecrets, of(mcpConfigId), []);
      await get(side.addSecret, of(mcpConfigId, hours(24)));
      const description = "The configuration has active secrets, which are deleted with it if this is true.";
      await refuses(side.remove, of(mcpConfigId), "BAD_REQUEST", [], "cascading", description);
      const before = types().length;
      await answers(side.remove, of(mcpConfigId, { query: "cascading=true" }));
      deepEqual(types().slice(before), [
        "SERVICE_ACCOUNT_DELETED",
        "SERVICE_ACCOUNT_DELETED",
        "SERVICE_ACCOUNT_SECRET_DELETED",
      ]);
      await lists(side.list, {}, []);
      deepEqual(stage.rows("select id from service_accounts where mcp_config_id is not null"), []);
    });

    await t.test("204 deletes a configuration whose secrets have ended", async () => {
      const { mcpConfigId } = await create();
      await get(side.addSecret, of(mcpConfigId, hours(24)));
      stage.clock.set({ advance: "P1D" });
      await answers(side.remove, of(mcpConfigId));
    });

    await t.test("one of the other scope is not there", async () => {
      const { mcpConfigId } = await create();
      const other = scope === "org" ? sides.group : sides.org;
      await refuses(other.get, of(mcpConfigId), "RESOURCE_NOT_FOUND", [mcpConfigId]);
      await lists(other.list, {}, []);
    });

    const [foreign, code, id, said] = side.foreign;
    const unknownRole = "Invalid role name 'KING'. Must be a valid Role name.";
    const good = { ipAddress: "203.0.113.1" };
    const entries = (...ipAccessList: object[]) => ({ body: { ipAccessList: [good, ...ipAccessList] } });
    const wrong: RefusedCall[] = [
      ["a role that does not exist", { body: { roles: ["KING"] } }, "BAD_REQUEST", [], "_roles", unknownRole],
      ["a role of the other scope", { body: { roles: [foreign] } }, code, [foreign, id], "_roles", said],
      [
        "what is no address",
        entries({ ipAddress: "nonsense" }),
        "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
        ["nonsense"],
      ],
      [
        "two addresses in one entry",
        entries({ ipAddress: "192.0.2.7", cidrBlock: "192.0.2.0/24" }),
        "BAD_ACCESS_LIST_ADD_REQUEST",
      ],
      [
        "an address in two spellings",
        entries({ cidrBlock: "203.0.113.1/32" }),
        "DUPLICATE_ADDRESSES_IN_INPUT",
        ["203.0.113.1"],
      ],
      [
        "an entry without an address",
        entries({ ipAddress: null }),
        "MISSING_ONE_OF_ATTRIBUTES",
        ["ipAddress, cidrBlock"],
      ],
    ];
    const crowd = () => {
      const others = numbered(498, (each) => ({ id: `e${each.slice(1)}` }));
      fill(stage, "principals", ...others.map((each) => ({ id: each.id, kind: "SERVICE_ACCOUNT" })));
      const filler = { org_id: ids.org, name: "filler", description: "filler", created_at: 0 };
      fill(stage, "service_accounts", ...others.map((each) => ({ id: each.id, ...filler })));
    };
    await testRefusals({ [side.create]: { body } }, [
      ...wrong,
      ["the 501st account", { before: crowd }, "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED", [500, ids.org]],
    ]);
    await testRefusals(
      { [side.update]: async () => of((await create()).mcpConfigId, { body: { roles: [...side.roles] } }) },
      wrong,
    );
    await testRefusals({ [side.addSecret]: async () => of((await create()).mcpConfigId, hours(24)) }, [
      ["7 hours", hours(7), "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME", [8, 8760, 7]],
      [
        "more than the organization allows",
        { before: () => limitSecrets(stage, 23) },
        "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
        [8, 23, 24],
      ],
    ]);
    await t.test("404 SERVICE_ACCOUNT_SECRET_NOT_FOUND for an unknown secret", async () => {
      const { clientId, mcpConfigId } = await create();
      const unknown = { params: { mcpConfigId, secretId: ids.missing } };
      for (const each of [side.getSecret, side.removeSecret]) {
        await refuses(each, unknown, "SERVICE_ACCOUNT_SECRET_NOT_FOUND", [clientId, ids.missing]);
      }
    });
    const ofSecret = { params: { secretId: ids.missing } };
    await testRefusals(
      {
        [side.get]: {},
        [side.update]: { body: { mcpConfigName: "renamed" } },
        [side.remove]: {},
        [side.listSecrets]: {},
        [side.addSecret]: hours(24),
        [side.getSecret]: ofSecret,
        [side.removeSecret]: ofSecret,
      },
      [["an unknown configuration", of(missing), "RESOURCE_NOT_FOUND", [missing]]],
    );
  });
}

test("configurations of a project", async (t) => {
  const stage = await startOperations(t);
  const body = { mcpConfigName: "agents", roles: ["GROUP_READ_ONLY"] };
  const left = () => stage.rows("select id from principals where kind = 'SERVICE_ACCOUNT'").length;

  await t.test("go with it", async () => {
    const before = left();
    await stage.get("createGroupMcpConfig", { body });
    equal(left(), before + 2);
    await stage.get("deleteGroup");
    equal(left(), before);
  });
});
