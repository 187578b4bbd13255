// Audit events: type, scope, actor and target.
import type { FaultMaker } from "../contract/errors.ts";
import type { EventTypeForNdsGroup } from "../contract/event-types-group.ts";
import type { EventTypeForOrg } from "../contract/event-types-org.ts";
import type { RoleName } from "../contract/roles.ts";
import { isCalendarDate } from "../contract/versions.ts";
import type { Caller } from "./access.ts";
import { type Instant, second } from "./instant.ts";
import type { Receipt } from "./leaving.ts";
import type { RemoteAddress } from "./proxies.ts";
import {
  ofAlerts,
  ofBackups,
  ofClusters,
  ofPeering,
  ofPrivateEndpoints,
  ofProviderAccess,
  ofResourcePolicies,
  ofSandboxes,
  ofStreams,
} from "./resource-events.ts";

/** The types of events by subject, without those of kinds. */
export const eventTypesBySubject = {
  people: [
    "JOINED_ORG",
    "JOINED_GROUP",
    "REMOVED_FROM_ORG",
    "REMOVED_FROM_GROUP",
    "IDENTITY_REFUSED",
    "IDENTITY_RELEASED",
    "USER_ROLES_CHANGED_AUDIT",
    "ORG_USERS_WITHOUT_MFA",
  ],
  invitations: [
    "INVITED_TO_ORG",
    "INVITED_TO_GROUP",
    "INVITED_TO_TEAM",
    "INVITATIONS_OF_REMOVED_INVITER",
    "ORG_INVITATION_DELETED",
    "GROUP_INVITATION_DELETED",
  ],
  teams: [
    "TEAM_CREATED",
    "TEAM_NAME_CHANGED",
    "TEAM_DELETED",
    "JOINED_TEAM",
    "REMOVED_FROM_TEAM",
    "TEAM_ADDED_TO_GROUP",
    "TEAM_ROLES_MODIFIED",
    "TEAM_REMOVED_FROM_GROUP",
  ],
  keys: [
    "API_KEY_CREATED",
    "API_KEY_DESCRIPTION_CHANGED",
    "API_KEY_ROLES_CHANGED",
    "API_KEY_DELETED",
    "API_KEY_ADDED_TO_GROUP",
    "API_KEY_REMOVED_FROM_GROUP",
    "API_KEY_ACCESS_LIST_ENTRY_ADDED",
    "API_KEY_ACCESS_LIST_ENTRY_DELETED",
  ],
  accounts: [
    "SERVICE_ACCOUNT_CREATED",
    "SERVICE_ACCOUNT_DETAILS_CHANGED",
    "SERVICE_ACCOUNT_ROLES_CHANGED",
    "SERVICE_ACCOUNT_DELETED",
    "SERVICE_ACCOUNT_ADDED_TO_GROUP",
    "SERVICE_ACCOUNT_REMOVED_FROM_GROUP",
    "SERVICE_ACCOUNT_SECRET_ADDED",
    "SERVICE_ACCOUNT_SECRET_DELETED",
    "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED",
    "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED",
  ],
  projects: [
    "GROUP_CREATED",
    "GROUP_NAME_CHANGED",
    "GROUP_DELETED",
    "GROUP_MOVED",
    "GROUP_MOVED_FROM_ORG",
    "GROUP_TAGS_MODIFIED",
    "TAGS_MODIFIED",
    "AUDIT_LOG_CONFIGURATION_UPDATED",
    "CPS_DATA_PROTECTION_DISABLED",
    "CPS_DATA_PROTECTION_ENABLE_REQUESTED",
    "CPS_DATA_PROTECTION_UPDATE_REQUESTED",
    "ENCRYPTION_AT_REST_CONFIGURATION_UPDATED",
    "ATLAS_MAINTENANCE_AUTO_DEFER_DISABLED",
    "ATLAS_MAINTENANCE_AUTO_DEFER_ENABLED",
    "ATLAS_MAINTENANCE_DEFERRED",
    "ATLAS_MAINTENANCE_START_ASAP",
    "ATLAS_MAINTENANCE_WINDOW_ADDED",
    "ATLAS_MAINTENANCE_WINDOW_MODIFIED",
    "ATLAS_MAINTENANCE_WINDOW_REMOVED",
    "REGIONALIZED_PRIVATE_ENDPOINT_MODE_DISABLED",
    "REGIONALIZED_PRIVATE_ENDPOINT_MODE_ENABLED",
    "NETWORK_PERMISSION_ENTRY_ADDED",
    "NETWORK_PERMISSION_ENTRY_REMOVED",
    "NETWORK_PERMISSION_ENTRY_UPDATED",
    "MONGODB_ROLE_ADDED",
    "MONGODB_ROLE_DELETED",
    "MONGODB_ROLE_UPDATED",
    "MONGODB_USER_ADDED",
    "MONGODB_USER_DELETED",
    "MONGODB_USER_UPDATED",
    "MONGODB_USER_X509_CERT_CREATED",
    "INTEGRATION_CONFIGURED",
    "INTEGRATION_REMOVED",
    ...ofAlerts,
    ...ofProviderAccess,
    ...ofBackups,
    ...ofClusters,
    ...ofPeering,
    ...ofPrivateEndpoints,
    ...ofStreams,
    "PROJECT_LIMIT_UPDATED",
    "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED",
    "DATA_FEDERATION_QUERY_LIMIT_DELETED",
    "DATA_EXPLORER_ENABLED",
    "DATA_EXPLORER_DISABLED",
    "PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED",
    "PROJECT_ENABLE_DATA_VALIDATION_UPDATED",
    "PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED",
  ],
  federation: [
    "FEDERATION_SETTINGS_CREATED",
    "FEDERATION_SETTINGS_DELETED",
    "FEDERATION_SETTINGS_UPDATED",
    "IDENTITY_PROVIDER_ACTIVATED",
    "IDENTITY_PROVIDER_CREATED",
    "IDENTITY_PROVIDER_DEACTIVATED",
    "IDENTITY_PROVIDER_DELETED",
    "IDENTITY_PROVIDER_JWKS_REVOKED",
    "IDENTITY_PROVIDER_UPDATED",
    "OIDC_IDENTITY_PROVIDER_DISABLED",
    "OIDC_IDENTITY_PROVIDER_ENABLED",
    "OIDC_IDENTITY_PROVIDER_UPDATED",
    "RESTRICT_ORG_MEMBERSHIP_DISABLED",
    "RESTRICT_ORG_MEMBERSHIP_ENABLED",
    "ROLE_MAPPING_CREATED",
    "ROLE_MAPPING_DELETED",
    "ROLE_MAPPING_UPDATED",
  ] as const,
  org: [
    "ORG_CREATED",
    "ORG_RENAMED",
    "ORG_SETTINGS_UPDATED",
    "ORG_DELEGATION_SETTINGS_UPDATED",
    "ORG_PUBLIC_API_ACCESS_LIST_REQUIRED",
    "ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED",
    "ORG_TWO_FACTOR_AUTH_REQUIRED",
    "ORG_TWO_FACTOR_AUTH_OPTIONAL",
    "ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED",
    ...ofResourcePolicies,
    ...ofSandboxes,
  ],
} as const satisfies Record<string, readonly (EventTypeForOrg | EventTypeForNdsGroup)[]>;

/** A type with words of its own; the others that are recorded are those of kinds. */
export type ListedEventType = (typeof eventTypesBySubject)[keyof typeof eventTypesBySubject][number];
export type EventType = EventTypeForOrg | EventTypeForNdsGroup;
const listed: readonly EventType[] = Object.values(eventTypesBySubject).flat();

/** The event of a resource: that of its kind was added, replaced or removed. */
export interface KindEvent {
  readonly kind: string;
  readonly change: "added" | "replaced" | "removed";
}

const ofKinds = new Map<string, KindEvent>();

/** Adds a type of event that only a kind of resource has. */
export function addEventType(type: EventType, about: KindEvent): void {
  if (!listed.includes(type)) ofKinds.set(type, about);
}

/** Returns the change that a type of event is about; undefined if the type has words of its own. */
export const kindEventOf = (type: string): KindEvent | undefined => ofKinds.get(type);

const typesOfKinds = () => [...ofKinds.keys()] as EventType[];

/** Returns all types of events in alphabetical order. */
export const eventTypes = (): EventType[] => [...listed, ...typesOfKinds()].sort();

/** Returns the types of events about a subject; those of kinds are about projects. */
export const eventTypesAbout = (subject: keyof typeof eventTypesBySubject): EventType[] => [
  ...eventTypesBySubject[subject],
  ...(subject === "projects" ? typesOfKinds() : []),
];

/** The event types that may change the roles of a holder, or the name of a thing. */
export const accessTypes: readonly EventType[] = [
  "JOINED_ORG",
  "REMOVED_FROM_ORG",
  "JOINED_GROUP",
  "REMOVED_FROM_GROUP",
  "USER_ROLES_CHANGED_AUDIT",
  "JOINED_TEAM",
  "REMOVED_FROM_TEAM",
  "TEAM_NAME_CHANGED",
  "TEAM_DELETED",
  "TEAM_ADDED_TO_GROUP",
  "TEAM_ROLES_MODIFIED",
  "TEAM_REMOVED_FROM_GROUP",
  "API_KEY_CREATED",
  "API_KEY_DESCRIPTION_CHANGED",
  "API_KEY_ROLES_CHANGED",
  "API_KEY_DELETED",
  "API_KEY_ADDED_TO_GROUP",
  "API_KEY_REMOVED_FROM_GROUP",
  "SERVICE_ACCOUNT_CREATED",
  "SERVICE_ACCOUNT_DETAILS_CHANGED",
  "SERVICE_ACCOUNT_ROLES_CHANGED",
  "SERVICE_ACCOUNT_DELETED",
  "SERVICE_ACCOUNT_ADDED_TO_GROUP",
  "SERVICE_ACCOUNT_REMOVED_FROM_GROUP",
  "MONGODB_USER_ADDED",
  "MONGODB_USER_UPDATED",
  "MONGODB_USER_DELETED",
  "GROUP_CREATED",
  "GROUP_NAME_CHANGED",
  "GROUP_DELETED",
  "GROUP_MOVED",
  "GROUP_MOVED_FROM_ORG",
  "ORG_CREATED",
  "ORG_RENAMED",
] as const;

/** The actor behind a change; null for the test controls and seeds. */
export type Actor =
  | (Pick<Caller, "kind" | "id" | "name"> & { readonly remoteAddress: Pick<RemoteAddress, "ip"> })
  | null;

export interface EventSubject {
  /** The organization; its feed has the event. The project's feed has it if `groupId` is set. */
  readonly orgId?: string;
  readonly groupId?: string;
  readonly targetUsername?: string;
  /** The caller's address, if the event has no actor; an actor has its own. */
  readonly remoteAddress?: string;
  /** The members that only some types have, with the names in answers. */
  readonly details?: {
    readonly teamId?: string;
    readonly targetPublicKey?: string;
    readonly whitelistEntry?: string;
    readonly clientId?: string;
    readonly dbUserUsername?: string;
    readonly resourcePolicyId?: string;
    readonly alertId?: string;
    readonly alertConfigId?: string;
    readonly issuer?: string;
    readonly subject?: string;
    readonly clusterName?: string;
    readonly instanceName?: string;
    readonly processorName?: string;
    readonly resourceId?: string;
    readonly resourceType?: string;
  };
  readonly kept?: Kept;
}

export interface Change<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** The data for which Atlas's events have no member. Pages and access reviews read it; answers of the API leave it out. */
export interface Kept {
  /** The roles that a person held or was offered. */
  readonly roles?: Change<readonly RoleName[]>;
  /** The team that a person joined, left or was invited to. */
  readonly team?: { readonly id: string; readonly name: string };
  /** The project that left the organization. */
  readonly group?: { readonly id: string };
  /** The name of the event's subject, if it was created, renamed or removed; empty if there was none. */
  readonly name?: Change<string>;
  /** The roles of each holder that the event changed, before and after it. Absent from events of earlier versions. */
  readonly access?: readonly AccessChange[];
  /** The time at which a removed thing had ended by the clock; absent if a caller removed it before. */
  readonly endedAt?: Instant;
  /** The receipt of a removal that lists what the person created: what was lost, and the fate of each part. */
  readonly receipt?: Receipt;
}

/** The roles of a holder in a place; of a person in a team, `memberOf` or none. `access-history.ts` has the names. */
export interface AccessChange extends Change<readonly string[]> {
  readonly who: string;
  readonly in: string;
}

export interface AuditEvent extends EventSubject {
  readonly id: string;
  readonly type: EventType;
  readonly at: Instant;
  readonly actor: Actor;
}

export interface EventFilter {
  /** The types to list; all of them if it is absent or empty. */
  readonly types?: readonly string[] | undefined;
  readonly excludedTypes?: readonly string[] | undefined;
  readonly from?: Instant | undefined;
  /** The last instant, inclusive. */
  readonly to?: Instant | undefined;
}

const dateShape = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** Parses a parameter as a second; it is UTC unless it has an offset. */
export function secondOf(
  parameter: string,
  date: string | undefined,
  fault: FaultMaker<"INVALID_DATE_FORMAT">,
): Instant | undefined {
  if (date === undefined) return undefined;
  const [, calendarDate = "", , , , zone] = dateShape.exec(date) ?? [];
  const at = isCalendarDate(calendarDate) ? Date.parse(zone === undefined ? `${date}Z` : date) : Number.NaN;
  if (Number.isNaN(at)) throw fault("INVALID_DATE_FORMAT", { date, parameter });
  return Math.floor(at / second) * second;
}

interface Period {
  readonly minDate?: string | undefined;
  readonly maxDate?: string | undefined;
}

/** Reads a period, both ends inclusive. Events are answered with whole seconds, so whole seconds are compared. */
export function choosePeriod({ minDate, maxDate }: Period, fault: FaultMaker<"INVALID_DATE_FORMAT">) {
  const from = secondOf("minDate", minDate, fault);
  const to = secondOf("maxDate", maxDate, fault);
  return { from, to: to === undefined ? undefined : to + second - 1 };
}

/** Returns `API_KEY_CREATED` in words: "Api key created". */
export const describeType = (type: string): string => {
  const words = type.toLowerCase().replaceAll("_", " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
};
