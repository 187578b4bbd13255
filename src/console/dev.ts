// The parts of a rehearsal that the console shows: its clock, requests, faults, mail and snapshots, and the people to sign in
// as.
import type { Controls } from "../testing/controls/controls.ts";
import type { FaultRule, LoggedRequest, SeenMail } from "../testing/controls/seen.ts";
import type { ControlName } from "../testing/controls/snippets.ts";

export type { ControlName, FaultRule, LoggedRequest, SeenMail };

/** The part of the test controls that has a page. */
export type Dev = Omit<Controls, "injector" | "see" | "watch">;
