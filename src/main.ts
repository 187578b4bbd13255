// The command line: puts the commands together, runs the one that was typed, and shows errors in a sentence.
import { Command } from "commander";
import { addExplain, addRecord, addReport, addWhoCan } from "./cli/commands/requests.ts";
import { addApi, addCompletion, addInit } from "./cli/commands/shell.ts";
import {
  addAudit,
  addBackup,
  addMigrate,
  addRestore,
  addRotateSecret,
  addSeed,
  addSignInLink,
} from "./cli/commands/stores.ts";
import { addConvertInvites, addDiff, addSnapshot } from "./cli/commands/worlds.ts";
import { addDev } from "./cli/dev.ts";
import { endingWithCode, misuseCode, unsetSwitchedOff } from "./cli/options.ts";
import { addServe } from "./cli/serve.ts";
import { version } from "./contract/release.ts";
import { SeedError } from "./seed/document.ts";
import { Misuse, SettingsError } from "./settings/error.ts";
import { sourceStack } from "./stack.ts";
import { sentenceOf } from "./store/outages.ts";

/** In the order of --help. */
const commands = [
  ...[addDev, addServe, addMigrate, addBackup, addRestore, addRotateSecret, addAudit, addSeed],
  ...[addSignInLink, addInit, addReport, addExplain, addWhoCan, addRecord, addApi],
  ...[addSnapshot, addDiff, addConvertInvites, addCompletion],
];

const program = endingWithCode(new Command("anteroom"))
  .description("The access plane of the MongoDB Atlas Administration API, on your own machine.")
  .version(version)
  // Options of the program come before the command, so that `api` can have a --version of its own.
  .enablePositionalOptions()
  .addHelpText(
    "after",
    `
Exit code: 2 where a flag, a variable or an argument is wrong as it is written, 1 for every other failure.`,
  )
  .showHelpAfterError("(--help shows what can be given)");

unsetSwitchedOff(process.env);
for (const add of commands) add(program, process.env);

program.parseAsync().catch((reason: unknown) => {
  const isOurs = reason instanceof SettingsError || reason instanceof SeedError;
  const sentence = isOurs ? reason.message : sentenceOf(reason);
  const unforeseen = reason instanceof Error ? sourceStack(reason.stack ?? reason.message) : reason;
  process.stderr.write(`anteroom: ${sentence ?? unforeseen}\n`);
  process.exitCode = reason instanceof Misuse ? misuseCode : 1;
});
