// Projects, their settings and limits, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { fill, numbered } from "../../../test/support/fill.ts";
import * as limits from "../../../test/support/group-limits.ts";
import { badTags, groupSettings, listedGroup, shownGroup } from "../../../test/support/groups.ts";
import { type Asked, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { idOf } from "../../../test/support/users.ts";
import { ids } from "../../../test/support/world.ts";

const name = "billing";
const tags = [
  { key: "team", value: "core" },
  { key: "env", value: "test" },
];
const create = { body: { name, orgId: ids.org } };
/** The recorded address: it is of an older API, has a doubled slash and no id. */
const located = (url: string) => ({ location: `${url}//api/atlas/v1.0` });

test("projects", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, lists, testRefusals, told, url } = stage;
  type Made = { readonly id: string };
  const ownersOf = async (asked: Asked) => {
    const { id } = await get("createGroup", asked);
    const rows = stage.rows(
      `select coalesce(users.username, api_keys.public_key) as name from grants
       left join users on users.id = principal_id left join api_keys on api_keys.id = principal_id
       where group_id = '${id}' and role = 'GROUP_OWNER' order by name`,
    );
    return rows.map((row) => (row as { name: string }).name);
  };
  const made = async (name: string, as: Asked["as"] = "owner") => {
    stage.clock.set({ advance: "PT1S" });
    return (await get("createGroup", { as, body: { name, orgId: ids.org } })).id as string;
  };

  await t.test("201 answers the project, without tags when none were sent", async () => {
    const shown = ({ id }: Made) => {
      const { tags: _, withDefaultAlertsSettings, ...rest } = shownGroup(url, { id, name });
      return { ...rest, withDefaultAlertsSettings };
    };
    const { id } = await answers("createGroup", create, shown, located(url));
    await answers("getGroup", { params: { groupId: id } }, shownGroup(url, { id, name }));
    deepEqual(told(), [["GROUP_CREATED", "both"]]);
  });

  await t.test(
    "201 with tags in the order in which they were sent, whatever only the answer may say",
    async () => {
      const body = {
        ...create.body,
        id: ids.missing,
        clusterCount: 7,
        links: [],
        withDefaultAlertsSettings: false,
        tags,
      };
      const shown = ({ id }: Made) => shownGroup(url, { id, name, tags, withDefaultAlertsSettings: false });
      const { id } = await answers("createGroup", { body }, shown, located(url));
      equal(id === ids.missing, false);
    },
  );

  await t.test(
    "201 for a restriction to no regions, which is not answered, and for a name used elsewhere",
    async () => {
      for (const regionUsageRestrictions of ["", "NONE"]) {
        const body = { name: `to ${regionUsageRestrictions}.`, orgId: ids.org, regionUsageRestrictions };
        equal("regionUsageRestrictions" in (await get("createGroup", { body })), false);
      }
      await made("shipping");
    },
  );

  await t.test(
    "201 makes the oldest Organization Owner its Project Owner, the person named, or its creator",
    async () => {
      deepEqual(await ownersOf(create), ["owner@example.com"]);
      const query = `projectOwnerId=${idOf(stage, "member@example.com")}`;
      deepEqual(await ownersOf({ body: { ...create.body, name: "b" }, query }), ["member@example.com"]);
      const byCreator = { as: "creator" as const, body: { ...create.body, name: "c" } };
      deepEqual(await ownersOf(byCreator), ["owner@example.com", "projcrea"]);
    },
  );

  await t.test(
    "201 with the alert configurations of a new project, as recorded, unless they are not wanted",
    async () => {
      const configsOf = async (body: object) => {
        const { id } = await get("createGroup", { body: { ...create.body, ...body } });
        return get("listGroupAlertConfigs", { params: { groupId: id } });
      };
      const { totalCount, results } = await configsOf({ name: "alerted" });
      const [first, second] = results;
      const {
        created: _,
        groupId: __,
        id: ___,
        links: ____,
        updated: _____,
        notifications,
        ...shown
      } = first;
      deepEqual(shown, {
        enabled: true,
        eventTypeName: "REPLICATION_OPLOG_WINDOW_RUNNING_OUT",
        matchers: [],
        threshold: { operator: "LESS_THAN", threshold: 1, units: "HOURS" },
      });
      const [{ notifierId, ...notification }] = notifications;
      match(notifierId, /^[0-9a-f]{24}$/);
      const roles = ["GROUP_OWNER"];
      const sent = {
        delayMin: 0,
        emailEnabled: true,
        intervalMin: 60,
        roles,
        smsEnabled: false,
        typeName: "GROUP",
      };
      deepEqual(notification, sent);
      deepEqual([totalCount, second.eventTypeName, second.notifications[0].delayMin], [30, "NO_PRIMARY", 15]);
      const off = results.filter(({ enabled }: { enabled: boolean }) => !enabled);
      deepEqual([off.length, off[0].metricThreshold.metricName], [1, "NORMALIZED_SYSTEM_CPU_STEAL"]);
      equal((await configsOf({ name: "quiet", withDefaultAlertsSettings: false })).totalCount, 0);
      equal((await get("listGroupAlertConfigs")).totalCount, 0);
      deepEqual(told(), [
        ["GROUP_CREATED", "both"],
        ["GROUP_CREATED", "both"],
      ]);
    },
  );

  await t.test(
    "200 lists projects, oldest first, with their tags, to others those they hold a role in",
    async () => {
      await call("updateGroup", { body: { tags } });
      const created = ["2026-08-10T03:04:54Z", "2026-08-10T03:04:55Z"] as const;
      const zeta = listedGroup(url, { id: await made("zeta"), name: "zeta", created: created[0] });
      const alpha = listedGroup(url, {
        id: await made("Alpha-é", "creator"),
        name: "Alpha-é",
        created: created[1],
      });
      const all = [listedGroup(url, { tags }), zeta, alpha];
      for (const [as, shown] of [
        ["owner", all],
        ["reader", all],
        ["groupOwner", all.slice(0, 1)],
        ["groupReader", all.slice(0, 1)],
        ["creator", all.slice(2)],
        ["member", []],
      ] as const) {
        await lists("listGroups", { as }, shown);
        await lists("getOrgGroups", { as }, shown);
      }
      deepEqual((await get("listGroups", { as: "stranger" })).results[0].id, ids.otherGroup);
    },
  );

  await t.test("200 filters by the beginning of the name, in any case, page by page", async () => {
    for (const each of ["Pay-2", "Elan-é", "pay_3"]) await made(each);
    for (const [query, names, count] of [
      ["name=PAY", ["payments", "Pay-2", "pay_3"], 3],
      ["name=pay&itemsPerPage=2&pageNum=2", ["pay_3"], 3],
      ["name=pay_", ["pay_3"], 1],
      ["name=ELAN-%C3%89", ["Elan-é"], 1],
      ["name=&includeCount=false", ["payments", "Pay-2", "Elan-é", "pay_3"], 0],
    ] as const) {
      const { results, totalCount } = await get("getOrgGroups", { query });
      deepEqual([results.map((each: { name: string }) => each.name), totalCount], [names, count], query);
    }
  });

  await t.test(
    "200 renames the project and leaves the rest, with pending invitations under the new name",
    async () => {
      stage.clock.set({ advance: "P1D" });
      await call("updateGroup", { body: { tags } });
      const json = shownGroup(url, { name, tags });
      await answers("updateGroup", { body: { name } }, json);
      await answers("getGroup", {}, json);
      equal((await get("listGroupInvites"))[0].groupName, name);
    },
  );

  await t.test(
    "200 replaces and clears tags, changes the alert setting, and tells only what changes",
    async () => {
      const first = [{ key: "env", value: "prod" }];
      for (const [body, shown] of [
        [{ tags }, { tags }],
        [{ tags: first }, { tags: first }],
        [{ tags: [] }, {}],
        [{ withDefaultAlertsSettings: false }, { withDefaultAlertsSettings: false }],
        [{ withDefaultAlertsSettings: true }, {}],
        [{ name: "payments" }, {}],
        [{}, {}],
      ]) {
        await answers("updateGroup", { body }, shownGroup(url, shown));
        await answers("getGroup", {}, shownGroup(url, shown));
      }
      const modified = ["GROUP_TAGS_MODIFIED", "both"] as const;
      deepEqual(told(), [modified, modified, modified]);
      await call("updateGroup", { body: { name } });
      deepEqual(told().at(-1), ["GROUP_NAME_CHANGED", "both"]);
      const { results } = await get("listGroupEvents", { query: "eventType=GROUP_TAGS_MODIFIED" });
      deepEqual([results[0].resourceId, results[0].resourceType], [ids.group, "project"]);
    },
  );

  await t.test("200 by a name that has to be encoded", async () => {
    await answers("getGroupByName", { params: { groupName: "payments" } }, shownGroup(url));
    const encoded = "Zahlungen (Köln) & more";
    await call("updateGroup", { body: { name: encoded } });
    await answers("getGroupByName", { params: { groupName: encoded } }, shownGroup(url, { name: encoded }));
  });

  await t.test("202 deletes the project with its invitations and the roles in it", async () => {
    await answers("deleteGroup", {}, {});
    for (const id of ["getGroup", "listGroupInvites"] as const) {
      await stage.refuses(id, {}, "GROUP_NOT_FOUND", [ids.group]);
    }
    for (const table of ["grants", "group_tags", "invites"]) {
      deepEqual(stage.rows(`select * from ${table} where group_id = '${ids.group}'`), []);
    }
    equal(stage.rows("select * from invites").length, 2);
    deepEqual(told(), [["GROUP_DELETED", "both"]]);
    // The people, keys and name stay with the organization.
    equal((await get("listOrgs", { as: "groupReader" })).totalCount, 1);
    await made("payments");
  });

  await t.test("202 again for a minute, without an event, to who deleted it and to owners", async () => {
    await call("deleteGroup", { as: "groupOwner" });
    for (const as of ["groupOwner", "owner"] as const) await answers("deleteGroup", { as }, {});
    const gone = (as: Asked["as"]) => stage.refuses("deleteGroup", { as }, "GROUP_NOT_FOUND", [ids.group]);
    for (const as of ["groupReader", "reader", "stranger"] as const) await gone(as);
    equal(stage.events().length, 1);
    stage.clock.set({ advance: "PT60S" });
    await answers("deleteGroup", {}, {});
    stage.clock.set({ advance: "PT1S" });
    await gone("owner");
  });

  await t.test("202 for both of two at once, which delete it once", async () => {
    const replies = await Promise.all([call("deleteGroup"), call("deleteGroup")]);
    deepEqual(
      replies.map(({ status }) => status),
      [202, 202],
    );
    equal(stage.events().length, 1);
  });

  const allowed = "The name must have 1 to 64 characters: letters, digits, blanks and - _ . ( ) , : & @ + '.";
  const restricted = 'The value must be one of "", NONE.';
  const field = "regionUsageRestrictions";
  const owned = (id: string, why: string): RefusedCall => [
    why,
    { query: `projectOwnerId=${id}` },
    "USER_NOT_FOUND",
    [id],
  ];
  const full = () =>
    fill(stage, "groups", ...numbered(249, (id, number) => ({ id, name: `project ${number}` })));
  await testRefusals({ createGroup: create, updateGroup: { body: { name } } }, [
    ...["pay/ments", "  ", "", "x".repeat(65)].map(
      (wrong): RefusedCall => [
        `a name of ${wrong.length}: ${JSON.stringify(wrong.slice(0, 9))}`,
        { body: { name: wrong } },
        "INVALID_GROUP_NAME",
        [wrong],
        "name",
        allowed,
      ],
    ),
    ...badTags.map(
      ({ tags: sent, refusal: { fields = [] } }): RefusedCall => [
        `tags: ${fields[0]?.description.slice(0, 60)}`,
        { body: { tags: sent } },
        "BAD_REQUEST",
        [],
        fields[0]?.field ?? "",
        fields[0]?.description ?? "",
      ],
    ),
    ["a name that is taken", { before: () => made(name) }, "GROUP_ALREADY_EXISTS", [name]],
  ]);
  await testRefusals({ createGroup: create }, [
    ["a caller who may not create projects", { as: "member" }, "NOT_ORG_GROUP_CREATOR", [ids.org]],
    ["no such organization", { body: { orgId: ids.missing } }, "ORG_NOT_FOUND", [ids.missing]],
    ...["GOV_REGIONS_ONLY", "COMMERCIAL_FEDRAMP_REGIONS_ONLY"].map(
      (value): RefusedCall => [
        "a restriction to regions, which is of Atlas for Government",
        { body: { [field]: value } },
        "BAD_REQUEST",
        [],
        field,
        restricted,
      ],
    ),
    owned(ids.missing, "an owner who does not exist"),
    owned(idOf(stage, "other@example.com"), "an owner of another organization"),
    ["one project more than 250", { before: full }, "MAX_GROUPS_PER_ORG_EXCEEDED", ["250", ids.org]],
  ]);
  await testRefusals({ getGroupByName: {} }, [
    ...["nothing", "PAYMENTS", "shipping"].map(
      (groupName): RefusedCall => [
        `the name ${groupName}, which the organization does not use`,
        { params: { groupName } },
        "NOT_IN_GROUP",
      ],
    ),
    ["a caller without a role in it", { as: "member", params: { groupName: "payments" } }, "NOT_IN_GROUP"],
  ]);
});

test("settings of a project", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, told, url } = stage;
  const all = {
    isAtlasHomePageAiAssistantEnabled: false,
    isClusterAiAssistantEnabled: true,
    isCollectDatabaseSpecificsStatisticsEnabled: false,
    isDataExplorerEnabled: false,
    isDataExplorerGenAIFeaturesEnabled: false,
    isDataExplorerGenAISampleDocumentPassingEnabled: true,
    isDataValidationEnabled: false,
    isExtendedStorageSizesEnabled: true,
    isNativeRerankingEnabled: true,
    isPerformanceAdvisorEnabled: false,
    isRealtimePerformancePanelEnabled: false,
    isSchemaAdvisorEnabled: false,
  };

  await t.test(
    "200 what holds where nothing was set, then what is sent beside the rest, with its events",
    async () => {
      const on = { isSchemaAdvisorEnabled: true };
      const settings = (json: object) => answers("getGroupSettings", {}, json, located(url));
      const set = (body: object, json: object) =>
        answers("updateGroupSettings", { body }, json, located(url));
      await settings(groupSettings);
      await set({ isDataExplorerEnabled: false }, { ...groupSettings, isDataExplorerEnabled: false });
      await set(all, all);
      for (const [body, json] of [
        [{}, all],
        [on, { ...all, ...on }],
        [on, { ...all, ...on }],
      ]) {
        await set(body ?? {}, json ?? {});
      }
      await settings({ ...all, ...on });
      await set({ isDataExplorerEnabled: true }, { ...all, ...on, isDataExplorerEnabled: true });
      deepEqual(told(), [
        ["DATA_EXPLORER_DISABLED", "both"],
        ["PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED", "both"],
        ["PROJECT_ENABLE_DATA_VALIDATION_UPDATED", "both"],
        ["PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED", "both"],
        ["DATA_EXPLORER_ENABLED", "both"],
      ]);
    },
  );

  await t.test("400 for what is no setting, or is neither true nor false", async () => {
    for (const [body, code] of [
      [{ isKing: true }, "INVALID_ATTRIBUTE"],
      [{ isDataExplorerEnabled: "yes" }, "INVALID_JSON_ATTRIBUTE"],
    ] as const) {
      equal((await call("updateGroupSettings", { body })).json.errorCode, code);
    }
    deepEqual(stage.rows("select * from documents where kind = 'settings'"), []);
  });

  await t.test("200 that no cluster of the project has an address", () =>
    answers("getGroupIpAddresses", {}, { groupId: ids.group, services: { clusters: [] } }),
  );
});

test("limits of a project", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, testRefusals, told } = stage;
  const { clusters, daily, subnetMask } = limits;
  const of = (limitName: string, body?: object) => ({ params: { limitName }, body });
  const set = (name: string, value: number, body: object = {}) => of(name, { ...body, value });
  const usual = (value: number) => ({ ...limits.usualLimit(clusters), value });
  const federation = (value: number) => limits.federationLimit(value);

  await t.test("200 the defaults of every project, null where there is none", async () => {
    const unlimited = { defaultLimit: null, maximumLimit: null };
    const { description: clusterWords, ...ofClusters } = await get("getDefaultGroupLimit", {
      params: { limitName: "NUM_CLUSTERS" },
    });
    deepEqual(ofClusters, { defaultLimit: 25, maximumLimit: 100, name: clusters });
    const { description: byteWords, ...ofBytes } = await get("getDefaultGroupLimit", {
      params: { limitName: "BYTES_PROCESSED_DAILY" },
    });
    deepEqual(ofBytes, { ...unlimited, name: daily });
    const { results, totalCount } = await get("listDefaultGroupLimits");
    equal(totalCount, 13);
    deepEqual(
      results.filter(({ name }: { name: string }) => name === clusters || name === daily),
      [
        { defaultLimit: 25, description: clusterWords, maximumLimit: 100, name: clusters },
        { ...unlimited, description: byteWords, name: daily },
      ],
    );
    deepEqual((await get("listDefaultGroupLimits", { query: "itemsPerPage=1&pageNum=2" })).results, [
      results[1],
    ]);
  });

  await t.test("200 the default, what was set, and the default again", async () => {
    await answers("listGroupLimits", {}, limits.usualLimits);
    await answers("getGroupLimit", of(clusters), limits.usualLimit(clusters));
    for (const value of [1, 100, 100]) {
      await answers("setGroupLimit", set(clusters, value), usual(value));
      await answers("getGroupLimit", of(clusters), usual(value));
    }
    const most = Number.MAX_SAFE_INTEGER;
    await answers("setGroupLimit", set(daily, most), federation(most));
    await answers("getGroupLimit", of(daily), federation(most));
    const listed: object[] = limits.usualLimits.map((each) => (each.name === clusters ? usual(100) : each));
    listed.splice(7, 0, federation(most));
    await answers("listGroupLimits", {}, listed);
    for (const name of [clusters, clusters, daily, daily]) await answers("deleteGroupLimit", of(name));
    await answers("listGroupLimits", {}, limits.usualLimits);
    deepEqual(
      told(),
      [
        "PROJECT_LIMIT_UPDATED",
        "PROJECT_LIMIT_UPDATED",
        "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED",
        "PROJECT_LIMIT_UPDATED",
        "DATA_FEDERATION_QUERY_LIMIT_DELETED",
      ].map((type) => [type, "both"]),
    );
  });

  await t.test("200 ignores what is read-only, the name included", async () => {
    const readOnly = { currentUsage: 1, defaultLimit: 2, maximumLimit: 3, name: daily };
    await answers("setGroupLimit", set(clusters, 4, readOnly), usual(4));
  });

  await testRefusals({ setGroupLimit: {} }, [
    ...(
      [
        [clusters, 1, 100, 0],
        [clusters, 1, 100, 101],
        [subnetMask, 20, 27, 19],
        [subnetMask, 20, 27, 28],
        [daily, 1, Number.MAX_SAFE_INTEGER, -1],
      ] as const
    ).map(
      ([name, least, most, value]): RefusedCall => [
        `${value}, which ${name} can't be`,
        set(name, value),
        "BAD_REQUEST",
        [],
        "value",
        `Limit ${name} can be set to ${least} to ${most}, not to ${value}.`,
      ],
    ),
    ["no value", of(clusters, {}), "MISSING_ATTRIBUTE", ["value"], "value", "The value is required."],
    ["a limit that does not exist", set("kings", 1), "RESOURCE_NOT_FOUND", ["kings"]],
  ]);
  await testRefusals({ getGroupLimit: of("kings"), deleteGroupLimit: of("kings") }, [
    ["a limit that does not exist", {}, "RESOURCE_NOT_FOUND", ["kings"]],
  ]);
  await testRefusals({ getGroupLimit: of(daily) }, [
    ["one that has no default and was not set", {}, "RESOURCE_NOT_FOUND", [daily]],
  ]);

  await t.test("400 for a value that is no whole number", async () => {
    for (const value of ["7", 7.5]) {
      equal((await call("setGroupLimit", of(clusters, { value }))).json.errorCode, "INVALID_JSON_ATTRIBUTE");
    }
  });
});

test("versions of MongoDB that clusters of a project can have", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, lists, url } = stage;
  const path = `${url}/api/atlas/v2/groups/${ids.group}/mongoDBVersions`;
  const about = (defaultStatus: string, version: string) => ({
    cloudProvider: "AWS",
    defaultStatus,
    instanceSize: "M10",
    links: [],
    version,
  });

  await t.test("200 the versions of a size at a provider", async () => {
    const query = "cloudProvider=AWS&instanceSize=M10";
    await lists("getGroupMongoDbVersions", { query }, [about("NOT_DEFAULT", "7.0"), about("DEFAULT", "8.0")]);
    const { results } = await get("getGroupMongoDbVersions", {
      query: "cloudProvider=TENANT&defaultStatus=DEFAULT",
    });
    deepEqual(
      results.map(({ instanceSize, version }: Record<string, string>) => `${instanceSize} ${version}`),
      ["M0 8.0", "M2 8.0", "M5 8.0"],
    );
  });

  await t.test("200 keeps filters and position in its links, on a page of any size", async () => {
    const filters = "cloudProvider=AWS&defaultStatus=DEFAULT&instanceSize=M10";
    const query = "pageNum=2&itemsPerPage=1000&instanceSize=M10&cloudProvider=AWS&defaultStatus=DEFAULT";
    const links = [
      { href: `${path}?${filters}&pageNum=2&itemsPerPage=1000`, rel: "self" },
      { href: `${path}?${filters}&itemsPerPage=1000&pageNum=1`, rel: "previous" },
    ];
    await answers("getGroupMongoDbVersions", { query }, { links, results: [], totalCount: 1 });
  });

  await t.test("400 INVALID_QUERY_PARAMETER for filters that name nothing", async () => {
    for (const query of ["cloudProvider=MOON", "defaultStatus=NOT_DEFAULT", "itemsPerPage=0", "pageNum=-1"]) {
      const { json } = await call("getGroupMongoDbVersions", { query });
      deepEqual([json.errorCode, json.parameters], ["INVALID_QUERY_PARAMETER", [query.split("=")[0]]]);
    }
  });
});
