// `anteroom audit verify`: finds the time up to which the events of a store are as they were sealed.
import { readFile } from "node:fs/promises";
import { text as readAll } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { idShown, unsealKey } from "../core/audit/chain.ts";
import { countUncovered, findMissed, type MissedHead, readHeads } from "../core/audit/sent-heads.ts";
import { type Chain, type Findings, findLate, stillWaiting, verify } from "../core/audit/verify.ts";
import { type Instant, toTimestamp } from "../core/domain/instant.ts";
import { toAscii } from "../core/domain/quoting.ts";
import { systemMint } from "../core/secrets/mint.ts";
import { Misuse, unreadable } from "../core/settings/error.ts";
import type { Settings } from "../core/settings/settings.ts";
import type { Store } from "../core/store/store.ts";
import { count, print } from "./output.ts";
import { findKeyring, lookInStore, type Masters } from "./secrets.ts";

interface Asked {
  /** The digests that must be those of seals. */
  readonly expected?: readonly string[];
  /** The files with heads that were sent out, `-` for standard input. */
  readonly files?: readonly string[];
}

/** Prints what is intact and what is not; returns whether everything is, and every kept head is that of a seal. */
export async function verifyAudit(
  settings: Settings,
  masters: Masters,
  { expected = [], files = [] }: Asked = {},
  lookAgain: () => Promise<unknown> = () => sleep(secondLookMs),
): Promise<boolean> {
  const sent: Sent[] = [];
  for (const file of files) sent.push(await readSent(file));
  for (const digest of expected) {
    if (!/^[0-9a-f]{64}$/.test(digest)) {
      throw new Misuse(`--expect ${digest}: a head has 64 hexadecimal digits`);
    }
  }
  const keyring = await findKeyring(settings, masters);
  return lookInStore(settings, keyring, async (store) => {
    const findings = await store.read(async (tx) => {
      const sealed = await tx.meta.get("audit-key");
      // Without the key every seal counts as broken.
      return verify(tx, unsealKey(keyring, sealed ?? "") ?? systemMint.bytes(32));
    });
    const late = await countLate(store, findings, lookAgain);
    const lines = [
      ...findings.chains.flatMap(linesOf),
      ...expected.map((digest) => find(digest, findings)),
      ...sent.flatMap((each) => compare(each, findings)),
      ...restOf(findings, late),
    ];
    for (const { text } of lines) print(toAscii(text));
    return lines.every(({ isWhole }) => isWhole);
  });
}

/** The time before the second look: longer than a server takes to seal what it finds. */
const secondLookMs = 10_000;

interface Line {
  readonly text: string;
  readonly isWhole: boolean;
}

const mostProblems = 20;

function linesOf(chain: Chain): Line[] {
  const { problems, whole, wholeThrough } = chain;
  const name = nameOf(chain.orgId);
  const until = wholeThrough === null ? "nothing is whole" : `whole up to ${toTimestamp(wholeThrough)}`;
  const head = whole.at(-1) ?? "none";
  if (problems.length === 0) {
    const removed = chain.removed === 0 ? "" : `, ${chain.removed} more removed by retention`;
    const text = `${name}: ${until}: ${count(chain.kept, "event")} in ${count(chain.seals, "seal")}${removed}; head ${head}`;
    return [{ text, isWhole: true }];
  }
  const rest = problems.length - mostProblems;
  return [
    `${name}: BROKEN, ${until}; head of what is whole: ${head}`,
    ...problems.slice(0, mostProblems).map((problem) => `  ${problem}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].map((text) => ({ text, isWhole: false }));
}

const nameOf = (orgId: string): string =>
  orgId === "" ? "no organization" : `organization ${idShown(orgId)}`;

/** Finds the seal of a kept head, which stays in its chain for ever. */
function find(digest: string, { chains }: Findings): Line {
  for (const { orgId, whole } of chains) {
    const index = whole.indexOf(digest);
    if (index >= 0) {
      return { text: `expected ${digest}: seal ${index + 1} of ${nameOf(orgId)}`, isWhole: true };
    }
  }
  return { text: `expected ${digest}: BROKEN, no seal that is whole has it`, isWhole: false };
}

interface Sent extends ReturnType<typeof readHeads> {
  readonly file: string;
}

async function readSent(file: string): Promise<Sent> {
  const name = file === "-" ? "standard input" : file;
  const reading = file === "-" ? readAll(process.stdin) : readFile(file, "utf8");
  const text = await reading.catch(unreadable(`--heads ${file}:`));
  const sent = readHeads(text);
  if (sent.heads.length > 0) return { ...sent, file: name };
  throw new Misuse(`--heads ${file}: has no line with a head, as --audit-heads and the log write them`);
}

/**
 * Compares the sent heads with the chain. Each stays a seal of its chain for ever, unless the chain was cut off before it, or
 * made again.
 */
function compare({ file, heads, unread }: Sent, { chains }: Findings): Line[] {
  const missed = findMissed(chains, heads);
  const uncovered = countUncovered(chains, heads);
  const all = `${count(heads.length, "head")} in ${file}`;
  const text =
    missed.length === 0
      ? `${all}: each is a seal`
      : `${all}: BROKEN, ${missed.length} of them ${missed.length === 1 ? "is" : "are"} no whole seal`;
  return [
    { text, isWhole: missed.length === 0 },
    ...missed.slice(0, mostProblems).map((each) => ({ text: `  ${missedShown(each)}`, isWhole: false })),
    ...(unread > 0 ? [{ text: `  ${count(unread, "line")} could not be read`, isWhole: true }] : []),
    ...(uncovered > 0
      ? [{ text: `  of ${count(uncovered, "chain")} it has no head of the last seal`, isWhole: true }]
      : []),
  ];
}

function missedShown({ orgId, seal, at, head, whole }: MissedHead): string {
  const which = `seal ${seal} of ${nameOf(orgId)}, sent at ${at}`;
  if (whole === undefined) return `${which}: there is no chain of it`;
  if (whole < seal) return `${which}: is missing, only ${whole} are whole`;
  return `${which}: is another one now; ${head} was replaced, or an older store was put back`;
}

/** Counts events that are not sealed, although a server has looked since and would have sealed them. */
async function countLate(
  store: Pick<Store, "read">,
  { looked }: Findings,
  lookAgain: () => Promise<unknown>,
): Promise<number> {
  const seeming = await store.read((tx) => findLate(tx, looked));
  if (seeming.length === 0) return 0;
  await lookAgain();
  return store.read((tx) => stillWaiting(tx, seeming));
}

function restOf(
  { chains, waiting, waitingSince, orphans, looked, problems }: Findings,
  late: number,
): Line[] {
  const lines: Line[] = [];
  const add = (count: number, text: string, isWhole: boolean) => {
    if (count > 0) lines.push({ text: isWhole ? text : `BROKEN: ${text}`, isWhole });
  };
  const of = (at: Instant | null, otherwise: string) => (at === null ? otherwise : toTimestamp(at));
  add(chains.length === 0 ? 1 : 0, "no event is sealed", true);
  add(orphans, `the seals of ${count(orphans, "event")} are missing`, false);
  for (const problem of problems) add(1, problem, false);
  add(
    waiting - late,
    `not sealed yet: ${count(waiting - late, "event")}, since ${of(waitingSince, "no time")}; the next look of a server seals them, the last was at ${of(looked, "no known time")}`,
    true,
  );
  add(
    late,
    `${count(late, "event")} without a seal, though a server looked after the time that they state: its log says why it could not seal them, or they were put there past it`,
    false,
  );
  return lines;
}
