// `anteroom completion`, and the hidden command that its scripts call.
import { Argument, type Command } from "commander";
import { operationIds } from "../../server.ts";
import { complete, completionCommand, completionScripts, shells } from "../completion.ts";
import type { Environment } from "../secrets.ts";

export function addCompletion(program: Command, environment: Environment): void {
  program
    .command("completion")
    .description("print the script that completes commands and flags in a shell")
    .addArgument(new Argument("<shell>").choices(shells))
    .addHelpText(
      "after",
      `
Examples:
  source <(anteroom completion bash)            in ~/.bashrc
  source <(anteroom completion zsh)             in ~/.zshrc, after compinit
  anteroom completion fish | source             in ~/.config/fish/config.fish`,
    )
    .action((shell: (typeof shells)[number]) => void process.stdout.write(completionScripts[shell]));

  program
    .command(completionCommand, { hidden: true })
    .argument("[words...]")
    .action(async (words: string[]) => {
      const [command, typed = ""] = words;
      const isOfApi = command === "api" && words.length > 1;
      const namesOperation = (command === "explain" || command === "who-can") && words.length === 2;
      const completed = isOfApi ? (await import("../api.ts")).createApiProgram(environment) : program;
      const found =
        namesOperation && !typed.startsWith("-")
          ? operationIds.filter((id) => id.startsWith(typed))
          : complete(completed, isOfApi ? words.slice(1) : words);
      process.stdout.write(found.map((each) => `${each}\n`).join(""));
    });
}
