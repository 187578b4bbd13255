// The controls as programs see them, and how one is called by its name in the table.
import { showCalls } from "../../core/domain/deprecated-call.ts";
import { movesOf } from "../../july/report/version-1.ts";
import { findingsOf } from "../../july/report/write-report.ts";
import type { Controlled } from "./controlled.ts";
import type { Controls } from "./controls.ts";
import type { ControlName } from "./list.ts";

export const membersOf = (controls: Controls): Controlled => ({
  clock: {
    now: controls.clock.now,
    set: controls.clock.set,
    advance: (duration) => controls.clock.set({ advance: duration }),
  },
  faults: controls.faults,
  invites: {
    accept: (idOrAddress, place) => controls.endInvite("accept", idOrAddress, place),
    decline: (idOrAddress, place) => controls.endInvite("decline", idOrAddress, place),
    expire: (idOrAddress, place) => controls.endInvite("expire", idOrAddress, place),
  },
  alerts: controls.alerts,
  clusters: controls.clusters,
  explain: controls.explain,
  whoCan: controls.whoCan,
  reset: controls.reset,
  snapshot: controls.snapshot,
  mail: { list: controls.mail },
  requests: { list: controls.requests },
  missing: { list: controls.missing },
  deprecations: {
    list: async () => {
      const counted = (await controls.deprecations()).map(showCalls);
      return [...findingsOf(counted), ...movesOf(counted)];
    },
  },
});

type Members = Readonly<Record<string, unknown>>;

/** Calls the member of a dotted name with the values of its path, then its body. */
export function call(members: Controlled, name: ControlName, given: readonly unknown[]): unknown {
  const [noun = "", verb = noun] = name.split(".");
  const holder = (verb === noun ? members : (members as unknown as Members)[noun]) as Record<
    string,
    (...all: readonly unknown[]) => unknown
  >;
  return holder[verb]?.(...given);
}
