// What the console shows of a rehearsal: captured mail, the clock, and calls that will be removed.
import type { Controls, SeenMail } from "../controls/controls.ts";

export type { SeenMail };

/** The part of the test controls that has a page. */
export type Dev = Pick<Controls, "clock" | "deprecations" | "mail">;
