// No page of a rehearsal shows what a request or an answer held that only its owner may see.
import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { openBrowser } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { ids, type Sending, seedWith } from "../support/world.ts";

const group = `/api/atlas/v2/groups/${ids.group}`;
const planted = (name: string) => `SEKRET${name}`.padEnd(32, "0");
const hexadecimal = (digit: string) => digit.repeat(28).concat("beef");
const integration = (type: string, body: object): Sending => ({
  method: "POST",
  path: `${group}/integrations/${type}`,
  body,
});
const notified = (notification: object): Sending => ({
  method: "POST",
  path: `${group}/alertConfigs`,
  body: {
    eventTypeName: "NO_PRIMARY",
    enabled: true,
    notifications: [{ delayMin: 0, intervalMin: 5, ...notification }],
  },
});

const sent: readonly (readonly [Sending, secrets: readonly string[]])[] = [
  [integration("OPS_GENIE", { apiKey: planted("genie") }), [planted("genie")]],
  [
    integration("VICTOR_OPS", { apiKey: planted("victor"), routingKey: planted("route") }),
    [planted("victor"), planted("route")],
  ],
  [integration("DATADOG", { apiKey: hexadecimal("a") }), [hexadecimal("a")]],
  [integration("PAGER_DUTY", { serviceKey: hexadecimal("b") }), [hexadecimal("b")]],
  [
    integration("NEW_RELIC", {
      accountId: planted("account"),
      licenseKey: planted("license"),
      readToken: planted("read"),
      writeToken: planted("write"),
    }),
    [planted("account"), planted("license"), planted("read"), planted("write")],
  ],
  [
    integration("WEBHOOK", {
      url: `https://user:${planted("user")}@example.net/${planted("path")}`,
      secret: planted("hook"),
    }),
    [planted("user"), planted("path"), planted("hook")],
  ],
  [
    integration("MICROSOFT_TEAMS", {
      microsoftTeamsWebhookUrl: `https://teams.example.net/${planted("teams")}`,
    }),
    [planted("teams")],
  ],
  [notified({ typeName: "DATADOG", datadogApiKey: hexadecimal("c") }), [hexadecimal("c")]],
  [notified({ typeName: "PAGER_DUTY", serviceKey: hexadecimal("d") }), [hexadecimal("d")]],
  [notified({ typeName: "OPS_GENIE", opsGenieApiKey: planted("opsgenie") }), [planted("opsgenie")]],
  [
    notified({
      typeName: "WEBHOOK",
      webhookUrl: `https://example.net/${planted("alert")}`,
      webhookSecret: planted("sign"),
    }),
    [planted("alert"), planted("sign")],
  ],
  [{ path: `${group}?unknown=${planted("query")}` }, [planted("query")]],
  [integration("SLACK", { apiTokn: planted("misspelt"), channelName: "alerts" }), [planted("misspelt")]],
];

const managed = {
  databaseName: "$external",
  x509Type: "MANAGED",
  roles: [{ databaseName: "sales", roleName: "read" }],
  username: "app",
} as const;

test("the list of requests strikes out secrets", async (t) => {
  const stage = await startStage(t, { seed: seedWith({}, { databaseUsers: [managed] }) });
  await t.test("of integrations, alerts, queries and certificates", async () => {
    for (const [sending] of sent) await stage.ask("groupOwner", sending);
    const certificate = { method: "POST", path: `${group}/databaseUsers/app/certs`, body: {} };
    for (const query of ["", "?envelope=true"]) {
      const reply = await stage.ask("groupOwner", { ...certificate, path: certificate.path + query });
      equal(reply.status, 201);
    }
    const visitor = openBrowser(stage);
    const list = await visitor.open("/rehearsal/requests");
    const pages = [
      ...new Set([...list.html.matchAll(/href="(\/rehearsal\/requests\/\d+)"/g)].map(([, path]) => path)),
    ];
    ok(pages.length >= sent.length + 2, `${pages.length}`);
    let shown = list.html;
    for (const page of pages) shown += (await visitor.open(page ?? "")).html;
    for (const secret of sent.flatMap(([, secrets]) => secrets)) equal(shown.includes(secret), false, secret);
    equal(shown.includes("PRIVATE KEY"), false);
    ok(shown.includes("channelName"));
  });
});
