// Stores made before 0.1.0, by eighteen migrations that have become one schema: only the names of what was applied differ.
// Delete this file, its test and the two `test/support/former-*.sql` after the release of 0.1.0.
const names = [
  ...["0001-corridor", "0002-people", "0003-revoked-tokens", "0004-command-lines", "0005-unproven-accounts"],
  ...["0006-sessions", "0007-buckets", "0008-event-seals", "0009-invite-roles", "0010-lists"],
  ...["0011-founders", "0012-deprecated-calls", "0013-directory", "0014-org-limits", "0015-activity"],
  ...["0016-key-uses", "0017-org-owners", "0018-ended-invites"],
];

type Done = readonly { readonly name: string }[];

const missingOf = (done: Done): string[] => names.filter((name) => !done.some((each) => each.name === name));

/** Whether all eighteen were applied. */
export const isFormer = (done: Done): boolean => missingOf(done).length === 0;

/** What is wrong with a store that only some of them made; undefined for any other. */
export function lackOf(done: Done): string | undefined {
  const missing = missingOf(done);
  if (missing.length === 0 || missing.length === names.length) return undefined;
  return `was made by a version from before 0.1.0 and lacks its migrations ${missing.join(", ")}: start it once with the last version of then, commit 47491bd`;
}

/** Notes the schema's names in place of the former ones. */
export async function renameFormer(done: Done, run: (sql: string) => unknown): Promise<void> {
  if (!isFormer(done)) return;
  const former = names.map((name) => `'${name}'`).join(", ");
  await run(`delete from migrations where name in (${former})`);
  await run("insert into migrations (name) values ('0001-access'), ('0002-records')");
}
