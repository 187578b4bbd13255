// `anteroom api`
import type { Command } from "commander";
import type { Environment } from "../secrets.ts";

export function addApi(program: Command, environment: Environment): void {
  program
    .command("api")
    .description("call any operation of the API; `anteroom api --help` lists them")
    .argument("[tag]")
    .argument("[operation]")
    .argument("[flags...]")
    // Which there are follows from the table of operations, which is loaded only when it is wanted.
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(async function (this: Command) {
      const { api } = await import("../api.ts");
      await api(this.args, environment);
    });
}
