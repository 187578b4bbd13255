// The OpenAPI document of the test controls, and the page that lists them.
import * as Type from "typebox";
import { packageName, version } from "../contract/release.ts";
import { FaultRuleSchema } from "./fault-rules.ts";
import { type ControlName, controls, namesIn, root } from "./list.ts";

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
  door: Type.String({ enum: ["group", "org", "signedIn", "open"] }),
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
const WhoCan = Type.Object({
  ...door,
  holders: Type.Array(Type.Object({ ...principal, label: Text, by: Type.Array(SourcedRole) })),
});
const about = {
  operation: Said("Id of an operation, such as updateGroupInvites."),
  method: Said("With `path`, a request in the place of the operation."),
  path: Type.Optional(Text),
  groupId: Type.Optional(Text),
  orgId: Type.Optional(Text),
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
const DoorQuestion = Type.Object(about, closed);
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
const SeenMissing = Type.Object({ method: Text, path: Text, userAgent: Text, count: Count, lastAt: Instant });
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
  ...texts("sunset", "successor", "request"),
  instead: Type.Object(texts("curl", "atlasCli", "terraform", "go", "typescript", "note")),
});

/** Body and reply of a control; neither where it has no entry. */
export const controlSchemas: Partial<Record<ControlName, { body?: Type.TSchema; reply?: Type.TSchema }>> = {
  "clock.now": { reply: Now },
  "clock.set": { body: ClockSetting, reply: Now },
  "faults.list": { reply: Type.Array(SeenFault) },
  "faults.set": { body: Type.Array(FaultRuleSchema), reply: Type.Array(SeenFault) },
  explain: { body: ExplainQuestion, reply: Explanation },
  whoCan: { body: DoorQuestion, reply: WhoCan },
  "mail.list": { reply: Type.Array(SeenMail) },
  "requests.list": { reply: Type.Array(SeenRequest) },
  "missing.list": { reply: Type.Array(SeenMissing) },
  "deprecations.list": { reply: Type.Array(SeenDeprecation) },
};

const refused = {
  description: "Refused; says which value is wrong and why.",
  content: { "application/json": { schema: Type.Object({ error: Type.Integer(), detail: Text }) } },
};

function describeControl({ name, title, path }: (typeof controls)[number]): object {
  const { body, reply } = controlSchemas[name] ?? {};
  const [noun = "", verb = ""] = name.split(".");
  const content = (schema: Type.TSchema) => ({ "application/json": { schema } });
  return {
    operationId: noun + verb.replace(/^./, (letter) => letter.toUpperCase()),
    tags: [noun],
    summary: title,
    parameters: namesIn(path).map((each) => ({ name: each, in: "path", required: true, schema: Text })),
    ...(body && { requestBody: { required: true, content: content(body) } }),
    responses: {
      ...(reply
        ? { 200: { description: "Done.", content: content(reply) } }
        : { 204: { description: "Done." } }),
      default: refused,
    },
  };
}

/** OpenAPI 3.0; `origin` is scheme and authority. */
export function describeControls(origin: string, wantsToken: boolean): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const control of controls) {
    const at = (paths[root + control.path] ??= {});
    at[control.method.toLowerCase()] = describeControl(control);
  }
  return {
    openapi: "3.0.3",
    info: {
      title: "Test controls of Anteroom",
      version,
      description:
        "What a test does to a rehearsal that no client of Atlas can: time, state, faults, mail, and what was asked.",
    },
    servers: [{ url: origin }],
    ...(wantsToken && { security: [{ token: [] }] }),
    paths,
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "ANTEROOM_CONTROL_TOKEN, where it is set." },
      },
    },
  };
}

const pages = [
  { path: "/rehearsal/sunset", title: "For people: who calls what ends, and what to call instead." },
  { path: "/rehearsal/clock", title: "For people: the clock." },
  { path: "/rehearsal/requests", title: "For people: what was asked, and how to ask it again." },
  { path: "/rehearsal/access", title: "For people: who is let in, and why." },
  { path: "/rehearsal/faults", title: "For people: what goes wrong on purpose." },
  { path: "/rehearsal/mail", title: "For people: captured mail." },
  { path: "/rehearsal/snapshots", title: "For people: snapshots and reset." },
  { path: "/docs", title: "Every operation of the API." },
  { path: "/_anteroom/openapi.json", title: "The OpenAPI document of these controls." },
  { path: "/api/openapi.json", title: "The OpenAPI document of the API." },
] as const;

export const listControls = () => ({
  openapi: "/_anteroom/openapi.json",
  pages,
  controls: controls.map(({ name, method, path, title }) => ({ name, method, path: root + path, title })),
});

/** For people. Nothing of a request is in it, so nothing is escaped. */
export function renderControls(): string {
  const link = ({ path, title }: (typeof pages)[number]) => `<li><a href="${path}">${path}</a> ${title}</li>`;
  const row = ({ name, method, path, title }: (typeof controls)[number]) => {
    const isPlain = method === "GET";
    const shown = isPlain ? `<a href="${root}${path}">${root}${path}</a>` : root + path;
    return `<tr><td><code>${method}</code></td><td><code>${shown}</code></td><td><code>${name}</code></td><td>${title}</td></tr>`;
  };
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Test controls</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse}td,th{text-align:left;padding:.25rem .75rem .25rem 0;vertical-align:top}a,code{overflow-wrap:anywhere}@media(max-width:44rem){thead{position:absolute;clip-path:inset(50%)}tr,td{display:block}tr{padding:.75rem 0;border-top:1px solid #889397}td{padding:0}}</style></head>
<body>
<main>
<h1>Test controls</h1>
<p>What a test does to this rehearsal that no client of Atlas can. In Node: <code>import { AnteroomControls } from "${packageName}/controls"</code>.</p>
<ul>
${pages.map(link).join("\n")}
</ul>
<table>
<thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">In a program</th><th scope="col">What it does</th></tr></thead>
<tbody>
${controls.map(row).join("\n")}
</tbody>
</table>
</main>
</body>
</html>
`;
}
