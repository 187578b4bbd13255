// A command line that cannot be carried out as it was typed, told apart from one that was refused by its exit code.
import type { Command } from "commander";

/** As shells have it: 1 is a failure, 2 a wrong use. */
export const misuseCode = 2;

/** Lets a command end with the code of a misuse where commander would end it with 1. */
export const endingWithCode = (command: Command): Command =>
  command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : misuseCode));
