// API keys of organizations and in projects, and their access lists, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import * as keysOf from "../../../test/support/api-keys.ts";
import { fill } from "../../../test/support/fill.ts";
import { type Asked, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { ids, keys } from "../../../test/support/world.ts";

const { groupRole, inGroupFeed, inOrgFeed, orgRole } = keysOf;
const onlyOrg = "GROUP_OWNER is a project role. Name organization roles only.";
const onlyGroup = "ORG_OWNER is an organization role. Name project roles only.";
const unknown = "Invalid role name 'KING'. Must be a valid Role name.";
const endless = "The description must have 1 to 250 characters, none of them a control character.";
const { publicKey: readerKey } = keys.groupReader;
const reading = [orgRole("ORG_MEMBER"), groupRole("GROUP_READ_ONLY")];

/** The roles and descriptions that no key can have; `naming` makes the body. */
const badRoles = (scope: "org" | "group", naming: (roles: string[]) => unknown): RefusedCall[] => [
  ["no role at all", { body: naming([]) }, "MISSING_API_KEY_ROLES"],
  ["a role that does not exist", { body: naming(["KING"]) }, "BAD_REQUEST", [], "_roles", unknown],
  scope === "org"
    ? [
        "a role of projects",
        { body: naming(["GROUP_OWNER"]) },
        "INVALID_ROLE_FOR_ORG",
        ["GROUP_OWNER", ids.org],
        "_roles",
        onlyOrg,
      ]
    : [
        "a role of organizations",
        { body: naming(["ORG_OWNER"]) },
        "INVALID_ROLE_FOR_GROUP",
        ["ORG_OWNER", ids.group],
        "_roles",
        onlyGroup,
      ],
];
const badTexts: RefusedCall[] = [
  ...["", "  "].map(
    (desc): RefusedCall => [`the description '${desc}'`, { body: { desc } }, "API_KEY_REQUIRES_DESCRIPTION"],
  ),
  ...["x".repeat(251), "a\u0000b"].map(
    (desc): RefusedCall => [
      `a description of ${desc.length}`,
      { body: { desc } },
      "INVALID_API_KEY_DESC",
      [250],
      "desc",
      endless,
    ],
  ),
];

test("API keys", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, lists, testRefusals, url } = stage;
  type Name = keyof typeof keys;
  const idOf = Object.fromEntries(
    (Object.keys(keys) as Name[]).map((name) => [name, keysOf.keyId(stage, name)]),
  ) as Record<Name, string>;
  const of = (name: Name, body?: unknown): Asked => ({
    params: { apiUserId: idOf[name] },
    body,
  });
  const shown = (name: Name, roles: object[], desc?: string) =>
    keysOf.shownKey(stage, name, { roles, ...(desc && { desc }) });
  const told = () => keysOf.recorded(stage);
  const create = (...roles: string[]) => ({ body: { desc: "deploy", roles } });
  const about = (name: Name) => ({ targetPublicKey: keys[name].publicKey });

  await t.test("200 answers a new key with its whole private key, this once", async () => {
    for (const [id, roles, held] of [
      [
        "createOrgApiKey",
        ["ORG_READ_ONLY", "ORG_MEMBER", "ORG_MEMBER"],
        [orgRole("ORG_READ_ONLY"), orgRole("ORG_MEMBER")],
      ],
      ["createGroupApiKey", ["GROUP_READ_ONLY"], reading],
    ] as const) {
      const made = await answers(id, create(...roles), (key: Record<string, string>) => ({
        desc: "deploy",
        id: key.id,
        links: [{ href: `${url}${keysOf.orgKeysPath}/${key.id}`, rel: "self" }],
        privateKey: key.privateKey,
        publicKey: key.publicKey,
        roles: held,
      }));
      const { privateKey, publicKey } = made;
      match(publicKey, /^[a-z]{8}$/);
      match(privateKey, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      const masked = { ...made, privateKey: `********-****-****-${privateKey.slice(-12)}` };
      await answers("getOrgApiKey", { params: { apiUserId: made.id } }, masked);
      equal(
        (await stage.as({ publicKey, privateKey }, { path: `${keysOf.orgKeysPath}/${made.id}` })).status,
        200,
      );
      equal(JSON.stringify(stage.rows("select * from api_keys")).includes(privateKey), false);
      const details = { targetPublicKey: publicKey };
      const added = id === "createGroupApiKey" ? [inGroupFeed("API_KEY_ADDED_TO_GROUP", details)] : [];
      deepEqual(told(), [inOrgFeed("API_KEY_CREATED", details), ...added]);
      await stage.rewind();
    }
  });

  await t.test("200 lists keys, newest first, with their roles in every scope", async () => {
    const all = [
      shown("owner", [orgRole("ORG_OWNER")]),
      shown("member", [orgRole("ORG_MEMBER")]),
      shown("reader", [orgRole("ORG_READ_ONLY")]),
      shown("creator", [orgRole("ORG_GROUP_CREATOR")]),
      shown("elsewhere", [orgRole("ORG_OWNER")]),
      shown("groupOwner", [orgRole("ORG_MEMBER"), groupRole("GROUP_OWNER")]),
      shown("groupReader", reading),
    ];
    // The keys were created within one second, so only their ids tell their order.
    const sorted = (some: typeof all) => some.sort((a, b) => (a.id < b.id ? 1 : -1));
    await lists("listGroupApiKeys", {}, sorted(all.slice(5)));
    await lists("listOrgApiKeys", {}, sorted(all));
    stage.clock.set({ advance: "PT1S" });
    const { id } = await get("createOrgApiKey", create("ORG_MEMBER"));
    const { results, totalCount } = await get("listOrgApiKeys", { query: "itemsPerPage=1" });
    deepEqual([results.length, results[0].id, totalCount], [1, id, 8]);
  });

  await t.test("204 adds to the roles in the project, those of all items, once", async () => {
    const roles = ["GROUP_CLUSTER_MANAGER", "GROUP_READ_ONLY"];
    for (const _ of ["adds", "changes nothing"]) {
      await answers(
        "addGroupApiKey",
        of(
          "member",
          roles.map((role) => ({ roles: [role] })),
        ),
      );
      await answers("addGroupApiKey", of("groupReader", [{ roles: ["GROUP_OWNER"] }]));
    }
    const rolesOf = async (name: Name) => (await get("getOrgApiKey", of(name))).roles;
    deepEqual(await rolesOf("member"), [...reading, groupRole("GROUP_CLUSTER_MANAGER")]);
    deepEqual(await rolesOf("groupReader"), [
      orgRole("ORG_MEMBER"),
      groupRole("GROUP_OWNER"),
      groupRole("GROUP_READ_ONLY"),
    ]);
    deepEqual(told(), [
      inGroupFeed("API_KEY_ADDED_TO_GROUP", about("member")),
      inGroupFeed("API_KEY_ROLES_CHANGED", about("groupReader")),
    ]);
  });

  for (const [id, name, inFeed, replaced, rest] of [
    ["updateOrgApiKey", "groupOwner", inOrgFeed, "ORG_READ_ONLY", [groupRole("GROUP_OWNER")]],
    ["updateGroupApiKeyRoles", "groupReader", inGroupFeed, "GROUP_OWNER", []],
  ] as const) {
    await t.test(`${id}: 200 changes what is sent, and tells only what changes`, async () => {
      const inOrg = id === "updateOrgApiKey";
      const before = inOrg ? [orgRole("ORG_MEMBER"), ...rest] : reading;
      const after = inOrg ? [orgRole(replaced), ...rest] : [orgRole("ORG_MEMBER"), groupRole(replaced)];
      const held = inOrg ? "ORG_MEMBER" : "GROUP_READ_ONLY";
      await answers(id, of(name, { desc: "seeded", roles: [held] }), shown(name, before));
      await answers(id, of(name, { desc: "new" }), shown(name, before, "new"));
      await answers(id, of(name, { roles: [replaced] }), shown(name, after, "new"));
      await answers("getOrgApiKey", of(name), shown(name, after, "new"));
      deepEqual(told(), [
        inOrgFeed("API_KEY_DESCRIPTION_CHANGED", about(name)),
        inFeed("API_KEY_ROLES_CHANGED", about(name)),
      ]);
    });
  }

  await t.test("200 adds a key that is not in the project yet", async () => {
    const added = of("member", { roles: ["GROUP_READ_ONLY"] });
    await answers("updateGroupApiKeyRoles", added, shown("member", reading));
    deepEqual(told(), [inGroupFeed("API_KEY_ADDED_TO_GROUP", about("member"))]);
  });

  await t.test(
    "401 to Project Owners who describe a key that owns the organization; 200 to owners",
    async () => {
      const inGroup = { principal_id: idOf.owner, group_id: ids.group };
      fill(stage, "grants", { ...inGroup, role: "GROUP_READ_ONLY" });
      const mine = of("owner", { desc: "mine" });
      await stage.refuses("updateGroupApiKeyRoles", { ...mine, as: "groupOwner" }, "USER_UNAUTHORIZED");
      const roles = ["GROUP_DATA_ACCESS_READ_ONLY"];
      await get("updateGroupApiKeyRoles", { ...of("owner", { desc: "seeded", roles }), as: "groupOwner" });
      await get("updateGroupApiKeyRoles", { ...mine, as: "account" });
    },
  );

  await t.test("204 takes a key out of the project, which keeps its roles elsewhere", async () => {
    await answers("removeGroupApiKey", of("groupReader"));
    await answers("getOrgApiKey", of("groupReader"), shown("groupReader", [orgRole("ORG_MEMBER")]));
    deepEqual(told(), [inGroupFeed("API_KEY_REMOVED_FROM_GROUP", about("groupReader"))]);
  });

  await t.test("204 deletes a key, which is refused from the next request on", async () => {
    stage.execute(`update invites set inviter_username = '${readerKey}' where id = '${ids.invite}'`);
    const deleted = of("groupReader");
    await get("listOrgApiKeys", { as: "groupReader" });
    await answers("deleteOrgApiKey", deleted);
    equal((await call("listOrgApiKeys", { as: "groupReader" })).status, 401);
    deepEqual(stage.rows(`select * from grants where principal_id = '${deleted.params?.apiUserId}'`), []);
    deepEqual(
      stage.events().map(({ type, target_username }) => [type, target_username]),
      [
        ["API_KEY_DELETED", null],
        ["INVITATIONS_OF_REMOVED_INVITER", readerKey],
      ],
    );
    deepEqual(told()[0], inOrgFeed("API_KEY_DELETED", about("groupReader")));
  });

  const named = (roles: string[]) => ({ roles });
  const creations = { createOrgApiKey: create("ORG_MEMBER"), createGroupApiKey: create("GROUP_READ_ONLY") };
  const inOrg = {
    createOrgApiKey: creations.createOrgApiKey,
    updateOrgApiKey: of("groupOwner", { desc: "new" }),
  };
  const inGroup = {
    createGroupApiKey: creations.createGroupApiKey,
    updateGroupApiKeyRoles: of("groupReader", { roles: ["GROUP_READ_ONLY"] }),
  };
  const add = of("groupReader", [named(["GROUP_READ_ONLY"])]);
  await testRefusals(inOrg, [...badRoles("org", named), ...badTexts]);
  await testRefusals(inGroup, [...badRoles("group", named), ...badTexts]);
  await testRefusals(
    { addGroupApiKey: add },
    badRoles("group", (roles) => [named(roles)]),
  );
  await testRefusals(creations, [
    [
      "the 501st key",
      { before: () => keysOf.fillWithKeys(stage) },
      "MAX_API_KEYS_PER_ORG_EXCEEDED",
      [500, ids.org],
    ],
  ]);
  await testRefusals({ updateGroupApiKeyRoles: of("owner", { desc: "mine" }) }, [
    ["a key outside the project without roles", {}, "MISSING_API_KEY_ROLES"],
  ]);
  await testRefusals({ removeGroupApiKey: of("member") }, [
    ["a key without a role in the project", {}, "API_KEY_NOT_FOUND", [idOf.member]],
  ]);

  const inList = (name: Name, ipAddress: string, as: Asked["as"] = "owner") => ({
    as,
    params: { apiUserId: idOf[name], ipAddress },
  });
  const entry = [{ ipAddress: "192.0.2.7" }];
  const one = inList("elsewhere", "192.0.2.7");
  await testRefusals(
    {
      addGroupApiKey: add,
      updateOrgApiKey: inOrg.updateOrgApiKey,
      updateGroupApiKeyRoles: inGroup.updateGroupApiKeyRoles,
      removeGroupApiKey: of("groupReader"),
      deleteOrgApiKey: of("groupReader"),
      getOrgApiKey: of("groupReader"),
      createOrgApiKeyAccessListEntry: of("member", entry),
      listOrgApiKeyAccessListEntries: of("member"),
      getOrgApiKeyAccessListEntry: one,
      deleteOrgApiKeyAccessListEntry: one,
    },
    [
      ["an unknown key", { params: { apiUserId: ids.missing } }, "API_KEY_NOT_FOUND", [ids.missing]],
      ["what is no id", { params: { apiUserId: "nonsense" } }, "INVALID_KEY_ID", ["nonsense"]],
    ],
  );

  const blocks = [
    { cidrBlock: "192.0.2.0/24" },
    { cidrBlock: "2001:db8::1/128", ipAddress: "2001:db8::1" },
  ].map((each) => keysOf.shownEntry(stage, idOf.elsewhere, each));

  await t.test("200 answers addresses and networks on access lists, each by its spellings", async () => {
    await lists("listOrgApiKeyAccessListEntries", of("elsewhere"), blocks);
    await lists("listOrgApiKeyAccessListEntries", of("owner"), []);
    for (const address of ["2001:db8::1", "2001:DB8:0::1", "2001:db8::1/128"]) {
      await answers("getOrgApiKeyAccessListEntry", inList("elsewhere", address), blocks[1]);
    }
    await answers("getOrgApiKeyAccessListEntry", inList("elsewhere", "192.0.2.0/24"), blocks[0]);
  });

  await t.test("200 adds to the access list, and answers it whole", async () => {
    const sent = [...entry, { cidrBlock: "198.51.100.0/24" }, { ipAddress: "2001:DB8::0:2" }];
    const id = idOf.member;
    await lists(
      "createOrgApiKeyAccessListEntry",
      of("member", sent),
      [
        { cidrBlock: "192.0.2.7/32", ipAddress: "192.0.2.7" },
        { cidrBlock: "198.51.100.0/24" },
        { cidrBlock: "2001:db8::2/128", ipAddress: "2001:db8::2" },
      ].map((each) => keysOf.shownEntry(stage, id, each)),
    );
    deepEqual(
      told(),
      ["192.0.2.7", "198.51.100.0/24", "2001:db8::2"].map((whitelistEntry) =>
        inOrgFeed("API_KEY_ACCESS_LIST_ENTRY_ADDED", { ...about("member"), whitelistEntry }),
      ),
    );
  });

  await t.test("200 for the key itself, which is refused elsewhere from then on", async () => {
    for (const id of ["createOrgApiKeyAccessListEntry", "deleteOrgApiKeyAccessListEntry"] as const) {
      const asked = id.startsWith("create") ? of("owner", entry) : inList("elsewhere", "192.0.2.0/24");
      await stage.refuses(id, { ...asked, as: "member" }, "USER_UNAUTHORIZED");
    }
    await get("createOrgApiKeyAccessListEntry", { ...of("member", entry), as: "member" });
    await stage.refuses("listOrgApiKeys", { as: "member" }, "IP_ADDRESS_NOT_ON_ACCESS_LIST", ["127.0.0.1"]);
  });

  await t.test("204 takes the entry off the list", async () => {
    await answers("deleteOrgApiKeyAccessListEntry", inList("elsewhere", "192.0.2.0/24"));
    await lists("listOrgApiKeyAccessListEntries", of("elsewhere"), blocks.slice(1));
    const details = { ...about("elsewhere"), whitelistEntry: "192.0.2.0/24" };
    deepEqual(told(), [inOrgFeed("API_KEY_ACCESS_LIST_ENTRY_DELETED", details)]);
  });

  await t.test(
    "400 CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST for the address a key itself asks from",
    async () => {
      const body = [{ cidrBlock: "127.0.0.0/8" }, ...entry];
      await get("createOrgApiKeyAccessListEntry", { ...of("member", body), as: "member" });
      const own = inList("member", "127.0.0.0/8", "member");
      await stage.refuses("deleteOrgApiKeyAccessListEntry", own, "CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST", [
        "127.0.0.0/8",
      ]);
      await answers("deleteOrgApiKeyAccessListEntry", inList("member", "192.0.2.7", "member"));
      await answers("deleteOrgApiKeyAccessListEntry", inList("member", "127.0.0.0/8"));
    },
  );

  const bad = ["192.0.2", "1", "192.0.2.1/33", "192.0.2.1/", "fe80::1%eth0", "example.com", "", "a\u0000"];
  await testRefusals({ createOrgApiKeyAccessListEntry: of("member") }, [
    ...bad.map(
      (cidrBlock): RefusedCall => [
        `${JSON.stringify(cidrBlock)}, which is neither`,
        { body: [...entry, { cidrBlock }] },
        "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
        [cidrBlock],
      ],
    ),
    [
      "two different entries in one",
      { body: [{ ...entry[0], cidrBlock: "192.0.2.0/24" }] },
      "BAD_ACCESS_LIST_ADD_REQUEST",
    ],
    [
      "one address in two spellings",
      { body: [...entry, { cidrBlock: "192.0.2.7/32" }] },
      "DUPLICATE_ADDRESSES_IN_INPUT",
      ["192.0.2.7"],
    ],
    ["no entry", { body: [] }, "MISSING_ONE_OF_ATTRIBUTES", ["ipAddress, cidrBlock"]],
    ["an empty entry", { body: [{}] }, "MISSING_ONE_OF_ATTRIBUTES", ["ipAddress, cidrBlock"]],
    [
      "one that is there",
      of("elsewhere", [...entry, { cidrBlock: "192.0.2.0/24" }]),
      "ADDRESS_ALREADY_IN_ACCESS_LIST",
      ["192.0.2.0/24"],
    ],
  ]);
  await testRefusals({ getOrgApiKeyAccessListEntry: one, deleteOrgApiKeyAccessListEntry: one }, [
    [
      "what is neither",
      { params: { ipAddress: "nonsense" } },
      "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
      ["nonsense"],
    ],
    [
      "an address inside a listed network",
      {},
      "API_KEY_ACCESS_LIST_NOT_FOUND",
      ["192.0.2.7", idOf.elsewhere],
    ],
  ]);
});
