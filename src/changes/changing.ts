// The context of a change: the unit of work, its instant, and how to refuse, record events and queue mail.
import { type ErrorCode, type FaultMaker, fault } from "../contract/errors.ts";
import type { RoleName } from "../contract/roles.ts";
import type { Actor, EventSubject, EventType } from "../domain/event.ts";
import type { Instant } from "../domain/instant.ts";
import type { Reads, Writes } from "../store/store.ts";

/** Context of rules that only read. `Code` lists the codes it refuses with, so that an operation must declare them. */
export interface Looking<Code extends ErrorCode = never> {
  readonly tx: Reads;
  readonly now: Instant;
  readonly fault: FaultMaker<Code>;
}

/** What a message of the outbox is about. */
export type MailSubject = Parameters<Writes["outbox"]["add"]>[0]["about"];

/** Context of a change. A handler passes its own; `changingOf` makes one elsewhere. */
export interface Changing<Code extends ErrorCode = never> extends Looking<Code> {
  readonly tx: Writes;
  readonly newId: () => string;
  /** Roles of the caller in the scope of the request, above which none is given or taken; null if the server is not strict. */
  readonly held: readonly RoleName[] | null;
  /** Whether the caller may give lasting access: false for a page whose person signed in too long ago. */
  readonly isRecent: boolean;
  /** Writes an audit event of the caller into the same unit of work. */
  readonly record: (type: EventType, about: EventSubject) => Promise<void>;
  /** Queues a message in the same unit of work; it is sent after the commit. */
  readonly mail: (about: MailSubject) => Promise<void>;
}

type UnitContext = Pick<Changing, "tx" | "now" | "newId">;

/** Records events of an actor: null for the test controls. */
export const recordOf =
  ({ tx, now, newId }: UnitContext, actor: Actor): Changing["record"] =>
  async (type, about) =>
    tx.events.add({ id: newId(), type, at: now, actor, ...about });

export const mailOf =
  ({ tx, now, newId }: UnitContext): Changing["mail"] =>
  async (about) =>
    tx.outbox.add({ id: newId(), about, now });

/** A context whose actor is not the caller of a request: of test controls, and of joining by a link. */
export const changingOf = (unit: UnitContext, actor: Actor): Changing<ErrorCode> => ({
  ...unit,
  held: null,
  isRecent: true,
  fault,
  record: recordOf(unit, actor),
  mail: mailOf(unit),
});
