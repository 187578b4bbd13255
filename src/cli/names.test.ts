// Tests that the short names stand for operations, and that no tag has a name twice.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../atlas/index.ts";
import { commandName } from "../core/contract/command-names.ts";
import type { Operation } from "../core/operations/operation.ts";
import { byTagName } from "./operation-help.ts";

const shortNames = (operations: readonly Operation[]): string[] =>
  operations.map(commandName).filter((name, index) => name !== operations[index]?.id);

test("34 operations of the access plane and 4 neighbours have a short name, as in the atlas CLI", () => {
  const all = Object.values<Operation>(operations);
  equal(shortNames(all.filter(({ neighbour }) => !neighbour)).length, 34);
  const ofNeighbours = shortNames(all.filter(({ neighbour }) => neighbour));
  deepEqual(ofNeighbours.toSorted(), [
    "disableManagedSlowMs",
    "enableManagedSlowMs",
    "getManagedSlowMs",
    "listClusters",
  ]);
});

test("within a tag, names and aliases are all different, and in order", () => {
  for (const [tag, ofTag] of byTagName(Object.values(operations))) {
    const names = ofTag.map(commandName);
    deepEqual(names, names.toSorted(), tag);
    const all = [...names, ...ofTag.map(({ id }) => id).filter((id) => !names.includes(id))];
    const expected = ofTag.length + ofTag.filter((each) => commandName(each) !== each.id).length;
    equal(new Set(all).size, expected, tag);
  }
});
