// The members of an answer that a seed has, in a fixed order.
import { isDeepStrictEqual } from "node:util";
import { describeSeeds } from "../seed/schema.ts";

/** The part of a JSON Schema that lists the members. */
export interface Form {
  readonly type?: string;
  readonly minimum?: number;
  /** True for a secret. */
  readonly writeOnly?: boolean;
  readonly properties?: Readonly<Record<string, Form>>;
  readonly required?: readonly string[];
  readonly items?: Form;
}

export interface Fitting {
  /** The members that come first, at any depth; the others follow in alphabetical order. */
  readonly order?: readonly string[];
  /** The values that a seed leaves out, at any depth; a comparison uses them for absent members. */
  readonly defaults?: Readonly<Record<string, unknown>>;
}

let definitions: Form | undefined;

/** Returns the form of seeds at the path, such as `SeedGroup`, `alertConfigs`; of a list, that of its items. */
export function formOf(path: readonly string[]): Form {
  definitions ??= { properties: describeSeeds().$defs as NonNullable<Form["properties"]> };
  return path.reduce<Form>((form, name) => {
    const member = form.properties?.[name] ?? {};
    return member.items ?? member;
  }, definitions);
}

/** Compares by code units: the same on every machine, whatever its language. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const inOrderOf = <T>(list: readonly T[], by: (each: T) => string): T[] =>
  [...list].sort((a, b) => compareTexts(by(a), by(b)));

export const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  (typeof value === "object" && Object.keys(value).length === 0);

export const withoutEmpty = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));

/** Keeps the members that the form has, without those with default values, and without empty ones that a seed need not have. */
export function fit(form: Form, answer: unknown, fitting: Fitting): unknown {
  if (Array.isArray(answer)) return answer.map((each) => fit(form.items ?? form, each, fitting));
  if (form.properties === undefined || isEmpty(answer)) return answer;
  const { order = [], defaults = {} } = fitting;
  const { required = [] } = form;
  const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const given = answer as Readonly<Record<string, unknown>>;
  const kept = Object.entries(form.properties)
    .map(([name, member]) => [name, fit(member, given[name], fitting)] as const)
    .filter(([name, value]) => {
      const isKept = required.includes(name) ? (value ?? null) !== null : !isEmpty(value);
      return isKept && !isDeepStrictEqual(value, defaults[name]);
    });
  return Object.fromEntries(
    kept.sort(([one], [other]) => placeOf(one) - placeOf(other) || compareTexts(one, other)),
  );
}
