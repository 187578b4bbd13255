// The command line: runs the command that was typed, and shows errors in a sentence.
import { misuseCode, unsetSwitchedOff } from "./cli/options.ts";
import { createProgram } from "./cli/program.ts";
import { SeedError } from "./seed/document.ts";
import { Misuse, SettingsError } from "./settings/error.ts";
import { sourceStack } from "./stack.ts";
import { sentenceOf } from "./store/outages.ts";

unsetSwitchedOff(process.env);

createProgram(process.env)
  .parseAsync()
  .catch((reason: unknown) => {
    const isOurs = reason instanceof SettingsError || reason instanceof SeedError;
    const sentence = isOurs ? reason.message : sentenceOf(reason);
    const unforeseen = reason instanceof Error ? sourceStack(reason.stack ?? reason.message) : reason;
    process.stderr.write(`anteroom: ${sentence ?? unforeseen}\n`);
    process.exitCode = reason instanceof Misuse ? misuseCode : 1;
  });
