// The form of the reference that sends a request to this server, and its answer.
import type { OperationId } from "../../client/types.ts";
import type { Schema } from "../../contract/schema-words.ts";
import type { Operation } from "../../operations/operation.ts";
import { Refusal, type Sender, type Sent } from "../client.ts";
import { CopyBlock } from "../kit/code.tsx";
import { Area, Choice, Field, Form } from "../kit/fields.tsx";
import { Button, Notice } from "../kit/kit.tsx";
import { Sheet } from "../kit/sheet.tsx";
import type { Form as Filled, Visit } from "../page.ts";
import { exampleOf } from "./reference-examples.ts";

/** Prefixed, so that no parameter has the name of another field of the page. */
const fieldOf = (name: string) => `p-${name}`;

/** Sends the request of the form. */
export async function attempt(visit: Visit, operation: Operation, form: Filled): Promise<Sent> {
  const { id, params, query, body } = operation;
  const given: Record<string, string> = {};
  for (const name of [...Object.keys(params), ...Object.keys(query)]) {
    const value = form.text(fieldOf(name));
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
  return sent;
}

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

interface TryProps {
  readonly visit: Visit;
  readonly operation: Operation;
}

/** What was sent before the answer. */
const typedIn = ({ problem }: Visit, field: string): string =>
  problem?.name === "try" ? problem.form.text(field) : "";

export function Try({ visit, operation, sent }: TryProps & { readonly sent: Sent | undefined }) {
  const { id, method, params, query, body } = operation;
  const { attempt: words } = visit.words.reference;
  const { call } = exampleOf(id as OperationId);
  const { problem } = visit;
  const fields = (schemas: Operation["query"], required: boolean) => (
    <div class="columns">
      {Object.entries(schemas).map(([name, schema]) => (
        <Field
          key={name}
          label={name}
          name={fieldOf(name)}
          value={typedIn(visit, fieldOf(name))}
          placeholder={placeholderOf(call.params[name] ?? (schema as Schema).default)}
          autocomplete="off"
          required={required}
        />
      ))}
    </div>
  );
  return (
    <Sheet id="try" title={words.title} isOpen={problem?.name === "try"} isPrimary icon="play">
      <p>{words.lead}</p>
      <Form name="try">
        <Credentials visit={visit} />
        {fields(params, true)}
        {Object.keys(query).length > 0 && (
          <details>
            <summary>{words.parameters}</summary>
            {fields(query, false)}
          </details>
        )}
        {body && (
          <Area
            label={visit.words.reference.body}
            name="body"
            rows={8}
            value={problem?.name === "try" ? problem.form.raw("body") : JSON.stringify(call.body, null, 2)}
          />
        )}
        <Button kind={method === "DELETE" ? "danger" : "primary"}>{words.send}</Button>
      </Form>
      {sent && <SentAnswer visit={visit} method={method} sent={sent} />}
    </Sheet>
  );
}

function Credentials({ visit }: { visit: Visit }) {
  const { attempt: words } = visit.words.reference;
  const who = visit.person?.username;
  return (
    <div class="columns">
      <Choice
        label={words.as}
        name="as"
        value={typedIn(visit, "as")}
        options={[
          { value: "", label: who === undefined ? words.nobody : words.visitor(who) },
          { value: "key", label: words.key },
          { value: "token", label: words.token },
        ]}
      />
      <Field
        label={words.publicKey}
        name="publicKey"
        value={typedIn(visit, "publicKey")}
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
  );
}

interface SentAnswerProps {
  readonly visit: Visit;
  readonly method: string;
  readonly sent: Sent;
}

function SentAnswer({ visit, method, sent: { status, target, body } }: SentAnswerProps) {
  const { attempt: words, copyAnswer } = visit.words.reference;
  return (
    <div id="answer">
      <h3>{words.answered(status)}</h3>
      <p>
        <code>
          {method} {target}
        </code>
      </p>
      {body === "" ? (
        <Notice kind={status < 400 ? "good" : "bad"}>{words.empty}</Notice>
      ) : (
        <CopyBlock id="answer-text" text={prettily(body)} label={copyAnswer} />
      )}
    </div>
  );
}

const placeholderOf = (value: unknown): string =>
  value === undefined || typeof value === "object" ? "" : String(value);

/** JSON with line breaks; other text as it is. */
function prettily(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
