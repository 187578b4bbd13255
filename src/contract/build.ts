// The release, in the two forms in which it is shown.
import { createHash } from "node:crypto";

export const version = "0.1.0";

/** Forty hexadecimal digits, the form real Atlas uses for its build; here they follow from the version. */
export const build = createHash("sha1").update(`anteroom ${version}`).digest("hex");
