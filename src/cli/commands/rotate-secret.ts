// `anteroom rotate-secret`
import type { Command } from "commander";
import type { GivenSettings } from "../../settings/table.ts";
import { settingOptions, settingsOf, withOptions } from "../options.ts";
import { type Environment, readMasters } from "../secrets.ts";

export function addRotateSecret(program: Command, environment: Environment): void {
  withOptions(program.command("rotate-secret"), settingOptions("store"))
    .description("seal the store with a new ANTEROOM_SECRET in place of ANTEROOM_SECRET_PREVIOUS")
    .addHelpText(
      "after",
      `
Example:
  export ANTEROOM_SECRET_PREVIOUS_FILE=/etc/anteroom/secret ANTEROOM_SECRET_FILE=/etc/anteroom/secret.new
  anteroom rotate-secret --data /var/lib/anteroom

Stop the server before, or let every server believe both secrets: give them the same two variables. Access tokens that
the previous secret signed stay good as long as servers are given it.`,
    )
    .action(async (given: GivenSettings) => {
      const { rotateSecret } = await import("../rotate-secret.ts");
      await rotateSecret(settingsOf(given, environment), readMasters(environment));
    });
}
