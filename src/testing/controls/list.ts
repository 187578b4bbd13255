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
type Row = readonly [Method, path: string, Further?];

const invitation = { operation: "updateGroupInvites", groupId: "32b6e34b3d91647abb20e7b8" };
const ofOne = { takes: { orgId: "a0123456789abcdef012345a" }, isBodyOptional: true } as const;
const lost = { operations: ["createGroupInvite"], drop: "after", times: 1 };

/** The controls by the member of an Anteroom, and of AnteroomControls, that does the same. */
const table = {
  "clock.now": ["GET", "/clock", { gives: "now" }],
  "clock.set": ["PUT", "/clock", { takes: { now: "2027-07-02" } }],
  "clock.advance": ["POST", "/clock/{duration}"],
  reset: ["POST", "/reset"],
  "snapshot.take": ["PUT", "/snapshots/{name}"],
  "snapshot.restore": ["POST", "/snapshots/{name}"],
  "invites.accept": ["POST", "/invites/{idOrAddress}:accept", ofOne],
  "invites.decline": ["POST", "/invites/{idOrAddress}:decline", ofOne],
  "invites.expire": ["POST", "/invites/{idOrAddress}:expire", ofOne],
  "alerts.open": [
    "POST",
    "/alerts",
    { takes: { alertConfigId: "32b6e34b3d91647abb20e7b8", clusterName: "Cluster0" }, gives: "id" },
  ],
  "alerts.close": ["POST", "/alerts/{id}:close"],
  "clusters.settle": ["POST", "/clusters/{groupId}/{name}:settle"],
  "faults.list": ["GET", "/faults"],
  "faults.set": ["PUT", "/faults", { takes: [lost] }],
  "faults.clear": ["DELETE", "/faults"],
  explain: ["POST", "/explain", { takes: { caller: "ada@example.com", ...invitation } }],
  whoCan: ["POST", "/who-can", { takes: invitation }],
  "mail.list": ["GET", "/mail"],
  "requests.list": ["GET", "/requests"],
  "missing.list": ["GET", "/missing"],
  "kept.list": ["GET", "/kept"],
  "deprecations.list": ["GET", "/deprecations"],
} as const satisfies Readonly<Record<string, Row>>;

export type ControlName = keyof typeof table;

export const controls = (Object.entries(table) as [ControlName, Row][]).map(
  ([name, [method, path, more]]) => ({ name, method, path, ...more }),
);

export const root = "/_anteroom/v1";

export const controlRoutes = controls.map((control) => ({ ...control, path: root + control.path }));
