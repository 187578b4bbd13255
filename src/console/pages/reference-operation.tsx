// The page of one operation: what it does, the role it needs, a request in each language, an answer, and a form to try it.

import { operations } from "../../atlas/index.ts";
import type { OperationId } from "../../client/types.ts";
import { type SnippetLanguage, snippetLanguages, writeSnippets } from "../../code/snippets.ts";
import type { Call } from "../../code/steps.ts";
import { catalogue } from "../../core/contract/errors.ts";
import { codesOf } from "../../core/contract/pipeline-codes.ts";
import { roleTitles } from "../../core/contract/role-titles-en.ts";
import { mediaType, versionsInOrder } from "../../core/contract/versions.ts";
import type { Door } from "../../core/domain/access.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { Refusal, type Sent } from "../client.ts";
import { Snippets } from "../kit/code.tsx";
import { Badge, Facts, Heading, Table } from "../kit/kit.tsx";
import { useVisit, VisitContext } from "../kit/visit.ts";
import { ownExamplesOf } from "../own-examples.ts";
import { type Outcome, page, type Visit } from "../page.ts";
import { Contents, isDeprecated, Method, ReferenceSearch } from "./reference.tsx";
import { Answer, answerOf, namedIn } from "./reference-answer.tsx";
import { Parts } from "./reference-parts.tsx";
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
      // The typed values are kept, except the secret.
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

async function operationView(visit: OperationVisit, sent: Sent | undefined): Promise<Outcome> {
  const operation = operationOf(visit);
  const mine = ownExamplesOf(visit);
  const call = await mine.exampleOf(operation.id as OperationId);
  const publicKey = await mine.publicKey(namedIn(call));
  const answer = await answerOf(visit, operation, call);
  const { id, path, summary, description, tag, neighbour } = operation;
  const words = visit.words.reference;
  return {
    title: id,
    isWide: true,
    side: <Contents tag={tag} />,
    body: (
      <>
        <ReferenceSearch hasBack />
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
            [words.role, <LeastRole door={operation.door} key="role" />],
            [words.versions, <Versions operation={operation} key="versions" />],
          ]}
        />
        <VisitContext.Provider value={visit}>
          <Try operation={operation} call={call} sent={sent} />
        </VisitContext.Provider>
        <h2 id="call">{words.snippets}</h2>
        <p class="hint">{visit.person === undefined ? words.fillIn : words.mine}</p>
        <Snippets id="as" snippets={snippetsOf(visit, call, publicKey)} />
        <Answer status={operation.status} answer={answer} />
        <Parts operation={operation} />
        <Errors operation={operation} />
      </>
    ),
  };
}

const snippetsOf = ({ origin, endings }: Visit, call: Call, publicKey: string | undefined) => {
  const written = writeSnippets(call, origin, publicKey, endings);
  return (Object.entries(snippetLanguages) as [SnippetLanguage, string][]).map(([language, name]) => ({
    name,
    text: written[language],
  }));
};

interface Part {
  readonly operation: Operation;
}

/** The versions, newest first; deprecated ones with their dates and successors. */
function Versions({ operation: { versions, successor } }: Part) {
  const words = useVisit().words.reference;
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

/** The operations that a sentence names, as links. */
const Successor = ({ text }: { text: string }) => (
  <span lang="en">
    {text
      .split(/\b/)
      .map((word) => (Object.hasOwn(operations, word) ? <a href={`/docs/${word}`}>{word}</a> : word))}
  </span>
);

function LeastRole({ door }: { door: Door }) {
  const { words } = useVisit();
  const { openDoor, signedInDoor } = words.reference;
  if (door.kind === "open") return <>{openDoor}</>;
  if (door.kind === "signedIn") return <>{signedInDoor}</>;
  return (
    <>
      {words.role(door.role) || roleTitles[door.role]} <code>{door.role}</code>
    </>
  );
}

function Errors({ operation }: Part) {
  const { reference, layout } = useVisit().words;
  const { errors, code: name, detail } = reference;
  return (
    <details class="titled">
      <summary>{errors}</summary>
      <Table
        fits
        caption={errors}
        heads={[name, layout.status, detail]}
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
