// The page of one operation: what it does, who may, a request in each language, an answer, and a form that sends one.
import type { OperationId } from "../../client/types.ts";
import { type Attribute, attributesOf } from "../../contract/attributes.ts";
import { catalogue } from "../../contract/errors.ts";
import { codesOf } from "../../contract/pipeline-codes.ts";
import { roleTitles } from "../../contract/role-titles-en.ts";
import { type Schema, typeOf } from "../../contract/schema-words.ts";
import { mediaType, versionsInOrder } from "../../contract/versions.ts";
import type { Door } from "../../domain/access.ts";
import { operations } from "../../operations/index.ts";
import type { Operation } from "../../operations/operation.ts";
import { type SnippetLanguage, snippetLanguages, writeSnippets } from "../../report/snippets.ts";
import type { Call } from "../../report/steps.ts";
import { Refusal, type Sender, type Sent } from "../client.ts";
import { CopyBlock, Snippets } from "../kit/code.tsx";
import { Area, Badge, Button, Choice, Field, Form, Heading, Notice, Table, typed } from "../kit/kit.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { type Form as Filled, type Outcome, page, type Visit } from "../page.ts";
import { Contents, isDeprecated, Method, newestOf, ReferenceSearch } from "./reference.tsx";
import { exampleOf } from "./reference-examples.ts";

type OperationVisit = Visit<"operationId">;

export const referenceOperation = page({
  path: "/docs/:operationId",
  for: "anybody",
  show: async (visit) => operationView(visit, undefined),
  forms: {
    /** The answer is shown on the page, whatever it is. */
    async try(visit, form) {
      const { id, params, query, body } = operationOf(visit);
      const given: Record<string, string> = {};
      for (const name of [...Object.keys(params), ...Object.keys(query)]) {
        const value = form.text(`p-${name}`);
        if (value !== "") given[name] = value;
        else if (name in params) {
          const { missing } = visit.words.reference.attempt;
          throw new Refusal(400, { detail: missing(name) }, undefined);
        }
      }
      if (body !== undefined) given.body = form.raw("body");
      const sent = await visit.send(id as OperationId, given, senderIn(form));
      if (sent.body.includes('"errorCode":"SIGN_IN_NOT_RECENT"')) {
        throw new Refusal(sent.status, { errorCode: "SIGN_IN_NOT_RECENT" }, undefined);
      }
      // What was typed stays, but for the secret.
      const problem = { form, name: "try", refusal: new Refusal(sent.status, {}, undefined) };
      return operationView({ ...visit, problem }, sent);
    },
  },
});

function senderIn(form: Filled): Sender {
  const secret = form.text("privateKey");
  switch (form.text("as")) {
    case "key":
      return { publicKey: form.text("publicKey"), privateKey: secret };
    case "token":
      return { token: secret };
    default:
      return "visitor";
  }
}

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
        <dl>
          <dt>{words.operation}</dt>
          <dd>
            <code>{id}</code>
          </dd>
          <dt>{words.role}</dt>
          <dd>
            <LeastRole visit={visit} door={operation.door} />
          </dd>
          <dt>{words.versions}</dt>
          <dd>
            <Versions visit={visit} operation={operation} />
          </dd>
        </dl>
        <Try visit={visit} operation={operation} sent={sent} />
        <h2 id="call">{words.snippets}</h2>
        <Snippets visit={visit} id="as" snippets={snippetsOf(visit, exampleOf(id as OperationId).call)} />
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

/** Newest first; each deprecated one with its dates and with what to call instead. */
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

/** Such as `page-size` of `pageSize`: a name that no other field of the page has. */
const fieldOf = (name: string) => `p-${name}`;

function Try({ visit, operation, sent }: Part & { sent: Sent | undefined }) {
  const { id, params, query, body } = operation;
  const { attempt: words, copyAnswer } = visit.words.reference;
  const { call } = exampleOf(id as OperationId);
  const first = (name: string) => typed(visit, "try", fieldOf(name));
  const field = (name: string, schema: unknown, required: boolean) => (
    <Field
      key={name}
      label={name}
      name={fieldOf(name)}
      value={first(name)}
      placeholder={placeholderOf(call.params[name] ?? (schema as Schema).default)}
      autocomplete="off"
      required={required}
    />
  );
  const who = visit.person?.username;
  return (
    <Sheet id="try" title={words.title} isOpen={visit.problem?.name === "try"} isPrimary icon="play">
      <p>{words.lead}</p>
      <Form visit={visit} name="try">
        <div class="columns">
          <Choice
            label={words.as}
            name="as"
            value={typed(visit, "try", "as")}
            options={[
              { value: "", label: who === undefined ? words.nobody : words.visitor(who) },
              { value: "key", label: words.key },
              { value: "token", label: words.token },
            ]}
          />
          <Field
            label={words.publicKey}
            name="publicKey"
            value={typed(visit, "try", "publicKey")}
            autocomplete="off"
          />
          <Field
            label={words.privateKey}
            name="privateKey"
            type="password"
            hint={words.privateHint}
            autocomplete="off"
          />
        </div>
        <div class="columns">{Object.entries(params).map(([name, schema]) => field(name, schema, true))}</div>
        {Object.keys(query).length > 0 && (
          <details>
            <summary>{words.parameters}</summary>
            <div class="columns">
              {Object.entries(query).map(([name, schema]) => field(name, schema, false))}
            </div>
          </details>
        )}
        {body && (
          <Area
            label={visit.words.reference.body}
            name="body"
            rows={8}
            value={
              visit.problem?.name === "try"
                ? visit.problem.form.raw("body")
                : JSON.stringify(call.body, null, 2)
            }
          />
        )}
        <Button kind={operation.method === "DELETE" ? "danger" : "primary"}>{words.send}</Button>
      </Form>
      {sent && (
        <div id="answer">
          <h3>{words.answered(sent.status)}</h3>
          <p>
            <code>
              {operation.method} {sent.target}
            </code>
          </p>
          {sent.body === "" ? (
            <Notice kind={sent.status < 400 ? "good" : "bad"}>{words.empty}</Notice>
          ) : (
            <CopyBlock visit={visit} id="answer-text" text={prettily(sent.body)} label={copyAnswer} />
          )}
        </div>
      )}
    </Sheet>
  );
}

const placeholderOf = (value: unknown): string =>
  value === undefined || typeof value === "object" ? "" : String(value);

/** JSON with line breaks; what is none, as it is. */
function prettily(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
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
        <CopyBlock visit={visit} id="example" text={text} label={copyAnswer} />
      )}
      {text?.includes("[") && <p class="hint">{shortened}</p>}
    </>
  );
}

type Row = Pick<Attribute, "path" | "type" | "description" | "required"> & { readonly default?: unknown };

const parametersOf = (params: Operation["params"] | Operation["query"], required: boolean): Row[] =>
  Object.entries(params).map(([path, schema]) => {
    const { description = "", default: initial } = schema as Schema;
    return { path, type: typeOf(schema), description, required, default: initial };
  });

interface FieldsProps {
  readonly visit: Visit;
  readonly caption: string;
  readonly fields: readonly Row[];
}

function Fields({ visit, caption, fields }: FieldsProps) {
  const words = visit.words.reference;
  if (fields.length === 0) return null;
  return (
    <div class="operation" lang="en">
      <Table
        fits
        caption={caption}
        heads={[words.name, words.type, words.meaning]}
        rows={fields.map(({ path, type, description, required, default: initial }) => ({
          key: path,
          cells: [
            <>
              <code>{path}</code>
              {required && <small>{words.required}</small>}
            </>,
            <>
              {type}
              {initial !== undefined && <small>= {JSON.stringify(initial)}</small>}
            </>,
            description,
          ],
        }))}
      />
    </div>
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
