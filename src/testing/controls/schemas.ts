// The schemas of what each control takes, answers and refuses; the OpenAPI document of the controls and docs/controls.md are
// made from it.
import * as Type from "typebox";
import { proofKeys } from "../../core/domain/user-proof.ts";
import { AlertOpeningSchema } from "./alerts.ts";
import { FaultRuleSchema } from "./fault-rules.ts";
import type { ControlName } from "./list.ts";

const Text = Type.String();
const Count = Type.Integer({ minimum: 0 });
const Instant = Type.String({ format: "date-time" });
const Nullable = (schema: Type.TSchema) => ({ ...schema, nullable: true });
const Said = (description: string) => Type.Optional(Type.String({ description }));
const texts = (...names: string[]) => Object.fromEntries(names.map((name) => [name, Text]));
const closed = { additionalProperties: false };

const Now = Type.Object({ now: Instant });
const ClockSetting = Type.Object(
  {
    now: Type.Optional(
      Nullable(Type.String({ description: "An instant to freeze at, such as 2027-07-02; null frees." })),
    ),
    advance: Said("An ISO 8601 duration to move by, such as P30D or PT1H."),
  },
  closed,
);
const ClockMove = Type.Object({
  now: Instant,
  lapsed: Type.Array(Type.Object({ ...texts("id", "username", "orgName"), groupName: Nullable(Text) })),
});
const SeenFault = Type.Object({ ...FaultRuleSchema.properties, matches: Count, hits: Count });
const SeenMail = Type.Object({ ...texts("id", "to", "subject", "text", "html"), at: Instant });
const SourcedRole = Type.Object({
  role: Text,
  from: Type.Object({ kind: Type.String({ enum: ["GROUP", "ORG", "TEAM"] }), id: Text, name: Text }),
});
const principal = {
  kind: Type.String({ enum: ["USER", "SERVICE_ACCOUNT", "API_KEY"] }),
  ...texts("id", "name"),
};
const door = {
  ...texts("operationId", "method", "path"),
  door: Type.String({ enum: ["group", "org", "federation", "signedIn", "open"] }),
  leastRole: Nullable(Text),
  openedBy: Type.Array(Text),
};
const Explanation = Type.Object({
  ...door,
  caller: Nullable(Type.Object(principal)),
  isOpen: Type.Boolean({ description: "Whether the roles held open the door." }),
  held: Type.Array(SourcedRole),
  by: Type.Array(SourcedRole),
  refusedBy: Nullable(Type.Object({ rule: Text, code: Nullable(Text), detail: Text })),
});
const DataUser = Type.Object({
  ...texts("name", "databaseName"),
  ways: Type.Array(Type.Object({ ...texts("on"), by: Type.Array(Text) })),
  scopes: Type.Array(Text),
  endsAt: Nullable(Instant),
});
const ends = { endsAt: Nullable(Instant) };
const wait = { ...texts("deployment", "why"), since: Nullable(Instant), problem: Nullable(Text) };
const LoginWait = Type.Object({
  ...wait,
  canLogIn: Type.Boolean({
    description:
      "Whether it can log in there: as it was before a change, or with less than its roles where `problem` is `ACTION_MISSING:…`.",
  }),
});
const Logins = Type.Object({
  users: Type.Array(
    Type.Object({
      ...texts("name", "databaseName"),
      proof: Type.String({ enum: [...proofKeys] }),
      roles: Type.Array(Text),
      scopes: Type.Array(Text),
      ...ends,
      waits: Type.Array(LoginWait, { description: "Where it cannot log in yet, or not as it is now." }),
      unlimited: Type.Array(Text, { description: "Deployments without roles, where nothing limits it." }),
    }),
  ),
  left: Type.Array(Type.Object({ ...texts("name"), ...wait }), {
    description: "Deleted users that a deployment may still have.",
  }),
  addresses: Type.Array(Type.Object({ ...texts("from", "comment"), ...ends })),
});
const WhoCan = Type.Object({
  ...door,
  holders: Type.Array(Type.Object({ ...principal, label: Text, by: Type.Array(SourcedRole) })),
  databaseUsers: Type.Array(DataUser),
  logins: Type.Optional(Logins),
});
const about = {
  operation: Said("Id of an operation, such as updateGroupInvites."),
  method: Said("With `path`, a request in the place of the operation."),
  path: Type.Optional(Text),
  groupId: Said("Id or name of the project."),
  orgId: Said("Id or name of the organization."),
};
const ExplainQuestion = Type.Object(
  {
    ...about,
    caller: Type.String({ description: "Public key, client id or address of the caller." }),
    version: Said("Date of the version; the newest if absent."),
    address: Said("IP address from where."),
  },
  closed,
);
const DoorQuestion = Type.Object(
  { ...about, cluster: Said("Name of the cluster that logIn is asked about.") },
  closed,
);
const SeenRequest = Type.Object({
  at: Instant,
  operationId: Nullable(Text),
  ...texts("method", "path"),
  status: Type.Integer({
    description: "Of what was lost, where a fault lost it; 0 where nothing was to be answered.",
  }),
  who: Nullable(Text),
  userAgent: Text,
  injected: Said("The fault that was injected."),
  explanation: Type.Optional(Explanation),
});
const SeenMissing = Type.Object({
  ...texts("method", "path"),
  operationId: Nullable(Text),
  userAgent: Text,
  count: Count,
  lastAt: Instant,
});
const SeenDeprecation = Type.Object({
  ...texts("operationId", "userAgent"),
  client: Type.Object(texts("tool", "version", "resource", "step")),
  credential: Nullable(Type.Object(texts("kind", "id", "name"))),
  orgId: Nullable(Text),
  count: Count,
  gone: Count,
  firstAt: Instant,
  lastAt: Instant,
  days: Type.Array(Type.Object({ date: Text, count: Count, gone: Count })),
  example: Type.Object({}),
  sunset: Nullable(Text),
  ...texts("successor", "request"),
  instead: Type.Object(texts("curl", "atlasCli", "terraform", "go", "typescript", "note")),
});

interface Contract {
  readonly body?: Type.TSchema;
  /** Absent where nothing is answered. */
  readonly reply?: Type.TSchema;
  /** The words that the title leaves out. */
  readonly note?: string;
  /** The refusals by status, beside what every control refuses. */
  readonly refusals?: Readonly<Record<number, string>>;
}

const ofInvite: Contract = {
  body: Type.Object({ orgId: Said("Id of the organization that invites, or whose project does.") }, closed),
  refusals: {
    400: "The body has another member than `orgId`.",
    404: "No pending invitation has this id, user's id or address; `detail` lists pending ones.",
    409: "The person has several, which `detail` lists: give `orgId`, or the id of one.",
  },
};

export const contracts: Readonly<Record<ControlName, Contract>> = {
  "clock.now": { reply: Now },
  "clock.set": {
    body: ClockSetting,
    reply: ClockMove,
    note: "The clock moves at once. Mail that waits is captured as of the instant before. `lapsed` has invitations that were pending. Access tokens last an hour of real time, wherever the clock is.",
    refusals: { 400: "Not one of `now` and `advance`, no instant or duration, or past the year 9999." },
  },
  "clock.advance": {
    reply: ClockMove,
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
    body: AlertOpeningSchema,
    reply: Type.Object({ id: Text }),
    note: "The alert is TRACKING for the shortest `delayMin` of the notifications, then OPEN.",
    refusals: {
      400: "A member is wrong, or the configuration is off.",
      404: "No configuration has this id.",
    },
  },
  "alerts.close": { refusals: { 404: "No open alert has this id." } },
  "clusters.settle": { refusals: { 404: "The project has no cluster of this name." } },
  "faults.list": { reply: Type.Array(SeenFault) },
  "faults.set": {
    body: Type.Array(FaultRuleSchema),
    reply: Type.Array(SeenFault),
    note: "At most a hundred, tried in order until one answers or cuts; latencies add up. Only requests of known callers match, so the challenge of a digest is never counted; the console is left alone.",
    refusals: { 400: "A rule is wrong; `detail` names each wrong place, and no rule is set." },
  },
  "faults.clear": {},
  explain: {
    body: ExplainQuestion,
    reply: Explanation,
    refusals: {
      400: "A member is unknown or missing, or names no operation, project, organization or version.",
    },
  },
  whoCan: {
    body: DoorQuestion,
    reply: WhoCan,
    refusals: { 400: "A member is unknown or missing, or names no operation, project or organization." },
  },
  "mail.list": {
    reply: Type.Array(SeenMail),
    note: "Since the start or the last reset. Each message is captured before anything else changes, the seed's before the first change: none is lost to an invitation that ends at once.",
    refusals: { 404: "Mail goes to the server of `--mail-url` and is not captured." },
  },
  "requests.list": {
    reply: Type.Array(SeenRequest),
    note: "Those to controls, console, health and metrics are left out.",
  },
  "missing.list": { reply: Type.Array(SeenMissing), note: "In the order in which each was first asked for." },
  "deprecations.list": {
    reply: Type.Array(SeenDeprecation),
    note: "Counted by operation, client, credential and organization, and kept in the store until a reset.",
  },
};
