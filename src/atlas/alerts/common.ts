// The shared parts of operations on alert configurations and alerts: their paths, how one is found, and how it looks.

import type { Resource } from "../../core/changes/resources.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { type Showing, toTimestamp } from "../../core/operations/declare.ts";
import type { Seen } from "../../core/operations/keeping.ts";
import { type Alert, notifiedAt, statusAt } from "./rules/alert.ts";
import type { AlertConfig } from "./rules/alert-config.ts";

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

export function showListedAlert(
  { groupId, name, createdAt, document, orgId, now }: Seen<Alert>,
  { origin }: Pick<Showing, "origin">,
) {
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

export function showAlert(seen: Seen<Alert>, { origin }: Showing) {
  const { groupId, name, document } = seen;
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
