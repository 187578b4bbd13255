// What a change works with: one unit of work, its moment, and how it refuses, records and sends.
import { type ErrorCode, type FaultMaker, fault } from "../contract/errors.ts";
import type { RoleName } from "../contract/roles.ts";
import type { Actor, EventSubject, EventType } from "../domain/event.ts";
import type { Instant } from "../domain/instant.ts";
import type { Reads, Writes } from "../store/store.ts";

/** What a rule needs that only reads. `Code` lists what it may refuse with, so that an operation must declare them. */
export interface Looking<Code extends ErrorCode = never> {
  readonly tx: Reads;
  readonly now: Instant;
  readonly fault: FaultMaker<Code>;
}

/** What a message of the outbox is about. */
export type MailSubject = Parameters<Writes["outbox"]["add"]>[0]["about"];

/** What a change needs. A handler passes its whole context; see `changingOf` for those who cannot. */
export interface Changing<Code extends ErrorCode = never> extends Looking<Code> {
  readonly tx: Writes;
  readonly newId: () => string;
  /** Roles of the caller in the scope of the request, above which none is given or taken; null where that is not asked. */
  readonly held: readonly RoleName[] | null;
  /** Whether the caller may give lasting access: false for a page whose person signed in too long ago. */
  readonly isRecent: boolean;
  /** Writes an audit event of the caller into the same unit of work. */
  readonly record: (type: EventType, about: EventSubject) => Promise<void>;
  /** Queues a message in the same unit of work; it is sent after the commit. */
  readonly mail: (about: MailSubject) => Promise<void>;
}

type Parts = Pick<Changing, "tx" | "now" | "newId">;

/** Records events of an actor: null for the test controls. */
export const recordOf =
  ({ tx, now, newId }: Parts, actor: Actor): Changing["record"] =>
  async (type, about) =>
    tx.events.add({ id: newId(), type, at: now, actor, ...about });

export const mailOf =
  ({ tx, now, newId }: Parts): Changing["mail"] =>
  async (about) =>
    tx.outbox.add({ id: newId(), about, now });

/** All that a change needs, where the actor is not the caller of a request: a test control, or who joins by a link. */
export const changingOf = (parts: Parts, actor: Actor): Changing<ErrorCode> => ({
  ...parts,
  held: null,
  isRecent: true,
  fault,
  record: recordOf(parts, actor),
  mail: mailOf(parts),
});
