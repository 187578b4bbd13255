// Lists the versions with a sunset from the table of operations, and counts their operations.
import { versionsInOrder } from "../contract/versions.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";

/** A version of an operation that is removed on a day. */
export interface Ending {
  readonly operation: Operation;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly sunset: string;
  /** Whether the operation has a newer version that stays. */
  readonly goesOn: boolean;
}

/** All that ends, in the order of the table. */
export const endings: readonly Ending[] = Object.values<Operation>(operations).flatMap((operation) => {
  const { versions } = operation;
  const names = versionsInOrder(versions);
  const goesOn = names.some((name) => versions[name]?.sunset === undefined);
  return names.flatMap((version) => {
    const sunset = versions[version]?.sunset;
    return sunset === undefined ? [] : [{ operation, version, sunset, goesOn }];
  });
});

const byOperation = new Map(endings.map((ending) => [ending.operation.id, ending]));

/** The versions of an operation that end. */
export const endingOf = (operationId: string): Ending | undefined => byOperation.get(operationId);

/** The day on which most of them end. */
export const lastDay = "2027-07-01";

const onTheDay = endings.filter(({ sunset }) => sunset === lastDay);

/** How many operations lose a version on 1 July 2027, and what becomes of them. */
export const figures = {
  all: onTheDay.length,
  removed: onTheDay.filter(({ goesOn }) => !goesOn).length,
  goOn: onTheDay.filter(({ goesOn }) => goesOn).length,
};

/** The sentence that explains the number wherever it is shown. */
export const figuresInWords = `On ${lastDay} Atlas ends ${figures.all} operations of the access plane as they are called today: ${figures.removed} are removed, and ${figures.goOn} go on in a newer version only.`;
