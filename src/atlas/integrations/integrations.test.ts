// Third-party integrations of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, eventBy, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `${groupPath}/integrations`;
const at = (type: string, method = "GET") => ({ method, path: `${path}/${type}` });
const create = (type: string, body: object) => ({ ...at(type, "POST"), body });
const replace = (type: string, body: object) => ({ ...at(type, "PUT"), body });
const success = { status: 200, limit: 1200 };

/** The integrations that the atlas CLI's test sends, in its order. */
const key = "51c0ef87e9951c3e147accf0e12101";
const sent = {
  DATADOG: { apiKey: "00000000000000000000000000000000", type: "DATADOG" },
  OPS_GENIE: { apiKey: "00000000-aaaa-2222-bbbb-333333333311", type: "OPS_GENIE" },
  PAGER_DUTY: { serviceKey: "00000000000000000000000000000022", type: "PAGER_DUTY" },
  VICTOR_OPS: {
    apiKey: "fa07bbc8-eab2-4085-81af-daed47dc1c11",
    routingKey: "test",
    type: "VICTOR_OPS",
  },
  WEBHOOK: { secret: key, type: "WEBHOOK", url: `https://example.com/${key}` },
};
/** The answers as recorded, without their ids, in the order in which they were listed. */
const recorded = [
  { id: "", region: "US", serviceKey: "****************************0022", type: "PAGER_DUTY" },
  {
    apiKey: "****************************0000",
    customEndpoint: null,
    id: "",
    region: "US",
    sendCollectionLatencyMetrics: false,
    sendDatabaseMetrics: false,
    sendQueryStatsMetrics: false,
    sendUserProvidedResourceTags: false,
    type: "DATADOG",
  },
  { apiKey: "********************************3311", id: "", region: "US", type: "OPS_GENIE" },
  { apiKey: "********************************1c11", id: "", routingKey: "test", type: "VICTOR_OPS" },
  {
    bodyTemplate: null,
    headersTemplate: null,
    id: "",
    secret: "**************************2101",
    url: "https://example.com/****2101",
    type: "WEBHOOK",
  },
];

test("third-party integrations of a project", async (t) => {
  const stage = await startStage(t);
  const event = (type: string) => eventBy("groupOwner", type, { groupId: ids.group });
  const idsOf = () =>
    new Map(
      (stage.rows("select id, name from documents") as { id: string; name: string }[]).map(({ id, name }) => [
        name,
        id,
      ]),
    );
  const shown = (which: readonly { readonly type: string }[], asked = "") => {
    const known = idsOf();
    return {
      links: [{ href: `${stage.url}${path}${asked}?pageNum=1&itemsPerPage=100`, rel: "self" }],
      results: which.map((each) => ({ ...each, id: known.get(each.type) ?? "" })),
      totalCount: which.length,
    };
  };
  const listed = (...types: readonly string[]) => recorded.filter(({ type }) => types.includes(type));

  await t.test("200 the page of all, by type, as recorded, and no secret in any row", async () => {
    const made: string[] = [];
    for (const [type, body] of Object.entries(sent)) {
      made.push(type);
      const reply = await stage.ask("groupOwner", create(type, body));
      assertSuccess(reply, { ...success, json: shown(listed(...made), `/${type}`) });
    }
    assertSuccess(await stage.ask("groupReader", { path }), { ...success, json: shown(recorded) });
    const one = shown(listed("WEBHOOK")).results[0];
    assertSuccess(await stage.ask("groupReader", at("WEBHOOK")), { ...success, json: one });
    const rows = JSON.stringify(stage.rows("select * from documents"));
    for (const { apiKey = "", secret = "", serviceKey = "" } of Object.values(sent) as Record<
      string,
      string
    >[]) {
      equal(rows.includes(apiKey + secret + serviceKey), false);
    }
    deepEqual(stage.events(), Array(5).fill(event("INTEGRATION_CONFIGURED")));
  });

  await t.test("200 a replacement; what comes back as it was shown changes nothing", async () => {
    await stage.ask("groupOwner", create("WEBHOOK", sent.WEBHOOK));
    const before = (await stage.ask("groupReader", at("WEBHOOK"))).json;
    const after = { ...before, bodyTemplate: "{}" };
    const reply = await stage.ask("groupOwner", replace("WEBHOOK", after));
    const json = { ...shown([after], "/WEBHOOK") };
    assertSuccess(reply, { ...success, json });
    const other = await stage.ask("groupOwner", replace("WEBHOOK", { ...after, secret: "another" }));
    equal(other.json.results[0].secret, "***ther");
    deepEqual(stage.events().at(-1), event("INTEGRATION_CONFIGURED"));
  });

  await t.test(
    "200 an address with credentials, which nobody reads and the store does not hold",
    async () => {
      const url = "https://user:SEKRET@example.net/hook";
      await stage.ask("groupOwner", create("WEBHOOK", { ...sent.WEBHOOK, url }));
      const { json } = await stage.ask("groupReader", at("WEBHOOK"));
      equal(json.url, "https://****@example.net/****hook");
      equal(JSON.stringify(stage.rows("select * from documents")).includes("SEKRET"), false);
      // It comes back as it was shown, and stays.
      await stage.ask("groupOwner", replace("WEBHOOK", json));
      deepEqual((await stage.ask("groupReader", at("WEBHOOK"))).json, json);
    },
  );

  await t.test("200 the other types of the document", async () => {
    const others = {
      SLACK: { apiToken: "xoxb-0123456789", channelName: "alerts", teamName: "core" },
      NEW_RELIC: {
        accountId: "0".repeat(40),
        licenseKey: "1".repeat(40),
        readToken: "read-token",
        writeToken: "write-token",
      },
      PROMETHEUS: { enabled: true, password: "a word", serviceDiscovery: "http", username: "app" },
      MICROSOFT_TEAMS: { microsoftTeamsWebhookUrl: "https://teams.example.net/hook/abcdef" },
    };
    for (const [type, body] of Object.entries(others)) {
      equal((await stage.ask("groupOwner", create(type, body))).status, 200);
    }
    const { results } = (await stage.ask("groupReader", { path })).json;
    deepEqual(
      results.map(({ id: _id, ...rest }: { id: string }) => rest),
      [
        { apiToken: "***********6789", channelName: "alerts", teamName: "core", type: "SLACK" },
        {
          accountId: `${"*".repeat(36)}0000`,
          licenseKey: `${"*".repeat(36)}1111`,
          readToken: "******oken",
          type: "NEW_RELIC",
          writeToken: "*******oken",
        },
        {
          enabled: true,
          sendUserProvidedResourceTagsEnabled: false,
          serviceDiscovery: "http",
          type: "PROMETHEUS",
          username: "app",
        },
        { microsoftTeamsWebhookUrl: "https://teams.example.net/****cdef", type: "MICROSOFT_TEAMS" },
      ],
    );
  });

  await t.test("204 removes one; afterwards 404", async () => {
    await stage.ask("groupOwner", create("OPS_GENIE", sent.OPS_GENIE));
    assertSuccess(await stage.ask("groupOwner", at("OPS_GENIE", "DELETE")), { ...success, status: 204 });
    const gone = refusal("INTEGRATION_NOT_CONFIGURED", ["OPS_GENIE"]);
    assertRefusal(await stage.ask("groupOwner", at("OPS_GENIE", "DELETE")), gone);
    assertRefusal(await stage.ask("groupOwner", at("OPS_GENIE")), gone);
    assertRefusal(await stage.ask("groupOwner", replace("OPS_GENIE", sent.OPS_GENIE)), gone);
    deepEqual(stage.events(), [event("INTEGRATION_CONFIGURED"), event("INTEGRATION_REMOVED")]);
    assertSuccess(await stage.ask("groupReader", { path }), { ...success, json: shown([]) });
  });

  await t.test("409 INTEGRATION_ALREADY_CONFIGURED", async () => {
    await stage.ask("groupOwner", create("WEBHOOK", sent.WEBHOOK));
    const reply = await stage.ask("groupOwner", create("WEBHOOK", sent.WEBHOOK));
    assertRefusal(reply, refusal("INTEGRATION_ALREADY_CONFIGURED", ["WEBHOOK"]));
  });

  const hex = "It is not made of 32 hexadecimal digits.";
  const foreign = "It does not belong to an integration of type OPS_GENIE.";
  const refused: readonly (readonly [string, string, object, ReturnType<typeof refusal>])[] = [
    ["no key", "OPS_GENIE", {}, refusal("MISSING_ATTRIBUTE", ["apiKey"], "apiKey", "The value is required.")],
    ["a wrong key", "DATADOG", { apiKey: "short" }, refusal("INVALID_DATADOG_API_KEY", [], "apiKey", hex)],
    [
      "a wrong key",
      "PAGER_DUTY",
      { serviceKey: "short" },
      refusal("INVALID_PAGER_DUTY_SERVICE_KEY", [], "serviceKey", hex),
    ],
    [
      "another type",
      "OPS_GENIE",
      sent.VICTOR_OPS,
      refusal("INVALID_INTEGRATION_SETTINGS", ["OPS_GENIE"], "routingKey", foreign),
    ],
    [
      "the name of another type",
      "OPS_GENIE",
      { ...sent.OPS_GENIE, type: "WEBHOOK" },
      refusal("INVALID_INTEGRATION_SETTINGS", ["OPS_GENIE"], "type", foreign),
    ],
    [
      "a region of another",
      "OPS_GENIE",
      { ...sent.OPS_GENIE, region: "US3" },
      refusal("INVALID_INTEGRATION_SETTINGS", ["OPS_GENIE"], "region", foreign),
    ],
    ["a type that is no more", "HIP_CHAT", {}, refusal("INVALID_INTEGRATION_SETTINGS", ["HIP_CHAT"])],
  ];
  for (const [what, type, body, expected] of refused) {
    await t.test(`400 ${expected.errorCode} for ${what} of ${type}, and none is made`, async () => {
      assertRefusal(await stage.ask("groupOwner", create(type, body)), expected);
      equal(idsOf().size, 0);
    });
  }

  await t.test("400 for a replacement without its key", async () => {
    await stage.ask("groupOwner", create("DATADOG", sent.DATADOG));
    const wrong = refusal("INVALID_DATADOG_API_KEY", [], "apiKey", hex);
    assertRefusal(await stage.ask("groupOwner", replace("DATADOG", { apiKey: "short" })), wrong);
    const none = refusal("MISSING_ATTRIBUTE", ["apiKey"], "apiKey", "The value is required.");
    assertRefusal(await stage.ask("groupOwner", replace("DATADOG", {})), none);
    await stage.ask("groupOwner", create("PAGER_DUTY", sent.PAGER_DUTY));
    const pager = refusal("INVALID_PAGER_DUTY_SERVICE_KEY", [], "serviceKey", hex);
    assertRefusal(await stage.ask("groupOwner", replace("PAGER_DUTY", { serviceKey: "short" })), pager);
    await stage.ask("groupOwner", create("OPS_GENIE", sent.OPS_GENIE));
    const other = refusal("INVALID_INTEGRATION_SETTINGS", ["OPS_GENIE"], "routingKey", foreign);
    assertRefusal(await stage.ask("groupOwner", replace("OPS_GENIE", sent.VICTOR_OPS)), other);
  });
});
