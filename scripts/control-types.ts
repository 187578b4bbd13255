// Reads what the controls take and answer from the types of `Controlled`.
import { controls } from "../src/testing/controls/list.ts";
import { readTypes } from "./declared-types.ts";

const files = ["controlled", "seen"].map((name) => `src/testing/controls/${name}.ts`);
/** The types by their names. */
export const types = readTypes(
  ...files,
  ...["explanation", "data-user", "login"].map((name) => `src/core/domain/${name}.ts`),
  "src/testing/controls/chance.ts",
);
const { members = [] } = types.get("Controlled") ?? {};

interface Signature {
  readonly text: string;
  /** `setting`, with its type. */
  readonly taken: readonly (readonly [name: string, type: string])[];
  readonly given: string;
}

/** Finds the signature of a control; throws where `Controlled` has no such member. */
function signatureOf(name: string): Signature {
  const [noun, verb] = name.split(".");
  const holder = members.find((each) => each.name === noun);
  const member = verb === undefined ? holder : holder?.members.find((each) => each.name === verb);
  const [, takes = "", gives = ""] = /^\((.*)\): (.*)$/.exec(member?.type ?? "") ?? [];
  if (member === undefined || gives === "") throw new Error(`Controlled has no method ${name}`);
  const taken = takes === "" ? [] : takes.split(", ").map((each) => each.split(": ") as [string, string]);
  return { text: member.text, taken, given: gives.replace(/^Promise<(.*)>$/, "$1") };
}

/** The signatures by the names of the controls. */
export const signatures = Object.fromEntries(controls.map(({ name }) => [name, signatureOf(name)]));
