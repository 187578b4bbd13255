// Pairs things of one world with those of another.
import { grouped } from "../../core/domain/grouped.ts";
import type { SeedGroup, SeedOrg } from "../seed/document.ts";
import type { Identity, Named, Sorted } from "./inventory.ts";
import { type Kinds, nameOf, thingsIn } from "./kinds.ts";
import { groupKinds, orgKinds } from "./tables.ts";

/** Pairs each of `after` with one of `before`: by id, or by name if either has no id. No thing is in two pairs. */
export function pair<Thing extends { readonly id?: string | undefined }>(
  before: readonly Thing[],
  after: readonly Thing[],
  byName: boolean,
  nameOf: (thing: Thing) => string,
): Map<Thing, Thing> {
  const pairs = new Map<Thing, Thing>();
  const left = new Set(before);
  const take = (each: Thing, known: Thing | undefined) => {
    if (known !== undefined && left.delete(known)) pairs.set(each, known);
  };
  const byId = new Map(before.map((each) => [each.id, each]));
  if (!byName) for (const each of after) if (each.id !== undefined) take(each, byId.get(each.id));
  const named = grouped([...left], nameOf);
  for (const each of after.filter((one) => !pairs.has(one))) {
    const mayBe = (known: Thing) => byName || known.id === undefined || each.id === undefined;
    take(
      each,
      named.get(nameOf(each))?.find((known) => left.has(known) && mayBe(known)),
    );
  }
  return pairs;
}

export const givenName = ({ name }: Named): string => name;

/** Gives a thing and its pair in the other world the same key. */
export function identityOf(one: Sorted, other: Sorted, byName: boolean): Identity {
  const groups = pair(one.org.groups ?? [], other.org.groups ?? [], byName, givenName);
  const pairs = new Map<object, object>([
    ...groups,
    ...pair(one.org.teams ?? [], other.org.teams ?? [], byName, givenName),
    ...pair(one.apiKeys, other.apiKeys, byName, givenName),
    ...pair(one.serviceAccounts, other.serviceAccounts, byName, givenName),
    ...pairsIn<SeedOrg>(orgKinds, one.org, other.org, byName),
    ...[...groups].flatMap(([after, before]) => pairsIn<SeedGroup>(groupKinds, before, after, byName)),
  ]);
  const keys = new Map<object, string>();
  return {
    keyOf(thing) {
      const known = pairs.get(thing) ?? thing;
      const key = keys.get(known) ?? String(keys.size);
      keys.set(known, key);
      return key;
    },
    nameOf: (thing) => ((pairs.get(thing) as Named | undefined) ?? thing).name,
  };
}

const pairsIn = <Scope>(kinds: Kinds<Scope>, before: Scope, after: Scope, byName: boolean) =>
  Object.entries(kinds).flatMap(([name, kind]) => {
    if (!kind.isPaired) return [];
    const of = (scope: Scope): readonly { readonly id?: string }[] => thingsIn(kind, name, scope);
    return [...pair(of(before), of(after), byName, (thing) => nameOf(kind, thing))];
  });
