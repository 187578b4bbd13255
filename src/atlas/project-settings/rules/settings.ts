// Settings of a project that only its databases use: their defaults, and the events of their changes.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import type { EventType } from "../../../core/domain/event.ts";

export interface AuditLog {
  readonly auditAuthorizationSuccess: boolean;
  readonly auditFilter?: string;
  readonly configurationType: "NONE" | "FILTER_BUILDER" | "FILTER_JSON";
  readonly enabled: boolean;
}

export const noAuditLog: AuditLog = {
  auditAuthorizationSuccess: false,
  configurationType: "NONE",
  enabled: false,
};

/** Merges a request into the settings. The filter must be JSON; its text is stored as sent, without surrounding space. */
export function chooseAuditLog(
  before: AuditLog,
  sent: Partial<AuditLog>,
  fault: FaultMaker<"INVALID_ATTRIBUTE">,
): AuditLog {
  const auditFilter = sent.auditFilter?.trim() ?? before.auditFilter;
  if (auditFilter !== undefined && !isJsonObject(auditFilter)) {
    const description = "It is no object in JSON.";
    throw fault("INVALID_ATTRIBUTE", { attribute: "auditFilter" }, wrongField("auditFilter", description));
  }
  return {
    auditAuthorizationSuccess: sent.auditAuthorizationSuccess ?? before.auditAuthorizationSuccess,
    ...(auditFilter !== undefined && { auditFilter }),
    configurationType: auditFilter === undefined ? before.configurationType : "FILTER_JSON",
    enabled: sent.enabled ?? before.enabled,
  };
}

/** Puts into double quotes what stands in single ones, as MongoDB's own readers of JSON take it too. */
function inDoubleQuotes(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|'((?:[^'\\]|\\.)*)'/g, (found, inner?: string) =>
    inner === undefined ? found : JSON.stringify(inner),
  );
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(inDoubleQuotes(text));
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

export interface Switch {
  readonly enabled: boolean;
}

export interface MaintenanceWindow {
  readonly autoDeferOnceEnabled: boolean;
  /** The day; absent if there is no window. */
  readonly dayOfWeek?: number;
  readonly hourOfDay?: number;
  readonly numberOfDeferrals: number;
  readonly protectedHours?: { readonly endHourOfDay?: number; readonly startHourOfDay?: number };
  readonly startASAP: boolean;
}

export const noWindow: MaintenanceWindow = {
  autoDeferOnceEnabled: false,
  numberOfDeferrals: 0,
  startASAP: false,
};

export const mostDeferrals = 2;

/** Returns the events for the change from one window to another. */
export function eventsOfWindow(before: MaintenanceWindow, after: MaintenanceWindow): EventType[] {
  const events: EventType[] = [];
  const isSet = ({ dayOfWeek }: MaintenanceWindow) => dayOfWeek !== undefined;
  const times = ({ dayOfWeek, hourOfDay, protectedHours }: MaintenanceWindow) =>
    JSON.stringify([dayOfWeek, hourOfDay, protectedHours]);
  if (isSet(before) && !isSet(after)) {
    events.push("ATLAS_MAINTENANCE_WINDOW_REMOVED");
  } else if (times(before) !== times(after)) {
    events.push(isSet(before) ? "ATLAS_MAINTENANCE_WINDOW_MODIFIED" : "ATLAS_MAINTENANCE_WINDOW_ADDED");
  }
  if (before.autoDeferOnceEnabled !== after.autoDeferOnceEnabled) {
    events.push(
      after.autoDeferOnceEnabled
        ? "ATLAS_MAINTENANCE_AUTO_DEFER_ENABLED"
        : "ATLAS_MAINTENANCE_AUTO_DEFER_DISABLED",
    );
  }
  if (!before.startASAP && after.startASAP) events.push("ATLAS_MAINTENANCE_START_ASAP");
  if (after.numberOfDeferrals > before.numberOfDeferrals) events.push("ATLAS_MAINTENANCE_DEFERRED");
  return events;
}
