// The words about each control that are not in its title and its schemas, for its OpenAPI document and docs/controls.md.
import type { ControlName } from "./list.ts";

interface Contract {
  /** The words that are not in the title. */
  readonly note?: string;
  /** The refusals by status, other than those of every control. */
  readonly refusals?: Readonly<Record<number, string>>;
}

const ofInvite: Contract = {
  refusals: {
    400: "The body has another member than `orgId`.",
    404: "No pending invitation has this id, user's id or address; `detail` lists pending ones.",
    409: "The person has several, which `detail` lists: give `orgId`, or the id of one.",
  },
};

/** The contracts of the controls with more words than their title. */
export const contracts: Readonly<Partial<Record<ControlName, Contract>>> = {
  "clock.set": {
    note: "The clock moves at once. Mail that waits is captured as of the instant before. `lapsed` has invitations that were pending. Access tokens last an hour of real time, wherever the clock is.",
    refusals: { 400: "Not one of `now` and `advance`, no instant or duration, or past the year 9999." },
  },
  "clock.advance": {
    note: "The same as `advance` of the clock's setting.",
    refusals: { 400: "No duration, or past the year 9999." },
  },
  reset: {
    note: "The clock began at `--now`, or at the present. Ids and secrets that were minted for the seed stay the same, its mail is captured anew, and the lists of requests, missing and deprecated calls are emptied. Snapshots stay. Access tokens stay good while their account and secret exist.",
  },
  "snapshot.take": {
    note: "Captured mail belongs to it. A snapshot of the same name is replaced; all last until the process ends.",
  },
  "snapshot.restore": {
    note: "Captured mail comes back as well; faults and the lists of calls stay as they are.",
    refusals: { 404: "No snapshot has this name." },
  },
  "invites.accept": {
    ...ofInvite,
    note: "The user's id is that of `createOrgUser` and `addGroupUsers`. The person joins with the roles and teams of the invitation, also where the operation that made it has ended.",
  },
  "invites.decline": ofInvite,
  "invites.expire": ofInvite,
  "alerts.open": {
    note: "The alert is TRACKING for the shortest `delayMin` of the notifications, then OPEN.",
    refusals: {
      400: "A member is wrong, or the configuration is off.",
      404: "No configuration has this id.",
    },
  },
  "alerts.close": { refusals: { 404: "No open alert has this id." } },
  "clusters.settle": { refusals: { 404: "The project has no cluster of this name." } },
  "faults.set": {
    note: "At most a hundred, tried in order until one answers or cuts; latencies add up. Only requests of known callers match, so the challenge of a digest is never counted; the console is left alone.",
    refusals: { 400: "A rule is wrong; `detail` names each wrong place, and no rule is set." },
  },
  explain: {
    refusals: {
      400: "A member is unknown or missing, or names no operation, project, organization or version.",
    },
  },
  whoCan: {
    refusals: { 400: "A member is unknown or missing, or names no operation, project or organization." },
  },
  "mail.list": {
    note: "Since the start or the last reset. Each message is captured before anything else changes, the seed's before the first change: none is lost to an invitation that ends at once.",
    refusals: { 404: "Mail goes to the server of `--mail-url` and is not captured." },
  },
  "requests.list": {
    note: "Those to controls, console, health and metrics are left out.",
  },
  "missing.list": { note: "In the order in which each was first asked for." },
  "kept.list": { note: "In the order in which each was first called. Refused calls are left out." },
  "deprecations.list": {
    note: "Counted by operation, client, credential and organization, and kept in the store until a reset.",
  },
};
