// Sends messages: through an SMTP server, or into the capture of a rehearsal.
import type { ReadonlyClock } from "../core/clock.ts";
import { isAddress } from "../core/domain/address.ts";
import { second } from "../core/domain/instant.ts";
import { isLoopbackName } from "../core/domain/loopback.ts";
import { domainOf, type Mailbox } from "../core/settings/readers.ts";

export interface Message {
  /** The id in the outbox: a second copy has the same, so that receivers recognize it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Transport {
  readonly atOnce: number;
  /** Sends a message; rejects with `Undelivered` if that fails or the signal aborts it. */
  send(message: Message, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Signals that a message was refused, with the words of the server if there are any. */
export class Undelivered extends Error {
  /** The reply code of the server, or the network error. */
  readonly code: string;
  /** True if sending the same message again cannot succeed. */
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
  /** Lists the captured mail, newest first. */
  list(): readonly CapturedMail[];
  putBack(messages: readonly CapturedMail[]): void;
}

const mostMessages = 1000;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function createCapture(clock: ReadonlyClock): Capture {
  let captured: CapturedMail[] = [];
  return {
    // There is no server to wait for, and messages that are leased and marked together share commits.
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

/** The time limits for the server. Longer silence is a temporary failure. */
const timeouts = {
  dnsTimeout: 10 * second,
  connectionTimeout: 20 * second,
  greetingTimeout: 30 * second,
  socketTimeout: 120 * second,
};

/** The number of connections, each of which carries one message at a time. */
const atOnce = 5;

/** Reads host, port, encryption and credentials of `smtp://USER:PASSWORD@HOST:PORT` or `smtps://…`. */
function readServer(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  return {
    host,
    ...(port !== "" && { port: Number(port) }),
    secure: protocol === "smtps:",
    ...(username !== "" && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      // STARTTLS is used if it is offered. If a password would cross a network unencrypted without it, it is required, because
      // an attacker could remove the offer.
      requireTLS: !isLoopbackName(host),
    }),
  };
}

/** Sends through the server of `url`. Certificates are always checked; NODE_EXTRA_CA_CERTS names further authorities. */
export function createSmtp({ url, from }: { url: string; from: Mailbox }): Transport {
  const open = async () => {
    // The library is loaded with the first message, to keep starts fast.
    const { createTransport } = await import("nodemailer");
    return createTransport({
      ...readServer(url),
      ...timeouts,
      pool: true,
      maxConnections: atOnce,
      maxMessages: 100,
      // Once, for a connection that the server closed while idle; the outbox retries everything else.
      maxRequeues: 1,
      idleTimeout: 30 * second,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
  let pool: ReturnType<typeof open> | undefined;

  return {
    atOnce,
    async send({ id, to, subject, text, html }, signal) {
      // Exactly one address: no list, and no line break that would add a header or a command.
      if (!isAddress(to)) throw new Undelivered("not one address", { code: "ADDRESS", isFinal: true });
      const mailer = await (pool ??= open());
      try {
        await mailer.sendMail({
          from,
          to: { name: "", address: to },
          subject,
          text,
          html,
          messageId: `<${id}@${domainOf(from)}>`,
          headers: { "Auto-Submitted": "auto-generated" },
          signal,
        });
      } catch (reason) {
        throw toUndelivered(reason as SmtpError);
      }
    },
    async close() {
      (await pool)?.close({ force: true });
    },
  };
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** The codes of refusals that only a change of settings can cure: of credentials, and of commands out of order. */
const ofTheConnection = [503, 530, 534, 535, 538];

function toUndelivered(reason: SmtpError): Undelivered {
  const { code = "UNKNOWN", response, responseCode = 0, message } = reason;
  const isOfMessage = code === "EENVELOPE" || code === "EMESSAGE";
  const isFinal =
    isOfMessage && responseCode >= 500 && responseCode < 600 && !ofTheConnection.includes(responseCode);
  return new Undelivered(response ?? message, {
    code: responseCode === 0 ? code : String(responseCode),
    isFinal,
    cause: reason,
  });
}
