// Finds what runs of Terraform changed: the state at the first call of each is kept, compressed, and compared with what came
// after.
import { promisify } from "node:util";
import { elapsed } from "../../core/clock.ts";
import { type Instant, toIso } from "../../core/domain/instant.ts";
import type { Dump } from "../../core/store/dump.ts";
import type { Store } from "../../core/store/store.ts";
import type { Difference } from "../worlds/compare.ts";

/** The tables of a world. */
export const worldTables = [
  "orgs",
  "groups",
  "groupTags",
  "principals",
  "users",
  "apiKeys",
  "serviceAccounts",
  "accessEntries",
  "teams",
  "teamMembers",
  "teamGrants",
  "grants",
  "invites",
  "inviteGroupRoles",
  "inviteTeams",
  "documents",
] as const;

/** The number of kept states. */
const mostStates = 5;

interface Taken {
  readonly at: Instant;
  readonly json: Buffer;
}

interface Begun {
  readonly run: number;
  readonly beganAt: number;
  /** The state; undefined if it could not be read, which only the page of the run needs. */
  readonly state: Promise<Taken | undefined>;
}

/** The differences since the first call of a run, and the end of its period: null for now. */
export interface RunChanges {
  readonly differences: readonly Difference[];
  readonly until: string | null;
}

interface StatesDeps {
  readonly store: Pick<Store, "read">;
  readonly now: () => Instant;
}

export function createStates({ store, now }: StatesDeps) {
  let begun: Begun[] = [];

  async function take(): Promise<Taken> {
    const [{ gzip, constants }, dump] = await Promise.all([
      import("node:zlib"),
      store.read((tx) => tx.dump.take(worldTables)),
    ]);
    const level = { level: constants.Z_BEST_SPEED };
    return { at: now(), json: await promisify<string, object, Buffer>(gzip)(JSON.stringify(dump), level) };
  }

  return {
    /** Keeps the state at the beginning of a run. */
    async begin(run: number): Promise<void> {
      const state = take().catch(() => undefined);
      begun = [...begun, { run, beganAt: elapsed(), state }].slice(-mostStates);
      await state;
    },

    /**
     * Returns the changes until the next run that began after the last call of this one; undefined if its state is not kept.
     */
    async changes(run: number, lastAt: number): Promise<RunChanges | undefined> {
      const next = begun.find(({ beganAt }) => beganAt > lastAt);
      const before = await begun.find((each) => each.run === run)?.state;
      if (before === undefined) return undefined;
      const later = await next?.state;
      const after = later ?? (await take());
      return { differences: await differencesOf(before, after), until: later ? toIso(later.at) : null };
    },

    clear(): void {
      begun = [];
    },
  };
}

/** Compares two states; the code is loaded on demand, since few people look. */
async function differencesOf(before: Taken, after: Taken): Promise<Difference[]> {
  const [{ compare }, { worldIn }, { gunzip }] = await Promise.all([
    import("../worlds/compare.ts"),
    import("./dumped-world.ts"),
    import("node:zlib"),
  ]);
  const unpack = promisify(gunzip) as (packed: Buffer) => Promise<Buffer>;
  const worldOf = async ({ at, json }: Taken) =>
    worldIn(JSON.parse((await unpack(json)).toString()) as Dump, at);
  return compare(await worldOf(before), await worldOf(after));
}
