// `anteroom dev`
import type { Command } from "commander";
import type { GivenSettings } from "../../settings/table.ts";
import { dev } from "../dev.ts";
import { settingOptions, settingsOf, withOptions } from "../options.ts";
import { type Environment, readMasters } from "../secrets.ts";

export function addDev(program: Command, environment: Environment): void {
  withOptions(program.command("dev"), settingOptions("dev"))
    .description("serve a rehearsal on loopback, with a demonstration and test controls")
    .addHelpText(
      "after",
      `
Examples:
  anteroom dev                                  SQLite in ./data, a demonstration on first start
  anteroom dev --memory --port 0                a world that ends with the process, on any free port
  anteroom dev --tls                            HTTPS, for clients that refuse anything else
  anteroom dev --seed world.yaml --now 2027-07-02   after the removal of the deprecated operations
  anteroom dev --faults '[{"chance": 0.1, "status": 503}]'   every tenth request fails
  anteroom dev --memory --deterministic 1       the same world, credentials and answers at every run
  ANTEROOM_CONTROL_TOKEN=$(openssl rand -hex 16) anteroom dev --host 0.0.0.0   in a container, for others

The test controls want ANTEROOM_CONTROL_TOKEN once it is set (ANTEROOM_CONTROL_TOKEN_FILE names a file with it); without one dev
listens on loopback alone. ANTEROOM_SEED_TEXT is a seed itself, in place of the file of --seed.`,
    )
    .action((given: GivenSettings) => dev(settingsOf(given, environment), readMasters(environment)));
}
