// `anteroom init`
import type { Command } from "commander";

export function addInit(program: Command): void {
  program
    .command("init")
    .description("begin in a folder: a seed with comments, a .gitignore and a first test; overwrites nothing")
    .argument("[dir]", "the folder, made if it is missing", ".")
    .addHelpText("after", "\nExample:\n  anteroom init rehearsal")
    .action(async (directory: string) => {
      const { init } = await import("../init.ts");
      await init(directory);
    });
}
