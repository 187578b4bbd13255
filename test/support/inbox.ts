// Mail as its receivers see it: taken by a real SMTP server, read, and followed.
import { type PostOffice, readMessage } from "./mail.ts";
import { until } from "./until.ts";

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The address it asks to open. */
  readonly link: string;
}

/** Reads what arrives from now on. */
export function openInbox({ received }: PostOffice) {
  let read = received.length;
  return {
    /** The next message, which is for one address. */
    async next(to: string): Promise<Letter> {
      await until(() => received.length > read);
      const message = received[read++];
      if (message?.to.join() !== to) throw new Error(`a message for ${message?.to} instead of ${to}`);
      const { headers, parts } = readMessage(message.raw);
      const text = parts["text/plain"] ?? "";
      const link = /^http\S+\/(?:invitations|reset-password)\/[\w-]{43}$/m.exec(text)?.[0] ?? "";
      return { subject: headers.subject ?? "", text, html: parts["text/html"] ?? "", link };
    },
    /** Counts the messages that were not read yet. */
    waiting: () => received.length - read,
  };
}
