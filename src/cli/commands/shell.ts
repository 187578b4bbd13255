// The commands for a person at a shell: api, completion, init.
import { Argument, type Command, type Option } from "commander";
import { operationIds } from "../../server.ts";
import type { Environment } from "../secrets.ts";

export function addApi(program: Command, environment: Environment): void {
  program
    .command("api")
    .description("call any operation of the API; `anteroom api --help` lists them")
    .argument("[tag]")
    .argument("[operation]")
    .argument("[flags...]")
    // The commands are made from the table of operations, which is loaded only when needed.
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(async function (this: Command) {
      const { api } = await import("../api.ts");
      await api(this.args, environment);
    });
}

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

/** The hidden command that the scripts call, with the words so far; the last one is still being typed. */
export const completionCommand = "__complete";

export const shells = ["bash", "zsh", "fish"] as const;

/** The scripts with which a shell completes `anteroom`. If there are no candidates, it completes paths. */
export const completionScripts: Readonly<Record<(typeof shells)[number], string>> = {
  bash: `_anteroom() {
  local IFS=$'\\n'
  COMPREPLY=($(anteroom ${completionCommand} -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _anteroom anteroom
`,
  zsh: `#compdef anteroom
_anteroom() {
  local -a found
  found=(\${(f)"$(anteroom ${completionCommand} -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then compadd -a found; else _files; fi
}
compdef _anteroom anteroom
`,
  fish: `function __anteroom_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l found (anteroom ${completionCommand} -- $words[2..] 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c anteroom -f -a '(__anteroom_complete)'
`,
};

/** Returns the candidates for the last word: commands, flags, or the values of a flag. */
export function complete(program: Command, words: readonly string[]): string[] {
  const typed = words.at(-1) ?? "";
  let command = program;
  let waiting: Option | undefined;
  for (const word of words.slice(0, -1)) {
    if (waiting !== undefined) waiting = undefined;
    else if (word.startsWith("-")) waiting = valueFlag(command, word);
    else command = subcommand(command, word) ?? command;
  }
  const offered = waiting === undefined ? following(command, typed) : (waiting.argChoices ?? []);
  return offered.filter((each) => each.startsWith(typed));
}

function following(command: Command, typed: string): string[] {
  const commands = command
    .createHelp()
    .visibleCommands(command)
    .map((each) => each.name());
  if (commands.length > 0 && !typed.startsWith("-")) {
    const isNamed = commands.some((name) => name.startsWith(typed));
    return isNamed ? commands : command.commands.flatMap((each) => each.aliases());
  }
  return command.createHelp().visibleOptions(command).flatMap(longFlags);
}

const longFlags = ({ short, long }: Option): string[] =>
  [short, long].filter((flag) => flag !== undefined).filter((flag) => flag.startsWith("--"));

const subcommand = (command: Command, word: string): Command | undefined =>
  command.commands.find((each) => each.name() === word || each.aliases().includes(word));

const valueFlag = (command: Command, word: string): Option | undefined =>
  command.options.find((option) => option.required && (option.short === word || option.long === word));

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
