// Alerts of a project: opened by a configuration, acknowledged, and closed.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { type Instant, minute } from "../../../core/domain/instant.ts";
import type { AlertConfig } from "./alert-config.ts";

export type AlertStatus = "TRACKING" | "OPEN" | "CLOSED" | "CANCELLED";

/** The subject of an alert, as given by the request that opens it. */
export interface AlertSubject {
  readonly clusterName?: string;
  readonly currentValue?: { readonly number?: number; readonly units?: string };
  readonly hostnameAndPort?: string;
  readonly replicaSetName?: string;
}

export interface Alert extends AlertSubject {
  readonly alertConfigId: string;
  readonly eventTypeName: string;
  readonly metricName?: string;
  /** The instant until which it is TRACKING. */
  readonly opensAt: Instant;
  readonly ended?: { readonly status: "CLOSED" | "CANCELLED"; readonly at: Instant };
  readonly acknowledged?: {
    readonly until: Instant;
    readonly by: string;
    readonly comment?: string;
  };
  /** The instant of the notification; absent while it would have been sent to no one. */
  readonly notifiedAt?: Instant;
  readonly updatedAt: Instant;
}

/** Opens an alert: it is tracked for the shortest delay of its notifications. */
export function openedBy(
  alertConfigId: string,
  config: AlertConfig,
  subject: AlertSubject,
  now: Instant,
): Alert {
  const { eventTypeName, metricThreshold, notifications } = config;
  const delay = Math.min(...notifications.map(({ delayMin }) => delayMin)) * minute;
  return {
    ...subject,
    alertConfigId,
    eventTypeName,
    ...(metricThreshold !== undefined && { metricName: metricThreshold.metricName }),
    opensAt: now + delay,
    updatedAt: now,
  };
}

export const statusAt = ({ ended, opensAt }: Alert, now: Instant): AlertStatus =>
  ended?.status ?? (now < opensAt ? "TRACKING" : "OPEN");

export const notifiedAt = ({ notifiedAt: told, opensAt, ended }: Alert, now: Instant): Instant | undefined =>
  told ?? (ended === undefined && now >= opensAt ? opensAt : undefined);

export function endedAt(alert: Alert, status: "CLOSED" | "CANCELLED", now: Instant): Alert {
  const told = notifiedAt(alert, now) !== undefined || status === "CLOSED";
  return { ...alert, ended: { status, at: now }, ...(told && { notifiedAt: now }), updatedAt: now };
}

export const acknowledgementErrors = ["ACKNOWLEDGEMENT_COMMENT_TOO_LONG", "INVALID_ATTRIBUTE"] as const;

const longestComment = 200;

interface SentAcknowledgement {
  readonly acknowledgedUntil?: string;
  readonly acknowledgementComment?: string;
  readonly unacknowledgeAlert?: boolean;
}

/**
 * Acknowledges an alert. Without an instant, or with a past one, the acknowledgement is withdrawn; the answer shows the instant
 * as sent, as recorded.
 */
export function acknowledge(
  { acknowledged: _, ...alert }: Alert,
  { acknowledgedUntil, acknowledgementComment: comment = "", unacknowledgeAlert }: SentAcknowledgement,
  by: string,
  {
    now,
    fault,
  }: { readonly now: Instant; readonly fault: FaultMaker<(typeof acknowledgementErrors)[number]> },
): Alert {
  if (comment.length > longestComment) {
    const wrong = wrongField("acknowledgementComment", `It has more than ${longestComment} characters.`);
    throw fault("ACKNOWLEDGEMENT_COMMENT_TOO_LONG", { limit: longestComment }, wrong);
  }
  if (acknowledgedUntil === undefined || unacknowledgeAlert) return { ...alert, updatedAt: now };
  const until = Date.parse(acknowledgedUntil);
  if (Number.isNaN(until)) {
    const wrong = wrongField("acknowledgedUntil", "It is not an instant such as 2027-07-01T00:00:00Z.");
    throw fault("INVALID_ATTRIBUTE", { attribute: "acknowledgedUntil" }, wrong);
  }
  const acknowledged = { until, by, ...(comment !== "" && { comment }) };
  return { ...alert, acknowledged, notifiedAt: now, updatedAt: now };
}
