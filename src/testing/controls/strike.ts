// Shows the members of a body or a query that the schemas of its operation have, and do not mark as secret.
import type { TSchema } from "typebox";
import { struckOut } from "../../core/domain/deprecated-call.ts";
import type { Operation } from "../../core/operations/operation.ts";

/** The parts of a schema that are read here. */
interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly isSecret?: boolean;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

export type Described = Pick<Operation, "body" | "query" | "versions">;

/** Returns each alternative separately. */
const alternatives = (shape: Shape): Shape[] => {
  const within = [...(shape.anyOf ?? []), ...(shape.allOf ?? []), ...(shape.oneOf ?? [])];
  const outer = shape.isSecret ? { isSecret: true } : {};
  return [shape, ...within.flatMap((each) => alternatives({ ...each, ...outer }))];
};

const isKnownText = ({ type, enum: choices, const: only }: Shape): boolean =>
  type === "string" || choices !== undefined || only !== undefined;

const memberOf = ({ properties = {}, additionalProperties }: Shape, name: string): Shape[] => {
  const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
  return typeof own === "object" ? [own] : [];
};

/** Masks all texts and numbers of a value that no schema has, or that one marks as secret. */
function strike(value: unknown, shapes: readonly Shape[]): unknown {
  const all = shapes.flatMap(alternatives);
  if (value === null || typeof value === "boolean") return value;
  if (all.some(({ isSecret }) => isSecret)) return struckOut;
  if (typeof value === "string") return all.some(isKnownText) ? value : struckOut;
  if (typeof value === "number") return all.length > 0 ? value : struckOut;
  if (Array.isArray(value)) {
    const items = all.flatMap(({ items: each }) => (each === undefined ? [] : [each]));
    return value.map((each) => strike(each, items));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [
      name,
      strike(
        each,
        all.flatMap((shape) => memberOf(shape, name)),
      ),
    ]),
  );
}

const shapesOf = (schemas: readonly (TSchema | undefined)[]): Shape[] =>
  schemas.flatMap((each) => (each === undefined ? [] : [each as Shape]));

const bodiesOf = (operation: Described | undefined): Shape[] =>
  shapesOf([operation?.body, ...Object.values(operation?.versions ?? {}).map(({ body }) => body)]);

export const strikeSent = (value: unknown, operation: Described | undefined): unknown =>
  strike(value, bodiesOf(operation));

const repliesOf = (operation: Described | undefined): Shape[] =>
  shapesOf(Object.values(operation?.versions ?? {}).map((version) => version?.reply));

/** Masks an answer, alone or in an envelope. */
export function strikeAnswered(value: unknown, operation: Described | undefined): unknown {
  const replies = repliesOf(operation);
  const status: Shape = { type: "integer" };
  const envelopes = replies.map((content): Shape => ({ properties: { content, status } }));
  return strike(value, [...replies, ...envelopes, { properties: { status } }]);
}

const secretive = new WeakMap<object, boolean>();

/** Reports whether a schema of its answers marks a secret; answers have no other members. */
export function answersSecrets(operation: Described): boolean {
  let known = secretive.get(operation);
  if (known === undefined) {
    known = repliesOf(operation).some((reply) => marksSecret(reply));
    secretive.set(operation, known);
  }
  return known;
}

/** Reports whether a schema marks a secret; some schemas contain themselves. */
function marksSecret(shape: unknown, seen = new Set<object>()): boolean {
  if (typeof shape !== "object" || shape === null || seen.has(shape)) return false;
  seen.add(shape);
  return (shape as Shape).isSecret === true || Object.values(shape).some((each) => marksSecret(each, seen));
}

const ofEvery = ["envelope", "pretty"];

/** Masks the values of query parameters that the operation does not have. */
export function strikeQuery(search: string, operation: Described | undefined): string {
  const known = new Set([...ofEvery, ...Object.keys(operation?.query ?? {})]);
  return search
    .split("&")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return value.length === 0 || known.has(name) ? pair : `${name}=${struckOut}`;
    })
    .join("&");
}
