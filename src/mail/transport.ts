// What carries a message away: an SMTP server, or the memory of a rehearsal.

export interface Message {
  /** Of the outbox: a message that is sent again keeps it, so that a receiver recognises the second copy. */
  readonly id: string;
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Transport {
  /** How many messages may be on their way at a time. */
  readonly atOnce: number;
  /** Hands a message over; rejects with an `Undelivered` when that failed, or when the signal put an end to it. */
  send(message: Message, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** A message that was not taken, in the words of the server where it said any. */
export class Undelivered extends Error {
  /** Reply code of the server, or what went wrong on the way there. */
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
