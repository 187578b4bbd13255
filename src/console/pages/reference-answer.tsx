// The answer that a page of the reference shows for its example.
import type { OperationId } from "../../client/types.ts";
import { exampleAnswer } from "../../code/examples.ts";
import { type Call, isBlank } from "../../code/steps.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { CopyBlock } from "../kit/code.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";

/** Returns the values of the path that are known. */
export const namedIn = ({ params }: Call): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (isBlank(value) ? [] : [[name, value]])),
  );

const mostItems = 2;

/** Cuts a list to the items that suffice to understand it. */
function shorten(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(shorten);
    return typeof items[0] === "object" ? items.slice(0, mostItems) : items.slice(0, 5);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shorten(each)]));
}

/** Returns the current answer if the call only reads and all its parameters are known; else an example of the same shape. */
export async function answerOf(
  visit: Visit,
  { id, method, params }: Operation,
  call: Call,
): Promise<unknown> {
  const known = namedIn(call);
  if (method === "GET" && visit.person !== undefined && Object.keys(params).every((name) => name in known)) {
    const { status, body } = await visit.send(id as OperationId, known, "visitor");
    // Some answers are text instead of JSON.
    if (status === 200) return /^[[{]/.test(body) ? shorten(JSON.parse(body)) : body;
  }
  return exampleAnswer(id as OperationId, (name) => known[name]);
}

export function Answer({ status, answer }: { status: number; answer: unknown }) {
  const { exampleAnswer: title, emptyAnswer, shortened, copyAnswer } = useVisit().words.reference;
  const text = typeof answer === "string" ? answer : JSON.stringify(answer, null, 2);
  return (
    <>
      <h2>{title(status)}</h2>
      {answer === undefined ? (
        <p>{emptyAnswer}</p>
      ) : (
        <CopyBlock id="example" text={text} label={copyAnswer} />
      )}
      {text?.includes("[") && <p class="hint">{shortened}</p>}
    </>
  );
}
