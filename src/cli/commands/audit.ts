// `anteroom audit verify`
import type { Command } from "commander";
import type { GivenSettings } from "../../settings/table.ts";
import { endingWithCode } from "../misuse.ts";
import { settingOptions, settingsOf, withOptions } from "../options.ts";
import { type Environment, readMasters } from "../secrets.ts";

export function addAudit(program: Command, environment: Environment): void {
  const audit = endingWithCode(program.command("audit")).description("check the events of a store");
  withOptions(audit.command("verify"), settingOptions("store"))
    .description("say up to when the events of each organization are as they were sealed")
    .option("--expect <head...>", "heads that were printed before: each must be a seal still")
    .addHelpText(
      "after",
      `
Examples:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom audit verify --data /var/lib/anteroom
  anteroom audit verify --database-url postgres://anteroom@db/anteroom --expect "$(cat heads-of-last-week)"

Needs the ANTEROOM_SECRET of the store, and may run beside its servers. Exits with 1 where an event or a seal was changed,
added or removed. Keep the heads that it prints in another place: with them it also notices a store whose end was cut off,
or that somebody with the secret wrote anew.`,
    )
    .action(async ({ expect = [], ...given }: GivenSettings & { expect?: string[] }) => {
      const { verifyAudit } = await import("../audit.ts");
      const heads = expect.flatMap((each) => each.split(/\s+/)).filter((each) => each !== "");
      const settings = settingsOf(given, environment);
      if (!(await verifyAudit(settings, readMasters(environment), heads))) process.exitCode = 1;
    });
}
