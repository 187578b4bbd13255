// `anteroom migrate`
import type { Command } from "commander";
import { openDatabase, updateSchema } from "../../server/open-store.ts";
import type { GivenSettings } from "../../settings/table.ts";
import { settingOptions, settingsOf, withOptions } from "../options.ts";
import type { Environment } from "../secrets.ts";

export function addMigrate(program: Command, environment: Environment): void {
  withOptions(program.command("migrate"), settingOptions("store"))
    .description("bring a store to the newest schema, without serving it")
    .addHelpText(
      "after",
      "\nExample:\n  anteroom migrate --database-url postgres://anteroom@db/anteroom\n\nServers may then use a role that only reads and writes rows.",
    )
    .action(async (given: GivenSettings) => {
      const { storage } = settingsOf(given, environment);
      const database = await openDatabase(storage);
      try {
        const applied = await updateSchema(database, storage);
        process.stdout.write(
          applied.length === 0 ? "The schema is the newest.\n" : `Applied ${applied.join(", ")}.\n`,
        );
      } finally {
        await database.close();
      }
    });
}
