// Third-party integrations of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type Asked, type RefusedCall, request, startOperations } from "../../../test/support/operations.ts";

const of = (integrationType: string, body?: object): Asked => ({ params: { integrationType }, body });

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
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, lists, refuses, testRefusals } = stage;
  const create = (type: string, body: object) => get("createGroupIntegration", of(type, body));
  const read = (type: string) => get("getGroupIntegration", of(type));
  const withIds = (which: readonly { readonly type: string }[]) => {
    const rows = stage.rows("select id, name from documents") as { id: string; name: string }[];
    const known = new Map(rows.map(({ id, name }) => [name, id]));
    return which.map((each) => ({ ...each, id: known.get(each.type) ?? "" }));
  };
  /** Returns the page of all integrations, as the answer to a change of one contains it. */
  const pageAfter = (asked: Asked, which: readonly { readonly type: string }[]) => {
    const { path } = request("getGroupIntegration", asked);
    const links = [{ href: `${stage.url}${path}?pageNum=1&itemsPerPage=100`, rel: "self" }];
    return () => ({ links, results: withIds(which), totalCount: which.length });
  };
  const holds = (secret: string) => JSON.stringify(stage.rows("select * from documents")).includes(secret);

  await t.test("200 the page of all, by type, as recorded, and no secret in any row", async () => {
    const made: string[] = [];
    for (const [type, body] of Object.entries(sent)) {
      made.push(type);
      const page = pageAfter(
        of(type),
        recorded.filter((each) => made.includes(each.type)),
      );
      await answers("createGroupIntegration", of(type, body), page);
    }
    await lists("listGroupIntegrations", {}, withIds(recorded));
    await answers("getGroupIntegration", of("WEBHOOK"), withIds(recorded).at(-1));
    for (const { apiKey = "", secret = "", serviceKey = "" } of Object.values(sent) as Record<
      string,
      string
    >[]) {
      equal(holds(apiKey + secret + serviceKey), false);
    }
    deepEqual(stage.told(), Array(5).fill(["INTEGRATION_CONFIGURED", "group"]));
  });

  await t.test("200 a replacement; what comes back as it was shown changes nothing", async () => {
    await create("WEBHOOK", sent.WEBHOOK);
    const after = { ...(await read("WEBHOOK")), bodyTemplate: "{}" };
    const asked = of("WEBHOOK", after);
    await answers("updateGroupIntegration", asked, pageAfter(asked, [after]));
    const other = await get("updateGroupIntegration", of("WEBHOOK", { ...after, secret: "another" }));
    equal(other.results[0].secret, "***ther");
    deepEqual(stage.told().at(-1), ["INTEGRATION_CONFIGURED", "group"]);
  });

  await t.test(
    "200 an address with credentials, which nobody reads and the store does not hold",
    async () => {
      const url = "https://user:SEKRET@example.net/hook";
      await create("WEBHOOK", { ...sent.WEBHOOK, url });
      const shown = await read("WEBHOOK");
      equal(shown.url, "https://****@example.net/****hook");
      equal(holds("SEKRET"), false);
      // It is sent as it was shown, and does not change.
      await get("updateGroupIntegration", of("WEBHOOK", shown));
      deepEqual(await read("WEBHOOK"), shown);
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
    for (const [type, body] of Object.entries(others)) await create(type, body);
    const { results } = await get("listGroupIntegrations");
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
    await create("OPS_GENIE", sent.OPS_GENIE);
    await answers("deleteGroupIntegration", of("OPS_GENIE"));
    for (const [id, body] of [
      ["deleteGroupIntegration"],
      ["getGroupIntegration"],
      ["updateGroupIntegration", sent.OPS_GENIE],
    ] as const) {
      await refuses(id, of("OPS_GENIE", body), "INTEGRATION_NOT_CONFIGURED", ["OPS_GENIE"]);
    }
    deepEqual(stage.told(), [
      ["INTEGRATION_CONFIGURED", "group"],
      ["INTEGRATION_REMOVED", "group"],
    ]);
    await lists("listGroupIntegrations", {}, []);
  });

  const hex = "It is not made of 32 hexadecimal digits.";
  const foreign = (why: string, body: object, field: string): RefusedCall => [
    why,
    { body },
    "INVALID_INTEGRATION_SETTINGS",
    ["OPS_GENIE"],
    field,
    "It does not belong to an integration of type OPS_GENIE.",
  ];
  const refused: Record<string, RefusedCall[]> = {
    DATADOG: [["a wrong key", { body: { apiKey: "short" } }, "INVALID_DATADOG_API_KEY", [], "apiKey", hex]],
    PAGER_DUTY: [
      [
        "a wrong key",
        { body: { serviceKey: "short" } },
        "INVALID_PAGER_DUTY_SERVICE_KEY",
        [],
        "serviceKey",
        hex,
      ],
    ],
    OPS_GENIE: [
      [
        "no key",
        { body: { apiKey: undefined } },
        "MISSING_ATTRIBUTE",
        ["apiKey"],
        "apiKey",
        "The value is required.",
      ],
      foreign("another type", { type: undefined, routingKey: "test" }, "routingKey"),
      foreign("the name of another type", { type: "WEBHOOK" }, "type"),
      foreign("a region of another", { region: "US3" }, "region"),
    ],
  };
  for (const [type, rows] of Object.entries(refused)) {
    const good = of(type, sent[type as keyof typeof sent]);
    const there = async () => {
      await get("createGroupIntegration", good);
      return good;
    };
    await testRefusals({ createGroupIntegration: good, updateGroupIntegration: there }, rows);
  }
  await testRefusals({ createGroupIntegration: of("WEBHOOK", sent.WEBHOOK) }, [
    [
      "one that is there",
      { before: () => create("WEBHOOK", sent.WEBHOOK) },
      "INTEGRATION_ALREADY_CONFIGURED",
      ["WEBHOOK"],
    ],
    [
      "a type that is no more",
      { ...of("HIP_CHAT"), body: { type: undefined } },
      "INVALID_INTEGRATION_SETTINGS",
      ["HIP_CHAT"],
    ],
  ]);
});
