// Reads inputs from the runner of GitHub Actions and writes outputs to it. An action has no packages of its own unless they are
// committed with it, so this replaces `@actions/core`.
import { appendFileSync } from "node:fs";

/** A variable that every runner sets. @param {string} name */
export function given(name) {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: this runs in a job of GitHub Actions`);
  return value;
}

/** Returns an input of the workflow, given under `with`; "" if it is missing. @param {string} name */
export const inputOf = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? "").trim();

/** @param {string} file @param {Readonly<Record<string, string | undefined>>} values */
function append(file, values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (/[\r\n]/.test(value)) throw new Error(`${name} has more than one line`);
    appendFileSync(given(file), `${name}=${value}\n`);
  }
}

/** Sets outputs, for steps that name this one by its id. @param {Readonly<Record<string, string | undefined>>} values */
export const setOutputs = (values) => append("GITHUB_OUTPUT", values);
/** Variables of all later steps. @param {Readonly<Record<string, string | undefined>>} values */
export const setVariables = (values) => append("GITHUB_ENV", values);
/**
 * Keeps values for the part of this action that runs after the job.
 * @param {Readonly<Record<string, string | undefined>>} values
 */
export const setState = (values) => append("GITHUB_STATE", values);
/** Returns a value that `setState` kept. @param {string} name */
export const stateOf = (name) => process.env[`STATE_${name}`];

/** @param {string} text */
const escaped = (text) => text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");

/** The log of the job shows stars in its place from now on. @param {string} secret */
export const mask = (secret) => console.log(`::add-mask::${escaped(secret)}`);
/** @param {"error" | "warning"} level @param {string} text */
export const annotate = (level, text) => console.log(`::${level} title=Anteroom::${escaped(text)}`);
