// What each language has to say: what English says.
import type { en } from "./en.ts";

export type Words = typeof en;
