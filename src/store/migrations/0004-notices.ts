// Messages that only tell somebody what happened to an account.
import type { Migration } from "../migration.ts";

/** Columns of `outbox`. Its `kind` has a condition that knows two kinds, so a row with a notice is a third, whatever its kind says. */
export const noticeColumns = {
  notice: "text",
} as const;

export const notices: Migration = {
  name: "0004-notices",
  statements: [`alter table outbox add column notice text`],
};
