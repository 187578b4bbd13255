// The page of one operation: what it does, the role it needs, a request in each language, an answer, and a form to try it.
import type { OperationId } from "../../client/types.ts";
import { attributesOf } from "../../contract/attributes.ts";
import { catalogue } from "../../contract/errors.ts";
import { codesOf } from "../../contract/pipeline-codes.ts";
import { roleTitles } from "../../contract/role-titles-en.ts";
import { mediaType, versionsInOrder } from "../../contract/versions.ts";
import type { Door } from "../../domain/access.ts";
import { operations } from "../../operations/index.ts";
import type { Operation } from "../../operations/operation.ts";
import { type SnippetLanguage, snippetLanguages, writeSnippets } from "../../report/snippets.ts";
import type { Call } from "../../report/steps.ts";
import { Refusal, type Sent } from "../client.ts";
import { CopyBlock, Snippets } from "../kit/code.tsx";
import { Badge, Facts, Heading, Table } from "../kit/kit.tsx";
import { type Outcome, page, type Visit } from "../page.ts";
import { Contents, isDeprecated, Method, newestOf, ReferenceSearch } from "./reference.tsx";
import { exampleOf } from "./reference-examples.ts";
import { Fields, parametersOf } from "./reference-fields.tsx";
import { attempt, Try } from "./reference-try.tsx";

type OperationVisit = Visit<"operationId">;

export const referenceOperation = page({
  path: "/docs/:operationId",
  for: "anybody",
  show: async (visit) => operationView(visit, undefined),
  forms: {
    /** The answer is shown on the page, whatever its status. */
    async try(visit, form) {
      const sent = await attempt(visit, operationOf(visit), form);
      // What was typed stays, except the secret.
      const problem = { form, name: "try", refusal: new Refusal(sent.status, {}, undefined) };
      return operationView({ ...visit, problem }, sent);
    },
  },
});

function operationOf({ params: { operationId } }: OperationVisit): Operation {
  const operation = Object.hasOwn(operations, operationId)
    ? operations[operationId as OperationId]
    : undefined;
  if (operation !== undefined) return operation;
  throw new Refusal(404, { errorCode: "RESOURCE_NOT_FOUND", detail: operationId }, undefined);
}

function operationView(visit: OperationVisit, sent: Sent | undefined): Outcome {
  const operation = operationOf(visit);
  const { id, path, summary, description, tag, params, query, body, status, neighbour } = operation;
  const words = visit.words.reference;
  const place = { operationPath: path };
  const { reply } = newestOf(operation);
  return {
    title: id,
    isWide: true,
    side: <Contents visit={visit} tag={tag} />,
    body: (
      <>
        <ReferenceSearch visit={visit} />
        <div lang="en">
          <Heading title={summary} />
          <p>
            <Method operation={operation} /> <code>{path}</code>{" "}
            {isDeprecated(operation) && <Badge tone="gray">{words.deprecated}</Badge>}{" "}
            {neighbour && <Badge tone="gray">{words.neighbour}</Badge>}
          </p>
          <p>{description}</p>
        </div>
        <Facts
          facts={[
            [words.operation, <code key="id">{id}</code>],
            [words.role, <LeastRole visit={visit} door={operation.door} key="role" />],
            [words.versions, <Versions visit={visit} operation={operation} key="versions" />],
          ]}
        />
        <Try visit={visit} operation={operation} sent={sent} />
        <h2 id="call">{words.snippets}</h2>
        <Snippets id="as" snippets={snippetsOf(visit, exampleOf(id as OperationId).call)} />
        <Answer visit={visit} id={id as OperationId} />
        <h2>{words.request}</h2>
        <Fields visit={visit} caption={words.path} fields={parametersOf(params, true)} />
        <Fields visit={visit} caption={words.query} fields={parametersOf(query, false)} />
        {body && (
          <Fields visit={visit} caption={words.body} fields={attributesOf(body, { ...place, sent: true })} />
        )}
        {reply && (
          <Fields
            visit={visit}
            caption={words.answer(status)}
            fields={attributesOf(reply, { ...place, sent: false })}
          />
        )}
        <Errors visit={visit} operation={operation} />
      </>
    ),
  };
}

const snippetsOf = ({ origin }: Visit, call: Call) => {
  const written = writeSnippets(call, origin);
  return (Object.entries(snippetLanguages) as [SnippetLanguage, string][]).map(([language, name]) => ({
    name,
    text: written[language],
  }));
};

interface Part {
  readonly visit: OperationVisit;
  readonly operation: Operation;
}

/** Newest first; deprecated ones with their dates and what to call instead. */
function Versions({ visit, operation: { versions, successor } }: Part) {
  const words = visit.words.reference;
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
                  {deprecated !== undefined && `${words.since(deprecated)} `}
                  {words.sunset(sunset)} {words.instead} <Successor text={successor ?? words.newer} />
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
  <span lang="en">
    {text
      .split(/\b/)
      .map((word) => (Object.hasOwn(operations, word) ? <a href={`/docs/${word}`}>{word}</a> : word))}
  </span>
);

function LeastRole({ visit: { words }, door }: { visit: Visit; door: Door }) {
  const { openDoor, signedInDoor } = words.reference;
  if (door.kind === "open") return <>{openDoor}</>;
  if (door.kind === "signedIn") return <>{signedInDoor}</>;
  return (
    <>
      {words.role(door.role) || roleTitles[door.role]} <code>{door.role}</code>
    </>
  );
}

function Answer({ visit, id }: { visit: Visit; id: OperationId }) {
  const { exampleAnswer, emptyAnswer, shortened, copyAnswer } = visit.words.reference;
  const { status, answer } = exampleOf(id);
  const text = typeof answer === "string" ? answer : JSON.stringify(answer, null, 2);
  return (
    <>
      <h2>{exampleAnswer(status)}</h2>
      {answer === undefined ? (
        <p>{emptyAnswer}</p>
      ) : (
        <CopyBlock id="example" text={text} label={copyAnswer} />
      )}
      {text?.includes("[") && <p class="hint">{shortened}</p>}
    </>
  );
}

function Errors({ visit, operation }: Part) {
  const { errors, code: name, status, detail } = visit.words.reference;
  return (
    <details class="titled">
      <summary>{errors}</summary>
      <Table
        fits
        caption={errors}
        heads={[name, status, detail]}
        rows={[...codesOf(operation)]
          .sort((a, b) => catalogue[a].status - catalogue[b].status)
          .map((code) => ({
            key: code,
            cells: [<code key="code">{code}</code>, catalogue[code].status, catalogue[code].detail],
          }))}
      />
    </details>
  );
}
