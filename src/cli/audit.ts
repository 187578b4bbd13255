// `anteroom audit verify`: up to when the events of a store are as they were sealed.
import { setTimeout as sleep } from "node:timers/promises";
import { idShown, unsealKey } from "../audit/chain.ts";
import { type Chain, type Findings, findLate, stillWaiting, verify } from "../audit/verify.ts";
import { wallClock } from "../clock.ts";
import { toTimestamp } from "../domain/instant.ts";
import { systemMint } from "../secrets/mint.ts";
import { Misuse } from "../settings/error.ts";
import type { Settings } from "../settings/settings.ts";
import type { Store } from "../store/store.ts";
import { count, print } from "./output.ts";
import { findKeyring, type Masters, withStore } from "./secrets.ts";

/** Prints what is whole and what is not; returns whether all is, and every digest of `expected` is that of a seal. */
export async function verifyAudit(
  settings: Settings,
  masters: Masters,
  expected: readonly string[],
  lookAgain: () => Promise<unknown> = () => sleep(secondLookMs),
): Promise<boolean> {
  for (const digest of expected) {
    if (!/^[0-9a-f]{64}$/.test(digest))
      throw new Misuse(`--expect ${digest}: a head has 64 hexadecimal digits`);
  }
  const keyring = await findKeyring(settings, masters);
  return withStore(settings, keyring, async (store) => {
    const findings = await store.read(async (tx) => {
      const sealed = await tx.meta.get("audit-key");
      // Without its key no seal can be checked: by one that nobody has, each counts as changed.
      return verify(tx, unsealKey(keyring, sealed ?? "") ?? systemMint.bytes(32));
    });
    const late = await countLate(store, lookAgain);
    const lines = [
      ...findings.chains.flatMap(linesOf),
      ...expected.map((digest) => find(digest, findings)),
      ...restOf(findings, late),
    ];
    for (const { text } of lines) print(inOneLine(text));
    return lines.every(({ isWhole }) => isWhole);
  });
}

/** More than a server takes to seal what it finds. */
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

/** Nothing that was put into the database ends a line or steers the terminal. */
const inOneLine = (text: string): string =>
  text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

const nameOf = (orgId: string): string =>
  orgId === "" ? "no organization" : `organization ${idShown(orgId)}`;

/** A head that was seen before stays among the seals of its chain for ever. */
function find(digest: string, { chains }: Findings): Line {
  for (const { orgId, whole } of chains) {
    const index = whole.indexOf(digest);
    if (index >= 0)
      return { text: `expected ${digest}: seal ${index + 1} of ${nameOf(orgId)}`, isWhole: true };
  }
  return { text: `expected ${digest}: BROKEN, no seal that is whole has it`, isWhole: false };
}

/** Events that are not sealed although a server would have sealed them. */
async function countLate(store: Store, lookAgain: () => Promise<unknown>): Promise<number> {
  const seeming = await store.read((tx) => findLate(tx, wallClock()));
  if (seeming.length === 0) return 0;
  await lookAgain();
  return store.read((tx) => stillWaiting(tx, seeming));
}

function restOf({ chains, waiting, orphans }: Findings, late: number): Line[] {
  const lines: Line[] = [];
  const add = (count: number, text: string, isWhole: boolean) => {
    if (count > 0) lines.push({ text: isWhole ? text : `BROKEN: ${text}`, isWhole });
  };
  add(chains.length === 0 ? 1 : 0, "no event is sealed", true);
  add(orphans, `the seals of ${count(orphans, "event")} are missing`, false);
  add(waiting, `not sealed yet: ${count(waiting, "event")}`, true);
  add(
    late,
    `${count(late, "event")} waited for longer than a minute; a server seals within seconds, or its log says why not`,
    false,
  );
  return lines;
}
