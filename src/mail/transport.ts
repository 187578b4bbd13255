// What sends messages: an SMTP server, or the capture of a rehearsal.
import type { Clock } from "../clock.ts";

export interface Message {
  /** The id in the outbox: a second copy has the same, so that receivers recognise it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Transport {
  readonly atOnce: number;
  /** Sends a message; rejects with `Undelivered` when that fails or the signal aborts it. */
  send(message: Message, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** A message was refused, with the words of the server if there are any. */
export class Undelivered extends Error {
  /** Reply code of the server, or the network error. */
  readonly code: string;
  /** Whether sending the same message again can only fail again. */
  readonly isFinal: boolean;
  constructor(
    message: string,
    { code, isFinal, cause }: { code: string; isFinal: boolean; cause?: unknown },
  ) {
    super(message, { cause });
    this.code = code;
    this.isFinal = isFinal;
  }
}

export interface CapturedMail extends Message {
  readonly at: string;
}

export interface Capture extends Transport {
  /** Newest first. */
  list(): readonly CapturedMail[];
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
