// The commands of the program, from which --help, the completion of shells and docs/cli.md are made.
import { Command } from "commander";
import { version } from "../core/contract/release.ts";
import { july } from "../server/offers.ts";
import { addAccessList } from "./commands/firewalls.ts";
import { addDoctor, addEnv } from "./commands/pointing.ts";
import { addExplain, addWhoCan } from "./commands/requests.ts";
import { addApi, addCompletion, addInit } from "./commands/shell.ts";
import {
  addAudit,
  addBackup,
  addCopy,
  addMigrate,
  addReleaseFactor,
  addReleaseIdentity,
  addRestore,
  addRotateSecret,
  addSeed,
  addSignInLink,
} from "./commands/stores.ts";
import { addDiff, addSnapshot } from "./commands/worlds.ts";
import { addDev } from "./dev.ts";
import { endingWithCode } from "./options.ts";
import type { Environment } from "./secrets.ts";
import { addServe } from "./serve.ts";

/** The commands in the order of --help, without those of rooms. */
const commands: readonly ((program: Command, environment: Environment) => unknown)[] = [
  addDev,
  addServe,
  addMigrate,
  addCopy,
  addBackup,
  addRestore,
  addRotateSecret,
  addAudit,
  addSeed,
  addSignInLink,
  addReleaseIdentity,
  addReleaseFactor,
  addInit,
  addExplain,
  addWhoCan,
  addApi,
  addEnv,
  addDoctor,
  addAccessList,
  addSnapshot,
  addDiff,
  addCompletion,
];

export async function createProgram(environment: Environment): Promise<Command> {
  const program = endingWithCode(new Command("anteroom"))
    .description(
      "A local MongoDB Atlas: its Administration API, with clusters and databases, on your own machine.",
    )
    .version(version)
    // Options of the program come before the command, so that `api` can have its own --version.
    .enablePositionalOptions()
    .addHelpText(
      "after",
      `
Exit code: 2 where a flag, a variable or an argument is wrong as it is written, 1 for every other failure.`,
    )
    .showHelpAfterError("(--help shows what can be given)");
  const offered = (await july?.loadCommands()) ?? [];
  for (const add of commands) {
    add(program, environment);
    const name = program.commands.at(-1)?.name();
    for (const each of offered.filter(({ after }) => after === name)) each.add(program, environment);
  }
  return program;
}
