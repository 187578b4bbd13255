// Opens the mail of a server.
import type { Clock } from "../core/clock.ts";
import type { DueMail } from "../core/http/stages/unit.ts";
import { createLogger } from "../core/log.ts";
import type { Keyring } from "../core/secrets/keyring.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import { createPacing } from "../mail/pacing.ts";
import { createSettling } from "../mail/settling.ts";
import { createCapture, createSmtp } from "../mail/transport.ts";
import { MailWorker } from "../mail/worker.ts";
import type { Mailbox } from "../testing/controls/snapshots.ts";
import { timesOf } from "./chance.ts";
import { backgroundStore } from "./open-store.ts";

export interface Mail {
  /** The worker; null if mail stays in the outbox for a start with a mail server. */
  readonly worker: MailWorker | null;
  readonly captured: Mailbox | null;
  /** The mail that is due; null like `worker`. */
  readonly due: DueMail | null;
}

/** Opens the mail of a server: through the SMTP server of the settings, or captured in a rehearsal, or not at all. */
export function openMail(
  settings: Settings,
  { keyring, clock, captures, ...parts }: { store: Store; keyring: Keyring; clock: Clock; captures: boolean },
): Mail {
  const store = backgroundStore(parts.store);
  const { server, language } = settings.mail;
  const log = createLogger(settings);
  const { wall } = timesOf(settings, clock);
  const shared = { store, language, clock, wall, mint: keyring.mint.apart("mail"), log };
  if (server !== null) {
    const transport = createSmtp(server);
    const worker = new MailWorker({ ...shared, transport, pacing: createPacing({ store }) });
    const send = async () => worker.nudge();
    return { worker, captured: null, due: { isDue: false, note() {}, settle: async () => {}, send } };
  }
  if (!captures) {
    log.warn("no --mail-url: invitations wait in the outbox and are not sent");
    return { worker: null, captured: null, due: null };
  }
  // In a deterministic world everything happens in one order, so no message is left to the next look.
  const beginsAtOnce = settings.deterministic !== null;
  const settling = createSettling(() => worker.flush(), clock, beginsAtOnce ? null : () => worker.nudge());
  const capture = createCapture(settling);
  const delivering = { ...shared, clock: settling, transport: capture };
  const worker = new MailWorker({ ...delivering, pacing: null, beginsAtOnce });
  const captured = {
    async list() {
      // Other processes may have queued some.
      settling.note();
      await settling.settle();
      return capture.list();
    },
    captured: capture.list,
    async pause<T>(work: () => Promise<T>): Promise<T> {
      const done = await worker.pause(work);
      settling.note();
      if (beginsAtOnce) await settling.settle();
      return done;
    },
    putBack: capture.putBack,
  };
  return { worker, captured, due: settling };
}
