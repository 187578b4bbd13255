// The places of a store's connections, and the askers that take turns at them.
import { type Asker as AnyAsker, type PlaceLimits, Places } from "../turns.ts";
import { abandoned, overrun, StoreOutage, taken } from "./outages.ts";

/**
 * The asker of a unit of work. Its share is the id of an organization or a person, or the address of a stranger, who shares
 * that of the wide network.
 */
export type Asker = AnyAsker;

/** The asker of background work: it takes turns on a connection of its own. */
export const inBackground: Asker = { share: "" };
/** The asker of requests without a known caller. */
export const nobody: Asker = { share: "" };

const refusals = {
  crowded: () => new StoreOutage(overrun),
  late: () => new StoreOutage(taken, { message: "no connection to the database was free in time" }),
  gone: () => new StoreOutage(abandoned),
};

export const openPlaces = (limits: Omit<PlaceLimits, "refusal">): Places =>
  new Places({ ...limits, refusal: (why) => refusals[why]() });
