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
  clear(): void;
}

const mostMessages = 1000;

export function createCapture(clock: Pick<Clock, "now">): Capture {
  const captured: CapturedMail[] = [];
  return {
    async send({ id, to, subject, text, html }) {
      captured.unshift({ id, to, subject, text, html, at: new Date(clock.now()).toISOString() });
      if (captured.length > mostMessages) captured.pop();
    },
    list: () => [...captured],
    clear: () => void (captured.length = 0),
    close: async () => {},
  };
}
