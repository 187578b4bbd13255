// Command lines that were confirmed by a sign-in without a second factor, while an organization of the person demanded one.
import type { Migration } from "../migration.ts";

/** A column of each of three tables. `lacks_factor`: 1 where such an organization is hidden from the command line. */
export const lacksFactorColumns = {
  lacks_factor: "integer not null default 0",
} as const;

export const linesWithoutFactor: Migration = {
  name: "0012-lines-without-factor",
  statements: ["device_grants", "authorization_codes", "command_lines"].map(
    (table) => `alter table ${table} add column lacks_factor ${lacksFactorColumns.lacks_factor}`,
  ),
};
