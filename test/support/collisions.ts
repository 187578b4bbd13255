// Counts the rounds of a race in which requests met: two processes had requests of one round in hand at once, as their logs
// tell.

/** A request, as the process that answered it logged it; milliseconds on the clock of the machine. */
interface Answered {
  readonly process: number;
  readonly operationId: string;
  readonly who: string;
  readonly from: number;
  readonly to: number;
}

/** A round: who asked in it, and when it was sent and answered. Rounds of the same callers come one after the other. */
export interface Round {
  readonly callers: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Names of operations: of the one request and of the other. */
export type Pair = readonly [string, string];

/** The shortest overlap that counts: the clock does not tell shorter ones apart. */
const leastMs = 1;

/** Requests in the logs of processes, by who asked, in the order of their answers. */
export function readLogs(logs: readonly string[]): Map<string, Answered[]> {
  const byCaller = new Map<string, Answered[]>();
  for (const [process, log] of logs.entries()) {
    for (const line of log.split("\n")) {
      if (!line.includes('"answered"')) continue;
      const { time, ms, operationId, who } = JSON.parse(line);
      const answered = { process, operationId, who, from: time - ms, to: time };
      const others = byCaller.get(who);
      if (others === undefined) byCaller.set(who, [answered]);
      else others.push(answered);
    }
  }
  for (const each of byCaller.values()) each.sort((one, other) => one.to - other.to);
  return byCaller;
}

const meet = (one: Answered, other: Answered): boolean =>
  one.process !== other.process && Math.min(one.to, other.to) - Math.max(one.from, other.from) > leastMs;

/** Counts the rounds with a pair of requests in hand at two processes for more than a millisecond. */
export function countCollisions(
  logged: ReadonlyMap<string, readonly Answered[]>,
  rounds: readonly Round[],
  [first, second]: Pair,
): number {
  const next = new Map<string, number>();
  /** Returns the answers to a caller between two moments, and forgets them: later calls ask for later moments. */
  const answersOf = (caller: string, from: number, to: number) => {
    const all = logged.get(caller) ?? [];
    let at = next.get(caller) ?? 0;
    while (at < all.length && (all[at]?.to ?? 0) < from) at++;
    let end = at;
    while (end < all.length && (all[end]?.to ?? 0) <= to) end++;
    next.set(caller, end);
    return all.slice(at, end);
  };
  return rounds.filter(({ callers, from, to }) => {
    const answers = callers.flatMap((caller) => answersOf(caller, from, to));
    const ofFirst = answers.filter(({ operationId }) => operationId === first);
    const ofSecond = answers.filter(({ operationId }) => operationId === second);
    return ofFirst.some((one) => ofSecond.some((other) => meet(one, other)));
  }).length;
}
