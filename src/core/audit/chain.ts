// Builds and checks seals: keyed digests of events and batches. The database alone does not reveal the key.
import { createHash, createHmac } from "node:crypto";
import { type Instant, minute } from "../domain/instant.ts";
import { type Keyring, sameText } from "../secrets/keyring.ts";
import type { EventRow } from "../store/event-rows.ts";
import type { SealRow } from "../store/event-seals.ts";

/** The prefix of the sealed key, so that no other sealed text can replace it. */
const keyMark = "audit-key:";

/** Seals the key of a store's seals with the master secret: replacing that secret leaves the chains intact. */
export const sealKey = (keyring: Keyring, key: Buffer): string =>
  keyring.seal(`${keyMark}${key.toString("hex")}`);

/** Opens the key; undefined for a text that `sealKey` did not make. */
export function unsealKey(keyring: Keyring, sealed: string): Buffer | undefined {
  const text = keyring.tryUnseal(sealed, keyMark);
  return text === undefined ? undefined : Buffer.from(text, "hex");
}

/** Digests values with their kind, and as JSON, so that different things never have the same text. */
const digest = (
  key: Buffer,
  kind: "event" | "seal" | "removal" | "note",
  parts: readonly (string | number | null)[],
) =>
  createHmac("sha256", key)
    .update(JSON.stringify([kind, ...parts]))
    .digest("hex");

const digestOfEvent = (key: Buffer, event: EventRow): string =>
  digest(key, "event", [
    event.id,
    event.type,
    event.at,
    event.orgId,
    event.groupId,
    event.actorKind,
    event.actorId,
    event.actorName,
    event.remoteAddress,
    event.targetUsername,
    event.details,
  ]);

const digestOfSeal = (key: Buffer, seal: Omit<SealRow, "digest" | "contents" | "removal">): string =>
  digest(key, "seal", [
    seal.id,
    seal.orgId,
    seal.sequence,
    seal.previous,
    seal.madeAt,
    seal.eventCount,
    seal.throughAt,
    seal.contentsHash,
  ]);

/** Returns the digest that replaces the events that retention removed. */
export const removalOf = (key: Buffer, seal: SealRow): string =>
  digest(key, "removal", [seal.id, seal.digest]);

const hashOf = (contents: string): string => createHash("sha256").update(contents).digest("hex");

/** The time of a seal whose server has a clock that can be set: it is unknown. */
export const madeAnyTime: Instant = 0;

/** Reports whether a value is an instant: SQLite's columns can have other values. */
export const isInstant = (at: unknown): at is Instant =>
  Number.isInteger(at) && !Number.isNaN(new Date(at as number).getTime());

/** Makes a note of instants, under a name, that only servers of the store can write to its database. */
export const noteOf = (key: Buffer, name: string, instants: readonly Instant[]): string =>
  [...instants, digest(key, "note", [name, ...instants])].join(" ");

/** Reads the instants of a note; undefined for a note with another name. */
export function readNote(key: Buffer, name: string, note: string): Instant[] | undefined {
  const instants = note.split(" ").slice(0, -1).map(Number);
  return sameText(note, noteOf(key, name, instants)) ? instants : undefined;
}

interface Batch {
  readonly id: string;
  readonly orgId: string;
  /** The time of the seal; `madeAnyTime` if the clock can be set. */
  readonly madeAt: Instant;
  /** The start of the newest look that left no event unsealed; undefined if none is known, or the clock can be set. */
  readonly since?: Instant | undefined;
  readonly last: Pick<SealRow, "sequence" | "digest"> | undefined;
  /** The events, at least one, in the order of their ids. */
  readonly events: readonly EventRow[];
}

/** The first line of contents that state when all older events had been sealed. */
const sinceMark = "since ";

export function sealBatch(key: Buffer, { id, orgId, madeAt, since, last, events }: Batch): SealRow {
  const digests = events.map((event) => `${event.id} ${digestOfEvent(key, event)}`);
  const contents = [...(since === undefined ? [] : [`${sinceMark}${since}`]), ...digests].join("\n");
  const seal = {
    id,
    orgId,
    sequence: (last?.sequence ?? 0) + 1,
    eventCount: events.length,
    // Events without an instant are sealed as they are, so that the others can be sealed, and reported when the chain is
    // verified.
    throughAt: events.reduce((newest, { at }) => (isInstant(at) ? Math.max(newest, at) : newest), 0),
    madeAt,
    previous: last?.digest ?? "",
    contentsHash: hashOf(contents),
  };
  return { ...seal, contents, digest: digestOfSeal(key, seal), removal: null };
}

/** Returns an id for a line of output. Someone with access to the database can write anything into it. */
export const idShown = (id: string): string => (/^[0-9a-f]{24}$/.test(id) ? id : JSON.stringify(id));

/** Describes the problems of one batch; none if it is intact. `events` are those marked with the seal. */
export function problemsOf(key: Buffer, seal: SealRow, events: readonly EventRow[]): string[] {
  if (!sameText(seal.digest, digestOfSeal(key, seal))) return ["the seal itself was changed"];
  if (seal.contents === null) {
    const isRemoved = sameText(seal.removal ?? "", removalOf(key, seal));
    if (!isRemoved) return [`its ${seal.eventCount} events were removed, and not by retention`];
    return events.map(({ id }) => `event ${idShown(id)} was added`);
  }
  if (hashOf(seal.contents) !== seal.contentsHash) return ["the seal itself was changed"];
  const lines = seal.contents.split("\n").filter((line) => !line.startsWith(sinceMark));
  const sealed = new Map(lines.map((line) => line.split(" ") as [string, string]));
  const problems: string[] = [];
  for (const event of events) {
    const expected = sealed.get(event.id);
    if (expected === undefined) {
      problems.push(`event ${idShown(event.id)} was added`);
    } else if (!sameText(expected, digestOfEvent(key, event))) {
      problems.push(`event ${idShown(event.id)} was changed`);
    }
    sealed.delete(event.id);
  }
  return [...problems, ...[...sealed.keys()].map((id) => `event ${idShown(id)} is missing`)].sort();
}

/** Returns the time at which a whole seal says that all older events had been sealed; undefined if it does not say. */
export function sinceOf({ contents }: Pick<SealRow, "contents">): Instant | undefined {
  const first = contents?.slice(0, contents.indexOf("\n")) ?? "";
  return first.startsWith(sinceMark) ? Number(first.slice(sinceMark.length)) : undefined;
}

/** The most by which clocks of servers on one store may differ, plus the time that a change takes. */
export const tolerance = 10 * minute;

/**
 * Explains events whose time contradicts their seal. Servers seal new events at the next look of any server, so only an event
 * that was inserted by others is older than the last look before its seal, or newer than the seal.
 */
export function untimelyOf(seal: SealRow, events: readonly EventRow[], since: Instant | undefined): string[] {
  const from = since === undefined ? Number.NEGATIVE_INFINITY : since - tolerance;
  const until = seal.madeAt === madeAnyTime ? Number.POSITIVE_INFINITY : seal.madeAt + tolerance;
  return events
    .filter(({ at }) => !isInstant(at) || at < from || at > until)
    .map(({ id }) => `event ${idShown(id)} says a time at which it cannot have been written`)
    .sort();
}
