// Alert configurations of a project and their alerts, answer by answer.
import { deepEqual, equal, match, notEqual, rejects } from "node:assert/strict";
import { test } from "node:test";
import { fill, numbered } from "../../../test/support/fill.ts";
import { type Asked, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids, type Reply } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const toGroup = { typeName: "GROUP", emailEnabled: true, intervalMin: 5 };
const noPrimary = { enabled: true, eventTypeName: "NO_PRIMARY", notifications: [toGroup] };
const ofConfig = (alertConfigId: string, body?: object): Asked => ({ params: { alertConfigId }, body });
const ofAlert = (alertId: string, body?: object): Asked => ({ params: { alertId }, body });

test("alert configurations and alerts of a project", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, refuses, testRefusals, url } = stage;
  const linkOf = (path: string) => `${url}/api/atlas/v2/groups/${ids.group}/${path}`;
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
      { href: linkOf(`alertConfigs/${id}`), rel: "self" },
      { href: linkOf(`alertConfigs/${id}/alerts`), rel: `${url}/alerts` },
    ],
    matchers: [],
    notifications: [{ ...shownNotification, notifierId }],
    updated: now,
    ...more,
  });
  const made = (body: object = noPrimary) => get("createGroupAlertConfig", { body });
  const listed = async (query = "") => (await get("listGroupAlerts", { query })).results;
  const types = () => stage.events().map(({ type }) => type);

  await t.test("201 makes a configuration, with its address; 200 gets and lists it", async () => {
    const json = await answers(
      "createGroupAlertConfig",
      { body: noPrimary },
      ({ id, notifications }: Reply["json"]) => shown(id, notifications[0].notifierId),
      ({ id }: Reply["json"]) => ({ location: linkOf(`alertConfigs/${id}`) }),
    );
    deepEqual(stage.told(), [["ALERT_CONFIG_ADDED_AUDIT", "group"]]);
    deepEqual(stage.details(), [{ alertConfigId: json.id }]);
    await answers("getGroupAlertConfig", ofConfig(json.id), json);
    const [self] = json.links;
    deepEqual((await get("listGroupAlertConfigs")).results, [{ ...json, links: [self] }]);
  });

  await t.test("200 replaces all but whether it is on; its notifications get new ids", async () => {
    const before = await made();
    const notification = { ...toGroup, roles: ["GROUP_OWNER"] };
    const matcher = { fieldName: "TYPE_NAME", operator: "EQUALS", value: "PRIMARY" };
    const metricThreshold = {
      metricName: "CONNECTIONS_PERCENT",
      operator: "GREATER_THAN",
      threshold: 80,
      units: "RAW",
    };
    const metric = {
      eventTypeName: "OUTSIDE_METRIC_THRESHOLD",
      matchers: [matcher],
      metricThreshold,
      notifications: [notification],
      severityOverride: "WARNING",
    };
    stage.clock.set({ advance: "PT1M" });
    const asked = ofConfig(before.id, metric);
    await answers("updateGroupAlertConfig", asked, ({ notifications: [{ notifierId }] }: Reply["json"]) => {
      notEqual(notifierId, before.notifications[0].notifierId);
      const notifications = [sortMembers({ ...shownNotification, ...notification, notifierId })];
      const updated = "2026-08-10T03:05:53Z";
      return sortMembers(shown(before.id, notifierId, { ...metric, notifications, updated }));
    });
    deepEqual(types(), ["ALERT_CONFIG_ADDED_AUDIT", "ALERT_CONFIG_CHANGED_AUDIT"]);
  });

  await t.test("200 turns it off and on, and twice is once; 204 deletes it, 404 afterwards", async () => {
    const { id } = await made();
    for (const enabled of [false, false, true]) {
      equal((await get("toggleGroupAlertConfig", ofConfig(id, { enabled }))).enabled, enabled);
    }
    await answers("deleteGroupAlertConfig", ofConfig(id));
    for (const [operation, body] of [
      ["getGroupAlertConfig"],
      ["getGroupAlertConfigAlerts"],
      ["deleteGroupAlertConfig"],
      ["toggleGroupAlertConfig", { enabled: true }],
      ["updateGroupAlertConfig", noPrimary],
    ] as const) {
      await refuses(operation, ofConfig(id, body), "ALERT_CONFIG_NOT_FOUND", [id, ids.group]);
    }
    deepEqual(
      types(),
      ["ADDED", "DISABLED", "ENABLED", "DELETED"].map((what) => `ALERT_CONFIG_${what}_AUDIT`),
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
    // Notifications are sent back as they were answered, and by their ids alone.
    const bare = notifications.map(({ notifierId, typeName }: Record<string, string>) => ({
      notifierId,
      typeName,
    }));
    for (const again of [notifications, bare]) {
      const body = { ...noPrimary, notifications: again };
      const changed = await get("updateGroupAlertConfig", ofConfig(id, body));
      deepEqual(changed.notifications, notifications);
    }
  });

  await t.test("Terraform sends an id of its own, and 0 for an interval that it does not have", async () => {
    const notifierId = "651dd9336afac13e1c112222";
    const sent = { typeName: "EMAIL", emailAddress: "ops@acme.com", notifierId, intervalMin: 0 };
    const { notifications } = await made({ ...noPrimary, notifications: [sent] });
    deepEqual(notifications, [{ ...sent, delayMin: 0, intervalMin: 60 }]);
  });

  const watching = (eventTypeName: string, more: object = {}) => ({ body: { eventTypeName, ...more } });
  const telling = (...notifications: object[]) => ({ body: { notifications } });
  const toGroupBut = (more: object) => telling({ ...toGroup, ...more });
  const metric = "OUTSIDE_METRIC_THRESHOLD";
  const bill = "DAILY_BILL_OVER_THRESHOLD";
  const hosts = "TYPE_NAME, HOSTNAME, PORT, HOSTNAME_AND_PORT, REPLICA_SET_NAME, ATLAS_NODE_TYPE";
  const required = "The value is required.";
  const neither = "Neither emailEnabled nor smsEnabled is true.";
  const first = "notifications.0";
  const refused: readonly RefusedCall[] = [
    [
      "what nothing watches",
      watching("ORG_CREATED"),
      "INVALID_EVENT_TYPE_FOR_ALERT",
      ["ORG_CREATED"],
      "eventTypeName",
      "No alert can be set on it.",
    ],
    [
      "another field",
      watching("HOST_DOWN", {
        matchers: [{ fieldName: "CLUSTER_NAME", operator: "EQUALS", value: "a" }],
      }),
      "INVALID_ATTRIBUTE",
      ["fieldName"],
      "matchers.0.fieldName",
      `Fields of this type: ${hosts}.`,
    ],
    [
      "a metric that is missing",
      watching(metric),
      "MISSING_METRIC_THRESHOLD",
      [metric],
      "metricThreshold",
      required,
    ],
    [
      "a metric of another kind",
      watching(metric, { metricThreshold: { metricName: "FLEX_CONNECTIONS" } }),
      "METRIC_TYPE_UNSUPPORTED",
      ["FLEX_CONNECTIONS"],
      "metricThreshold.metricName",
      "The type of event has no such metric.",
    ],
    [
      "another unit",
      watching(metric, { metricThreshold: { metricName: "CONNECTIONS", units: "DAYS" } }),
      "UNITS_MISMATCH",
      ["DAYS"],
      "metricThreshold.units",
      "Units of it: RAW.",
    ],
    [
      "a metric where there is none",
      watching("NO_PRIMARY", { metricThreshold: { metricName: "CONNECTIONS" } }),
      "METRIC_THRESHOLD_PRESENT",
      ["NO_PRIMARY"],
      "metricThreshold",
      "It is sent.",
    ],
    ["a threshold that is missing", watching(bill), "MISSING_THRESHOLD", [bill], "threshold", required],
    [
      "a threshold where there is none",
      watching("HOST_DOWN", { threshold: { threshold: 1 } }),
      "THRESHOLD_PRESENT",
      ["HOST_DOWN"],
      "threshold",
      "It is sent.",
    ],
    [
      "the other side of it",
      watching(bill, { threshold: { operator: "LESS_THAN" } }),
      "INVALID_OPERATOR_FOR_EVENT_TYPE",
      ["LESS_THAN", bill],
      "threshold.operator",
      "Operators of this type: GREATER_THAN.",
    ],
    ["no notification", telling(), "MISSING_NOTIFICATIONS", [], "notifications", "None is sent."],
    [
      "26 notifications",
      telling(...Array(26).fill({ typeName: "SMS", mobileNumber: "1" })),
      "MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED",
      [25],
    ],
    ["the project twice", telling(toGroup, toGroup), "TOO_MANY_GROUP_NOTIFICATIONS"],
    [
      "four minutes",
      toGroupBut({ intervalMin: 4 }),
      "NOTIFICATION_INTERVAL_OUT_OF_RANGE",
      [5],
      `${first}.intervalMin`,
      "4 minutes are too few.",
    ],
    [
      "neither way of telling people",
      toGroupBut({ emailEnabled: false }),
      "EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION",
      [],
      first,
      neither,
    ],
    [
      "neither way of telling a person",
      telling({ typeName: "USER", username: "owner@example.com", emailEnabled: false }),
      "EMAIL_OR_SMS_REQUIRED_FOR_USER_NOTIFICATION",
      [],
      first,
      neither,
    ],
    [
      "no role",
      toGroupBut({ roles: [] }),
      "MISSING_ROLES_FOR_GROUP_NOTIFICATION",
      [],
      `${first}.roles`,
      "It is empty.",
    ],
    [
      "HipChat",
      toGroupBut({ typeName: "HIP_CHAT" }),
      "HIPCHAT_NOT_SUPPORTED",
      [],
      first,
      "HipChat is no more.",
    ],
    [
      "no address",
      toGroupBut({ typeName: "EMAIL" }),
      "MISSING_ATTRIBUTE",
      [`${first}.emailAddress`],
      `${first}.emailAddress`,
      required,
    ],
    [
      "a team of nobody",
      toGroupBut({ typeName: "TEAM", teamId: ids.missing }),
      "TEAM_NOT_FOUND",
      [ids.missing],
    ],
  ];
  const there = (body: object) => async () => ofConfig((await made()).id, body);
  await testRefusals(
    { createGroupAlertConfig: { body: noPrimary }, updateGroupAlertConfig: there(noPrimary) },
    refused,
  );
  await testRefusals({ toggleGroupAlertConfig: there({}) }, [
    ["a change that says nothing", {}, "MISSING_ATTRIBUTE", ["enabled"], "enabled", required],
  ]);
  await testRefusals({ createGroupAlertConfig: { body: noPrimary } }, [
    [
      "one more than 500",
      {
        before: () =>
          fill(
            stage,
            "documents",
            ...numbered(500, (id, name) => ({
              id,
              group_id: ids.group,
              kind: "alertConfig",
              name: String(name),
              document: "{}",
              created_at: 0,
            })),
          ),
      },
      "MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED",
      [ids.group, 500],
    ],
  ]);

  await t.test("a team that is told is named", async () => {
    const { body } = toGroupBut({ typeName: "TEAM", teamId: ids.team });
    const { notifications } = await made({ ...noPrimary, ...body });
    deepEqual([notifications[0].teamId, notifications[0].teamName], [ids.team, "core"]);
  });

  await t.test("200 and what alerts can be narrowed by, for every caller", async () => {
    await answers("listAlertConfigMatcherFieldNames", { as: "member" }, [
      "ATLAS_NODE_TYPE",
      "CLUSTER_NAME",
      "HOSTNAME",
      "PORT",
      "HOSTNAME_AND_PORT",
      "APPLICATION_ID",
      "REPLICA_SET_NAME",
      "TYPE_NAME",
      "SHARD_NAME",
    ]);
  });

  const shownAlert = (id: string, configId: string, more: object = {}) =>
    sortMembers({
      alertConfigId: configId,
      clusterName: "Cluster0",
      created: now,
      eventTypeName: "NO_PRIMARY",
      groupId: ids.group,
      id,
      lastNotified: now,
      links: [
        { href: linkOf(`alerts/${id}`), rel: "self" },
        { href: linkOf(`alertConfigs/${configId}`), rel: `${url}/alertConfig` },
        { href: linkOf(`alerts/${id}/alertConfigs`), rel: `${url}/alertConfigs` },
      ],
      orgId: ids.org,
      status: "OPEN",
      updated: now,
      ...more,
    });
  const opened = async () => {
    const { id: configId } = await made();
    const id = await stage.alerts.open({ alertConfigId: configId, clusterName: "Cluster0" });
    return { id, configId };
  };
  const alertsOf = async (configId: string) =>
    (await get("getGroupAlertConfigAlerts", ofConfig(configId))).results;
  const configsOf = async (id: string) => (await get("getGroupAlertAlertConfigs", ofAlert(id))).results;

  await t.test("an alert is opened by a control, listed, and closed by another", async () => {
    const { id, configId } = await opened();
    const json = shownAlert(id, configId);
    await answers("getGroupAlert", ofAlert(id), json);
    const brief = { ...json, links: [{ href: linkOf(`alerts/${id}`), rel: "self" }] };
    for (const found of [await listed(), await listed("status=OPEN"), await alertsOf(configId)]) {
      deepEqual(found, [brief]);
    }
    deepEqual(await listed("status=CLOSED"), []);
    deepEqual(
      (await configsOf(id)).map((each: { id: string }) => each.id),
      [configId],
    );
    stage.clock.set({ advance: "PT1M" });
    await stage.alerts.close(id);
    const later = "2026-08-10T03:05:53Z";
    const over = { lastNotified: later, resolved: later, status: "CLOSED", updated: later };
    await answers("getGroupAlert", ofAlert(id), shownAlert(id, configId, over));
    deepEqual([await listed("status=OPEN"), await alertsOf(configId)], [[], []]);
    await rejects(stage.alerts.close(id), /no open alert/);
  });

  await t.test("it is tracked as long as the shortest delay, by the clock", async () => {
    const { body } = telling(
      { ...toGroup, delayMin: 15 },
      { typeName: "SMS", mobileNumber: "1", delayMin: 2 },
    );
    const { id: alertConfigId } = await made({ ...noPrimary, ...body });
    const id = await stage.alerts.open({ alertConfigId });
    const seen = async () => {
      const { status, lastNotified } = await get("getGroupAlert", ofAlert(id));
      return [status, lastNotified];
    };
    deepEqual(await seen(), ["TRACKING", undefined]);
    equal((await listed("status=TRACKING")).length, 1);
    stage.clock.set({ advance: "PT2M" });
    deepEqual(await seen(), ["OPEN", "2026-08-10T03:06:53Z"]);
  });

  await t.test("an alert says its metric and what was measured", async () => {
    const metricThreshold = { metricName: "CONNECTIONS", threshold: 5, operator: "GREATER_THAN" };
    const { id: alertConfigId } = await made({ ...noPrimary, eventTypeName: metric, metricThreshold });
    const measured = { currentValue: { number: 7, units: "RAW" }, hostnameAndPort: "host:27017" };
    const id = await stage.alerts.open({ alertConfigId, ...measured });
    const { metricName, currentValue, hostnameAndPort } = await get("getGroupAlert", ofAlert(id));
    deepEqual([metricName, { currentValue, hostnameAndPort }], ["CONNECTIONS", measured]);
  });

  await t.test("200 acknowledges it until an instant, which ends by the clock", async () => {
    const { id, configId } = await opened();
    const until = "2026-08-10T04:04:53Z";
    const body = { acknowledgedUntil: until, acknowledgementComment: "looking" };
    const by = { acknowledgingUsername: "projownr", ...body };
    await answers("acknowledgeGroupAlert", ofAlert(id, body), shownAlert(id, configId, by));
    deepEqual(types().slice(1), ["ALERT_ACKNOWLEDGED_AUDIT"]);
    stage.clock.set({ now: until });
    equal((await get("getGroupAlert", ofAlert(id))).acknowledgedUntil, until);
    stage.clock.set({ advance: "PT1S" });
    equal((await get("getGroupAlert", ofAlert(id))).acknowledgedUntil, undefined);
  });

  for (const body of [{ unacknowledgeAlert: true }, {}]) {
    await t.test(
      `200 takes an acknowledgement back for ${JSON.stringify(body)}, of a closed one too`,
      async () => {
        const { id, configId } = await opened();
        await stage.alerts.close(id);
        await get("acknowledgeGroupAlert", ofAlert(id, { acknowledgedUntil: "2126-09-11T03:03:06Z" }));
        stage.clock.set({ advance: "PT3S" });
        const over = { resolved: now, status: "CLOSED", updated: "2026-08-10T03:04:56Z" };
        const asked: Asked = { ...ofAlert(id, body), version: "2023-01-01" };
        await answers("acknowledgeGroupAlert", asked, shownAlert(id, configId, over));
        deepEqual(types().slice(1), ["ALERT_ACKNOWLEDGED_AUDIT", "ALERT_UNACKNOWLEDGED_AUDIT"]);
      },
    );
  }

  const field = "acknowledgedUntil";
  const none: RefusedCall[] = [["no alert", {}, "ALERT_NOT_FOUND", [ids.missing, ids.group]]];
  await testRefusals({ acknowledgeGroupAlert: async () => ofAlert((await opened()).id, {}) }, [
    [
      "a long comment",
      { body: { acknowledgementComment: "x".repeat(201) } },
      "ACKNOWLEDGEMENT_COMMENT_TOO_LONG",
      [200],
      "acknowledgementComment",
      "It has more than 200 characters.",
    ],
    [
      "what is no instant",
      { body: { [field]: "later" } },
      "INVALID_ATTRIBUTE",
      [field],
      field,
      "It is not an instant such as 2027-07-01T00:00:00Z.",
    ],
  ]);
  await testRefusals(
    {
      acknowledgeGroupAlert: ofAlert(ids.missing, {}),
      getGroupAlert: ofAlert(ids.missing),
      getGroupAlertAlertConfigs: ofAlert(ids.missing),
    },
    none,
  );

  for (const [operation, body, left] of [
    ["toggleGroupAlertConfig", { enabled: false }, 1],
    ["deleteGroupAlertConfig", undefined, 0],
  ] as const) {
    await t.test(`alerts are cancelled by ${operation}`, async () => {
      const { id, configId } = await opened();
      await get(operation, ofConfig(configId, body));
      const { status, resolved } = await get("getGroupAlert", ofAlert(id));
      deepEqual([status, resolved], ["CANCELLED", now]);
      equal((await configsOf(id)).length, left);
    });
  }

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
