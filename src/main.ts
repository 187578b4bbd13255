// The command line: puts the commands together, runs the one that was typed, and shows errors in a sentence.
import { Command } from "commander";
import { addApi } from "./cli/commands/api.ts";
import { addAudit } from "./cli/commands/audit.ts";
import { addBackup, addRestore } from "./cli/commands/backup.ts";
import { addCompletion } from "./cli/commands/completion.ts";
import { addConvertInvites } from "./cli/commands/convert-invites.ts";
import { addDev } from "./cli/commands/dev.ts";
import { addDiff } from "./cli/commands/diff.ts";
import { addExplain, addWhoCan } from "./cli/commands/explain.ts";
import { addInit } from "./cli/commands/init.ts";
import { addMigrate } from "./cli/commands/migrate.ts";
import { addRecord } from "./cli/commands/record.ts";
import { addReport } from "./cli/commands/report.ts";
import { addRotateSecret } from "./cli/commands/rotate-secret.ts";
import { addSeed } from "./cli/commands/seed.ts";
import { addServe } from "./cli/commands/serve.ts";
import { addSignInLink } from "./cli/commands/sign-in-link.ts";
import { addSnapshot } from "./cli/commands/snapshot.ts";
import { endingWithCode, misuseCode } from "./cli/misuse.ts";
import { unsetSwitchedOff } from "./cli/options.ts";
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
