// Reports that the database is away, full, locked or refusing: the one place that reads engines' errors.
import { Fault, fault } from "../contract/errors.ts";

/** Returns the error's code, such as 40001 of PostgreSQL, SQLITE_BUSY, or ENOENT; empty if there is none. */
export const codeOf = (reason: unknown): string =>
  reason instanceof Error && "code" in reason ? String(reason.code) : "";

/** A reason why the database does not work. Nothing of the unit of work was kept. */
export interface Outage {
  /** The words without the full stop. */
  readonly words: string;
  /** The seconds after which a retry may succeed. */
  readonly retryAfter: number;
  /** The seconds for which readiness remembers the outage: its probe may succeed where requests fail. */
  readonly lasts?: number;
  /** True if the unit may succeed at once on another connection. */
  readonly isOfConnection?: boolean;
}

/** Signals that it is unknown whether a unit of work was kept: its commit was sent, and no answer came. */
export class UnknownOutcome extends Error {
  constructor(cause: unknown) {
    super("the database did not say whether it kept the change", { cause });
  }
}

/** Signals an outage that code before an engine found: errors of an engine itself are read by their codes. */
export class StoreOutage extends Error {
  readonly outage: Outage;
  /** Creates the error; `message` is for the operator. */
  constructor(outage: Outage, { message = outage.words, cause }: { message?: string; cause?: unknown } = {}) {
    super(message, { cause });
    this.outage = outage;
  }
}

const unreachable: Outage = { words: "The database cannot be reached", retryAfter: 5 };
const broken: Outage = { words: "The connection to the database broke", retryAfter: 1, isOfConnection: true };
/** The outage when no connection was free for too long. */
export const taken: Outage = { ...unreachable };
const starting: Outage = { words: "The database is starting or ending", retryAfter: 2, isOfConnection: true };
/** The outage when a server stays silent, also for other units of work on that connection. */
export const silent: Outage = { words: "The database does not answer in time", retryAfter: 5 };
const full: Outage = { words: "The database is full", retryAfter: 30, lasts: 10 };
const locked: Outage = { words: "The database is locked", retryAfter: 2 };
const failing: Outage = { words: "The disk of the database fails", retryAfter: 30, lasts: 60 };
const damaged: Outage = { words: "The database is damaged", retryAfter: 60, lasts: 600 };
const readOnly: Outage = { words: "The database takes no changes", retryAfter: 5 };
const refusing: Outage = { words: "The database refuses this server", retryAfter: 30 };
const crowded: Outage = { words: "The database has no connection left", retryAfter: 2 };
const short: Outage = { words: "The database is short of memory", retryAfter: 5 };
const exhausted: Outage = { words: "The server has no file descriptor left", retryAfter: 2 };
const missing: Outage = { words: "The database is missing", retryAfter: 60 };
/** The outages that are found before an engine is used. */
export const ending: Outage = { words: "The server is ending", retryAfter: 1 };
export const gone: Outage = { words: "The file of the database is gone", retryAfter: 60 };
export const emptied: Outage = { words: "The file of the database was emptied", retryAfter: 60 };
export const overrun: Outage = { words: "Too many requests wait for the database", retryAfter: 1 };
/** The outage of a request whose client has gone, so that nobody reads it. */
export const abandoned: Outage = { words: "Nobody waits for the answer", retryAfter: 1 };
/** The code with which PostgreSQL refuses a change on a standby. */
export const isReadOnly = "25006";

const outages: Readonly<Record<string, Outage>> = {
  // The codes of the network, and of its names.
  EMFILE: exhausted,
  ENFILE: exhausted,
  EAI_AGAIN: unreachable,
  ECONNREFUSED: unreachable,
  EHOSTDOWN: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOTFOUND: unreachable,
  ETIMEDOUT: unreachable,
  ECONNABORTED: broken,
  ECONNRESET: broken,
  EPIPE: broken,

  // PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
  "08000": broken,
  "08001": unreachable,
  "08003": broken,
  "08004": refusing,
  "08006": broken,
  "08P01": broken,
  [isReadOnly]: { ...readOnly, isOfConnection: true },
  "25P03": broken,
  "25P04": broken,
  "28000": refusing,
  "28P01": refusing,
  "3D000": missing,
  "42501": refusing,
  "53100": full,
  "53200": short,
  "53300": crowded,
  "53400": crowded,
  "55P03": locked,
  "57014": silent,
  "57P01": broken,
  "57P02": broken,
  "57P03": starting,
  "57P04": missing,
  "57P05": broken,
  "58030": failing,
  XX001: damaged,
  XX002: damaged,
};

/** The outages by the beginnings of SQLite's names: https://sqlite.org/rescode.html */
const sqliteOutages: readonly (readonly [RegExp, Outage])[] = [
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, locked],
  [/^SQLITE_FULL/, full],
  [/^SQLITE_READONLY/, readOnly],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/, damaged],
  [/^SQLITE_IOERR/, failing],
  [/^SQLITE_(CANTOPEN|PERM|AUTH)/, unreachable],
  [/^SQLITE_NOMEM/, short],
];

/** Matches the error of a connection known to be broken, on which nothing was sent. */
const unsent = /is not queryable$/;

/** The errors that PostgreSQL's driver throws without a code. */
const spoken: readonly (readonly [RegExp, Outage])[] = [
  [/^timeout exceeded when trying to connect/, taken],
  [/^Connection terminated due to connection timeout/, unreachable],
  [/^Query read timeout/, silent],
  [/^Connection terminated/, broken],
  [unsent, broken],
  [/^Cannot use a pool after calling end/, ending],
];

/** Returns the outage of an error; undefined for one that is no fault of the database, such as a wrong statement. */
export function outageOf(reason: unknown): Outage | undefined {
  if (reason instanceof StoreOutage) return reason.outage;
  const code = codeOf(reason);
  if (code.startsWith("SQLITE_")) return sqliteOutages.find(([pattern]) => pattern.test(code))?.[1];
  if (code !== "") return outages[code];
  // An error of several servers, or of several addresses of one.
  if (reason instanceof AggregateError) return outageOf(reason.errors[0]);
  return reason instanceof Error ? spoken.find(([pattern]) => pattern.test(reason.message))?.[1] : undefined;
}

/**
 * Finds the outage that makes one server unusable while another of the same database may be usable; undefined for other errors.
 */
export function outageOfServer(reason: unknown): Outage | undefined {
  const outage = outageOf(reason);
  return outage === unreachable || outage?.isOfConnection === true ? outage : undefined;
}

/** Reports whether a statement got no answer: the next answer on its connection would be that one. */
export const isSilence = (reason: unknown): boolean => outageOf(reason) === silent && codeOf(reason) === "";
/** Reports whether there is no room for a change; reads still work. */
export const isFull = (reason: unknown): boolean =>
  outageOf(reason instanceof Fault ? reason.cause : reason) === full;
/** Reports whether another process has SQLite's lock at the moment. */
export const isLocked = (reason: unknown): boolean => outageOf(reason) === locked;

/** Reports whether PostgreSQL itself refused a statement, and still works; after any other error its outcome is unknown. */
export const isAnswered = (reason: unknown): boolean =>
  reason instanceof Error && "severity" in reason && reason.severity === "ERROR";

export const isUnsent = (reason: unknown): boolean => reason instanceof Error && unsent.test(reason.message);
/** Reports whether SQLite failed without saying what the disk has: a later start may find the change, or not. */
export const isUnsure = (reason: unknown): boolean => codeOf(reason).startsWith("SQLITE_IOERR");

/** Returns the refusal for an outage; other errors stay as they are. */
export function refusalOf(reason: unknown): Fault | unknown {
  if (reason instanceof UnknownOutcome) return fault("OUTCOME_UNKNOWN", {}, { cause: reason });
  const outage = outageOf(reason);
  if (outage === undefined) return reason;
  const headers = { "retry-after": String(outage.retryAfter) };
  // A refusal without a cause is not logged.
  const cause = outage === abandoned ? undefined : reason;
  return fault("SERVICE_UNAVAILABLE", { reason: outage.words }, { cause, headers });
}

/** An error for the operator; its message is a sentence without its full stop. */
export class StoreError extends Error {}

/**
 * Explains in one sentence why a command ended, if the database or the file system ended it; undefined for unforeseen errors.
 */
export function sentenceOf(reason: unknown): string | undefined {
  if (!(reason instanceof Error)) return undefined;
  if (reason instanceof StoreError) return reason.message;
  if (reason instanceof Fault) return sentenceOf(reason.cause);
  const outage = outageOf(reason);
  if (outage !== undefined) {
    return `${outage.words[0]?.toLowerCase()}${outage.words.slice(1)}: ${messageOf(reason)}`;
  }
  return "syscall" in reason ? messageOf(reason) : undefined;
}

/** Returns the message; if a name has several addresses, those of all attempts. */
export const messageOf = (reason: Error): string =>
  reason instanceof AggregateError ? reason.errors.map(messageOf).join(", ") : reason.message;
