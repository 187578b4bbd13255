// The shared parts of operations on alert configurations and alerts: their paths, how one is found, and how it looks.

import type { Resource } from "../../core/changes/resources.ts";
import type { PageRequest } from "../../core/domain/page.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import {
  type FaultMaker,
  type Instant,
  type Paged,
  pageOf,
  type Reads,
  type Showing,
  toTimestamp,
} from "../../core/operations/declare.ts";
import { alertConfigs, alerts } from "./kept.ts";
import { type Alert, notifiedAt, statusAt } from "./rules/alert.ts";
import type { AlertConfig } from "./rules/alert-config.ts";

interface Finding<Name extends string> {
  readonly tx: Reads;
  readonly now: Instant;
  readonly group: { readonly id: string; readonly orgId: string };
  readonly params: { readonly [Each in Name]: string };
}

export async function findConfig(
  context: Finding<"alertConfigId"> & { readonly fault: FaultMaker<"ALERT_CONFIG_NOT_FOUND"> },
) {
  const { group, params, fault } = context;
  const found = await alertConfigs.find(context, group, params.alertConfigId);
  if (found === undefined) throw fault("ALERT_CONFIG_NOT_FOUND", { ...params, groupId: group.id });
  return found;
}

export async function findAlert(
  context: Finding<"alertId"> & { readonly fault: FaultMaker<"ALERT_NOT_FOUND"> },
) {
  const { group, params, fault } = context;
  const found = await alerts.find(context, group, params.alertId);
  if (found === undefined) throw fault("ALERT_NOT_FOUND", { ...params, groupId: group.id });
  return found;
}

export const linked = (origin: string, groupId: string, kind: "alertConfigs" | "alerts", id: string) =>
  `${origin}/api/atlas/v2/groups/${groupId}/${kind}/${id}`;

/** Shows a configuration in a list; alone it links to its alerts too. */
export function showListedConfig(
  { groupId, name, document, createdAt }: Resource<AlertConfig>,
  { origin }: Pick<Showing, "origin">,
) {
  const { updatedAt, matchers, notifications, ...kept } = document;
  return sortMembers({
    ...kept,
    created: toTimestamp(createdAt),
    groupId,
    id: name,
    links: [{ href: linked(origin, groupId, "alertConfigs", name), rel: "self" }],
    matchers: matchers.map(sortMembers),
    ...(kept.metricThreshold && { metricThreshold: sortMembers(kept.metricThreshold) }),
    notifications: notifications.map(sortMembers),
    ...(kept.threshold && { threshold: sortMembers(kept.threshold) }),
    updated: toTimestamp(updatedAt),
  });
}

export function showConfig(config: Resource<AlertConfig>, showing: Showing) {
  const { origin } = showing;
  const shown = showListedConfig(config, showing);
  const href = `${linked(origin, config.groupId, "alertConfigs", config.name)}/alerts`;
  return { ...shown, links: [...shown.links, { href, rel: `${origin}/alerts` }] };
}

/** An alert as it is at an instant. */
export interface SeenAlert {
  readonly alert: Resource<Alert>;
  readonly orgId: string;
  readonly now: Instant;
}

export function showListedAlert({ alert, orgId, now }: SeenAlert, { origin }: Pick<Showing, "origin">) {
  const { groupId, name, createdAt, document } = alert;
  const { acknowledged, ended, notifiedAt: _, opensAt: __, updatedAt, ...about } = document;
  const told = notifiedAt(document, now);
  return sortMembers({
    ...about,
    ...(acknowledged !== undefined &&
      now <= acknowledged.until && {
        acknowledgedUntil: toTimestamp(acknowledged.until),
        ...(acknowledged.comment !== undefined && { acknowledgementComment: acknowledged.comment }),
        acknowledgingUsername: acknowledged.by,
      }),
    created: toTimestamp(createdAt),
    groupId,
    id: name,
    ...(told !== undefined && { lastNotified: toTimestamp(told) }),
    links: [{ href: linked(origin, groupId, "alerts", name), rel: "self" }],
    orgId,
    ...(ended !== undefined && { resolved: toTimestamp(ended.at) }),
    status: statusAt(document, now),
    updated: toTimestamp(updatedAt),
  });
}

export function showAlert(seen: SeenAlert, { origin }: Showing) {
  const { groupId, name, document } = seen.alert;
  const shown = showListedAlert(seen, { origin });
  const config = linked(origin, groupId, "alertConfigs", document.alertConfigId);
  const configs = `${linked(origin, groupId, "alerts", name)}/alertConfigs`;
  return {
    ...shown,
    links: [
      ...shown.links,
      { href: config, rel: `${origin}/alertConfig` },
      { href: configs, rel: `${origin}/alertConfigs` },
    ],
  };
}

/** Returns the requested page of a list, each alert in its present state. */
export const seenPage = (
  all: readonly Resource<Alert>[],
  { query, group, now }: { query: PageRequest; group: { orgId: string }; now: Instant },
): Paged<SeenAlert> =>
  pageOf(
    all.map((alert) => ({ alert, orgId: group.orgId, now })),
    query,
  );
