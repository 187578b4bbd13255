// Operations on alerts and their configurations.

import { matcherFieldNames } from "../../core/contract/alert-kinds.ts";
import { missing } from "../../core/contract/errors.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { keeping } from "../../core/operations/keeping.ts";
import {
  alertsOf,
  cancelAlerts,
  changeAlertConfig,
  chooseConfigErrors,
  isOpen,
  keepAlertConfig,
  makeAlertConfig,
  makeConfigErrors,
} from "./alerts.ts";
import { linked, showAlert, showConfig, showListedAlert, showListedConfig } from "./common.ts";
import { alertConfigs, alerts } from "./kept.ts";
import { acknowledge, acknowledgementErrors, statusAt } from "./rules/alert.ts";

const configs = keeping(alertConfigs, {
  by: "alertConfigId",
  absent: "ALERT_CONFIG_NOT_FOUND",
  show: showConfig,
});

const opened = keeping(alerts, { by: "alertId", absent: "ALERT_NOT_FOUND", show: showAlert });

export const listAlertConfigMatcherFieldNames = atlas("listAlertConfigMatcherFieldNames", {}).handle(
  async () => matcherFieldNames,
  (names) => [...names],
);

export const listGroupAlertConfigs = atlas("listGroupAlertConfigs", {}).handle(
  ({ group, query, ...reading }) => alertConfigs.page(reading, group, query),
  showPageOf(showListedConfig),
);

export const listGroupAlerts = atlas("listGroupAlerts", {}).handle(async (context) => {
  const { group, query, now } = context;
  const { status } = query;
  const all = (await alerts.all(context, group)).filter(
    ({ document }) => status === undefined || statusAt(document, now) === status,
  );
  return pageOf(
    all.map((each) => opened.seen(each, context)),
    query,
  );
}, showPageOf(showListedAlert));

export const getGroupAlert = opened.get("getGroupAlert");

export const getGroupAlertAlertConfigs = atlas("getGroupAlertAlertConfigs", {
  errors: ["ALERT_NOT_FOUND"],
}).handle(async (context) => {
  const { document } = await opened.find(context);
  const config = await alertConfigs.find(context, context.group, document.alertConfigId);
  return pageOf(config === undefined ? [] : [config], context.query);
}, showPageOf(showListedConfig));

export const getGroupAlertConfig = configs.get("getGroupAlertConfig");

export const getGroupAlertConfigAlerts = atlas("getGroupAlertConfigAlerts", {
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(async (context) => {
  const all = await alertsOf(context, await configs.find(context));
  const open = all.filter((alert) => isOpen(alert, context.now));
  return pageOf(
    open.map((each) => opened.seen(each, context)),
    context.query,
  );
}, showPageOf(showListedAlert));

export const createGroupAlertConfig = atlas("createGroupAlertConfig", {
  locks: "group",
  errors: [...makeConfigErrors],
}).handle(
  (context) => makeAlertConfig(context, context.group, context.body),
  showConfig,
  ({ groupId, name }, { origin }) => ({ location: linked(origin, groupId, "alertConfigs", name) }),
);

export const acknowledgeGroupAlert = opened.update(
  "acknowledgeGroupAlert",
  { errors: [...acknowledgementErrors] },
  (context, { document }) => acknowledge(document, context.body, context.caller.name, context),
);

export const toggleGroupAlertConfig = atlas("toggleGroupAlertConfig", {
  locks: "group",
  errors: ["ALERT_CONFIG_NOT_FOUND", "MISSING_ATTRIBUTE"],
}).handle(async (context) => {
  const { body, fault, now } = context;
  const config = await configs.find(context);
  if (body.enabled === undefined) throw missing("enabled", fault);
  if (body.enabled === config.document.enabled) return config;
  return keepAlertConfig(context, config, { ...config.document, enabled: body.enabled, updatedAt: now });
}, showConfig);

export const updateGroupAlertConfig = atlas("updateGroupAlertConfig", {
  locks: "group",
  errors: [...chooseConfigErrors, "ALERT_CONFIG_NOT_FOUND"],
}).handle(
  async (context) => changeAlertConfig(context, context.group, await configs.find(context), context.body),
  showConfig,
);

export const deleteGroupAlertConfig = configs.remove("deleteGroupAlertConfig", {}, (context, config) =>
  cancelAlerts(context, config),
);
