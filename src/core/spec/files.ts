// Reads the files of `spec/`. The bundle has a module with their texts instead.
import { readFileSync } from "node:fs";
import type { Grade } from "../contract/grade.ts";
import type { AtlasForm, OperationForm } from "./form.ts";
import type { Patches } from "./patch.ts";
import { endingsIn } from "./sunsets.ts";
import type { Words } from "./words.ts";

interface Files {
  readonly atlas: AtlasForm;
  readonly patches: Patches;
  readonly words: Words;
  /** The grades of operations by their ids; one that is not named is `declared`. */
  readonly grades: Readonly<Record<string, Grade>>;
}

/**
 * Reads one of the files, for scripts and tests. The module of the bundle replaces this one, and has only parts of the files.
 */
export const readSpec = <Name extends keyof Files>(name: Name): Files[Name] =>
  JSON.parse(readFileSync(new URL(`../../../spec/${name}.json`, import.meta.url), "utf8"));

const { month, operations, parameters, types } = readSpec("atlas");
const patches = readSpec("patches");
const words = readSpec("words");

/** The part of the document that a server needs to start: calls, parameters, versions, and their patches and words. */
export const calls = {
  month,
  /** The ends of operations that are not here; those of the others are in `operations`. */
  endings: endingsIn(operations),
  operations,
  parameters,
  grades: readSpec("grades"),
  patches: { operations: patches.operations, parameters: patches.parameters, endings: patches.endings },
  words: {
    kinds: words.kinds,
    operations: words.operations,
    parameters: words.parameters,
    parameterExamples: words.parameterExamples,
  },
};

/**
 * Returns the operations that Atlas publishes, among them those that are not here; the bundle has these alone, without their
 * answers, in a file of its own that is read for the first request for one of them.
 */
export const gaps = (): Readonly<Record<string, OperationForm>> => operations;

/** Returns the types of bodies, which are loaded when the first is used. */
export const bodies = () => ({
  types,
  patches: patches.types,
  words: words.types,
  wordsOfMembers: words.members,
  examples: words.examples,
});
