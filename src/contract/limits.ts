// The endpoint sets that share a rate limit, with the capacities real Atlas was seen to announce.

/** Whose requests are counted together. */
export type LimitScope = "GROUP" | "ORGANIZATION" | "USER" | "IP";

export interface LimitSet {
  readonly name: string;
  readonly scope: LimitScope;
  /** Requests a full bucket holds. */
  readonly capacity: number;
  /** Requests given back every 60 seconds. */
  readonly refill: number;
}

export const limitSets = {
  groupInvites: { name: "groupInvites", scope: "GROUP", capacity: 1200, refill: 500 },
  eventTypes: { name: "eventTypes", scope: "USER", capacity: 1200, refill: 500 },
  groupEvents: { name: "groupEvents", scope: "GROUP", capacity: 300, refill: 100 },
  groupTeams: { name: "groupTeams", scope: "GROUP", capacity: 1200, refill: 500 },
  group: { name: "group", scope: "GROUP", capacity: 1200, refill: 500 },
  groupApiKeys: { name: "groupApiKeys", scope: "GROUP", capacity: 1200, refill: 500 },
  groupServiceAccounts: { name: "groupServiceAccounts", scope: "GROUP", capacity: 1200, refill: 500 },
  groups: { name: "groups", scope: "USER", capacity: 1200, refill: 500 },
  org: { name: "org", scope: "ORGANIZATION", capacity: 500, refill: 200 },
  orgApiKeys: { name: "orgApiKeys", scope: "ORGANIZATION", capacity: 500, refill: 200 },
  orgServiceAccounts: { name: "orgServiceAccounts", scope: "ORGANIZATION", capacity: 500, refill: 200 },
  orgInvites: { name: "orgInvites", scope: "ORGANIZATION", capacity: 500, refill: 200 },
  orgEvents: { name: "orgEvents", scope: "ORGANIZATION", capacity: 500, refill: 200 },
  orgTeams: { name: "orgTeams", scope: "ORGANIZATION", capacity: 1200, refill: 500 },
  orgs: { name: "orgs", scope: "USER", capacity: 300, refill: 100 },
  groupUsers: { name: "groupUsers", scope: "GROUP", capacity: 1200, refill: 500 },
  orgUsers: { name: "orgUsers", scope: "ORGANIZATION", capacity: 500, refill: 200 },
  users: { name: "users", scope: "USER", capacity: 2500, refill: 1000 },
  root: { name: "root", scope: "USER", capacity: 1200, refill: 500 },
} as const satisfies Record<string, LimitSet>;

/** Seconds in which `refill` requests come back. */
export const refillPeriodSeconds = 60;
