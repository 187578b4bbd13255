// Bodies of the operations on what tells others of a project's alerts and figures.
import * as Type from "typebox";
import { object } from "./common.ts";
import { oneOf, orNull, secretText, text } from "./members.ts";

const on = (description: string) => Type.Optional(Type.Boolean({ default: false, description }));
/** May hold credentials. */
const secretOrNull = (description: string) => orNull(Type.String({ isSecret: true }), description);
const textOrNull = (description: string) => orNull(Type.String(), description);

export const integrationTypeParam = Type.Enum(
  [
    "PAGER_DUTY",
    "SLACK",
    "DATADOG",
    "NEW_RELIC",
    "OPS_GENIE",
    "VICTOR_OPS",
    "WEBHOOK",
    "HIP_CHAT",
    "PROMETHEUS",
    "MICROSOFT_TEAMS",
  ],
  { type: "string", description: "Type of the integration; HIP_CHAT is no longer supported." },
);

/** One shape for all types, so that refusals name the field; rules know which members a type has. */
export const ThirdPartyIntegration = object("ThirdPartyIntegration", {
  accountId: secretText("NEW_RELIC: id of the account."),
  apiKey: secretText("DATADOG, OPS_GENIE, VICTOR_OPS: key."),
  apiToken: secretText("SLACK: token."),
  bodyTemplate: secretOrNull("WEBHOOK: template of what is sent."),
  channelName: textOrNull("SLACK: channel."),
  customEndpoint: secretOrNull("DATADOG: address in place of that of the region."),
  enabled: Type.Optional(Type.Boolean({ description: "PROMETHEUS: whether it is enabled." })),
  headersTemplate: secretOrNull("WEBHOOK: template of the headers."),
  id: textOrNull("Id of the integration."),
  licenseKey: secretText("NEW_RELIC: license key."),
  microsoftTeamsWebhookUrl: secretText("MICROSOFT_TEAMS: address."),
  password: Type.Optional(
    Type.String({ writeOnly: true, isSecret: true, description: "PROMETHEUS: password; never answered." }),
  ),
  readToken: secretText("NEW_RELIC: token for queries."),
  region: oneOf(
    ["US", "EU", "US3", "US5", "AP1", "US1_FED"],
    "DATADOG, OPS_GENIE, PAGER_DUTY: region; US if absent. The latter two have US and EU.",
  ),
  routingKey: secretText("VICTOR_OPS: routing key."),
  secret: secretText("WEBHOOK: secret that signs what is sent."),
  sendCollectionLatencyMetrics: on("DATADOG: whether latencies of collections are sent."),
  sendDatabaseMetrics: on("DATADOG: whether figures of databases are sent."),
  sendQueryStatsMetrics: on("DATADOG: whether figures of queries are sent."),
  sendUserProvidedResourceTags: on("DATADOG: whether tags are sent."),
  sendUserProvidedResourceTagsEnabled: on("PROMETHEUS: whether tags are sent."),
  serviceDiscovery: oneOf(["http", "file"], "PROMETHEUS: how it finds hosts."),
  serviceKey: secretText("PAGER_DUTY: key."),
  teamName: text("SLACK: team."),
  type: Type.Optional(integrationTypeParam),
  url: secretText("WEBHOOK: address."),
  username: text("PROMETHEUS: name of the user."),
  writeToken: secretText("NEW_RELIC: token for what is written."),
});
