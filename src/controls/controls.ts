// What a test can do to the world that no client of Atlas can: set the clock, end invitations, rewind, and look on.
import { accept } from "../changes/accepting.ts";
import { changingOf } from "../changes/changing.ts";
import type { ClockState } from "../clock.ts";
import { readInstant, SettingsError } from "../config.ts";
import { splitTarget } from "../contract/target.ts";
import { nameProduct, readClient } from "../domain/client.ts";
import type { DeprecatedCalls } from "../domain/deprecated-call.ts";
import {
  type DoorQuestion,
  type ExplainQuestion,
  type Explanation,
  QuestionError,
  type WhoCan,
} from "../domain/explanation.ts";
import { type Instant, latestInstant } from "../domain/instant.ts";
import type { Explaining } from "../http/explain.ts";
import type { Injector } from "../http/injection.ts";
import type { Incoming, Walk } from "../http/pipeline.ts";
import type { Answer } from "../http/reply.ts";
import type { Answered } from "../http/shell.ts";
import type { Dump } from "../store/dump.ts";
import type { Writes } from "../store/store.ts";
import { ControlError } from "./control-error.ts";
import { readDuration } from "./duration.ts";
import { createFaults, type Faults } from "./faults.ts";
import type { ClockSetting, LoggedRequest, SafeCalls, SeenMail, SeenMissing, SeenRequest } from "./seen.ts";
import { createRehearsalSignIn, type RehearsalSignIn, type SignInParts } from "./sign-in.ts";
import { writeControl } from "./snippets.ts";
import { createTally } from "./tally.ts";

/** How an invitation is ended by hand. */
export type Ending = "accept" | "decline" | "expire";

export interface Controls {
  readonly clock: { now(): string; state(): ClockState; set(setting: ClockSetting): void };
  readonly faults: Faults;
  /** What injects them. */
  readonly injector: Injector;
  /** Puts the world back to its seed, frees the clock, and takes away the faults. */
  reset(): Promise<void>;
  readonly snapshot: {
    take(name: string): Promise<void>;
    restore(name: string): Promise<void>;
    /** Those that were taken since the start, the newest last. */
    list(): readonly { readonly name: string; readonly takenAt: string }[];
  };
  /** Ends a pending invitation of either kind. */
  endInvite(id: string, ending: Ending): Promise<void>;
  explain(question: ExplainQuestion): Promise<Explanation>;
  whoCan(question: DoorQuestion): Promise<WhoCan>;
  readonly signIn: RehearsalSignIn;
  /** Captured mail, newest first, after everything that waited has been sent. */
  mail(): Promise<readonly SeenMail[]>;
  /** The last requests, newest first. */
  requests(): readonly SeenRequest[];
  /** The same, with what it takes to send them again. */
  log(): readonly LoggedRequest[];
  /** Calls of versions that stay, since the start or the last reset. */
  safeCalls(): readonly SafeCalls[];
  /** Who called what is to be removed, in all organizations and since the first start or the last reset. */
  deprecations(): Promise<readonly DeprecatedCalls[]>;
  /** What was asked for and is not there, in the order in which it was first asked for. */
  missing(): readonly SeenMissing[];
  /** Lists a request among the last ones, unless it is for the controls. `requestId` is what the pipeline knew it by. */
  see(answered: Answered, requestId: string): void;
  /** The pipeline, watched for what is missing. */
  watch(walk: Walk): Walk;
  /** A control as code, for pages that do the same. */
  snippets: typeof writeControl;
}

interface Parts extends SignInParts {
  /** Those that a fault can be about. */
  readonly operationIds: readonly string[];
  /** Says who is let in, and why. */
  readonly explaining: Explaining;
  /** What counts the calls of what is to be removed. */
  readonly deprecations: {
    list(orgId: null): Promise<readonly DeprecatedCalls[]>;
    clear(): Promise<void>;
  };
  /** Empties the store and plants its seed again. */
  readonly replant: () => Promise<void>;
  /** Captured mail; null when mail goes to a server. */
  readonly mail: Mailbox | null;
}

interface Mailbox {
  /** What was captured, after everything that waited has been. */
  list(): Promise<readonly SeenMail[]>;
  /** What was captured so far. */
  captured(): readonly SeenMail[];
  /** Runs something while nothing is captured. */
  pause<T>(work: () => Promise<T>): Promise<T>;
  putBack(messages: readonly SeenMail[]): void;
}

/** The state of a world, with the mail that it had captured. */
interface Snapshot {
  readonly takenAt: Instant;
  readonly dump: Dump;
  readonly messages: readonly SeenMail[];
}

const mostRequests = 1000;
/** Bytes of a body that is kept, so that its request can be sent again. */
const longestBody = 4096;

/** A request as it came, as far as the answer does not tell. */
interface Sent {
  readonly search: string;
  readonly accept: string;
  body: string;
}

const unsent: Sent = { search: "", accept: "", body: "" };

interface Logged extends Answered {
  readonly at: Instant;
  readonly number: number;
  readonly sent: Sent;
}

export function createControls(parts: Parts): Controls {
  const { store, clock, mintId, operationIds, explaining, deprecations, replant, mail } = parts;
  const snapshots = new Map<string, Snapshot>();
  // What is under way belongs to the world before, and what is captured to the one after.
  const pausingMail = <T>(work: () => Promise<T>): Promise<T> => mail?.pause(work) ?? work();
  // A ring: the oldest entry gives its place to the newest.
  const requests: Logged[] = [];
  let seenCount = 0;
  /** Requests under way, by their name in the log. */
  const sending = new Map<string, Sent>();
  const safe = createTally<Pick<SafeCalls, "client">>(mostRequests);
  const missing = createTally<Omit<SeenMissing, "count" | "lastAt">>(mostRequests);
  const { injector, ...faults } = createFaults(operationIds);
  const toIso = (at: Instant) => new Date(at).toISOString();

  function newestFirst(): Logged[] {
    const oldest = seenCount % requests.length;
    return [...requests.slice(oldest), ...requests.slice(0, oldest)].reverse();
  }

  /** Remembers what a request says until it is answered. */
  function hold({ requestId, target, headers }: Incoming): Sent {
    const { search } = splitTarget(target);
    const sent = { search, accept: headers.accept ?? "", body: "" };
    // Pages of others are answered, and not seen.
    const [oldest] = sending.size < mostRequests ? [] : sending.keys();
    if (oldest !== undefined) sending.delete(oldest);
    sending.set(requestId, sent);
    return sent;
  }

  return {
    clock: {
      now: () => toIso(clock.now()),
      state: clock.state,
      set({ now, advance }) {
        if ((now === undefined) === (advance === undefined)) {
          throw new ControlError(
            400,
            'give either "now" (an instant, or null) or "advance" (a duration such as P30D)',
          );
        }
        if (advance !== undefined) clock.advance(advanceOf(advance, clock.now()));
        else clock.freeze(now == null ? null : toInstant(now));
      },
    },

    faults,
    injector,

    async reset() {
      // First, so that the world begins at the time that it goes on with.
      clock.freeze(null);
      await pausingMail(async () => {
        await replant();
        mail?.putBack([]);
      });
      faults.clear();
      requests.length = 0;
      seenCount = 0;
      await deprecations.clear();
      safe.clear();
      missing.clear();
    },

    snapshot: {
      async take(name) {
        await mail?.list();
        await pausingMail(async () => {
          const dump = await store.read((tx) => tx.dump.take());
          snapshots.delete(name);
          snapshots.set(name, { takenAt: clock.now(), dump, messages: mail?.captured() ?? [] });
        });
      },
      async restore(name) {
        const snapshot = snapshots.get(name);
        if (snapshot === undefined) throw new ControlError(404, `there is no snapshot named '${name}'`);
        await pausingMail(async () => {
          await store.write(async (tx) => {
            tx.locks.everything();
            await tx.dump.restore(snapshot.dump);
          });
          mail?.putBack(snapshot.messages);
        });
      },
      list: () => [...snapshots].map(([name, { takenAt }]) => ({ name, takenAt: toIso(takenAt) })),
    },

    async endInvite(id, ending) {
      const now = clock.now();
      const ended = await store.write((tx) => end(tx, { id, ending, now, newId: () => mintId(now) }));
      if (!ended) throw new ControlError(404, `there is no pending invitation with the id ${id}`);
    },

    explain: (question) => answering(checkQuestion(question, explainNames), explaining.explain),
    whoCan: (question) => answering(checkQuestion(question, doorNames), explaining.whoCan),

    signIn: createRehearsalSignIn(parts),

    async mail() {
      if (mail === null)
        throw new ControlError(404, "mail goes to the server of --mail-url and is not captured");
      return mail.list();
    },

    requests: () =>
      newestFirst().map(({ sent: _, number: __, at, ...answered }) => ({ at: toIso(at), ...answered })),

    log: () => newestFirst().map(({ sent, at, ...logged }) => ({ at: toIso(at), ...logged, ...sent })),

    safeCalls: () => safe.list().map(({ client, count }) => ({ client, count })),

    deprecations: () => deprecations.list(null),

    missing: missing.list,

    see(answered, requestId) {
      const sent = sending.get(requestId) ?? unsent;
      sending.delete(requestId);
      if (answered.path.startsWith("/_anteroom/")) return;
      const number = seenCount + 1;
      requests[seenCount++ % mostRequests] = { at: clock.now(), ...answered, number, sent };
    },

    snippets: writeControl,

    watch: (walk) => {
      const explained = explaining.around(walk);
      return async (operation, request) => {
        const sent = hold(request);
        const readBody = async () => {
          const body = await request.readBody();
          const isPlain = request.headers["content-encoding"] === undefined;
          if (body !== undefined && isPlain && body.length <= longestBody) sent.body = body.toString("utf8");
          return body;
        };
        const answer = await explained(operation, { ...request, readBody });
        const at = clock.now();
        const userAgent = request.headers["user-agent"] ?? "";
        if (staysAfter(operation, answer)) {
          const client = nameProduct(readClient(userAgent));
          safe.add(client, at, () => ({ client }));
        }
        // A challenge is answered by the same request again, which would count twice.
        if (operation.surface === "none" && answer.status === 404) {
          const { method, target } = request;
          const what = { method, path: withoutIds(splitTarget(target).path), userAgent };
          missing.add(`${method} ${what.path} ${userAgent}`, at, () => what);
        }
        return answer;
      };
    },
  };
}

/** Whether the version that answered has no end; who was not let in called nothing. */
const staysAfter = ({ surface }: Parameters<Walk>[0], { status, headers }: Answer): boolean =>
  surface !== "none" && headers.sunset === undefined && ![401, 406, 410].includes(status);

const withoutIds = (path: string): string => path.replace(/(?<=\/)[0-9a-f]{24}(?=[/:]|$)/g, "{id}");

interface Wish {
  readonly id: string;
  readonly ending: Ending;
  readonly now: Instant;
  readonly newId: () => string;
}

const statusAfter = { decline: "DECLINED", expire: "EXPIRED" } as const;

async function end(tx: Writes, { id, ending, now, newId }: Wish): Promise<boolean> {
  tx.locks.everything();
  const invite = await tx.invites.find(id, now);
  if (invite === undefined) return false;
  if (ending === "accept") return accept(changingOf({ tx, now, newId }, null), invite);
  return tx.invites.end(id, statusAfter[ending], now);
}

function advanceOf(text: string, now: Instant): number {
  const duration = readDuration(text);
  if (duration === undefined) {
    throw new ControlError(400, `'${text}' is no duration; write P30D, PT1H30M or P2W`);
  }
  if (now + duration <= latestInstant) return duration;
  throw new ControlError(400, `'${text}' leads past the year 9999`);
}

const doorNames = ["operation", "method", "path", "groupId", "orgId"] as const;
const explainNames = [...doorNames, "caller", "version", "address"] as const;

/** Questions come from outside: members that none has, and values that are no text, are refused by their names. */
function checkQuestion<Question extends object>(question: Question, known: readonly string[]): Question {
  for (const [name, value] of Object.entries(question)) {
    if (!known.includes(name)) {
      throw new ControlError(400, `a question has no member '${name}'; it has ${known.join(", ")}`);
    }
    if (typeof value !== "string") throw new ControlError(400, `'${name}' is no text`);
  }
  if (known === explainNames && !("caller" in question)) {
    throw new ControlError(400, "give 'caller': a public key, a client id or an address");
  }
  return question;
}

async function answering<Question, Given>(
  question: Question,
  answer: (question: Question) => Promise<Given>,
): Promise<Given> {
  try {
    return await answer(question);
  } catch (reason) {
    if (reason instanceof QuestionError) throw new ControlError(400, reason.message);
    throw reason;
  }
}

function toInstant(text: string): Instant {
  try {
    return readInstant(text);
  } catch (reason) {
    if (reason instanceof SettingsError) throw new ControlError(400, reason.message);
    throw reason;
  }
}
