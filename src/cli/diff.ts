// `anteroom diff`: says what is different between two worlds.

import { SeedError } from "../seed/document.ts";
import { SettingsError } from "../settings/error.ts";
import { compare } from "../worlds/compare.ts";
import { describe, describeAll } from "../worlds/words.ts";
import { misuseCode } from "./misuse.ts";
import { print, say } from "./output.ts";
import { type Asking, openWorld, sayUnread } from "./worlds.ts";

interface Telling {
  readonly json: boolean;
  readonly byName: boolean;
}

/** Returns the exit code: 0 where nothing is different, 1 where something is, 2 where that cannot be told. */
export async function diff(
  before: string,
  after: string,
  asking: Asking,
  { json, byName }: Telling,
): Promise<number> {
  const worlds = await openBoth(before, after, asking).catch((reason: unknown) => {
    if (!(reason instanceof SettingsError || reason instanceof SeedError)) throw reason;
    say(`anteroom: ${reason.message}`);
    return undefined;
  });
  if (worlds === undefined) return misuseCode;
  const [one, other] = worlds;
  const unread = [...one.unread, ...other.unread];
  const parts = new Set(unread.map(({ part }) => part));
  const differences = compare(one.seed, other.seed, { unread: parts, byName });
  if (json) {
    const said = differences.map((each) => ({ ...each, text: describe(each) }));
    print(JSON.stringify({ differences: said, notCompared: unread }, null, 2));
  } else if (differences.length > 0) print(describeAll(differences));
  else if (!asking.quiet) say("anteroom: no difference");
  if (unread.length > 0) {
    say("anteroom: not compared, since one side does not tell it:");
    sayUnread(unread);
  }
  return differences.length === 0 ? 0 : 1;
}

const openBoth = async (before: string, after: string, asking: Asking) =>
  [await openWorld(before, asking), await openWorld(after, asking)] as const;
