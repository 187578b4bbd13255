// The form of the reference that sends a request to this server, and its answer.
import type { OperationId } from "../../client/types.ts";
import { type Call, isBlank } from "../../code/steps.ts";
import type { Schema } from "../../core/contract/schema-words.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { Refusal, type Sender, type Sent } from "../client.ts";
import { CopyBlock, inLines } from "../kit/code.tsx";
import { Area, Choice, Field, Form } from "../kit/fields.tsx";
import { Button, Notice } from "../kit/kit.tsx";
import { Foot, Sheet } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Form as Filled, Visit } from "../page.ts";

/** Prefixes a parameter, so that it never has the name of another field of the page. */
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
  readonly operation: Operation;
  readonly call: Call;
  readonly sent: Sent | undefined;
}

export function Try({ operation, call, sent }: TryProps) {
  const { method, params, query, body } = operation;
  const { problem, words: all } = useVisit();
  const { attempt: words, body: bodyLabel } = all.reference;
  const fields = (schemas: Operation["query"], required: boolean) => (
    <div class="columns">
      {Object.entries(schemas).map(([name, schema]) => (
        <Field
          key={name}
          label={name}
          name={fieldOf(name)}
          {...(required
            ? { value: textOf(call.params[name]) }
            : { placeholder: textOf((schema as Schema).default) })}
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
        <Credentials />
        {fields(params, true)}
        {Object.keys(query).length > 0 && (
          <details>
            <summary>{words.parameters}</summary>
            {fields(query, false)}
          </details>
        )}
        {body && <Area label={bodyLabel} name="body" rows={8} value={bodyTextOf(call)} />}
        <Foot>
          <Button kind={method === "DELETE" ? "danger" : "primary"}>{words.send}</Button>
        </Foot>
      </Form>
      {sent && <SentAnswer method={method} sent={sent} />}
    </Sheet>
  );
}

function Credentials() {
  const { words: all, person } = useVisit();
  const { attempt: words } = all.reference;
  return (
    <div class="columns">
      <Choice
        label={words.as}
        name="as"
        options={[
          { value: "", label: person === undefined ? all.layout.none : words.visitor(person.username) },
          { value: "key", label: words.key },
          { value: "token", label: words.token },
        ]}
      />
      <Field label={words.publicKey} name="publicKey" autocomplete="off" />
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

function SentAnswer({ method, sent: { status, target, body } }: { method: string; sent: Sent }) {
  const { attempt: words, copyAnswer } = useVisit().words.reference;
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
        <CopyBlock id="answer-text" text={inLines(body)} label={copyAnswer} />
      )}
    </div>
  );
}

const textOf = (value: unknown): string =>
  value === undefined || typeof value === "object" ? "" : String(value);

/** Returns the body as text; its placeholders become empty strings. */
const bodyTextOf = ({ body }: Call): string =>
  JSON.stringify(body, (_, each) => (isBlank(each) ? "" : each), 2);
