// What the console shows of a rehearsal: captured mail, the clock, calls that will be removed, and people to sign in as.
import type { Controls } from "../controls/controls.ts";
import type { SeenMail } from "../controls/seen.ts";

export type { SeenMail };

/** The part of the test controls that has a page. */
export type Dev = Pick<Controls, "clock" | "deprecations" | "mail" | "signIn">;
