// Mail of a rehearsal: kept in memory, for people and tests to look at.
import type { Clock } from "../clock.ts";
import type { Message, Transport } from "./transport.ts";

export interface CapturedMail extends Message {
  /** By the server's clock. */
  readonly at: string;
}

export interface Capture extends Transport {
  /** Newest first. */
  list(): readonly CapturedMail[];
  /** Replaces what was captured. */
  putBack(messages: readonly CapturedMail[]): void;
}

const mostMessages = 1000;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function createCapture(clock: Pick<Clock, "now">): Capture {
  let captured: CapturedMail[] = [];
  return {
    // There is no server to wait for, and messages that are taken and marked together share commits.
    atOnce: 32,
    async send({ id, to, subject, text, html }) {
      captured.unshift({ id, to, subject, text, html, at: new Date(clock.now()).toISOString() });
      if (captured.length > mostMessages) captured.pop();
    },
    // Messages sent together arrive in any order; ids keep the order in which they were made.
    list: () => [...captured].sort((a, b) => (a.at === b.at ? compare(b.id, a.id) : 0)),
    putBack: (messages) => void (captured = [...messages]),
    close: async () => {},
  };
}
