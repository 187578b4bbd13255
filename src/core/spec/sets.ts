// Lists of a value that its schema declares as sets (uniqueItems).
import { withoutRepeats } from "../domain/repeats.ts";
import { changeWithin } from "./within.ts";

/** Returns a value whose sets have each item once. A list is a set if any alternative of its schema declares it as one. */
export const keepSets = <Value>(value: Value, schema: object) =>
  changeWithin(value, schema, (part, shapes) =>
    Array.isArray(part) && shapes.some(({ uniqueItems }) => uniqueItems) ? withoutRepeats(part) : part,
  );
