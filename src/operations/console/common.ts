// What the acts of the console have in common: operations that only its pages perform, in the same pipeline as all others.
import Type from "typebox";
import { consoleSets } from "../../contract/limits.ts";

const versions = { "2026-11-01": { reply: Type.Unknown() } } as const;

/** No path leads to an act from outside; the name stands where others have their path. */
const shared = {
  surface: "console",
  path: "/console",
  tag: "Console",
  limit: consoleSets.acts,
  versions,
} as const;

export const act = { ...shared, method: "POST" } as const;
export const look = { ...shared, method: "GET" } as const;

/** Pages take the value of an act as it is. */
export const asIs = { "2026-11-01": (value: unknown) => value ?? {} };
