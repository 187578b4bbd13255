// The table of the test controls; routes, document, page and client are made from it.

type Method = "GET" | "PUT" | "POST" | "DELETE";

interface Further {
  /** An example of the body, the last argument; absent if there is none. */
  readonly takes?: object;
  /** True if the body may be left out. */
  readonly isBodyOptional?: true;
  /** The member of the answer with the result; absent if the answer is the result, or there is none. */
  readonly gives?: string;
}

/** A row. The path is below /_anteroom/v1; values of its names in braces are the first arguments of the member. */
type Row = readonly [Method, path: string, title: string, Further?];

const invitation = { operation: "updateGroupInvites", groupId: "32b6e34b3d91647abb20e7b8" };
const ofOne = { takes: { orgId: "a0123456789abcdef012345a" }, isBodyOptional: true } as const;
const lost = { operations: ["createGroupInvite"], drop: "after", times: 1 };
const toSet =
  "Freezes the clock at an instant, moves it by a duration, or frees it; names the invitations that lapse.";
const toReset = "Puts everything back to the seed and the clock to where it began, and clears the faults.";

/** The controls by the member of an Anteroom, and of AnteroomControls, that does the same. */
const table = {
  "clock.now": ["GET", "/clock", "The time of the server, ISO 8601.", { gives: "now" }],
  "clock.set": ["PUT", "/clock", toSet, { takes: { now: "2027-07-02" } }],
  "clock.advance": [
    "POST",
    "/clock/{duration}",
    "Moves the clock by a duration such as P31D; names the invitations that lapse.",
  ],
  reset: ["POST", "/reset", toReset],
  "snapshot.take": ["PUT", "/snapshots/{name}", "Keeps the state under a name."],
  "snapshot.restore": ["POST", "/snapshots/{name}", "Puts a kept state back, and the clock as it was."],
  "invites.accept": [
    "POST",
    "/invites/{idOrAddress}:accept",
    "Accepts the pending invitation of a person, by the person's id or address or by the invitation's id.",
    ofOne,
  ],
  "invites.decline": [
    "POST",
    "/invites/{idOrAddress}:decline",
    "Declines a pending invitation, found as by accept.",
    ofOne,
  ],
  "invites.expire": [
    "POST",
    "/invites/{idOrAddress}:expire",
    "Lets a pending invitation run out, found as by accept.",
    ofOne,
  ],
  "alerts.open": [
    "POST",
    "/alerts",
    "Opens an alert of a configuration, as if its condition were met.",
    { takes: { alertConfigId: "32b6e34b3d91647abb20e7b8", clusterName: "Cluster0" }, gives: "id" },
  ],
  "alerts.close": ["POST", "/alerts/{id}:close", "Closes an alert that is open."],
  "clusters.settle": [
    "POST",
    "/clusters/{groupId}/{name}:settle",
    "Ends at once what is under way with a cluster: it is ready, or gone if it was deleted.",
  ],
  "faults.list": ["GET", "/faults", "The rules of faults in the order in which they are tried, with counts."],
  "faults.set": ["PUT", "/faults", "Replaces all rules of faults; counts begin at 0.", { takes: [lost] }],
  "faults.clear": ["DELETE", "/faults", "Removes all rules of faults."],
  explain: [
    "POST",
    "/explain",
    "Reports whether a caller may perform an operation: by which role, or which rule refuses. Performs nothing.",
    { takes: { caller: "ada@example.com", ...invitation } },
  ],
  whoCan: [
    "POST",
    "/who-can",
    "Finds who may perform an operation in a project or an organization, and by which role.",
    { takes: invitation },
  ],
  "mail.list": ["GET", "/mail", "Captured mail, newest first, after everything that waits has been sent."],
  "requests.list": ["GET", "/requests", "The last thousand requests, newest first."],
  "missing.list": [
    "GET",
    "/missing",
    "Lists what clients asked for and Anteroom does not have, with counts.",
  ],
  "deprecations.list": ["GET", "/deprecations", "Calls of what ends, and what to call instead."],
} as const satisfies Readonly<Record<string, Row>>;

export type ControlName = keyof typeof table;

export const controls = (Object.entries(table) as [ControlName, Row][]).map(
  ([name, [method, path, title, more]]) => ({ name, method, path, title, ...more }),
);

export const root = "/_anteroom/v1";

export const controlRoutes = controls.map((control) => ({ ...control, path: root + control.path }));
