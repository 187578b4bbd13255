// Snapshots of a rehearsal: its state and its captured mail under a name.
import { type Instant, toIso } from "../../core/domain/instant.ts";
import type { Dump } from "../../core/store/dump.ts";
import { ControlError } from "./control-error.ts";
import type { SeenMail } from "./seen.ts";
import type { SignInDeps } from "./sign-in.ts";

export interface Mailbox {
  /** Lists captured mail, after all waiting mail was sent. */
  list(): Promise<readonly SeenMail[]>;
  captured(): readonly SeenMail[];
  /** Runs something while nothing is captured. */
  pause<T>(work: () => Promise<T>): Promise<T>;
  putBack(messages: readonly SeenMail[]): void;
}

interface Deps extends Pick<SignInDeps, "store" | "clock"> {
  readonly mail: Mailbox | null;
  /** Keeps further state that is not in the store, and returns a function that puts it back. */
  readonly remember?: (() => () => void) | undefined;
  /** Notes that the state has changed. */
  readonly noteChange?: (() => void) | undefined;
}

interface Snapshot {
  readonly takenAt: Instant;
  readonly putBackClock: () => void;
  readonly dump: Dump;
  readonly messages: readonly SeenMail[];
  readonly putBack: () => void;
}

/** Replaces the state of a rehearsal while no mail is captured, since a message on its way belongs to the state before. */
export const pausingMail = <T>(mail: Mailbox | null, work: () => Promise<T>): Promise<T> =>
  mail?.pause(work) ?? work();

export function createSnapshots({ store, clock, mail, remember = () => () => {}, noteChange }: Deps) {
  const snapshots = new Map<string, Snapshot>();
  return {
    async take(name: string): Promise<void> {
      await mail?.list();
      await pausingMail(mail, async () => {
        const dump = await store.read((tx) => tx.dump.take());
        snapshots.delete(name);
        const messages = mail?.captured() ?? [];
        const kept = {
          takenAt: clock.now(),
          dump,
          messages,
          putBackClock: clock.keep(),
          putBack: remember(),
        };
        snapshots.set(name, kept);
      });
    },
    async restore(name: string): Promise<void> {
      const snapshot = snapshots.get(name);
      if (snapshot === undefined) throw new ControlError(404, `there is no snapshot named '${name}'`);
      await pausingMail(mail, async () => {
        await store.write(async (tx) => {
          tx.locks.everything();
          await tx.dump.restore(snapshot.dump);
        });
        snapshot.putBackClock();
        mail?.putBack(snapshot.messages);
        snapshot.putBack();
      });
      noteChange?.();
    },
    /** Lists those taken since the start, the newest last. */
    list: () => [...snapshots].map(([name, { takenAt }]) => ({ name, takenAt: toIso(takenAt) })),
  };
}
