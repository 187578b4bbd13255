// `anteroom backup` and `anteroom restore`
import type { Command } from "commander";
import type { GivenSettings } from "../../settings/table.ts";
import { settingOptions, settingsOf, withOptions } from "../options.ts";
import { type Environment, readMasters } from "../secrets.ts";

export function addBackup(program: Command, environment: Environment): void {
  withOptions(program.command("backup"), settingOptions("store"))
    .description("write the store to a file, while servers use it; refuses to overwrite one")
    .argument("<file>", "the backup to make")
    .option("--force", "overwrite the file")
    .addHelpText(
      "after",
      `
Examples:
  anteroom backup /backup/anteroom.sqlite --data /var/lib/anteroom
  anteroom backup --force today.sqlite          over the one of yesterday, once today's is whole

A PostgreSQL database is backed up with pg_dump. To a backup belongs its ANTEROOM_SECRET: keep it in another place.`,
    )
    .action(async (file: string, { force = false, ...given }: GivenSettings & { force?: boolean }) => {
      const { backup } = await import("../backup.ts");
      await backup(settingsOf(given, environment), file, { force });
    });
}

export function addRestore(program: Command, environment: Environment): void {
  withOptions(program.command("restore"), settingOptions("store"))
    .description(
      "put a backup in the place of the store, while no server uses it; keeps what was there aside",
    )
    .argument("<file>", "what `anteroom backup` made")
    .addHelpText(
      "after",
      `
Example:
  ANTEROOM_SECRET_FILE=/etc/anteroom/secret anteroom restore /backup/anteroom.sqlite --data /var/lib/anteroom

Needs the ANTEROOM_SECRET that the backup was made with. A backup of an older Anteroom is brought to the newest schema by
the next start.`,
    )
    .action(async (file: string, given: GivenSettings) => {
      const { restoreBackup } = await import("../backup.ts");
      await restoreBackup(settingsOf(given, environment), readMasters(environment), file);
    });
}
