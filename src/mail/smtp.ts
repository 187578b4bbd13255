// Mail through an SMTP server.

import { isAddress } from "../domain/address.ts";
import { second } from "../domain/instant.ts";
import { isLoopbackName } from "../domain/loopback.ts";
import { domainOf, type Mailbox } from "../settings/readers.ts";
import { type Transport, Undelivered } from "./transport.ts";

/** Time limits for the server. Longer silence is a temporary failure. */
const timeouts = {
  dnsTimeout: 10 * second,
  connectionTimeout: 20 * second,
  greetingTimeout: 30 * second,
  socketTimeout: 120 * second,
};

/** Connections, each of which carries one message at a time. */
const atOnce = 5;

/** Host, port, encryption and credentials of `smtp://USER:PASSWORD@HOST:PORT` or `smtps://…`. */
function readServer(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  return {
    host,
    ...(port !== "" && { port: Number(port) }),
    secure: protocol === "smtps:",
    ...(username !== "" && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      // STARTTLS is used wherever it is offered. Where a password would cross a network in the clear without it, an
      // attacker who removes the offer must not get the password.
      requireTLS: !isLoopbackName(host),
    }),
  };
}

/** Sends through the server of `url`. Certificates are always checked; NODE_EXTRA_CA_CERTS names further authorities. */
export function createSmtp({ url, from }: { url: string; from: Mailbox }): Transport {
  const open = async () => {
    // Loaded with the first message, to keep starts fast.
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

/** Refusals that only a change of settings can cure: of credentials, and of commands out of order. */
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
