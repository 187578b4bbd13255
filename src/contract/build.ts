// The release in the form in which real Atlas shows its build.
import { createHash } from "node:crypto";
import { version } from "./release.ts";

/** Forty hexadecimal digits, the form real Atlas uses for its build; here they follow from the version. */
export const build = createHash("sha1").update(`anteroom ${version}`).digest("hex");
