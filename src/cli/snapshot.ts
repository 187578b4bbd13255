// `anteroom snapshot`: writes the organization behind an address to a file, as a seed.
import { rename } from "node:fs/promises";
import { writePrivateFile } from "../private-files.ts";
import { openJournal } from "../worlds/journal.ts";
import { writeSeed } from "../worlds/write.ts";
import { count, say } from "./output.ts";
import { type Asking, ask, readFrom, sayUnread } from "./worlds.ts";

/** The exit code of a snapshot that was written without all of what is there. */
export const incompleteCode = 3;

/** Returns the exit code. What was read is kept beside the file until all is, so that the next try goes on from there. */
export async function snapshot(from: string, output: string | undefined, asking: Asking): Promise<number> {
  const asked = await ask(from, asking);
  const tell = asking.quiet ? () => {} : say;
  const origin = from.replace(/\/+$/, "");
  const journal =
    output === undefined ? undefined : await openJournal(`${output}.partial`, `${asked.orgId} of ${origin}`);
  if (journal !== undefined && journal.found > 0) {
    tell(
      `anteroom: goes on from ${count(journal.found, "answer")} in ${output}.partial; delete it to begin anew`,
    );
  }
  const mirror = await readFrom(asked, asking, journal);
  const [org] = mirror.seed.orgs;
  const text = writeSeed(
    mirror,
    `${org?.name} (${asked.orgId}), as ${origin} answered it. Secrets are not in it.`,
  );
  if (output === undefined) process.stdout.write(text);
  else {
    // In its place only when it is whole.
    await writePrivateFile(`${output}.new`, text);
    await rename(`${output}.new`, output);
    await journal?.end();
  }
  const { users = [], teams = [], groups = [] } = org ?? {};
  const people = users.length === 1 ? "1 person" : `${users.length} people`;
  tell(
    `anteroom: ${people}, ${count(groups.length, "project")}, ${count(teams.length, "team")}${output === undefined ? "" : ` in ${output}`}`,
  );
  if (mirror.unread.length === 0) return 0;
  say("anteroom: what could not be read is not in it:");
  sayUnread(mirror.unread);
  return incompleteCode;
}
