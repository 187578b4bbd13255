// Bodies of the operations on alert configurations and alerts.
import * as Type from "typebox";
import { matcherOperators } from "../alert-kinds.ts";
import { ObjectId } from "./common.ts";
import { oneOf, secretText, text } from "./members.ts";

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
