// Writes the endings of Terraform types, a line or row for each: what to do, and where it was seen.

import { endingOf } from "../../atlas/endings.ts";
import { terraformTypeOf } from "../../core/domain/client.ts";
import type { ShownCalls } from "../../core/domain/deprecated-call.ts";
import { type EndingType, endingTypesOf, endOf, type Place } from "./terraform-endings.ts";

/** Returns the types of calls that name them, and of a configuration or state. */
export const typesIn = (calls: readonly ShownCalls[], places: readonly Place[] = []): EndingType[] =>
  endingTypesOf(
    calls.flatMap(({ client, count, gone, operationId, example }) => {
      const type = terraformTypeOf(client);
      const sunset = endingOf(operationId, example.version)?.sunset;
      return type === "" ? [] : [{ type, count, gone, sunset }];
    }),
    places,
  );

const linesOf = ({ places }: EndingType): string[] =>
  places.map(({ address, file, line }) => `${file}${line === null ? "" : `:${line}`} ${address}`);

const callsOf = ({ calls, gone }: EndingType): string =>
  calls === 0 ? "" : `${calls} call${calls === 1 ? "" : "s"}${gone === 0 ? "" : `, ${gone} answered 410`}`;

export const writeTypes = (types: readonly EndingType[]): string =>
  types
    .flatMap((each) => [
      `${each.type}${each.calls === 0 ? "" : ` (${callsOf(each)})`} ${endOf(each)}. ${each.todo} ${each.guide}`,
      ...linesOf(each).map((line) => `  ${line}`),
    ])
    .join("\n");

/** Returns the cells of the table of endings, row by row. */
export const rowsOf = (types: readonly EndingType[]): string[][] =>
  types.map((each) => [
    each.type,
    [callsOf(each), ...linesOf(each)].filter(Boolean).join(", "),
    each.sunset ?? "has ended",
    each.todo,
    each.guide,
  ]);

export const heads = ["Type of Terraform", "Seen", "Ends", "What to do", "Guide"];

export function summaryOfPlaces(places: readonly Place[]): string {
  const types = typesIn([], places);
  const addresses = types.reduce((sum, each) => sum + each.places.length, 0);
  return addresses === 0
    ? "Nothing in what was read is of a type of Terraform's provider that ends."
    : `${addresses} address${addresses === 1 ? "" : "es"} of ${types.length} type${types.length === 1 ? "" : "s"} that end.`;
}
