// Reads heads where they were sent to, and finds those that are no longer seals of their chain.
import type { Chain } from "./verify.ts";

export interface SentHead {
  readonly orgId: string;
  readonly seal: number;
  readonly head: string;
  /** The time as written in the line. */
  readonly at: string;
}

interface Sent {
  readonly heads: readonly SentHead[];
  /** Lines that name a head and cannot be read. */
  readonly unread: number;
}

/** Reads heads from lines of JSON, alone or behind a syslog server's prefix; lines of a server's own log count as well. */
export function readHeads(text: string): Sent {
  const heads = new Map<string, SentHead>();
  let unread = 0;
  for (const line of text.split("\n")) {
    if (!line.includes('"head"')) continue;
    // The last one: a crash may have cut off the one before, without an end of its line.
    const head = headIn(line.slice(line.lastIndexOf("{"), line.lastIndexOf("}") + 1));
    if (head === undefined) unread++;
    else heads.set(`${head.orgId} ${head.seal} ${head.head}`, head);
  }
  return { heads: [...heads.values()], unread };
}

function headIn(text: string): SentHead | undefined {
  try {
    const { orgId, seal, head, at, time } = JSON.parse(text) as Record<string, unknown>;
    if (typeof orgId !== "string" || !Number.isSafeInteger(seal) || typeof head !== "string") {
      return undefined;
    }
    return { orgId, seal: Number(seal), head, at: String(at ?? new Date(Number(time)).toISOString()) };
  } catch {
    return undefined;
  }
}

export interface MissedHead extends SentHead {
  /** The number of whole seals in the chain; undefined if there is no such chain. */
  readonly whole: number | undefined;
}

/** Heads that no whole seal has: their seal was cut off, is another one now, or what comes before it was changed. */
export function findMissed(chains: readonly Chain[], heads: readonly SentHead[]): MissedHead[] {
  const wholes = new Map(chains.map(({ orgId, whole }) => [orgId, whole]));
  return heads.flatMap((head) => {
    const whole = wholes.get(head.orgId);
    return whole?.[head.seal - 1] === head.head ? [] : [{ ...head, whole: whole?.length }];
  });
}

/** Counts the chains with seals newer than all their heads. */
export function countUncovered(chains: readonly Chain[], heads: readonly SentHead[]): number {
  const newest = new Map<string, number>();
  for (const { orgId, seal } of heads) newest.set(orgId, Math.max(seal, newest.get(orgId) ?? 0));
  return chains.filter(({ orgId, seals }) => (newest.get(orgId) ?? 0) < seals).length;
}
