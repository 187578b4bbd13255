// What `import { createAnteroom } from "anteroom"` gets: the bundle, without Node first looking through it for names.
import { createRequire } from "node:module";

const bundle: typeof import("./program.ts") = createRequire(import.meta.url)("./program.cjs");
export const { createAnteroom } = bundle;
