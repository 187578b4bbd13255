// Creates and ends alerts and their configurations, together with the rows that depend on them.

import type { Changing, Looking, Reading } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { GroupInOrg } from "../../core/domain/group.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { alertConfigs, alerts } from "./kept.ts";
import { type Alert, type AlertSubject, endedAt, openedBy, statusAt } from "./rules/alert.ts";
import {
  type AlertConfig,
  alertConfigErrors,
  chooseAlertConfig,
  mostAlertConfigs,
  type SentConfig,
} from "./rules/alert-config.ts";
import type { AlertNotification } from "./rules/alert-notification.ts";
import { defaultAlerts } from "./rules/default-alerts.ts";

type Group = GroupInOrg;

export const chooseConfigErrors = [...alertConfigErrors, "TEAM_NOT_FOUND"] as const;
export const makeConfigErrors = [...chooseConfigErrors, "MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED"] as const;

async function choose(
  changing: Changing<(typeof chooseConfigErrors)[number]>,
  { orgId }: Group,
  sent: SentConfig,
  before?: AlertConfig,
): Promise<AlertConfig> {
  const config = chooseAlertConfig(sent, before, changing);
  const notifications: AlertNotification[] = [];
  for (const each of config.notifications) notifications.push(await withTeam(changing, orgId, each));
  return { ...config, notifications };
}

/** Checks that each notified team belongs to the organization. */
async function withTeam(
  { tx, fault }: Looking<"TEAM_NOT_FOUND">,
  orgId: string,
  notification: AlertNotification,
): Promise<AlertNotification> {
  const { teamId } = notification;
  if (teamId === undefined) return notification;
  const team = await tx.teams.find(orgId, teamId);
  if (team === undefined) throw fault("TEAM_NOT_FOUND", { teamId });
  return { ...notification, teamName: team.name };
}

/** Gives a new project the configurations that Atlas gives it. No events are recorded, as observed. */
export function addDefaultAlerts({ tx, now, newId }: Changing, { id: groupId }: Pick<Group, "id">): void {
  for (const document of defaultAlerts(newId, now)) {
    const id = newId();
    const { kind } = alertConfigs;
    tx.documents.add({ id, groupId, kind, name: id, document, createdAt: now });
  }
}

export async function makeAlertConfig(
  changing: Changing<(typeof makeConfigErrors)[number]>,
  group: Group,
  sent: SentConfig,
): Promise<Resource<AlertConfig>> {
  const id = changing.newId();
  const document = await choose(changing, group, sent);
  if ((await alertConfigs.count(changing, group)) >= mostAlertConfigs) {
    throw changing.fault("MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED", {
      limit: mostAlertConfigs,
      groupId: group.id,
    });
  }
  return alertConfigs.add(changing, group, id, { document });
}

export const changeAlertConfig = async (
  changing: Changing<(typeof chooseConfigErrors)[number]>,
  group: Group,
  before: Resource<AlertConfig>,
  sent: SentConfig,
) => keepAlertConfig(changing, before, await choose(changing, group, sent, before.document));

export async function keepAlertConfig(
  changing: Changing,
  before: Resource<AlertConfig>,
  document: AlertConfig,
): Promise<Resource<AlertConfig>> {
  if (!document.enabled) await cancelAlerts(changing, before);
  return alertConfigs.replace(changing, before, { document });
}

export const alertsOf = async (
  looking: Reading,
  { groupId, name }: Pick<Resource<AlertConfig>, "groupId" | "name">,
): Promise<Resource<Alert>[]> =>
  (await alerts.all(looking, { id: groupId })).filter(({ document }) => document.alertConfigId === name);

/** Cancels the open alerts of a configuration that is turned off or deleted. */
export async function cancelAlerts(changing: Changing, config: Resource<AlertConfig>): Promise<void> {
  const { now } = changing;
  for (const alert of await alertsOf(changing, config)) {
    if (isOpen(alert, now)) {
      await alerts.replace(changing, alert, { document: endedAt(alert.document, "CANCELLED", now) });
    }
  }
}

export const isOpen = ({ document }: Resource<Alert>, now: Instant): boolean =>
  ["TRACKING", "OPEN"].includes(statusAt(document, now));

export const openAlert = (
  changing: Changing,
  { name, groupId, document }: Resource<AlertConfig>,
  subject: AlertSubject,
  id: string = changing.newId(),
) => alerts.add(changing, { id: groupId }, id, { document: openedBy(name, document, subject, changing.now) });

export const closeAlert = (changing: Changing, alert: Resource<Alert>) =>
  alerts.replace(changing, alert, { document: endedAt(alert.document, "CLOSED", changing.now) });
