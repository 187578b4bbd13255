// Pairs things of one world with those of another.
import { nameOfAccess } from "./group-settings.ts";
import type { Identity, Named, Sorted } from "./inventory.ts";

/** Each of `after` that is one of `before`: by its id, or by its name where either has no id. No two are the same one. */
export function pair<Thing extends { readonly id?: string | undefined }>(
  before: readonly Thing[],
  after: readonly Thing[],
  byName: boolean,
  nameOf: (thing: Thing) => string,
): Map<Thing, Thing> {
  const pairs = new Map<Thing, Thing>();
  const byId = new Map(before.filter(({ id }) => id !== undefined).map((each) => [each.id, each]));
  const left = new Set(before);
  const take = (each: Thing, known: Thing | undefined) => {
    if (known === undefined || !left.delete(known)) return;
    pairs.set(each, known);
  };
  if (!byName) for (const each of after) if (each.id !== undefined) take(each, byId.get(each.id));
  const named = new Map<string, Thing[]>();
  for (const each of left) named.set(nameOf(each), [...(named.get(nameOf(each)) ?? []), each]);
  for (const each of after) {
    if (pairs.has(each)) continue;
    take(
      each,
      named
        .get(nameOf(each))
        ?.find((known) => left.has(known) && (byName || known.id === undefined || each.id === undefined)),
    );
  }
  return pairs;
}

export const givenName = ({ name }: Named): string => name;

/** Gives a thing and its pair in the other world the same key. */
export function identityOf(one: Sorted, other: Sorted, byName: boolean): Identity {
  type List<Thing> = (sorted: Sorted) => readonly Thing[] | undefined;
  const paired = <Thing extends { readonly id?: string | undefined }>(
    list: List<Thing>,
    name: (thing: Thing) => string,
  ) => pair(list(one) ?? [], list(other) ?? [], byName, name);
  const groups = paired(({ org }) => org.groups, givenName);
  const inGroups = [...groups].flatMap(([after, before]) => [
    ...pair(before.alertConfigs ?? [], after.alertConfigs ?? [], byName, (each) => each.eventTypeName),
    ...pair(before.cloudProviderAccess ?? [], after.cloudProviderAccess ?? [], byName, nameOfAccess),
  ]);
  const pairs = new Map<object, object>([
    ...groups,
    ...paired(({ org }) => org.teams, givenName),
    ...paired(({ keys }) => keys, givenName),
    ...paired(({ accounts }) => accounts, givenName),
    ...paired(({ org }) => org.resourcePolicies, givenName),
    ...paired(
      ({ org }) => (org.federation === undefined ? [] : [org.federation]),
      () => "",
    ),
    ...paired(
      ({ org }) => org.federation?.identityProviders,
      (each) => each.displayName,
    ),
    ...paired(
      ({ org }) => org.federation?.roleMappings,
      (each) => each.externalGroupName,
    ),
    ...inGroups,
  ]);
  const keys = new Map<object, string>();
  const keyOf = (thing: object) => {
    const known = pairs.get(thing) ?? thing;
    const key = keys.get(known) ?? String(keys.size);
    keys.set(known, key);
    return key;
  };
  const identify = (thing: Named) => ({
    key: keyOf(thing),
    name: ((pairs.get(thing) as Named | undefined) ?? thing).name,
  });
  return { identify, keyOf };
}
