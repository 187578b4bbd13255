// `anteroom seed`
import type { Command } from "commander";
import type { GivenSettings } from "../../settings/table.ts";
import { settingOptions, settingsOf, withOptions } from "../options.ts";
import { type Environment, readMasters } from "../secrets.ts";
import { seed } from "../seed.ts";

export function addSeed(program: Command, environment: Environment): void {
  withOptions(program.command("seed"), settingOptions("store"))
    .description("plant a YAML or JSON file, and print the secrets minted for it, once")
    .argument("<file>", "the seed file")
    .addHelpText("after", "\nExample:\n  anteroom seed world.yaml --data /var/lib/anteroom")
    .action((file: string, given: GivenSettings) =>
      seed(settingsOf(given, environment), readMasters(environment), file),
    );
}
