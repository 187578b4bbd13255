// The members of seeds that say what a server made of things.
import { kindsOfGroup, type SeedKind } from "../../src/testing/seed/kinds.ts";

const kinds: readonly SeedKind[] = Object.values(kindsOfGroup);
const made = kinds.flatMap((kind) => kind.made ?? []);
const names = new Set([...made, "createdAt", "lastModifiedDate", "shards"]);

/** Leaves out what a server made, at any depth, and other members. */
export const withoutMade = <Value>(value: Value, ...others: readonly string[]): Value =>
  JSON.parse(
    JSON.stringify(value ?? null, (name, each) =>
      names.has(name) || others.includes(name) ? undefined : each,
    ),
  );
