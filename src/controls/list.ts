// The table of the test controls; routes, document, page and client are made from it.

interface Control {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Below /_anteroom/v1. Values of names in braces are the first arguments of the member. */
  readonly path: string;
  readonly title: string;
  /** An example of the body, the last argument; absent where it takes none. */
  readonly takes?: object;
  /** The member of the answer that has the result; absent where the answer is the result, or there is none. */
  readonly gives?: string;
}

/** By the member of an Anteroom, and of AnteroomControls, that does the same. */
export const controlList = {
  "clock.now": {
    method: "GET",
    path: "/clock",
    title: "What the server takes for the present.",
    gives: "now",
  },
  "clock.set": {
    method: "PUT",
    path: "/clock",
    title: "Freezes the clock at an instant, moves it by a duration, or frees it.",
    takes: { advance: "P31D" },
    gives: "now",
  },
  reset: {
    method: "POST",
    path: "/reset",
    title: "Puts everything back to the seed, frees the clock, and clears the faults.",
  },
  "snapshot.take": { method: "PUT", path: "/snapshots/{name}", title: "Remembers the state under a name." },
  "snapshot.restore": { method: "POST", path: "/snapshots/{name}", title: "Puts a remembered state back." },
  "invites.accept": {
    method: "POST",
    path: "/invites/{id}:accept",
    title: "Accepts a pending invitation of either kind, as its person would.",
  },
  "invites.decline": {
    method: "POST",
    path: "/invites/{id}:decline",
    title: "Declines a pending invitation.",
  },
  "invites.expire": {
    method: "POST",
    path: "/invites/{id}:expire",
    title: "Lets a pending invitation run out.",
  },
  "faults.list": {
    method: "GET",
    path: "/faults",
    title: "What goes wrong on purpose, with counts, in the order in which rules are tried.",
  },
  "faults.set": {
    method: "PUT",
    path: "/faults",
    title: "Puts rules of what goes wrong in the place of all others.",
    takes: [{ operations: ["createGroupInvite"], drop: "after", times: 1 }],
  },
  "faults.clear": { method: "DELETE", path: "/faults", title: "Lets nothing go wrong any more." },
  explain: {
    method: "POST",
    path: "/explain",
    title: "Says whether somebody would be let in to an operation, and why; performs nothing.",
    takes: {
      caller: "ada@example.com",
      operation: "updateGroupInvites",
      groupId: "32b6e34b3d91647abb20e7b8",
    },
  },
  whoCan: {
    method: "POST",
    path: "/who-can",
    title: "Lists who may perform an operation, and by which role.",
    takes: { operation: "updateGroupInvites", groupId: "32b6e34b3d91647abb20e7b8" },
  },
  "mail.list": {
    method: "GET",
    path: "/mail",
    title: "Captured mail, newest first; sends before what waits to be sent.",
  },
  "requests.list": { method: "GET", path: "/requests", title: "The last thousand requests, newest first." },
  "missing.list": {
    method: "GET",
    path: "/missing",
    title: "What clients asked for and is not there, with counts.",
  },
  "deprecations.list": {
    method: "GET",
    path: "/deprecations",
    title: "Who calls what is to be removed, and what to call instead.",
  },
} as const satisfies Readonly<Record<string, Control>>;

export type ControlName = keyof typeof controlList;

/** In the order of the table, each with its name. */
export const controls = (Object.entries(controlList) as [ControlName, Control][]).map(([name, control]) => ({
  name,
  ...control,
}));

export const root = "/_anteroom/v1";

/** The same, each at its whole path. */
export const controlRoutes = controls.map((control) => ({ ...control, path: root + control.path }));

/** Names in the path of a control, in order. */
export const namesIn = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
