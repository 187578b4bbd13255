// The kinds of things that an organization or a project has, from the table of operations: a list with what is below it, or one
// thing that can be changed.
import { operations } from "../../atlas/index.ts";
import { decodePercent } from "../../core/contract/http-syntax.ts";
import type { Operation } from "../../core/operations/operation.ts";

export interface Kind {
  /** The operation that lists the things, or shows the only one. */
  readonly read: Operation;
  /** The operation that shows one thing of a list; undefined if there is no list. */
  readonly item: Operation | undefined;
}

const table: readonly Operation[] = Object.values(operations);
const reads = table.filter(({ method }) => method === "GET");
const provider = "{cloudProvider}";

export const isThing = ({ path }: Operation): boolean => path.endsWith("}");

const things = reads.filter(isThing).map((read) => ({ read, item: undefined }));

/** Reports whether an operation shows one thing of a list: `processor/{processorName}` is one of `processors`, for example. */
const isOneOf = (list: Operation, one: Operation): boolean =>
  isThing(one) && [list.path, list.path.replace(/s$/, "")].includes(one.path.replace(/\/[^/]*$/, ""));

function findKinds(): Kind[] {
  return reads.flatMap((read) => {
    if (isThing(read)) return [];
    const item = reads.find((one) => isOneOf(read, one));
    const isKept = item !== undefined || table.some((each) => each.path === read.path && each !== read);
    return isKept ? [{ read, item }] : [];
  });
}

let found: readonly Kind[] | undefined;

/** Returns all kinds, which are found when they are first needed. */
export const allKinds = (): readonly Kind[] => (found ??= findKinds());

/** Returns the values of a parameter that has only these. */
export const choicesOf = (schema: object | undefined) =>
  (schema as { enum?: readonly string[] } | undefined)?.enum;

/** Returns the kinds directly below a path, with the rest of theirs: one for each cloud provider that the rest can name. */
export const kindsBelow = (path: string) =>
  allKinds()
    .filter(({ read }) => read.path.startsWith(`${path}/`))
    .flatMap((kind) => {
      const rest = kind.read.path.slice(path.length);
      const names = rest.includes(provider) ? choicesOf(kind.read.params.cloudProvider) : undefined;
      return (names ?? [""]).map((name) => ({ kind, name, rest: rest.replace(provider, name) }));
    })
    .filter(({ rest }) => !rest.includes("{"));

/** A kind, or one thing of it, at an address. */
export interface Place extends Kind {
  /** The parameters of the path. */
  readonly given: Readonly<Record<string, string>>;
}

/** Returns the place at a path of the API; a kind comes before a thing, whose name could be anything. */
export function placeAt(path: string): Place | undefined {
  for (const kind of [...allKinds(), ...things]) {
    // Addresses of things have the path of their list, although that of the thing may have the singular.
    const plural = kind.read.path.replace(/(\/\{\w+\})$/, "s?$1");
    const pattern = plural.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    const fit = new RegExp(`^${pattern}$`).exec(path);
    const given = Object.entries(fit?.groups ?? {}).map(([name, text]) => [name, decodePercent(text)]);
    if (fit !== null) return { ...kind, given: Object.fromEntries(given) };
  }
  return undefined;
}

/** Returns the operation that deletes a thing, or the only one of a kind; its path may name the provider besides. */
export const removalOf = ({ path }: Operation): Operation | undefined =>
  table.find((each) => each.method === "DELETE" && [each.path, withoutProvider(each)].includes(path));

const withoutProvider = ({ path }: Operation) => path.replace(/\/\{cloudProvider\}(?=\/\{\w+\}$)/, "");

/** Returns the part of the path between a thing and those below it that no list has: the thing itself names them. */
export const unlistedBelow = (path: string): string | undefined =>
  things
    .filter(({ read }) => !allKinds().some(({ item }) => item === read))
    .map(({ read }) => /^(.+\})(\/\w+)\/\{\w+\}$/.exec(read.path))
    .find((fit) => fit?.[1] === path)?.[2];
