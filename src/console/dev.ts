// What the console shows of a rehearsal: captured mail, the clock, and calls that will be removed.
import type { Controls } from "../controls/controls.ts";
import type { SeenMail } from "../controls/seen.ts";

export type { SeenMail };

/** The part of the test controls that has a page. */
export type Dev = Pick<Controls, "clock" | "deprecations" | "mail">;
