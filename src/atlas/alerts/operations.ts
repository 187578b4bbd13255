// Operations on alerts and their configurations.

import { matcherFieldNames } from "../../core/contract/alert-kinds.ts";
import { missing } from "../../core/contract/errors.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import {
  alertsOf,
  changeAlertConfig,
  chooseConfigErrors,
  isOpen,
  keepAlertConfig,
  makeAlertConfig,
  makeConfigErrors,
  removeAlertConfig,
} from "./alerts.ts";
import {
  findAlert,
  findConfig,
  linked,
  seenPage,
  showAlert,
  showConfig,
  showListedAlert,
  showListedConfig,
} from "./common.ts";
import { alertConfigs, alerts } from "./kept.ts";
import { acknowledge, acknowledgementErrors, statusAt } from "./rules/alert.ts";

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
  const all = await alerts.all(context, group);
  const { status } = query;
  return seenPage(
    status === undefined ? all : all.filter(({ document }) => statusAt(document, now) === status),
    context,
  );
}, showPageOf(showListedAlert));

export const getGroupAlert = atlas("getGroupAlert", {
  errors: ["ALERT_NOT_FOUND"],
}).handle(
  async (context) => ({
    alert: await findAlert(context),
    orgId: context.group.orgId,
    now: context.now,
  }),
  showAlert,
);

export const getGroupAlertAlertConfigs = atlas("getGroupAlertAlertConfigs", {
  errors: ["ALERT_NOT_FOUND"],
}).handle(async (context) => {
  const { document } = await findAlert(context);
  const config = await alertConfigs.find(context, context.group, document.alertConfigId);
  return pageOf(config === undefined ? [] : [config], context.query);
}, showPageOf(showListedConfig));

export const getGroupAlertConfig = atlas("getGroupAlertConfig", {
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(findConfig, showConfig);

export const getGroupAlertConfigAlerts = atlas("getGroupAlertConfigAlerts", {
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(async (context) => {
  const all = await alertsOf(context, await findConfig(context));
  const open = all.filter((alert) => isOpen(alert, context.now));
  return seenPage(open, context);
}, showPageOf(showListedAlert));

export const createGroupAlertConfig = atlas("createGroupAlertConfig", {
  locks: "group",
  errors: [...makeConfigErrors],
}).handle(
  (context) => makeAlertConfig(context, context.group, context.body),
  showConfig,
  ({ groupId, name }, { origin }) => ({ location: linked(origin, groupId, "alertConfigs", name) }),
);

export const acknowledgeGroupAlert = atlas("acknowledgeGroupAlert", {
  locks: "group",
  errors: [...acknowledgementErrors, "ALERT_NOT_FOUND"],
}).handle(async (context) => {
  const { body, caller, group, now } = context;
  const before = await findAlert(context);
  const document = acknowledge(before.document, body, caller.name, context);
  return { alert: await alerts.replace(context, before, { document }), orgId: group.orgId, now };
}, showAlert);

export const toggleGroupAlertConfig = atlas("toggleGroupAlertConfig", {
  locks: "group",
  errors: ["ALERT_CONFIG_NOT_FOUND", "MISSING_ATTRIBUTE"],
}).handle(async (context) => {
  const { body, fault, now } = context;
  const config = await findConfig(context);
  if (body.enabled === undefined) throw missing("enabled", fault);
  if (body.enabled === config.document.enabled) return config;
  return keepAlertConfig(context, config, { ...config.document, enabled: body.enabled, updatedAt: now });
}, showConfig);

export const updateGroupAlertConfig = atlas("updateGroupAlertConfig", {
  locks: "group",
  errors: [...chooseConfigErrors, "ALERT_CONFIG_NOT_FOUND"],
}).handle(
  async (context) => changeAlertConfig(context, context.group, await findConfig(context), context.body),
  showConfig,
);

export const deleteGroupAlertConfig = atlas("deleteGroupAlertConfig", {
  locks: "group",
  errors: ["ALERT_CONFIG_NOT_FOUND"],
}).handle(async (context) => removeAlertConfig(context, await findConfig(context)));
