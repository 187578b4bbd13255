// The reference page at /docs: every operation of the table, readable without script and in one round trip.
import type { TSchema } from "typebox";
import { version } from "../contract/build.ts";
import { catalogue } from "../contract/errors.ts";
import { codesOf } from "../contract/pipeline-codes.ts";
import { roleTitles } from "../contract/role-titles-en.ts";
import { typeOf } from "../contract/schema-words.ts";
import { mediaType, versionsInOrder } from "../contract/versions.ts";
import type { Door } from "../domain/access.ts";
import type { Operation } from "../operations/operation.ts";

type Html = string & { readonly html: true };
type Shown = Html | string | number | readonly Html[] | false | undefined;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes everything that is not itself made by this tag. */
function html(texts: TemplateStringsArray, ...values: Shown[]): Html {
  const show = (value: Shown): string => {
    if (value === undefined || value === false) return "";
    if (Array.isArray(value)) return value.join("");
    if (value instanceof Markup) return value.text;
    return String(value).replace(/[&<>"]/g, (char) => escapes[char] ?? char);
  };
  return new Markup(
    texts.reduce((all, text, index) => all + show(values[index - 1]) + text),
  ) as unknown as Html;
}

class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

interface Described {
  readonly type?: string;
  readonly description?: string;
  readonly readOnly?: boolean;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
}

function row(name: string, schema: Described, required: boolean): Html {
  const bounds = [
    schema.pattern && `matches ${schema.pattern}`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ].filter((each) => typeof each === "string");
  return html`<tr><th scope="row"><code>${name}</code>${required && html` <b>required</b>`}</th>
    <td>${typeOf(schema)}${bounds.length > 0 && html` <small>${bounds.join(", ")}</small>`}</td><td>${schema.description}</td></tr>`;
}

const table = (caption: string, rows: readonly Html[]): Html | false =>
  rows.length > 0 &&
  html`<table><caption>${caption}</caption><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table>`;

function members(schema: TSchema | undefined, { writable }: { writable: boolean }): Html[] {
  const described = (schema ?? {}) as Described;
  const { properties = {}, required = [] } = described.type === "array" ? (described.items ?? {}) : described;
  return Object.entries(properties)
    .filter(([, property]) => !writable || property.readOnly !== true)
    .map(([name, property]) => row(name, property, writable && required.includes(name)));
}

function leastRole(door: Door): string {
  if (door.kind === "open") return "none, and no credentials";
  return door.kind === "signedIn" ? "any API key or service account" : roleTitles[door.role];
}

function section(operation: Operation): Html {
  const { id, method, path, summary, description, door, versions, successor, status } = operation;
  const names = versionsInOrder(versions).reverse();
  const { sunset, reply } = versions[names[0] ?? ""] ?? {};
  return html`
<section id="${id}" aria-labelledby="${id}-name">
  <h3 id="${id}-name">${summary}</h3>
  <p class="call"><b class="${method.toLowerCase()}">${method}</b> <code>${path}</code> <a href="#${id}">${id}</a></p>
  ${sunset !== undefined && html`<p class="note"><b>Deprecated.</b> Answers 410 from ${sunset} on. Use ${successor} instead.</p>`}
  <p>${description}</p>
  <p>Least role: ${leastRole(door)}.
     Versions: ${names.map((name) => html`<code>${mediaType(name)}</code> `)}</p>
  ${table(
    "Path",
    Object.entries(operation.params).map(([name, schema]) => row(name, schema as Described, true)),
  )}
  ${table(
    "Query",
    Object.entries(operation.query).map(([name, schema]) => row(name, schema as Described, false)),
  )}
  ${table("Body", members(operation.body, { writable: true }))}
  ${table(`Answer ${status}`, members(reply, { writable: false }))}
  <details><summary>Errors</summary><table><thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">Detail</th></tr></thead><tbody>
  ${[...codesOf(operation)]
    .sort((a, b) => catalogue[a].status - catalogue[b].status)
    .map(
      (code) =>
        html`<tr><td>${catalogue[code].status}</td><td><code>${code}</code></td><td>${catalogue[code].detail}</td></tr>`,
    )}
  </tbody></table></details>
</section>`;
}

/** Colours of MongoDB's LeafyGreen palette. */
export const styleSource = `
:root{color-scheme:light dark;--ink:#001e2b;--soft:#5c6c75;--paper:#fff;--line:#e8edeb;--accent:#00684a;--link:#016bf8;--warn:#ffec9e}
@media(prefers-color-scheme:dark){:root{--ink:#e8edeb;--soft:#889397;--paper:#001e2b;--line:#1c2d38;--accent:#00ed64;--link:#83b2f0;--warn:#4c3300}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;display:grid;grid-template-columns:18rem minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.5rem;border-right:1px solid var(--line)}nav ul{list-style:none;padding:0;margin:.25rem 0 1rem}nav li{margin:.3rem 0;font-size:.9rem}
main{padding:1.5rem 2rem;max-width:62rem}h1{margin-top:0}h2{border-bottom:2px solid var(--accent);padding-bottom:.2rem;margin-top:2.5rem}section{padding:.5rem 0 1.5rem;border-bottom:1px solid var(--line)}
a{color:var(--link)}a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}code{font-size:.88em;overflow-wrap:anywhere}.call b{color:var(--accent)}.note{background:var(--warn);padding:.5rem .75rem;border-radius:6px}
table{border-collapse:collapse;width:100%;margin:.75rem 0;font-size:.9rem}caption{text-align:left;font-weight:600}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}th[scope=row]{width:14rem;font-weight:400}thead th:nth-child(2){width:15rem}small,thead th{color:var(--soft)}
@media(max-width:50rem){body{display:block}nav{position:static;height:auto;border:0}main{padding:1rem}table{display:block;overflow-x:auto}}`;

export function renderReference(operations: readonly Operation[]): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const of = (tag: string) => operations.filter((operation) => operation.tag === tag);
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Anteroom API reference</title><link rel="stylesheet" href="/docs/style.css"></head><body>
<nav aria-label="Operations"><p><b>Anteroom</b> ${version}</p>
${tags.map((tag) => html`<b>${tag}</b><ul>${of(tag).map(({ id }) => html`<li><a href="#${id}">${id}</a></li>`)}</ul>`)}
<p><a href="/api/openapi.json">OpenAPI document</a></p></nav>
<main><h1>API reference</h1>
<p>The operations this server offers, under the paths of the MongoDB Atlas Administration API. Name a version in <code>Accept</code>, such as
<code>${mediaType("2023-01-01")}</code>; identify with an API key (HTTP Digest) or with the bearer token of a service account, from <code>/api/oauth/token</code>.</p>
${tags.map((tag) => html`<h2>${tag}</h2>${of(tag).map(section)}`)}
</main></body></html>`;
  return page.toString();
}
