// What the console shows of a rehearsal: its clock, requests, faults, mail and snapshots, and people to sign in as.
import type { Controls } from "../controls/controls.ts";
import type { FaultRule, LoggedRequest, SeenMail } from "../controls/seen.ts";
import type { ControlName } from "../controls/snippets.ts";

export type { ControlName, FaultRule, LoggedRequest, SeenMail };

/** The part of the test controls that has a page. */
export type Dev = Omit<Controls, "injector" | "see" | "watch">;
