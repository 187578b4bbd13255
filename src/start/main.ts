// The command line: runs the typed command, and shows errors in a sentence.
import { misuseCode, unsetSwitchedOff } from "../cli/options.ts";
import { createProgram } from "../cli/program.ts";
import { Misuse, SettingsError } from "../core/settings/error.ts";
import { sourceStack } from "../core/stack.ts";
import { sentenceOf } from "../core/store/outages.ts";
import { SeedError } from "../testing/seed/document.ts";

unsetSwitchedOff(process.env);

createProgram(process.env)
  .then((program) => program.parseAsync())
  .catch((reason: unknown) => {
    const isOurs = reason instanceof SettingsError || reason instanceof SeedError;
    const sentence = isOurs ? reason.message : sentenceOf(reason);
    const unforeseen = reason instanceof Error ? sourceStack(reason.stack ?? reason.message) : reason;
    process.stderr.write(`anteroom: ${sentence ?? unforeseen}\n`);
    process.exitCode = reason instanceof Misuse ? misuseCode : 1;
  });
