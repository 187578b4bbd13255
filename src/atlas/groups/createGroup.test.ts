// POST /groups, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { fill, numbered } from "../../../test/support/fill.ts";
import {
  badTags,
  invalidName,
  nameTaken,
  groupsPath as path,
  shownGroup,
} from "../../../test/support/groups.ts";
import {
  assertRefusal,
  assertSuccess,
  badRequest,
  eventBy,
  refusal,
  startStage,
  testRefusals,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const name = "billing";
const post = (body: object = {}, query = "") => ({
  method: "POST",
  path: `${path}${query}`,
  body: { name, orgId: ids.org, ...body },
});

test("createGroup", async (t) => {
  const stage = await startStage(t);
  // The recorded address: of an older API, with a doubled slash and without an id.
  const success = { status: 201, limit: 1200, headers: { location: `${stage.url}//api/atlas/v1.0` } };
  const userId = (username: string) => {
    const [row] = stage.rows(`select id from users where username = '${username}'`) as { id: string }[];
    return row?.id ?? "";
  };
  const ownersOf = (groupId: string) =>
    stage
      .rows(
        `select coalesce(users.username, api_keys.public_key) as name, role from grants
         left join users on users.id = principal_id left join api_keys on api_keys.id = principal_id
         where group_id = '${groupId}' order by name`,
      )
      .map((row) => Object.values(row as object).join(" "));

  await t.test("201 answers the project, without tags when none were sent", async () => {
    const reply = await stage.ask("owner", post());
    match(reply.json.id, /^[0-9a-f]{24}$/);
    const { tags, withDefaultAlertsSettings, ...shown } = shownGroup(stage.url, { id: reply.json.id, name });
    assertSuccess(reply, { ...success, json: { ...shown, withDefaultAlertsSettings } });
    const seen = await stage.ask("owner", { path: `${path}/${reply.json.id}` });
    deepEqual(seen.json, { ...shown, tags, withDefaultAlertsSettings });
  });

  await t.test("201 with tags in the order in which they were sent", async () => {
    const tags = [
      { key: "team", value: "core" },
      { key: "env", value: "test" },
    ];
    const reply = await stage.ask("owner", post({ tags, withDefaultAlertsSettings: false }));
    const shown = { id: reply.json.id, name, tags, withDefaultAlertsSettings: false };
    assertSuccess(reply, { ...success, json: shownGroup(stage.url, shown) });
  });

  await t.test("201 ignores what only the answer may say", async () => {
    const reply = await stage.ask("owner", post({ id: ids.missing, clusterCount: 7, links: [] }));
    equal(reply.status, 201);
    deepEqual([reply.json.id === ids.missing, reply.json.clusterCount], [false, 0]);
  });

  await t.test("201 for a restriction to no regions, which is not answered", async () => {
    for (const regionUsageRestrictions of ["", "NONE"]) {
      const sent = { name: `restricted to ${regionUsageRestrictions}.`, regionUsageRestrictions };
      const reply = await stage.ask("owner", post(sent));
      deepEqual([reply.status, "regionUsageRestrictions" in reply.json], [201, false]);
    }
  });

  await t.test("400 BAD_REQUEST for a restriction to regions, which is of Atlas for Government", async () => {
    const field = "regionUsageRestrictions";
    for (const value of ["GOV_REGIONS_ONLY", "COMMERCIAL_FEDRAMP_REGIONS_ONLY"]) {
      const description = 'The value must be one of "", NONE.';
      assertRefusal(await stage.ask("owner", post({ [field]: value })), badRequest(field, description));
    }
  });

  await t.test("201 makes the oldest Organization Owner its Project Owner", async () => {
    const reply = await stage.ask("owner", post());
    deepEqual(ownersOf(reply.json.id), ["owner@example.com GROUP_OWNER"]);
  });

  await t.test("201 makes the user named by projectOwnerId its Project Owner instead", async () => {
    const reply = await stage.ask("owner", post({}, `?projectOwnerId=${userId("member@example.com")}`));
    deepEqual(ownersOf(reply.json.id), ["member@example.com GROUP_OWNER"]);
  });

  await t.test("201 makes a Project Creator, too, owner of what it created", async () => {
    const reply = await stage.ask("creator", post());
    deepEqual(ownersOf(reply.json.id), ["owner@example.com GROUP_OWNER", "projcrea GROUP_OWNER"]);
    equal((await stage.ask("creator", { path: `${path}/${reply.json.id}/invites` })).status, 200);
  });

  await t.test("201 for a name that another organization uses", async () => {
    equal((await stage.ask("owner", post({ name: "shipping" }))).status, 201);
  });

  await t.test(
    "201 with the alert configurations of a new project, as recorded, unless they are not wanted",
    async () => {
      const configsOf = async (body: object) => {
        const { json } = await stage.ask("owner", post(body));
        const page = await stage.ask("owner", { path: `/api/atlas/v2/groups/${json.id}/alertConfigs` });
        return page.json;
      };
      const { totalCount, results } = await configsOf({ name: "alerted" });
      equal(totalCount, 30);
      const [first, second] = results;
      const { created: _, groupId: __, id: ___, links: ____, updated: _____, ...shown } = first;
      const [{ notifierId, ...notification }] = shown.notifications;
      match(notifierId, /^[0-9a-f]{24}$/);
      deepEqual(
        { ...shown, notifications: [notification] },
        {
          enabled: true,
          eventTypeName: "REPLICATION_OPLOG_WINDOW_RUNNING_OUT",
          matchers: [],
          notifications: [
            {
              delayMin: 0,
              emailEnabled: true,
              intervalMin: 60,
              roles: ["GROUP_OWNER"],
              smsEnabled: false,
              typeName: "GROUP",
            },
          ],
          threshold: { operator: "LESS_THAN", threshold: 1, units: "HOURS" },
        },
      );
      deepEqual([second.eventTypeName, second.notifications[0].delayMin], ["NO_PRIMARY", 15]);
      const off = results.filter(({ enabled }: { enabled: boolean }) => !enabled);
      deepEqual(
        off.map(
          ({ metricThreshold }: { metricThreshold: { metricName: string } }) => metricThreshold.metricName,
        ),
        ["NORMALIZED_SYSTEM_CPU_STEAL"],
      );
      equal((await configsOf({ name: "quiet", withDefaultAlertsSettings: false })).totalCount, 0);
      const { results: seeded } = (
        await stage.ask("owner", { path: `/api/atlas/v2/groups/${ids.group}/alertConfigs` })
      ).json;
      deepEqual(seeded, []);
      deepEqual(
        stage.events().map(({ type }) => type),
        ["GROUP_CREATED", "GROUP_CREATED"],
      );
    },
  );

  await t.test("the creation writes its event", async () => {
    const reply = await stage.ask("owner", post());
    const about = { orgId: ids.org, groupId: reply.json.id };
    deepEqual(stage.events(), [eventBy("owner", "GROUP_CREATED", about)]);
  });

  await t.test("400 BAD_REQUEST for tags with other characters, or two of one key", async () => {
    for (const { tags, refusal } of badTags) {
      assertRefusal(await stage.ask("owner", post({ tags })), refusal);
    }
  });

  await t.test("400 MAX_GROUPS_PER_ORG_EXCEEDED when there are 250", async () => {
    // With the seeded project these make 249.
    fill(stage, "groups", ...numbered(248, (id, number) => ({ id, name: `project ${number}` })));
    equal((await stage.ask("owner", post())).status, 201);
    assertRefusal(
      await stage.ask("owner", post({ name: "one more" })),
      refusal("MAX_GROUPS_PER_ORG_EXCEEDED", ["250", ids.org]),
    );
  });

  await t.test("404 USER_NOT_FOUND when projectOwnerId names somebody of another organization", async () => {
    const other = userId("other@example.com");
    assertRefusal(
      await stage.ask("owner", post({}, `?projectOwnerId=${other}`)),
      refusal("USER_NOT_FOUND", [other]),
    );
    deepEqual(stage.rows(`select * from groups where name = '${name}'`), []);
  });

  await testRefusals(t, stage, [
    ["for a name of blanks", post({ name: "  " }), invalidName("  ")],
    [
      "for callers who may not create projects",
      post(),
      refusal("NOT_ORG_GROUP_CREATOR", [ids.org]),
      { as: "member" },
    ],
    [
      "when there is no such organization",
      post({ orgId: ids.missing }),
      refusal("ORG_NOT_FOUND", [ids.missing]),
    ],
    [
      "when projectOwnerId names nobody",
      post({}, `?projectOwnerId=${ids.missing}`),
      refusal("USER_NOT_FOUND", [ids.missing]),
    ],
    ["when the name is taken in the organization", post({ name: "payments" }), nameTaken("payments")],
  ]);
});
