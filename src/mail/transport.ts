// The interface of what sends messages: an SMTP server, or the capture of a rehearsal.

export interface Message {
  /** The id in the outbox: a second copy has the same, so that receivers recognise it. */
  readonly id: string;
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Transport {
  /** How many messages may be sent at a time. */
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
