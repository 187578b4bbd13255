// Alert configurations of a project and their alerts, answer by answer.
import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { test } from "node:test";
import { groupPath } from "../../../test/support/groups.ts";
import {
  assertRefusal,
  assertSuccess,
  deprecated,
  eventBy,
  now,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const configs = `${groupPath}/alertConfigs`;
const alerts = `${groupPath}/alerts`;
const toGroup = { typeName: "GROUP", emailEnabled: true, intervalMin: 5 };
const noPrimary = { enabled: true, eventTypeName: "NO_PRIMARY", notifications: [toGroup] };
const make = (body: object = noPrimary) => ({ method: "POST", path: configs, body });
const at = (path: string, method = "GET", body?: object) => ({ method, path, ...(body && { body }) });
const v2024 = { headers: { accept: "application/vnd.atlas.2024-05-30+json" } };
const [ok, created] = [
  { status: 200, limit: 1200 },
  { status: 201, limit: 1200 },
];

test("alert configurations and alerts of a project", async (t) => {
  const stage = await startStage(t);
  const { url } = stage;
  const linkOf = (path: string) => `${url}${path}`;
  const shownNotification = {
    delayMin: 0,
    emailEnabled: true,
    intervalMin: 5,
    notifierId: "",
    smsEnabled: false,
    typeName: "GROUP",
  };
  const shown = (id: string, notifierId: string, more: object = {}) => ({
    created: now,
    enabled: true,
    eventTypeName: "NO_PRIMARY",
    groupId: ids.group,
    id,
    links: [
      { href: linkOf(`${configs}/${id}`), rel: "self" },
      { href: linkOf(`${configs}/${id}/alerts`), rel: `${url}/alerts` },
    ],
    matchers: [],
    notifications: [{ ...shownNotification, notifierId }],
    updated: now,
    ...more,
  });
  const event = (type: string) => eventBy("groupOwner", type, { groupId: ids.group });
  const made = async (body: object = noPrimary) => (await stage.ask("groupOwner", make(body))).json;
  const list = async (path: string) => (await stage.ask("groupReader", at(path))).json.results;
  const types = () => stage.events().map(({ type }) => type);

  await t.test("201 makes a configuration, with its address; 200 gets and lists it", async () => {
    const reply = await stage.ask("groupOwner", make());
    const { id, notifications } = reply.json;
    const json = shown(id, notifications[0].notifierId);
    assertSuccess(reply, { ...created, headers: { location: linkOf(`${configs}/${id}`) }, json });
    assertSuccess(await stage.ask("groupReader", at(`${configs}/${id}`)), { ...ok, json });
    const [self] = json.links;
    deepEqual(await list(configs), [{ ...json, links: [self] }]);
    deepEqual(stage.events(), [event("ALERT_CONFIG_ADDED_AUDIT")]);
    const [{ details } = { details: "" }] = stage.rows("select details from events") as { details: string }[];
    deepEqual(JSON.parse(details), { alertConfigId: id });
  });

  await t.test("200 replaces all but whether it is on; its notifications get new ids", async () => {
    const before = await made();
    const metric = {
      eventTypeName: "OUTSIDE_METRIC_THRESHOLD",
      matchers: [{ value: "PRIMARY", operator: "EQUALS", fieldName: "TYPE_NAME" }],
      metricThreshold: {
        units: "RAW",
        threshold: 80,
        operator: "GREATER_THAN",
        metricName: "CONNECTIONS_PERCENT",
      },
      notifications: [{ ...toGroup, roles: ["GROUP_OWNER"] }],
      severityOverride: "WARNING",
    };
    stage.clock.set({ advance: "PT1M" });
    const reply = await stage.ask("groupOwner", at(`${configs}/${before.id}`, "PUT", metric));
    const [{ notifierId }] = reply.json.notifications;
    const { links, enabled, groupId, id } = shown(before.id, notifierId);
    const json = {
      created: now,
      enabled,
      eventTypeName: metric.eventTypeName,
      groupId,
      id,
      links,
      matchers: [{ fieldName: "TYPE_NAME", operator: "EQUALS", value: "PRIMARY" }],
      metricThreshold: {
        metricName: "CONNECTIONS_PERCENT",
        operator: "GREATER_THAN",
        threshold: 80,
        units: "RAW",
      },
      notifications: [
        {
          delayMin: 0,
          emailEnabled: true,
          intervalMin: 5,
          notifierId,
          roles: ["GROUP_OWNER"],
          smsEnabled: false,
          typeName: "GROUP",
        },
      ],
      severityOverride: "WARNING",
      updated: "2026-08-10T03:05:53Z",
    };
    assertSuccess(reply, { ...ok, json });
    equal(notifierId === before.notifications[0].notifierId, false);
    deepEqual(types(), ["ALERT_CONFIG_ADDED_AUDIT", "ALERT_CONFIG_CHANGED_AUDIT"]);
  });

  await t.test("200 turns it off and on, and twice is once; 204 deletes it, 404 afterwards", async () => {
    const { id } = await made();
    const one = `${configs}/${id}`;
    for (const enabled of [false, false, true]) {
      const { status, json } = await stage.ask("groupOwner", at(one, "PATCH", { enabled }));
      deepEqual([status, json.enabled], [200, enabled]);
    }
    assertSuccess(await stage.ask("groupOwner", at(one, "DELETE")), { status: 204, limit: 1200 });
    const gone = refusal("ALERT_CONFIG_NOT_FOUND", [id, ids.group]);
    assertRefusal(await stage.ask("groupReader", at(one)), gone);
    assertRefusal(await stage.ask("groupReader", at(`${one}/alerts`)), gone);
    for (const [method, body] of [["DELETE"], ["PATCH", { enabled: true }], ["PUT", noPrimary]] as const) {
      assertRefusal(await stage.ask("groupOwner", at(one, method, body)), gone);
    }
    deepEqual(types(), [
      "ALERT_CONFIG_ADDED_AUDIT",
      "ALERT_CONFIG_DISABLED_AUDIT",
      "ALERT_CONFIG_ENABLED_AUDIT",
      "ALERT_CONFIG_DELETED_AUDIT",
    ]);
  });

  await t.test("400 MISSING_ATTRIBUTE for a change that says nothing", async () => {
    const { id } = await made();
    assertRefusal(
      await stage.ask("groupOwner", at(`${configs}/${id}`, "PATCH", {})),
      refusal("MISSING_ATTRIBUTE", ["enabled"], "enabled", "The value is required."),
    );
  });

  await t.test("credentials of notifications are kept no further than they are shown", async () => {
    const secret = "0123456789abcdef0123456789abcdef";
    const masked = "****************************cdef";
    const sent = [
      { typeName: "DATADOG", datadogApiKey: secret, datadogRegion: "EU" },
      { typeName: "MICROSOFT_TEAMS", microsoftTeamsWebhookUrl: "https://teams.example.com/hook/12345678" },
      { typeName: "OPS_GENIE", opsGenieApiKey: secret, intervalMin: 1 },
      { typeName: "PAGER_DUTY", serviceKey: secret },
      { typeName: "SLACK", apiToken: secret, channelName: "alerts" },
      { typeName: "VICTOR_OPS", victorOpsApiKey: secret, victorOpsRoutingKey: "team" },
      { typeName: "WEBHOOK", webhookUrl: "https://example.com/a/secret/path", webhookSecret: secret },
      { typeName: "PAGER_DUTY", integrationId: "1" },
    ];
    const timed = { delayMin: 0, intervalMin: 60 };
    const expected = [
      { datadogApiKey: masked, datadogRegion: "EU", ...timed },
      { ...timed, microsoftTeamsWebhookUrl: "https://teams.example.com/****5678" },
      { delayMin: 0, opsGenieApiKey: masked },
      { delayMin: 0, serviceKey: masked },
      { apiToken: masked, channelName: "alerts", ...timed },
      { delayMin: 0, victorOpsApiKey: masked, victorOpsRoutingKey: "team" },
      { ...timed, webhookSecret: "*".repeat(32), webhookUrl: "https://example.com/****path" },
      { delayMin: 0, integrationId: "1" },
    ];
    const withoutIds = (notifications: readonly Record<string, unknown>[]) =>
      notifications.map(({ notifierId, typeName, ...more }) => more);
    const { id, notifications } = await made({ ...noPrimary, notifications: sent });
    deepEqual(withoutIds(notifications), expected);
    equal(JSON.stringify(stage.rows("select * from documents")).includes(secret), false);
    // Notifications are sent back as answered, and by their ids alone.
    const bare = notifications.map(({ notifierId, typeName }: Record<string, string>) => ({
      notifierId,
      typeName,
    }));
    for (const again of [notifications, bare]) {
      const body = { ...noPrimary, notifications: again };
      const { json } = await stage.ask("groupOwner", at(`${configs}/${id}`, "PUT", body));
      deepEqual(json.notifications, notifications);
    }
  });

  await t.test("Terraform sends an id of its own, and 0 for an interval that it does not have", async () => {
    const notifierId = "651dd9336afac13e1c112222";
    const sent = { typeName: "EMAIL", emailAddress: "ops@acme.com", notifierId, intervalMin: 0 };
    const { notifications } = await made({ ...noPrimary, notifications: [sent] });
    deepEqual(notifications, [{ ...sent, delayMin: 0, intervalMin: 60 }]);
  });

  const some = (more: object, notification: object = {}) => ({
    ...noPrimary,
    notifications: [{ ...toGroup, ...notification }],
    ...more,
  });
  const type = "NO_PRIMARY";
  const metric = "OUTSIDE_METRIC_THRESHOLD";
  const hosts = "TYPE_NAME, HOSTNAME, PORT, HOSTNAME_AND_PORT, REPLICA_SET_NAME, ATLAS_NODE_TYPE";
  const connections = { metricName: "CONNECTIONS" };
  const refused: readonly (readonly [what: string, body: object, ReturnType<typeof refusal>])[] = [
    [
      "what nothing watches",
      some({ eventTypeName: "ORG_CREATED" }),
      refusal("INVALID_EVENT_TYPE_FOR_ALERT", ["ORG_CREATED"], "eventTypeName", "No alert can be set on it."),
    ],
    [
      "another field",
      some({
        eventTypeName: "HOST_DOWN",
        matchers: [{ fieldName: "CLUSTER_NAME", operator: "EQUALS", value: "a" }],
      }),
      refusal("INVALID_ATTRIBUTE", ["fieldName"], "matchers.0.fieldName", `Fields of this type: ${hosts}.`),
    ],
    [
      "a metric that is missing",
      some({ eventTypeName: metric }),
      refusal("MISSING_METRIC_THRESHOLD", [metric], "metricThreshold", "The value is required."),
    ],
    [
      "a metric of another kind",
      some({ eventTypeName: metric, metricThreshold: { metricName: "FLEX_CONNECTIONS" } }),
      refusal(
        "METRIC_TYPE_UNSUPPORTED",
        ["FLEX_CONNECTIONS"],
        "metricThreshold.metricName",
        "The type of event has no such metric.",
      ),
    ],
    [
      "another unit",
      some({ eventTypeName: metric, metricThreshold: { ...connections, units: "DAYS" } }),
      refusal("UNITS_MISMATCH", ["DAYS"], "metricThreshold.units", "Units of it: RAW."),
    ],
    [
      "a metric where there is none",
      some({ metricThreshold: connections }),
      refusal("METRIC_THRESHOLD_PRESENT", [type], "metricThreshold", "It is sent."),
    ],
    [
      "a threshold that is missing",
      some({ eventTypeName: "DAILY_BILL_OVER_THRESHOLD" }),
      refusal("MISSING_THRESHOLD", ["DAILY_BILL_OVER_THRESHOLD"], "threshold", "The value is required."),
    ],
    [
      "a threshold where there is none",
      some({ eventTypeName: "HOST_DOWN", threshold: { threshold: 1 } }),
      refusal("THRESHOLD_PRESENT", ["HOST_DOWN"], "threshold", "It is sent."),
    ],
    [
      "the other side of it",
      some({ eventTypeName: "DAILY_BILL_OVER_THRESHOLD", threshold: { operator: "LESS_THAN" } }),
      refusal(
        "INVALID_OPERATOR_FOR_EVENT_TYPE",
        ["LESS_THAN", "DAILY_BILL_OVER_THRESHOLD"],
        "threshold.operator",
        "Operators of this type: GREATER_THAN.",
      ),
    ],
    [
      "no notification",
      some({ notifications: [] }),
      refusal("MISSING_NOTIFICATIONS", [], "notifications", "None is sent."),
    ],
    [
      "26 notifications",
      some({ notifications: Array.from({ length: 26 }, () => ({ typeName: "SMS", mobileNumber: "1" })) }),
      refusal("MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED", [25]),
    ],
    [
      "the project twice",
      some({ notifications: [toGroup, toGroup] }),
      refusal("TOO_MANY_GROUP_NOTIFICATIONS"),
    ],
    [
      "four minutes",
      some({}, { intervalMin: 4 }),
      refusal(
        "NOTIFICATION_INTERVAL_OUT_OF_RANGE",
        [5],
        "notifications.0.intervalMin",
        "4 minutes are too few.",
      ),
    ],
    [
      "a delay below 0",
      some({}, { delayMin: -1 }),
      refusal("INVALID_ATTRIBUTE", ["delayMin"], "notifications.0.delayMin", "It is less than 0."),
    ],
    [
      "neither way of telling people",
      some({}, { emailEnabled: false }),
      refusal(
        "EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION",
        [],
        "notifications.0",
        "Neither emailEnabled nor smsEnabled is true.",
      ),
    ],
    [
      "neither way of telling a person",
      some({}, { typeName: "USER", username: "owner@example.com", emailEnabled: false }),
      refusal(
        "EMAIL_OR_SMS_REQUIRED_FOR_USER_NOTIFICATION",
        [],
        "notifications.0",
        "Neither emailEnabled nor smsEnabled is true.",
      ),
    ],
    [
      "no role",
      some({}, { roles: [] }),
      refusal("MISSING_ROLES_FOR_GROUP_NOTIFICATION", [], "notifications.0.roles", "It is empty."),
    ],
    [
      "an unknown role",
      some({}, { roles: ["ORG_OWNER"] }),
      refusal("INVALID_ATTRIBUTE", ["roles"], "notifications.0.roles", "'ORG_OWNER' is no role."),
    ],
    [
      "HipChat",
      some({}, { typeName: "HIP_CHAT" }),
      refusal("HIPCHAT_NOT_SUPPORTED", [], "notifications.0", "HipChat is no more."),
    ],
    [
      "no address",
      some({}, { typeName: "EMAIL" }),
      refusal(
        "MISSING_ATTRIBUTE",
        ["notifications.0.emailAddress"],
        "notifications.0.emailAddress",
        "The value is required.",
      ),
    ],
    [
      "a team of nobody",
      some({}, { typeName: "TEAM", teamId: ids.missing }),
      refusal("TEAM_NOT_FOUND", [ids.missing]),
    ],
  ];
  for (const [what, body, expected] of refused) {
    await t.test(`${expected.status} ${expected.errorCode} for ${what}, and nothing changes`, async () => {
      assertRefusal(await stage.ask("groupOwner", make(body)), expected);
      deepEqual(await list(configs), []);
      const { id } = await made(some({}));
      const before = await list(configs);
      const reply = await stage.ask("groupOwner", at(`${configs}/${id}`, "PUT", body));
      assertRefusal(reply, expected);
      deepEqual(await list(configs), before);
    });
  }

  await t.test("a team that is told is named", async () => {
    const { notifications } = await made(some({}, { typeName: "TEAM", teamId: ids.team }));
    deepEqual([notifications[0].teamId, notifications[0].teamName], [ids.team, "core"]);
  });

  await t.test("400 MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED for one more than 500", async () => {
    stage.execute(`with recursive number (n) as (select 1 union all select n + 1 from number where n < 500)
      insert into documents (id, group_id, kind, name, document, created_at)
      select printf('%024x', n), '${ids.group}', 'alertConfig', n, '{}', 0 from number`);
    const expected = refusal("MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED", [ids.group, 500]);
    assertRefusal(await stage.ask("groupOwner", make()), expected);
  });

  await t.test("200 and what alerts can be narrowed by, for every caller", async () => {
    const fieldNames = "/api/atlas/v2/alertConfigs/matchers/fieldNames";
    assertSuccess(await stage.ask("member", at(fieldNames)), {
      status: 200,
      limit: 300,
      json: [
        "ATLAS_NODE_TYPE",
        "CLUSTER_NAME",
        "HOSTNAME",
        "PORT",
        "HOSTNAME_AND_PORT",
        "APPLICATION_ID",
        "REPLICA_SET_NAME",
        "TYPE_NAME",
        "SHARD_NAME",
      ],
    });
  });

  const shownAlert = (id: string, configId: string, more: object = {}) =>
    Object.fromEntries(
      Object.entries({
        alertConfigId: configId,
        clusterName: "Cluster0",
        created: now,
        eventTypeName: "NO_PRIMARY",
        groupId: ids.group,
        id,
        lastNotified: now,
        links: [
          { href: linkOf(`${alerts}/${id}`), rel: "self" },
          { href: linkOf(`${configs}/${configId}`), rel: `${url}/alertConfig` },
          { href: linkOf(`${alerts}/${id}/alertConfigs`), rel: `${url}/alertConfigs` },
        ],
        orgId: ids.org,
        status: "OPEN",
        updated: now,
        ...more,
      }).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const acknowledge = (id: string, body: object, more: object = v2024) => ({
    ...at(`${alerts}/${id}`, "PATCH", body),
    ...more,
  });
  const opened = async () => {
    const { id: configId } = await made();
    const id = await stage.alerts.open({ alertConfigId: configId, clusterName: "Cluster0" });
    return { id, configId };
  };

  await t.test("an alert is opened by a control, listed, and closed by another", async () => {
    const { id, configId } = await opened();
    const json = shownAlert(id, configId);
    assertSuccess(await stage.ask("groupReader", at(`${alerts}/${id}`)), { ...ok, json });
    const listed = { ...json, links: [{ href: linkOf(`${alerts}/${id}`), rel: "self" }] };
    for (const path of [alerts, `${alerts}?status=OPEN`, `${configs}/${configId}/alerts`]) {
      deepEqual(await list(path), [listed], path);
    }
    deepEqual(await list(`${alerts}?status=CLOSED`), []);
    deepEqual(
      (await list(`${alerts}/${id}/alertConfigs`)).map((each: { id: string }) => each.id),
      [configId],
    );
    stage.clock.set({ advance: "PT1M" });
    await stage.alerts.close(id);
    const later = "2026-08-10T03:05:53Z";
    const over = { lastNotified: later, resolved: later, status: "CLOSED", updated: later };
    assertSuccess(await stage.ask("groupReader", at(`${alerts}/${id}`)), {
      ...ok,
      json: shownAlert(id, configId, over),
    });
    deepEqual([await list(`${alerts}?status=OPEN`), await list(`${configs}/${configId}/alerts`)], [[], []]);
    await rejects(stage.alerts.close(id), /no open alert/);
  });

  await t.test("it is tracked as long as the shortest delay, by the clock", async () => {
    const notifications = [
      { ...toGroup, delayMin: 15 },
      { typeName: "SMS", mobileNumber: "1", delayMin: 2 },
    ];
    const { id: alertConfigId } = await made({ ...noPrimary, notifications });
    const id = await stage.alerts.open({ alertConfigId });
    const seen = async () => {
      const { status, lastNotified } = (await stage.ask("groupReader", at(`${alerts}/${id}`))).json;
      return [status, lastNotified];
    };
    deepEqual(await seen(), ["TRACKING", undefined]);
    equal((await list(`${alerts}?status=TRACKING`)).length, 1);
    stage.clock.set({ advance: "PT2M" });
    deepEqual(await seen(), ["OPEN", "2026-08-10T03:06:53Z"]);
  });

  await t.test("an alert says its metric and what was measured", async () => {
    const metricThreshold = { metricName: "CONNECTIONS", threshold: 5, operator: "GREATER_THAN" };
    const { id: alertConfigId } = await made({ ...noPrimary, eventTypeName: metric, metricThreshold });
    const currentValue = { number: 7, units: "RAW" };
    const id = await stage.alerts.open({ alertConfigId, currentValue, hostnameAndPort: "host:27017" });
    const { json } = await stage.ask("groupReader", at(`${alerts}/${id}`));
    deepEqual(
      [json.metricName, json.currentValue, json.hostnameAndPort],
      ["CONNECTIONS", currentValue, "host:27017"],
    );
  });

  await t.test("200 acknowledges it until an instant, which ends by the clock", async () => {
    const { id, configId } = await opened();
    const until = "2026-08-10T04:04:53Z";
    const body = { acknowledgedUntil: until, acknowledgementComment: "looking" };
    const by = { acknowledgingUsername: "projownr", ...body };
    assertSuccess(await stage.ask("groupOwner", acknowledge(id, body)), {
      ...ok,
      headers: { "content-type": "application/vnd.atlas.2024-05-30+json;charset=utf-8" },
      json: shownAlert(id, configId, by),
    });
    deepEqual(types().slice(1), ["ALERT_ACKNOWLEDGED_AUDIT"]);
    stage.clock.set({ now: until });
    equal((await stage.ask("groupReader", at(`${alerts}/${id}`))).json.acknowledgedUntil, until);
    stage.clock.set({ advance: "PT1S" });
    equal((await stage.ask("groupReader", at(`${alerts}/${id}`))).json.acknowledgedUntil, undefined);
  });

  for (const body of [{ unacknowledgeAlert: true }, {}]) {
    await t.test(
      `200 takes an acknowledgement back for ${JSON.stringify(body)}, of a closed one too`,
      async () => {
        const { id, configId } = await opened();
        await stage.alerts.close(id);
        await stage.ask("groupOwner", acknowledge(id, { acknowledgedUntil: "2126-09-11T03:03:06Z" }));
        stage.clock.set({ advance: "PT3S" });
        const over = { resolved: now, status: "CLOSED", updated: "2026-08-10T03:04:56Z" };
        assertSuccess(await stage.ask("groupOwner", acknowledge(id, body, {})), {
          ...ok,
          headers: { ...deprecated, deprecation: "Thu, 30 May 2024 00:00:00 GMT" },
          json: shownAlert(id, configId, over),
        });
        deepEqual(types().slice(1), ["ALERT_ACKNOWLEDGED_AUDIT", "ALERT_UNACKNOWLEDGED_AUDIT"]);
      },
    );
  }

  await t.test("400 for a long comment, and for what is no instant; 404 for no alert", async () => {
    const { id } = await opened();
    const field = "acknowledgedUntil";
    assertRefusal(
      await stage.ask("groupOwner", acknowledge(id, { acknowledgementComment: "x".repeat(201) })),
      refusal(
        "ACKNOWLEDGEMENT_COMMENT_TOO_LONG",
        [200],
        "acknowledgementComment",
        "It has more than 200 characters.",
      ),
    );
    assertRefusal(
      await stage.ask("groupOwner", acknowledge(id, { [field]: "later" })),
      refusal("INVALID_ATTRIBUTE", [field], field, "It is not an instant such as 2027-07-01T00:00:00Z."),
    );
    const none = refusal("ALERT_NOT_FOUND", [ids.missing, ids.group]);
    assertRefusal(await stage.ask("groupOwner", acknowledge(ids.missing, {})), none);
    for (const path of [`${alerts}/${ids.missing}`, `${alerts}/${ids.missing}/alertConfigs`]) {
      assertRefusal(await stage.ask("groupReader", at(path)), none);
    }
  });

  await t.test(
    "alerts are cancelled when their configuration is turned off, and when it is deleted",
    async () => {
      for (const [method, body] of [["PATCH", { enabled: false }], ["DELETE"]] as const) {
        await stage.rewind();
        const { id, configId } = await opened();
        await stage.ask("groupOwner", at(`${configs}/${configId}`, method, body));
        const { status, resolved } = (await stage.ask("groupReader", at(`${alerts}/${id}`))).json;
        deepEqual([status, resolved], ["CANCELLED", now], method);
        equal((await list(`${alerts}/${id}/alertConfigs`)).length, method === "DELETE" ? 0 : 1);
      }
    },
  );

  await t.test("the control refuses what is off, what is not there, and what it does not know", async () => {
    const { id: off } = await made({ ...noPrimary, enabled: false });
    await rejects(stage.alerts.open({ alertConfigId: off }), /is off/);
    await rejects(stage.alerts.open({ alertConfigId: ids.missing }), /no alert configuration/);
    const body = { alertConfigId: off, color: "red" };
    const { status, json } = await stage.send({ method: "POST", path: "/_anteroom/v1/alerts", body });
    equal(status, 400);
    match(json.detail, /unknown 'color'/);
  });
});
