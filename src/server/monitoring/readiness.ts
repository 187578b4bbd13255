// Decides whether a server is ready for requests, part by part: what prevents its work, and what will without attention.

import { awayInWords, waitInWords } from "../../atlas/database-users/rules/waiting.ts";
import { Fault } from "../../core/contract/errors.ts";
import type { Part } from "../../core/http/monitoring.ts";
import type { Store } from "../../core/store/store.ts";
import type { Backlog } from "./backlog.ts";
import type { FileCheck } from "./file-check.ts";

export type Parts = Readonly<
  Record<"server" | "store" | "integrity" | "room" | "schema" | "seals" | "mail" | "deployments", Part>
>;

const ok: Part = { status: "ok" };
const warn = (reason: string): Part => ({ status: "warn", reason });
const bad = (reason: string, cause?: unknown): Part => ({ status: "bad", reason, cause });

/** The seconds after which an event without a seal is late. */
export const lateSeal = 60;
export const lateMail = 600;
export const lateProvision = 60;
export const littleRoom = 512 * 1024 * 1024;

interface ReadinessDeps {
  readonly store: Pick<Store, "vitals">;
  /** Rejects if the store accepts no changes. */
  readonly probe: () => Promise<void>;
  readonly backlog: () => Promise<Backlog | undefined>;
  /** The check of the file; null if there is none. */
  readonly file: FileCheck | null;
  readonly isEnding: () => boolean;
  /**
   * True if events are sealed here; below, the mail server's words when it last refused a message, undefined if it accepted
   * one.
   */
  readonly isSealing: boolean;
  readonly mailTrouble: () => string | undefined;
  /** Returns the problems of unreachable deployments, by name. */
  readonly deploymentTroubles: () => ReadonlyMap<string, string>;
  readonly elapsed: () => number;
}

export function createReadiness(deps: ReadinessDeps): () => Promise<Parts> {
  const { probe, backlog, isEnding } = deps;
  const { met } = createMarks(deps);
  return async () => {
    const [store, waiting] = await Promise.all([tried(probe), backlog()]);
    return {
      server: isEnding() ? bad("The server is ending") : ok,
      store,
      integrity: integrityOf(deps, met("damaged") ?? met("fails")),
      room: roomOf(deps, met("full")),
      schema: waiting?.schemaFlaw === undefined ? ok : bad(`The store ${waiting.schemaFlaw}`),
      seals: deps.isSealing && waiting !== undefined ? sealsOf(waiting) : ok,
      mail: mailOf(deps.mailTrouble(), waiting),
      deployments: deploymentsOf(deps.deploymentTroubles(), waiting),
    };
  };
}

async function tried(probe: () => Promise<void>): Promise<Part> {
  try {
    await probe();
    return ok;
  } catch (reason) {
    if (!(reason instanceof Fault)) return bad("The database cannot be written", reason);
    return bad(String(reason.parameters[0] ?? reason.message), reason.cause ?? reason);
  }
}

/** Notes errors of recent requests that the probe may not have. */
function createMarks({ store, elapsed, file }: Pick<ReadinessDeps, "store" | "elapsed" | "file">) {
  const seen = new Map<string, { count: number; at: number }>();
  return {
    /** Returns the words of an outage that contain this word, while it lasts. */
    met(word: "damaged" | "fails" | "full"): string | undefined {
      for (const [words, { outage, count }] of store.vitals.outages) {
        if (!words.includes(word)) continue;
        const before = seen.get(words);
        const at = before === undefined || before.count < count ? elapsed() : before.at;
        if (before?.count !== count) {
          seen.set(words, { count, at });
          if (word === "damaged") file?.hurry();
        }
        const isOver = elapsed() - at > (outage.lasts ?? 0) * 1000;
        const isCleared = word === "damaged" && (file?.wasWholeAfter(at) ?? false);
        if (!isOver && !isCleared) return words;
      }
      return undefined;
    },
  };
}

function integrityOf({ file }: Pick<ReadinessDeps, "file">, met: string | undefined): Part {
  const [problem] = file?.problems() ?? [];
  if (problem !== undefined) return bad(`The file of the database is damaged: ${problem}`);
  return met === undefined ? ok : bad(`${met}, as a request found`);
}

function roomOf({ store }: Pick<ReadinessDeps, "store">, met: string | undefined): Part {
  if (met !== undefined) return bad(`${met}, as a request found`);
  const free = store.vitals.file?.()?.freeBytes;
  if (free === undefined || free >= littleRoom) return ok;
  return warn(`The disk of the store has ${Math.floor(free / 1024 / 1024)} MiB left`);
}

function sealsOf({ unsealed, unsealedSeconds }: Backlog): Part {
  if (unsealedSeconds <= lateSeal) return ok;
  return warn(`${unsealed} events wait to be sealed, the oldest for ${Math.round(unsealedSeconds)} s`);
}

function mailOf(trouble: string | undefined, waiting: Backlog | undefined): Part {
  const { mailWaiting = 0, mailSeconds = 0 } = waiting ?? {};
  const queue = `${mailWaiting} messages wait, the oldest for ${Math.round(mailSeconds)} s`;
  if (trouble !== undefined) return warn(`The mail server takes nothing (${trouble}); ${queue}`);
  return mailSeconds > lateMail ? warn(queue) : ok;
}

/** Judges the deployments, never as bad: the state is ours, and answers but those to new search indexes do not wait for deployments. */
function deploymentsOf(troubles: ReadonlyMap<string, string>, waiting: Backlog | undefined): Part {
  const { provisionsWaiting = 0, provisionsSeconds = 0, provisionProblems = new Map() } = waiting ?? {};
  const lack = lackInWords(waiting);
  const away = [...troubles].map(
    ([name, code]) => `The deployment ${name} cannot be asked: ${awayInWords(code)}; `,
  );
  const problems = [...provisionProblems].filter(([code]) => away.length === 0 || !code.startsWith("AWAY:"));
  if (away.length + problems.length === 0 && provisionsSeconds <= lateProvision) {
    return lack === undefined ? ok : { ...ok, reason: lack };
  }
  const many = provisionsWaiting === 1 ? "1 user or role waits" : `${provisionsWaiting} users and roles wait`;
  const queue = `${many}, the oldest for ${Math.round(provisionsSeconds)} s`;
  const why = problems.map(([code, count]) => `; ${count} of them: ${waitInWords(code)}`);
  return warn([...away, queue, ...why, ...(lack === undefined ? [] : [`; ${lack}`])].join(""));
}

/** Describes the roles that lack actions. It is no warning: it stays so until the role or the deployment's release changes. */
function lackInWords({ lackingRoles = 0, lackedActions = [] }: Partial<Backlog> = {}): string | undefined {
  if (lackingRoles === 0) return undefined;
  const many = lackingRoles === 1 ? "1 role is" : `${lackingRoles} roles are`;
  return `${many} made without actions that the deployment does not know: ${lackedActions.join(", ")}`;
}
