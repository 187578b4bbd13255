// A kind of thing that an organization or a project keeps is a row: how it is read, written as a seed and compared is derived
// from it.
import type { AtlasClient } from "../../client/client.ts";
import { manifest } from "../../client/manifest.ts";
import type { OperationId } from "../../client/types.ts";
import type { SeedGroup, SeedOrg } from "../seed/document.ts";
import { namesOfCreation } from "../seed/kinds.ts";
import { type Fitting, fit, formOf, inOrderOf, withoutEmpty } from "./form.ts";
import type { Noun, Thing } from "./item.ts";
import type { AskPage, PartsReader } from "./parts.ts";

/** The names of the teams and projects that things refer to. */
export interface Names {
  team(given: string): string;
  projectRoles(assignments: readonly Assignment[] | undefined): string[];
}

export interface Assignment {
  readonly group?: string | undefined;
  readonly groupId?: string | undefined;
  readonly roles: readonly string[];
}

/** The means of reading the things of a scope. */
export interface Reading {
  readonly reader: PartsReader;
  readonly client: AtlasClient;
  /** The path parameters of its operations. */
  readonly params: Readonly<Record<string, string>>;
  /** The prefix of the names of its parts, such as `groups.32b6e34b3d91647abb20e7b8.`. */
  readonly prefix: string;
}

/** The functions of a listing: methods, so that a table may have several kinds. */
type Listing<Seed> = { of(seed: Seed, names: Names): readonly string[] }["of"];
type Text<Item> = { of(item: Item, names: Names): string }["of"];
type Texts<Seed> = { readonly [Name in keyof Seed]?: Text<ItemOf<NonNullable<Seed[Name]>>> };

export interface Kind<Scope, Seed> extends Fitting {
  /** The operation that lists them, or shows the only one. */
  readonly list?: OperationId;
  /** The members of the answer that are the lists, if it is not itself a list. */
  readonly within?: readonly string[];
  /** Reads the things, if that takes more than one operation. */
  read?(reading: Reading): Promise<unknown>;
  /** Returns the members of an answer for a seed; those that its form has if absent. */
  keep?(answer: never, fitted: (answer: object) => object): unknown;
  /** Returns the text by which a list is sorted in a seed; the name if absent. */
  key?(seed: Seed): string;
  /** Sorts a list in an order that a seed accepts, and leaves out what goes with nothing else that was read. */
  arrange?(seeds: readonly Seed[], read: Partial<SeedGroup>): readonly Seed[];

  /** The noun; absent if it is not compared separately. */
  readonly noun?: Noun;
  /** Returns its name; its member `name` if absent, or a constant if there is only one. */
  name?(seed: Seed, scope?: Scope): string;
  /** True if things with the same id are the same; others are known by their names. */
  readonly isPaired?: true;
  /** Lists the things to compare; those that the scope has under the name of the kind if absent. */
  things?(scope: Scope): readonly Seed[];
  /** Returns the part that it was read from; the name of the kind if absent. */
  part?(seed: Seed): string;
  /** The members that are lists, compared item by item, with the text of each item. */
  readonly texts?: Texts<Seed>;
  /** Other lists that are compared in the same way, by the name of the property. */
  readonly lists?: Readonly<Record<string, Listing<Seed>>>;
  /** The members that are not compared as values: those that name it, and secrets. */
  readonly ignored?: readonly string[];
  /** Returns its values; all members that are neither ignored nor lists if absent. */
  values?(seed: Seed): object;
}

type AnyKind = Kind<never, object>;
export type Kinds<Scope> = Readonly<Record<string, Kind<Scope, object>>>;

type Rows<Scope> = { readonly [Name in keyof Scope]?: Kind<Scope, ItemOf<NonNullable<Scope[Name]>>> };
type ItemOf<T> = T extends readonly (infer Item)[] ? Item : T;
export type GroupKinds = Rows<SeedGroup>;
export type OrgKinds = Rows<SeedOrg>;

/**
 * Reads all kinds, one after the other; null or undefined for a missing or unreadable one. `path` is where the form of seeds
 * has them.
 */
export async function readKinds<Scope>(kinds: Kinds<Scope>, path: readonly string[], reading: Reading) {
  const read: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(kinds)) {
    if (kind.read !== undefined) read[name] = await kind.read(reading);
    else if (kind.list !== undefined) read[name] = await readKind(kind, kind.list, [...path, name], reading);
  }
  return read;
}

/** Reads a kind by its operation; what is kept as null is left out of lists. */
export async function readKind(
  kind: AnyKind,
  list: OperationId,
  path: readonly string[],
  { reader, client, params, prefix }: Reading,
): Promise<unknown> {
  const part = `${prefix}${path.at(-1)}`;
  const keep = keeperOf(kind, path);
  const ask = client[list].bind(client) as (input: object) => Promise<object>;
  const isPaged = manifest[list].query.includes("pageNum");
  const read = isPaged
    ? await reader.list(part, ((page) => ask({ ...params, ...page })) as AskPage<object>, keep)
    : await reader.one(part, async () => {
        const answer = (await ask(params)) as Readonly<Record<string, readonly object[]>>;
        const found = kind.within?.flatMap((name) => answer[name] ?? []) ?? answer;
        return Array.isArray(found) ? found.map(keep) : keep(found);
      });
  return Array.isArray(read) ? read.filter((each) => each !== null) : read;
}

/** Returns when a thing was made, under the name that seeds have for it. */
export function creationIn(answer: object): object {
  const given = answer as Readonly<Record<string, unknown>>;
  const name = namesOfCreation.find((each) => given[each] !== undefined);
  return name === undefined ? {} : { createdAt: given[name] };
}

/** Returns a function that makes a part of a seed from an answer; `path` is where the form of seeds has it. */
const keeperOf = (kind: AnyKind, path: readonly string[]) => {
  const fitted = (answer: object) => fit(formOf(path), { ...creationIn(answer), ...answer }, kind) as object;
  return (answer: object): unknown => (kind.keep ? kind.keep(answer as never, fitted) : fitted(answer));
};

/** Returns the members of a seed for the read parts: lists in their order, and nothing empty. */
export function composeKinds<Scope>(kinds: Kinds<Scope>, read: Readonly<Record<string, unknown>>): Scope {
  const composed = Object.entries(kinds).map(([name, kind]) => {
    const kept = read[name];
    if (!Array.isArray(kept)) return [name, kept] as const;
    const ordered = inOrderOf(kept, kind.key ?? ((seed) => nameOf(kind, seed)));
    return [name, kind.arrange?.(ordered, read) ?? ordered] as const;
  });
  return withoutEmpty(Object.fromEntries(composed)) as Scope;
}

/** Returns the name of a thing of a kind. */
export const nameOf = <Scope>(kind: Kind<Scope, object>, seed: object, scope?: Scope): string =>
  kind.name?.(seed, scope) ?? (seed as { readonly name?: string }).name ?? "of the project";

/** Lists the things of a kind in a scope. */
export function thingsIn<Scope>(kind: Kind<Scope, object>, name: string, scope: Scope): readonly object[] {
  if (kind.things !== undefined) return kind.things(scope);
  const given = scope[name as keyof Scope] ?? [];
  return Array.isArray(given) ? given : [given];
}

/** Lists all things of a scope as they are compared. */
export const thingsOf = <Scope>(
  kinds: Kinds<Scope>,
  scope: Scope,
  { prefix, names }: { readonly prefix: string; readonly names: Names },
): Thing[] =>
  Object.entries(kinds).flatMap(([name, kind]) => {
    const { noun, isPaired } = kind;
    if (noun === undefined) return [];
    return thingsIn(kind, name, scope).map((seed) => ({
      noun,
      name: nameOf(kind, seed, scope),
      part: `${prefix}${kind.part?.(seed) ?? name}`,
      ...(isPaired && { of: seed }),
      lists: listsOf(kind, seed, names),
      values: withoutEmpty(kind.values?.(seed) ?? valuesOf(kind, seed)),
    }));
  });

function listsOf({ lists = {}, texts = {} }: Kind<never, object>, seed: object, names: Names) {
  const given = seed as Readonly<Record<string, readonly never[] | undefined>>;
  const listed = Object.entries(texts as Readonly<Record<string, Text<never>>>).map(([property, text]) => [
    property,
    (given[property] ?? []).map((item) => text(item, names)).sort(),
  ]);
  const others = Object.entries(lists).map(([property, of]) => [property, of(seed, names)]);
  return Object.fromEntries([...others, ...listed]);
}

/** Returns the members that are compared as values, or their defaults. */
export function valuesOf({ defaults = {}, ignored = [], lists = {}, texts = {} }: AnyKind, seed: object) {
  const absent = Object.entries(defaults).filter(([name]) => !(name in seed));
  const values = [...Object.entries(seed), ...absent];
  return Object.fromEntries(
    values.filter(([name]) => !ignored.includes(name) && !(name in lists) && !(name in texts)),
  );
}
