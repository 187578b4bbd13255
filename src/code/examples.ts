// An example request of each operation, with the caller's values for each name: an id, an address, a public key. Where a schema
// alone does not show what is accepted, `spec/words.json` has the body.

import { type OperationId, operations } from "../atlas/index.ts";
import { exampleBody } from "../core/contract/attributes.ts";
import { namesIn } from "../core/contract/http-syntax.ts";
import { versionsInOrder } from "../core/contract/versions.ts";
import type { Operation } from "../core/operations/operation.ts";
import { type Body, blankName, type Call, isBlank, type Value } from "./steps.ts";

/** The cloud provider in paths of examples. */
export const exampleProvider = "AWS";

/** The values that do not depend on the caller. */
const fixed: Readonly<Record<string, string>> = {
  username: "new@example.com",
  limitName: "atlas.project.deployment.clusters",
  endpointSetId: "org_organization",
  cloudProvider: exampleProvider,
  integrationType: "WEBHOOK",
  hostname: "cluster0-shard-00-00.example.net",
  granularity: "PT1M",
  period: "PT1H",
  regionName: "US_EAST_1",
  requesterAccountId: "210987654321",
  queryShapeHash: "0".repeat(64),
};

export type ValueOf = (name: string) => Value | undefined;

/** Reports whether the caller has values for attributes with this name; others are made up. */
const isAsked = (name: string): boolean => /^(org|group|team|projectOwner)Id$/.test(name);

/** Returns an example call; each value that `of` does not know is a place to fill in. */
export function exampleCall(operationId: OperationId, of: ValueOf): Call {
  const { path, params, query: asked, body, example = {} }: Operation = operations[operationId];
  const { body: written, query = [], as = {} } = example;
  const need = (name: string): Value => of(name) ?? { blank: blankName(name) };
  const filled = (name: string): Value => {
    const wanted = as[name];
    if (wanted !== undefined) return need(wanted);
    return valueAmong(choicesOf(params[name] ?? asked[name]), fixed[name]) ?? need(name);
  };
  const given = (name: string) => (name in as || name in fixed || isAsked(name) ? filled(name) : undefined);
  const sent = (): Body =>
    written === undefined
      ? (exampleBody(body ?? {}, path, { given }) as Body)
      : fillIn(written as Body, need);
  return {
    operationId,
    params: Object.fromEntries(Object.keys(params).map((name) => [name, filled(name)])),
    ...(query.length > 0 && { query: Object.fromEntries(query.map((name) => [name, filled(name)])) }),
    ...(body !== undefined && { body: sent() }),
  };
}

/** Returns the values of a parameter that has a list of them. */
function choicesOf(schema: object | undefined): readonly string[] | undefined {
  const { items, enum: values = items?.enum } = (schema ?? {}) as Choice;
  return values;
}

/** Returns the usual value, or the first choice if it is not among them. */
const valueAmong = (choices: readonly string[] | undefined, usual: string | undefined): string | undefined =>
  usual !== undefined && choices?.includes(usual) !== false ? usual : choices?.[0];

interface Choice {
  readonly enum?: readonly string[];
  readonly items?: Choice;
}

/** Returns the body with the caller's value for each name in braces, such as `{orgId}`. */
function fillIn(body: Body, need: (name: string) => Value): Body {
  if (typeof body === "string") {
    const name = /^\{(\w+)\}$/.exec(body)?.[1];
    return name === undefined ? body : need(name);
  }
  if (typeof body !== "object" || body === null) return body;
  if (Array.isArray(body)) return body.map((each) => fillIn(each, need));
  return Object.fromEntries(Object.entries(body).map(([name, each]) => [name, fillIn(each as Body, need)]));
}

/** Returns the names that it needs: those of the path come first, in order. */
export function namesAskedFor(operationId: OperationId): string[] {
  const asked = new Set<string>();
  exampleCall(operationId, (name) => void asked.add(name));
  const inPath = namesIn(operations[operationId].path).filter((name) => asked.has(name));
  return [...new Set([...inPath, ...asked])];
}

/** Returns an answer by its schema, with the known values. */
export function exampleAnswer(operationId: OperationId, of: ValueOf): unknown {
  const { path, versions }: Operation = operations[operationId];
  const { reply } = versions[versionsInOrder(versions).at(-1) ?? ""] ?? {};
  return reply && exampleBody(reply, path, { given: (name) => known(of(name)), isAnswer: true });
}

const known = (value: Value | undefined) => (isBlank(value) ? undefined : value);
