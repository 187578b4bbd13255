// Reads heads from the place that they were sent to, and finds those that are no longer seals of their chain.
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
  /** The number of lines that have a head but cannot be read. */
  readonly unread: number;
}

/** Reads heads from lines of JSON, alone or behind a syslog server's prefix; lines of a server's own log count as well. */
export function readHeads(text: string): Sent {
  const heads = new Map<string, SentHead>();
  let unread = 0;
  for (const line of text.split("\n")) {
    if (!line.includes('"head"')) continue;
    // The last head of a line: a crash may have cut off the one before without a line break.
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

/** Finds heads without an intact seal: the seal was cut off or replaced, or a seal before it was changed. */
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
