// How a set of rate limits looks.
import { refillPeriodSeconds } from "../../contract/limits.ts";
import type { EndpointSet } from "../operation.ts";
import { idOf } from "./common.ts";

/** A set, and whether the query names one project, organization, user or address. */
export interface Inspected {
  readonly set: EndpointSet;
  readonly isOfOne: boolean;
}

/** No one has custom limits here, so each value is the default. */
export function showSet({ set, isOfOne }: Inspected) {
  const show = (value: number) => (isOfOne ? { defaultValue: value, value } : { value });
  return {
    capacity: show(set.capacity),
    endpointSetId: idOf(set),
    endpointSetName: set.title,
    endpoints: set.endpoints.map(({ method, path }) => ({ method, path })),
    refillDurationSeconds: show(refillPeriodSeconds),
    refillRate: show(set.refill),
    scope: set.scope,
  };
}
