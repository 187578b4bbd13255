// Performs steps on one world, each time from the same beginning, and gives what they changed, with names instead of ids.
import type { TestContext } from "node:test";
import type { SeedDocument } from "../../src/anteroom.ts";
import { openStore } from "../../src/server/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import { readRows } from "./dump.ts";
import type { EngineName } from "./engines.ts";
import { expiry, now } from "./stage.ts";
import { createStorage, locationOf } from "./storage.ts";
import { ids, keys, type Reply, type Sending, startWorld } from "./world.ts";

type Row = Readonly<Record<string, string | number | null>>;
type Rows = Readonly<Record<string, readonly Row[]>>;

/** What a step is given: the world as it is at that moment. */
export interface Scene {
  readonly store: Store;
  /** Asks as the key that owns the organization; the version of 2023-01-01 unless another is asked for. */
  ask(sending: Sending): Promise<Reply>;
  /** Id of a person, active or invited to the organization. */
  userId(username: string): string;
  /** Id of an invitation of an address to the organization or project of that name: the pending one, if there is one. */
  inviteId(username: string, scope?: string): string;
  /** Ends the pending invitation of an address as only the test controls can. */
  end(username: string, ending: "accept" | "decline" | "expire", scope?: string): Promise<void>;
  advance(duration: string): void;
}

export type Step = (scene: Scene) => Promise<Reply | undefined>;

export interface Outcome {
  /** Error code of the last answer, or its status where it succeeded. */
  readonly answer: string | number | undefined;
  /** Rows that came (+) and went (-), then each feed and the mail in order. */
  readonly changes: readonly string[];
}

/** Starts a world; what it returns performs steps from the seed on, and gives what the steps after `given` changed. */
export async function startTwins(t: TestContext, engine: EngineName, seed: SeedDocument) {
  const storage = await createStorage(t, engine, { hasSchema: true });
  // Seeded once the clock is frozen, so that every date is known.
  const world = await startWorld(t, { ...storage.options, seed: { orgs: [] } });
  world.clock.set({ now });
  await world.seed(seed);
  await world.snapshot.take("seed");
  const store = await openStore(locationOf(storage));
  t.after(() => store.close());
  const rows = async () => (await readRows(store)) as Rows;

  const perform = async (step: Step): Promise<Reply | undefined> => {
    const { invites = [], users = [], orgs = [], groups = [] } = await rows();
    const inviteId = (username: string, scope = "Acme") => {
      const scopeId = [...orgs, ...groups].find(({ name }) => name === scope)?.id;
      const ofBoth = invites.filter(
        (each) => each.username === username && (each.group_id ?? each.org_id) === scopeId,
      );
      const found = ofBoth.find(({ status }) => status === "PENDING") ?? ofBoth.at(-1);
      return String(found?.id ?? ids.missing);
    };
    const reply = await step({
      store,
      inviteId,
      ask: (sending) => world.as(keys.owner, sending),
      userId: (username) => {
        const invite = invites.find(({ id }) => id === inviteId(username));
        return String(users.find((each) => each.username === username)?.id ?? invite?.user_id ?? ids.missing);
      },
      async end(username, ending, scope) {
        const path = `/_anteroom/v1/invites/${inviteId(username, scope)}:${ending}`;
        const { status, text } = await world.send({ method: "POST", path });
        if (status !== 204) throw new Error(text);
      },
      advance: (duration) => void world.clock.set({ advance: duration }),
    });
    // The mail of one step is sent before the next step begins.
    await world.mail.list();
    return reply;
  };

  return async (given: readonly Step[], steps: readonly Step[]): Promise<Outcome> => {
    await world.snapshot.restore("seed");
    world.clock.set({ now });
    for (const step of given) await perform(step);
    const earlier = await world.mail.list();
    const before = await rows();
    let reply: Reply | undefined;
    for (const step of steps) reply = (await perform(step)) ?? reply;
    const letters = (await world.mail.list()).filter(({ id }) => !earlier.some((each) => each.id === id));
    return {
      answer: reply?.headers["x-error-code"] ?? reply?.status,
      changes: [
        ...changesBetween(before, await rows()),
        ...letters.toReversed().map(({ to, subject }) => `mail to ${to}: ${subject}`),
      ],
    };
  };
}

const identification = ["buckets", "digest_uses"];
/** Chance, and real time. */
const unsteady = ["due_at", "token_hash"];
/** What the store itself copies from users, for lists. */
const copied = (table: string, column: string) =>
  ["grants", "team_members"].includes(table) && ["username_key", "names", "last_auth_at"].includes(column);

function changesBetween(before: Rows, after: Rows): string[] {
  const names = nameIds(before, after);
  const tables = Object.keys(after).filter((table) => table !== "events" && !identification.includes(table));
  const changed = tables.flatMap((table) => {
    const written = (rows: readonly Row[] = []) =>
      rows.map((row) => `${table} ${writeRow(table, row, names)}`).sort();
    const [old, fresh] = [written(before[table]), written(after[table])];
    return [...lacking(old, fresh).map((row) => `- ${row}`), ...lacking(fresh, old).map((row) => `+ ${row}`)];
  });
  const known = new Set((before.events ?? []).map(({ id }) => id));
  const events = (after.events ?? [])
    .filter(({ id }) => !known.has(id ?? null))
    .toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
  const feed = (column: "org_id" | "group_id") =>
    [...new Set(events.map((event) => event[column] ?? ""))].sort().flatMap((id) =>
      id === ""
        ? []
        : events
            .filter((event) => event[column] === id)
            .map(({ type, target_username, actor_name, details }) => {
              const { access: _, team: __, roles, ...said } = JSON.parse(String(details));
              const isChange = type === "USER_ROLES_CHANGED_AUDIT";
              const shown = JSON.stringify(isChange ? { ...said, roles } : said);
              const more = shown === "{}" ? "" : ` ${shown}`;
              return `feed of ${names.get(String(id))}: ${type} ${target_username} by ${actor_name}${more}`;
            }),
    );
  return [...changed, ...feed("org_id"), ...feed("group_id")];
}

function nameIds(before: Rows, after: Rows): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const old = new Set((before.invites ?? []).map(({ id }) => id));
  for (const { invites = [], ...rows } of [before, after]) {
    const named = [rows.orgs, rows.groups, rows.teams, rows.users].flatMap((each) => each ?? []);
    for (const { id, name, username } of named) names.set(String(id), String(name ?? username));
    for (const { public_key, id } of rows.api_keys ?? []) names.set(String(id), String(public_key));
    for (const { id, user_id, username, group_id, org_id } of invites) {
      const scope = names.get(String(group_id ?? org_id));
      names.set(String(id), `(${old.has(id ?? null) ? "" : "new "}invitation of ${username} to ${scope})`);
      if (user_id != null && !names.has(String(user_id))) names.set(String(user_id), `(pending ${username})`);
    }
  }
  return names;
}

const instants = new Map<unknown, string>([
  [Date.parse(now), "now"],
  [Date.parse(expiry), "in 30 days"],
  [Date.parse(expiry) + Date.parse(expiry) - Date.parse(now), "in 60 days"],
]);

/** The values of a row, those that are null left out. */
function writeRow(table: string, row: Row, names: ReadonlyMap<string, string>): string {
  const isLeftOut = (column: string) =>
    unsteady.includes(column) ||
    copied(table, column) ||
    (column === "id" && table === "outbox") ||
    row[column] === null;
  return Object.keys(row)
    .filter((column) => !isLeftOut(column))
    .map((column) => names.get(String(row[column])) ?? instants.get(row[column]) ?? row[column])
    .join(" ");
}

/** `some` without `others`, where what occurs twice is there twice. */
export function lacking(some: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return some.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
