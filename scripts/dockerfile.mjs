// Reads a Dockerfile for whoever follows it without an engine: stages, and their steps.
import { parseEnv } from "node:util";
import { DockerfileParser } from "dockerfile-ast";

/**
 * @typedef {object} Step
 * @property {string} keyword Such as COPY.
 * @property {Readonly<Record<string, string>>} flags Such as `from` of COPY.
 * @property {string} text All behind keyword and flags, as one line.
 * @property {readonly string[]} words The words of that, or the items of a list in brackets.
 */
/** @typedef {{ readonly image: string, readonly name: string | undefined, readonly steps: readonly Step[] }} Stage */

/** @param {string} whole @returns {Stage[]} */
export function readDockerfile(whole) {
  /** @type {{ image: string, name: string | undefined, steps: Step[] }[]} */
  const stages = [];
  for (const instruction of DockerfileParser.parse(whole).getInstructions()) {
    const step = readStep(instruction.getKeyword(), instruction.getTextContent());
    const [image = "", as, name] = step.words;
    if (step.keyword === "FROM") stages.push({ image, name: as === undefined ? undefined : name, steps: [] });
    else stages.at(-1)?.steps.push(step);
  }
  return stages;
}

/** @param {string} keyword @param {string} content @returns {Step} */
function readStep(keyword, content) {
  const line = content
    .slice(keyword.length)
    .replace(/\\\r?\n/g, " ")
    .trim();
  const [before = ""] = /^(?:--\S+\s+)*/.exec(line) ?? [];
  const flags = [...before.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name, value]) => [name, value]);
  const text = line.slice(before.length);
  const list = /\[.*\]$/.exec(text)?.[0];
  return {
    keyword,
    flags: Object.fromEntries(flags),
    text,
    words: list === undefined ? text.split(/\s+/) : JSON.parse(list),
  };
}

/** The steps of one kind. @param {Stage} stage @param {string} keyword */
export const stepsOf = ({ steps }, keyword) => steps.filter((step) => step.keyword === keyword);

/** The variables that a stage sets. @param {Stage} stage */
export const variablesOf = (stage) =>
  parseEnv(
    stepsOf(stage, "ENV")
      .flatMap(({ words }) => words)
      .join("\n"),
  );

/**
 * Returns a test of paths: which files of the context the engine is sent.
 * @param {string} ignore Text of .dockerignore: `*`, then what is taken nevertheless.
 */
export function readIgnore(ignore) {
  const lines = ignore.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const [first, ...others] = lines;
  if (first !== "*") throw new Error(".dockerignore does not begin by leaving all out");
  const taken = others.flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
  const endings = others.flatMap((line) => (line.startsWith("**/*") ? [line.slice(4)] : []));
  const unknown = others.filter((line) => !/^(!|\*\*\/\*)/.test(line));
  if (unknown.length > 0) throw new Error(`.dockerignore has lines that are not understood here: ${unknown}`);
  return {
    /** @param {string} path From the root of the context. */
    takes: (path) =>
      taken.some((each) => path === each || path.startsWith(`${each}/`)) &&
      !endings.some((ending) => path.endsWith(ending)),
  };
}
