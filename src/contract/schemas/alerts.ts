// Bodies of the operations on alert configurations and alerts.
import * as Type from "typebox";
import { alertStatuses, matcherOperators, notificationTypes, severities } from "../alert-kinds.ts";
import { always, demanded, Links, ObjectId, object, Page, Timestamp } from "./common.ts";
import { id, oneOf, readable, secretText, text, when } from "./members.ts";

const flag = (description: string) => Type.Optional(Type.Boolean({ description }));
const number = (description: string) => Type.Optional(Type.Number({ description }));

/** The documented bounds are those of rules, which refuse with codes of their own. */
const byRule = { checkedByRule: true } as const;
const minutes = (description: string, least?: number) =>
  Type.Optional(
    Type.Integer({
      format: "int32",
      ...(least !== undefined && { minimum: least, ...byRule }),
      description,
    }),
  );

const eventTypeName = Type.String({
  names: "EventTypeForNdsGroup | (string & {})",
  description: "Type of the event that alerts are about.",
});

export const matcherMembers = {
  fieldName: Type.String({ description: "Field that is compared; each kind of alert has its own fields." }),
  operator: Type.Enum([...matcherOperators], { type: "string", description: "How it is compared." }),
  value: text("What it is compared with."),
};

export const thresholdMembers = {
  operator: oneOf(["GREATER_THAN", "LESS_THAN"], "Side of the threshold on which an alert is opened."),
  threshold: number("Value of the threshold."),
  units: text("Unit of the value; each type of event has its own units."),
};

export const metricMembers = {
  metricName: Type.String({ description: "What is measured." }),
  mode: oneOf(["AVERAGE"], "What is compared: the average."),
  ...thresholdMembers,
};

/** Members of a notification beside its type. Which are needed, the type says. */
export const notificationMembers = {
  apiToken: secretText("Token of Slack."),
  channelName: text("Channel of Slack."),
  datadogApiKey: secretText("Key of Datadog."),
  datadogRegion: oneOf(["US", "EU", "US3", "US5", "AP1", "US1_FED"], "Region of Datadog."),
  delayMin: minutes("Minutes that the condition must last."),
  emailAddress: text("Address of the message."),
  emailEnabled: flag("Whether people get a message by e-mail."),
  integrationId: text("Integration whose credentials are used."),
  intervalMin: minutes("Minutes between two messages about one alert, 5 at least.", 5),
  microsoftTeamsWebhookUrl: secretText("Webhook of Microsoft Teams."),
  mobileNumber: text("Number of the text message."),
  notificationToken: secretText("Token of HipChat, which is no longer supported."),
  notifierId: Type.Optional({
    ...ObjectId,
    description: "Id of the notification; in a change, members that are not sent keep their values.",
  }),
  opsGenieApiKey: secretText("Key of Opsgenie."),
  opsGenieRegion: oneOf(["US", "EU"], "Region of Opsgenie."),
  region: oneOf(["US", "EU"], "Region of PagerDuty."),
  roles: Type.Optional(
    Type.Array(Type.String({ names: "RoleName" }), {
      description: "People with one of these roles get it; all if absent.",
    }),
  ),
  roomName: text("Room of HipChat."),
  serviceKey: secretText("Key of PagerDuty."),
  smsEnabled: flag("Whether people get a text message."),
  teamId: Type.Optional({ ...ObjectId, description: "Team whose people get it." }),
  username: text("Person who gets it."),
  victorOpsApiKey: secretText("Key of VictorOps."),
  victorOpsRoutingKey: secretText("Routing key of VictorOps."),
  webhookBodyTemplate: secretText("Template of the body of the webhook."),
  webhookHeadersTemplate: secretText("Template of the headers of the webhook."),
  webhookSecret: secretText("Secret of the webhook."),
  webhookUrl: secretText("Address of the webhook."),
};

const AlertsNotificationRootForGroup = object("AlertsNotificationRootForGroup", {
  ...notificationMembers,
  teamName: Type.Optional(Type.String({ readOnly: true, description: "Name of that team." })),
  typeName: Type.Enum([...notificationTypes], { type: "string", description: "How people are told." }),
});

export const GroupAlertsConfig = object("GroupAlertsConfig", {
  created: when("When it was made."),
  enabled: always(Type.Boolean({ default: false, description: "Whether alerts are opened by it." })),
  eventTypeName,
  groupId: id("Project of the configuration."),
  id: id("Id of the configuration."),
  links: Type.Optional(Links),
  matchers: always(
    Type.Array(object("AlertMatcher", matcherMembers), {
      description: "What alerts are narrowed to; everything if empty.",
    }),
  ),
  metricThreshold: Type.Optional(
    object("MetricThreshold", metricMembers, {
      description: "Metric and its value, of events about metrics.",
    }),
  ),
  notifications: demanded(
    Type.Array(AlertsNotificationRootForGroup, {
      minItems: 1,
      maxItems: 25,
      ...byRule,
      description: "Who is notified, and how. Notifications are stored, never sent.",
    }),
  ),
  severityOverride: oneOf(severities, "Severity of the alerts."),
  threshold: Type.Optional(
    object("AlertsThreshold", thresholdMembers, { description: "Value beyond which an alert is opened." }),
  ),
  updated: when("When it was changed last."),
});
export const AlertConfigPage = Page(GroupAlertsConfig, "PaginatedAlertConfigView");

export const AlertsToggle = object("AlertsToggle", {
  enabled: demanded(Type.Boolean({ description: "Whether alerts are opened by it." })),
});

export const MatcherFields = Type.Array(Type.String({ description: "Name of a field." }), {
  description: "What alerts can be narrowed by.",
});

const acknowledgement = {
  acknowledgedUntil: Type.Optional({
    ...Timestamp,
    description: "Until when the alert is acknowledged; without it, the acknowledgement is taken back.",
  }),
  acknowledgementComment: Type.Optional(
    Type.String({ maxLength: 200, ...byRule, description: "Comment on the acknowledgement." }),
  ),
};

/** Of any alert. Clients of the older version send them back. */
const members = {
  ...acknowledgement,
  acknowledgingUsername: readable("Who acknowledged it."),
  alertConfigId: { ...ObjectId, readOnly: true, description: "Configuration by which it was opened." },
  created: { ...Timestamp, readOnly: true, description: "When it was opened." },
  groupId: id("Project of the alert."),
  id: { ...ObjectId, readOnly: true, description: "Id of the alert." },
  lastNotified: when("When people were told last."),
  links: Type.Optional(Links),
  orgId: id("Organization of the project."),
  resolved: when("When it was closed."),
  status: Type.Enum([...alertStatuses], {
    type: "string",
    readOnly: true,
    description: "TRACKING until it has lasted as long as its notifications say, then OPEN.",
  }),
  updated: { ...Timestamp, readOnly: true, description: "When it was changed last." },
};

export const AlertViewForNdsGroup = object("AlertViewForNdsGroup", {
  ...members,
  clusterName: readable("Cluster that it is about."),
  currentValue: Type.Optional(
    object(
      "AlertMetricValue",
      {
        number: number("Value when it was measured last."),
        units: text("Unit of the value."),
      },
      { description: "Value when it was measured last." },
    ),
  ),
  eventTypeName: { ...eventTypeName, readOnly: true },
  hostnameAndPort: readable("Host that it is about."),
  metricName: readable("Metric that it is about."),
  replicaSetName: readable("Replica set that it is about."),
});
export const AlertPage = Page(AlertViewForNdsGroup, "PaginatedAlertView");

const optionalMembers = Object.fromEntries(
  Object.entries(members).map(([name, schema]) => [name, Type.Optional(schema)]),
) as { [Name in keyof typeof members]: Type.TOptional<(typeof members)[Name]> };

export const AcknowledgeAlert = object("AcknowledgeAlert", {
  ...optionalMembers,
  unacknowledgeAlert: flag("Whether the acknowledgement is taken back."),
});

export const alertStatus = oneOf(
  ["OPEN", "TRACKING", "CLOSED"],
  "Only alerts of this status; all if absent.",
);
