// The endpoint sets that share a rate limit, with the capacities real Atlas was seen to announce.

/** Requests of one scope share a bucket. */
export type LimitScope = "GROUP" | "ORGANIZATION" | "USER" | "IP";

export interface LimitSet {
  readonly name: string;
  /** The name in words, as the inspection of rate limits shows it. */
  readonly title: string;
  readonly scope: LimitScope;
  /** Requests a full bucket holds. */
  readonly capacity: number;
  /** Requests given back at the end of every period. */
  readonly refill: number;
  /** Seconds of a period, where it is not `refillPeriodSeconds`. */
  readonly period?: number;
  /** Enforced even where rate limits are switched off, since it guards passwords. */
  readonly always?: true;
  /** Enforced only where strangers reach the server: not in a rehearsal of one machine, where people sign in over and over. */
  readonly againstStrangers?: true;
  /** Its buckets are in the store: all processes share them, and a restart does not fill them. */
  readonly lasting?: true;
}

export const limitSets = {
  groupInvites: {
    name: "groupInvites",
    title: "Project Invites",
    scope: "GROUP",
    capacity: 1200,
    refill: 500,
  },
  eventTypes: { name: "eventTypes", title: "Event Types", scope: "USER", capacity: 1200, refill: 500 },
  groupEvents: { name: "groupEvents", title: "Project Events", scope: "GROUP", capacity: 300, refill: 100 },
  groupTeams: { name: "groupTeams", title: "Project Teams", scope: "GROUP", capacity: 1200, refill: 500 },
  group: { name: "group", title: "Projects", scope: "GROUP", capacity: 1200, refill: 500 },
  groupApiKeys: {
    name: "groupApiKeys",
    title: "Project API Keys",
    scope: "GROUP",
    capacity: 1200,
    refill: 500,
  },
  groupServiceAccounts: {
    name: "groupServiceAccounts",
    title: "Project Service Accounts",
    scope: "GROUP",
    capacity: 1200,
    refill: 500,
  },
  controlPlane: {
    name: "controlPlane",
    title: "Control Plane Addresses",
    scope: "IP",
    capacity: 300,
    refill: 100,
  },
  groups: { name: "groups", title: "Project Lists and Creation", scope: "USER", capacity: 1200, refill: 500 },
  org: { name: "org", title: "Organizations", scope: "ORGANIZATION", capacity: 500, refill: 200 },
  orgApiKeys: {
    name: "orgApiKeys",
    title: "Organization API Keys",
    scope: "ORGANIZATION",
    capacity: 500,
    refill: 200,
  },
  orgServiceAccounts: {
    name: "orgServiceAccounts",
    title: "Organization Service Accounts",
    scope: "ORGANIZATION",
    capacity: 500,
    refill: 200,
  },
  orgInvites: {
    name: "orgInvites",
    title: "Organization Invites",
    scope: "ORGANIZATION",
    capacity: 500,
    refill: 200,
  },
  orgEvents: {
    name: "orgEvents",
    title: "Organization Events",
    scope: "ORGANIZATION",
    capacity: 500,
    refill: 200,
  },
  orgTeams: {
    name: "orgTeams",
    title: "Organization Teams",
    scope: "ORGANIZATION",
    capacity: 1200,
    refill: 500,
  },
  orgs: { name: "orgs", title: "Organization Lists and Creation", scope: "USER", capacity: 300, refill: 100 },
  groupUsers: { name: "groupUsers", title: "Project Users", scope: "GROUP", capacity: 1200, refill: 500 },
  orgUsers: {
    name: "orgUsers",
    title: "Organization Users",
    scope: "ORGANIZATION",
    capacity: 500,
    refill: 200,
  },
  users: { name: "users", title: "Users", scope: "USER", capacity: 2500, refill: 1000 },
  rateLimits: {
    name: "rateLimitsInspection",
    title: "Rate Limits Inspection",
    scope: "USER",
    capacity: 500,
    refill: 200,
  },
  root: { name: "root", title: "Root", scope: "USER", capacity: 1200, refill: 500 },
} as const satisfies Record<string, LimitSet>;

/** Sets of what stands beside the access plane, which the inspection does not show. */
export const neighbourSets = {
  performanceAdvisor: {
    name: "performanceAdvisor",
    title: "Performance Advisor",
    scope: "GROUP",
    capacity: 1200,
    refill: 500,
  },
  groupClusters: { name: "groupClusters", title: "Clusters", scope: "GROUP", capacity: 10_000, refill: 5000 },
  clusters: { name: "clusters", title: "Clusters", scope: "USER", capacity: 300, refill: 100 },
  /** What is not published, and what is not there at all. */
  unlisted: { name: "unlisted", title: "Unlisted", scope: "IP", capacity: 1200, refill: 500 },
} as const satisfies Record<string, LimitSet>;

/**
 * Sets of operations of the console alone; the API does not show them. People mistype a handful of times; those
 * who guess need thousands of attempts.
 */
export const consoleSets = {
  operations: { name: "console", title: "Console", scope: "USER", capacity: 1200, refill: 600 },
  /** Operations that hash a password, from one network: a whole office may sign in at once. */
  hashing: {
    name: "hashing",
    title: "Passwords",
    scope: "IP",
    capacity: 60,
    refill: 20,
    always: true,
    againstStrangers: true,
  },
  /** Attempts on one account from one network. */
  signInsFrom: {
    name: "signInsFrom",
    title: "Sign-ins",
    scope: "IP",
    capacity: 5,
    refill: 1,
    always: true,
    againstStrangers: true,
    lasting: true,
  },
  /** Attempts on one account from all networks, except from known devices of the person. */
  signInsOf: {
    name: "signInsOf",
    title: "Sign-ins",
    scope: "USER",
    capacity: 20,
    refill: 1,
    period: 180,
    always: true,
    againstStrangers: true,
    lasting: true,
  },
  /** Attempts from a device on which the person has signed in before. */
  signInsOn: {
    name: "signInsOn",
    title: "Sign-ins",
    scope: "USER",
    capacity: 10,
    refill: 1,
    always: true,
    againstStrangers: true,
    lasting: true,
  },
  passwordChanges: {
    name: "passwordChanges",
    title: "Password changes",
    scope: "USER",
    capacity: 5,
    refill: 1,
    always: true,
    againstStrangers: true,
    lasting: true,
  },
  resetsFrom: {
    name: "resetsFrom",
    title: "Forgotten passwords",
    scope: "IP",
    capacity: 10,
    refill: 1,
    period: 300,
    always: true,
    againstStrangers: true,
    lasting: true,
  },
  /** Messages to one person who forgot the password. */
  resetsOf: {
    name: "resetsOf",
    title: "Forgotten passwords",
    scope: "USER",
    capacity: 3,
    refill: 1,
    period: 1200,
    always: true,
    againstStrangers: true,
    lasting: true,
  },
  /** Organizations that one person makes. */
  newOrgs: {
    name: "newOrgs",
    title: "New organizations",
    scope: "USER",
    capacity: 20,
    refill: 5,
    period: 3600,
    always: true,
    lasting: true,
  },
  /** Further messages about one invitation. */
  resends: {
    name: "resends",
    title: "Repeated invitations",
    scope: "USER",
    capacity: 3,
    refill: 1,
    period: 1200,
    always: true,
    againstStrangers: true,
    lasting: true,
  },
} as const satisfies Record<string, LimitSet>;

/** Sets of the sign-in of command lines, which needs no credentials; the API does not show them. */
export const deviceSets = {
  /** All requests from one network. */
  requests: { name: "device", title: "Command lines", scope: "IP", capacity: 120, refill: 60, always: true },
  /** Requests to be signed in, from one network and in all: few of them wait at any time, so that few codes can be guessed. */
  grantsFrom: {
    name: "grantsFrom",
    title: "Sign-ins",
    scope: "IP",
    capacity: 20,
    refill: 2,
    always: true,
    lasting: true,
  },
  grants: {
    name: "grants",
    title: "Sign-ins",
    scope: "IP",
    capacity: 600,
    refill: 60,
    always: true,
    lasting: true,
  },
  /** Questions of one device whether it was confirmed. */
  polls: { name: "polls", title: "Sign-ins", scope: "IP", capacity: 1, refill: 1, period: 5, always: true },
  /** Codes that one person types. */
  codes: {
    name: "codes",
    title: "Codes",
    scope: "USER",
    capacity: 20,
    refill: 2,
    always: true,
    lasting: true,
  },
} as const satisfies Record<string, LimitSet>;

/** Seconds in which `refill` requests come back, unless a set says otherwise. */
export const refillPeriodSeconds = 60;
