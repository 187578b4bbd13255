// The settings of an organization: their defaults, and the events of their changes.
import { isDeepStrictEqual } from "node:util";
import type { OrganizationSettings } from "../../../client/api.ts";
import type { FaultMaker } from "../../../core/contract/errors.ts";
import { isAddress } from "../../../core/domain/address.ts";
import type { EventType } from "../../../core/domain/event.ts";

/**
 * The settings of an organization. Only `apiAccessListRequired`, the second factor and the longest lifetime of secrets have an
 * effect here.
 */
export type OrgSettings = Readonly<OrganizationSettings> & {
  readonly maxServiceAccountSecretValidityInHours: number;
  /** The second factor for owners only, which the API does not have: it knows one for all people. */
  readonly secondFactorOfOwners?: boolean;
};

/** The settings of a new organization, members in alphabetical order. */
export const defaultSettings: OrgSettings = {
  apiAccessListRequired: false,
  genAIFeaturesEnabled: true,
  maxServiceAccountSecretValidityInHours: 8760,
  multiFactorAuthRequired: false,
  operationsContact: null,
  restrictEmployeeAccess: false,
  streamsCrossGroupEnabled: false,
};

/** Changes the sent settings, and keeps the rest. An empty text removes a contact. */
export function amendSettings(before: OrgSettings, changes: Partial<OrgSettings>): OrgSettings {
  const { securityContact, ...rest } = { ...before, ...changes };
  const settings = { ...rest, operationsContact: rest.operationsContact || null };
  return securityContact ? { ...settings, securityContact } : settings;
}

export function checkSettings(
  { operationsContact, securityContact, customSessionTimeouts = {} }: Partial<OrgSettings>,
  fault: FaultMaker<"BAD_REQUEST">,
): void {
  const contacts = { operationsContact, securityContact };
  const fields = Object.entries(contacts)
    .filter(([, contact]) => contact && !isAddress(contact))
    .map(([field]) => ({ description: "Must be an e-mail address, such as ada@example.com.", field }));
  const { absoluteSessionTimeoutInSeconds: absolute, idleSessionTimeoutInSeconds: idle } =
    customSessionTimeouts;
  if (absolute !== undefined && idle !== undefined && idle > absolute) {
    const description = "Must not be longer than absoluteSessionTimeoutInSeconds.";
    fields.push({ description, field: "customSessionTimeouts.idleSessionTimeoutInSeconds" });
  }
  if (fields.length > 0) throw fault("BAD_REQUEST", {}, { fields });
}

/** Returns the event types of a change: a specific one for some settings, and one for the settings as a whole. */
export function eventsOfChange(before: OrgSettings, after: OrgSettings): EventType[] {
  const changed = (name: keyof OrgSettings) => !isDeepStrictEqual(before[name], after[name]);
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof OrgSettings>;
  if (![...names].some(changed)) return [];
  const events: EventType[] = ["ORG_SETTINGS_UPDATED"];
  if (changed("apiAccessListRequired")) {
    const required = after.apiAccessListRequired;
    events.push(required ? "ORG_PUBLIC_API_ACCESS_LIST_REQUIRED" : "ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED");
  }
  if (changed("multiFactorAuthRequired")) {
    events.push(
      after.multiFactorAuthRequired ? "ORG_TWO_FACTOR_AUTH_REQUIRED" : "ORG_TWO_FACTOR_AUTH_OPTIONAL",
    );
  }
  if (changed("maxServiceAccountSecretValidityInHours")) {
    events.push("ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED");
  }
  return events;
}
