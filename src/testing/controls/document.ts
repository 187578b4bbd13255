// The OpenAPI document of the test controls, and the page that lists them.
import { namesIn } from "../../core/contract/http-syntax.ts";
import { packageName, version } from "../../core/contract/release.ts";
import { contracts } from "./contracts.ts";
import { controls, root } from "./list.ts";
import schemas from "./schemas.json" with { type: "json" };

const Text = { type: "string" };

const content = (schema: object) => ({ "application/json": { schema } });

const refused = (description: string) => ({
  description,
  content: content({
    type: "object",
    required: ["error", "detail"],
    properties: { error: { type: "integer" }, detail: Text },
  }),
});

/** The title of a control, and the schemas of its input and result, if it has any. */
interface Schemas {
  readonly title: string;
  readonly body?: object;
  readonly reply?: object;
}

function describeControl({ name, path, isBodyOptional }: (typeof controls)[number]): object {
  const { title, body, reply }: Schemas = schemas[name];
  const { note, refusals = {} } = contracts[name] ?? {};
  const required = isBodyOptional !== true;
  const [noun = "", verb = ""] = name.split(".");
  return {
    operationId: noun + verb.replace(/^./, (letter) => letter.toUpperCase()),
    tags: [noun],
    summary: title,
    ...(note !== undefined && { description: note }),
    parameters: namesIn(path).map((each) => ({ name: each, in: "path", required: true, schema: Text })),
    ...(body && { requestBody: { required, content: content(body) } }),
    responses: {
      ...(reply
        ? { 200: { description: "Done.", content: content(reply) } }
        : { 204: { description: "Done." } }),
      ...Object.fromEntries(Object.entries(refusals).map(([status, text]) => [status, refused(text)])),
      default: refused("Refused; says which value is wrong and why."),
    },
  };
}

/** Describes the controls in OpenAPI 3.0; `origin` is the scheme and authority. */
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
  { path: "/rehearsal/faults", title: "For people: what goes wrong on purpose." },
  { path: "/rehearsal/mail", title: "For people: captured mail." },
  { path: "/rehearsal/snapshots", title: "For people: snapshots and reset." },
  { path: "/docs", title: "Every operation of the API." },
  { path: "/_anteroom/openapi.json", title: "The OpenAPI document of these controls." },
  { path: "/api/openapi.json", title: "The OpenAPI document of the API." },
] as const;

/** Returns the pages of the list: that of endings is there with the July 2027 kit alone. */
const pagesOf = (hasEndings: boolean) =>
  pages.filter(({ path }) => hasEndings || path !== "/rehearsal/sunset");

export const listControls = (hasEndings: boolean) => ({
  openapi: "/_anteroom/openapi.json",
  pages: pagesOf(hasEndings),
  controls: controls.map(({ name, method, path }) => {
    return { name, method, path: root + path, title: schemas[name].title };
  }),
});

/** Renders the controls for people. Nothing comes from a request, so nothing is escaped. */
export function renderControls(hasEndings: boolean): string {
  const link = ({ path, title }: (typeof pages)[number]) => `<li><a href="${path}">${path}</a> ${title}</li>`;
  const row = ({ name, method, path }: (typeof controls)[number]) => {
    const isPlain = method === "GET";
    const shown = isPlain ? `<a href="${root}${path}">${root}${path}</a>` : root + path;
    return `<tr><td><code>${method}</code></td><td><code>${shown}</code></td><td><code>${name}</code></td><td>${schemas[name].title}</td></tr>`;
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
${pagesOf(hasEndings).map(link).join("\n")}
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
