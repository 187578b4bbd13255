// The reference of the API: every operation of the table, on one page that needs no script.

import { catalogue } from "../../contract/errors.ts";
import { codesOf } from "../../contract/pipeline-codes.ts";
import { version } from "../../contract/release.ts";
import { roleTitles } from "../../contract/role-titles-en.ts";
import { mediaType, versionsInOrder } from "../../contract/versions.ts";
import type { Door } from "../../domain/access.ts";
import { operations } from "../../operations/index.ts";
import type { Operation } from "../../operations/operation.ts";
import { Badge, Heading, Table } from "../kit/kit.tsx";
import { page } from "../page.ts";
import { Fields, membersOf, parametersOf } from "./reference-fields.tsx";

const table: readonly Operation[] = Object.values(operations);
const byTag = [...new Set(table.map(({ tag }) => tag))].map(
  (name) => [name, table.filter(({ tag }) => tag === name)] as const,
);

export const reference = page({
  path: "/docs",
  for: "anybody",
  async show() {
    return {
      title: "API reference",
      isWide: true,
      hasNoScript: true,
      side: <Contents />,
      body: <Reference />,
    };
  },
});

const anchorOf = (tag: string) => tag.toLowerCase().replaceAll(" ", "-");

/** Of the newest version; older ones may be deprecated by themselves. */
function newestOf({ versions }: Operation) {
  return versions[versionsInOrder(versions).at(-1) ?? ""] ?? {};
}

const isDeprecated = (operation: Operation) => newestOf(operation).sunset !== undefined;

const Contents = () => (
  <nav class="side contents" aria-label="Operations" lang="en">
    {byTag.map(([tag, tagged]) => (
      <details key={tag}>
        <summary>
          {tag} <small>{tagged.length}</small>
        </summary>
        <ul>
          {tagged.map((operation) => (
            <li key={operation.id}>
              <a href={`#${operation.id}`}>
                {operation.id} {isDeprecated(operation) && <small>deprecated</small>}
              </a>
            </li>
          ))}
        </ul>
      </details>
    ))}
    <p>
      <a href="/api/openapi.json">OpenAPI document</a>
    </p>
  </nav>
);

const Reference = () => (
  <div lang="en">
    <Heading title="API reference" lead={`Anteroom ${version}`} />
    <p>
      The operations of this server have the paths of the MongoDB Atlas Administration API. Name a version in{" "}
      <code>Accept</code>, such as <code>{mediaType("2023-01-01")}</code>. Authenticate with an API key (HTTP
      Digest), or with the bearer token of a service account from <code>/api/oauth/token</code>.
    </p>
    {byTag.map(([tag, tagged]) => (
      <section key={tag} aria-labelledby={anchorOf(tag)}>
        <h2 id={anchorOf(tag)}>{tag}</h2>
        {tagged.map((operation) => (
          <Described key={operation.id} operation={operation} />
        ))}
      </section>
    ))}
  </div>
);

const tones = { GET: "blue", POST: "green", PUT: "yellow", PATCH: "yellow", DELETE: "red" } as const;

function Described({ operation }: { operation: Operation }) {
  const { id, method, path, summary, description, door, params, query, body, status } = operation;
  return (
    <section id={id} class="card operation">
      <h3>
        {summary}
        {isDeprecated(operation) && (
          <>
            {" "}
            <Badge tone="gray">Deprecated</Badge>
          </>
        )}
        {operation.neighbour && (
          <>
            {" "}
            <Badge tone="gray">Neighbour</Badge>
          </>
        )}
      </h3>
      <p>
        <Badge tone={tones[method]}>{method}</Badge> <code>{path}</code>
      </p>
      <p>{description}</p>
      <dl>
        <dt>Operation</dt>
        <dd>
          <a href={`#${id}`}>
            <code>{id}</code>
          </a>
        </dd>
        <dt>Least role</dt>
        <dd>{leastRole(door)}</dd>
        <dt>Versions</dt>
        <dd>
          <Versions operation={operation} />
        </dd>
      </dl>
      <Fields caption="Path" fields={parametersOf(params, true)} />
      <Fields caption="Query" fields={parametersOf(query, false)} />
      <Fields caption="Body" fields={membersOf(body, { sent: true })} />
      <Fields caption={`Answer ${status}`} fields={membersOf(newestOf(operation).reply, { sent: false })} />
      <Errors operation={operation} />
    </section>
  );
}

/** Newest first; each deprecated one with its dates and with what to call instead. */
function Versions({ operation: { versions, successor } }: { operation: Operation }) {
  return (
    <>
      {versionsInOrder(versions)
        .reverse()
        .map((name) => {
          const { deprecated, sunset } = versions[name] ?? {};
          return (
            <div key={name}>
              <code>{mediaType(name)}</code>
              {sunset !== undefined && (
                <small>
                  Deprecated{deprecated !== undefined && ` since ${deprecated}`}: answers 410 from {sunset}{" "}
                  on. Use <Successor text={successor ?? "a newer version"} /> instead.
                </small>
              )}
            </div>
          );
        })}
    </>
  );
}

/** The operations that a sentence names, as links to them. */
const Successor = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\b/)
      .map((word) => (Object.hasOwn(operations, word) ? <a href={`#${word}`}>{word}</a> : word))}
  </>
);

function leastRole(door: Door): string {
  if (door.kind === "open") return "none, and no credentials";
  return door.kind === "signedIn" ? "any API key or service account" : roleTitles[door.role];
}

const Errors = ({ operation }: { operation: Operation }) => (
  <details class="titled">
    <summary>Errors</summary>
    <Table
      fits
      caption="Errors"
      heads={["Code", "Status", "Detail"]}
      rows={[...codesOf(operation)]
        .sort((a, b) => catalogue[a].status - catalogue[b].status)
        .map((code) => ({
          key: code,
          cells: [<code key="code">{code}</code>, catalogue[code].status, catalogue[code].detail],
        }))}
    />
  </details>
);
