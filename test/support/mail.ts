// Sets up the tests of mail: an outbox with invitations in it, and SMTP servers that behave well or badly.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { createClock } from "../../src/core/clock.ts";
import type { GroupRole } from "../../src/core/contract/roles.ts";
import { draftInvite } from "../../src/core/domain/invite.ts";
import { createKeyring } from "../../src/core/secrets/keyring.ts";
import { mintBytes, mintId, systemMint } from "../../src/core/secrets/mint.ts";
import type { Store } from "../../src/core/store/store.ts";
import { createSmtp } from "../../src/mail/transport.ts";
import { MailWorker } from "../../src/mail/worker.ts";
import { openStore } from "../../src/server/open-store.ts";
import { plant } from "../../src/testing/seed/plant.ts";
import type { EngineName } from "./engines.ts";
import { now } from "./stage.ts";
import { createStorage, locationOf, type TestStorage } from "./storage.ts";
import { ids, seed } from "./world.ts";

const from = { name: "Anteroom", address: "no-reply@example.com" };
const origin = "https://atlas.example.com";

/** A row of the outbox. */
export interface OutboxRow {
  readonly status: string;
  readonly attempts: number;
  readonly due_at: number;
  readonly problem: string | null;
}

type WorkerParts = ConstructorParameters<typeof MailWorker>[0];

export interface Desk {
  readonly store: Store;
  readonly storage: TestStorage;
  readonly clock: WorkerParts["clock"] & { freeze(at: number): void };
  /** Lets real time pass, as far as the outbox knows. */
  pass(milliseconds: number): void;
  /** The lines of the log. */
  readonly logged: string[];
  /** Puts an invitation to the seeded project into the store, with its message; returns its id. */
  invite(username: string, roles?: readonly GroupRole[]): Promise<string>;
  /** A worker that has begun; it ends with the test. */
  worker(transport: WorkerParts["transport"], parts?: Partial<WorkerParts>): MailWorker;
  rows(): Promise<OutboxRow[]>;
}

/** A seeded store with an outbox, and a wall clock that moves only when a test moves it. */
export async function startDesk(t: TestContext, engine: EngineName): Promise<Desk> {
  const storage = await createStorage(t, engine, { hasSchema: true });
  const open = () => openStore(locationOf(storage));
  const store = await open();
  const at = Date.parse(now);
  await plant(seed, { store, keyring: createKeyring(mintBytes(32)), now: at });
  const clock = createClock();
  clock.freeze(at);
  let wall = at;
  const logged: string[] = [];
  const note =
    (level: string) =>
    (about: object, message = "") =>
      void logged.push(`${level} ${message} ${JSON.stringify(about)}`);
  const log = { debug: note("debug"), info: note("info"), warn: note("warn"), error: note("error") };
  const workers: MailWorker[] = [];
  t.after(async () => {
    for (const worker of workers) await worker.close(0);
    await store.close();
  });
  return {
    store,
    storage,
    clock,
    pass: (milliseconds) => void (wall += milliseconds),
    logged,
    async invite(username, roles = ["GROUP_READ_ONLY"]) {
      const group = { id: ids.group, orgId: ids.org, name: "payments" };
      const inviter = "owner@example.com";
      const invite = draftInvite({ id: mintId(at), group, username, roles, inviter, now: at });
      await store.write(async (tx) => {
        await tx.invites.add(invite);
        await tx.outbox.add({ id: mintId(at), about: { inviteId: invite.id }, now: at });
      });
      return invite.id;
    },
    worker(transport, parts = {}) {
      const worker = new MailWorker({
        store,
        transport,
        language: "en",
        clock,
        wall: () => wall,
        mint: { ...systemMint, jitter: () => 0.5 },
        pacing: null,
        // biome-ignore lint/suspicious/noExplicitAny: the overloads of the log's functions are not of interest here
        log: log as any,
        ...parts,
      });
      workers.push(worker);
      worker.start(origin);
      return worker;
    },
    async rows() {
      const sql = "select status, attempts, due_at, problem from outbox order by created_at, id";
      const rows = (await storage.rows(sql)) as OutboxRow[];
      // PostgreSQL gives small whole numbers as text here.
      return rows.map((row) => ({ ...row, attempts: Number(row.attempts) }));
    },
  };
}

/** A message as an SMTP server took it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** The user who sent it, where the server asks for credentials. */
  readonly user: string | undefined;
  readonly isEncrypted: boolean;
  readonly raw: string;
}

export interface PostOffice {
  readonly port: number;
  readonly url: string;
  /** The messages in the order in which they were taken. */
  readonly received: Received[];
  /** Cuts every connection, as a power cut would, and listens no more. */
  kill(): Promise<void>;
}

/** Starts a real SMTP server that takes everything unless the options say otherwise; it ends with the test. */
export async function startPostOffice(
  t: TestContext,
  options: SMTPServerOptions = {},
  port = 0,
): Promise<PostOffice> {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 1,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          user: session.user,
          isEncrypted: session.secure,
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
    ...options,
  });
  // Clients that are cut off, or refuse a certificate.
  server.on("error", () => {});
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const kill = async () => {
    for (const { _socket } of server.connections as Set<{ _socket: { destroy(): void } }>) _socket.destroy();
    await new Promise<void>((resolve) => server.close(resolve));
  };
  t.after(kill);
  const { port: taken } = server.server.address() as AddressInfo;
  return { port: taken, url: `smtp://127.0.0.1:${taken}`, received, kill };
}

export const smtpTo = (url: string) => createSmtp({ url, from });

/** Header fields and parts of a raw message, decoded. */
export function readMessage(raw: string): { headers: Record<string, string>; parts: Record<string, string> } {
  const [head = "", body = ""] = split(raw);
  const headers = readHeaders(head);
  const boundary = /boundary="([^"]+)"/.exec(headers["content-type"] ?? "")?.[1] ?? "";
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [partHead = "", content = ""] = split(part.replace(/^\r\n/, ""));
      const { "content-type": type = "", "content-transfer-encoding": encoding = "" } = readHeaders(partHead);
      return [type.split(";")[0], decode(content, encoding).replaceAll("\r\n", "\n").trimEnd()];
    });
  return { headers, parts: Object.fromEntries(parts) };
}

const split = (text: string): string[] => {
  const at = text.indexOf("\r\n\r\n");
  return [text.slice(0, at), text.slice(at + 4)];
};

const readHeaders = (head: string): Record<string, string> =>
  Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );

function decode(content: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(content, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return content;
  const bytes = content
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
