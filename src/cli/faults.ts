// The faults that `anteroom dev` begins with, as --faults gives them.
import { readFile } from "node:fs/promises";
import { ControlError } from "../controls/control-error.ts";
import { checkFaultRules } from "../controls/fault-rules.ts";
import type { FaultRule } from "../controls/seen.ts";
import { Misuse } from "../settings/error.ts";

/** Rules written as a list, or the file of one; throws a Misuse that says what is wrong with them. */
export async function readFaults(
  given: string,
  operationIds: readonly string[],
): Promise<readonly FaultRule[]> {
  const isText = /^\s*\[/.test(given);
  const text = isText
    ? given
    : await readFile(given, "utf8").catch((cause: Error) => {
        throw new Misuse(`--faults ${given}: cannot be read: ${cause.message}`);
      });
  const { parse } = await import("yaml");
  const name = isText ? "--faults" : `--faults ${given}`;
  try {
    return checkFaultRules(parse(text), operationIds);
  } catch (reason) {
    if (reason instanceof ControlError) throw new Misuse(`${name}: ${reason.message}`);
    throw new Misuse(`${name}: is not YAML: ${(reason as Error).message}`);
  }
}
