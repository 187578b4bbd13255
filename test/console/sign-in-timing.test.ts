// The time that a refused sign-in or a request for a new password takes must not show whether there is an account.
import { equal, ok } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { passwords } from "../../src/core/secrets/passwords.ts";
import { type ConsoleStage, member, owner, startConsole } from "./support/console-operations.ts";

const attempts = 24;
/** The bound of the normal distribution: by chance alone, one comparison in some ten thousand is beyond it. */
const beyond = 4;
const tries = 3;

/** Returns how far two samples are from being of one kind (Mann–Whitney), in standard deviations. */
function distance(a: readonly number[], b: readonly number[]): number {
  let wins = 0;
  for (const x of a) for (const y of b) wins += x > y ? 1 : x === y ? 0.5 : 0;
  const pairs = a.length * b.length;
  return Math.abs(wins - pairs / 2) / Math.sqrt((pairs * (a.length + b.length + 1)) / 12);
}

type Attempt = (stage: ConsoleStage, username: string) => Promise<{ status: number }>;

const signIn: Attempt = (stage, username) => stage.perform("signIn", { username, password: "not a staple" });
const forgot: Attempt = (stage, username) => stage.perform("requestPasswordReset", { username });

interface Comparison extends NonNullable<Parameters<typeof startConsole>[1]> {
  readonly by?: Attempt;
  readonly status?: number;
}

/** Compares attempts on a known address with those on another, in turns, so that a busy machine delays both. */
async function compare(
  t: TestContext,
  username: string,
  { by = signIn, status = 401, ...options }: Comparison = {},
): Promise<number> {
  const stage = await startConsole(t, options);
  const attempt = async (on: string) => {
    // Long enough for limits to forget the attempts before.
    stage.pass(7_200_000);
    const start = performance.now();
    const answer = await by(stage, on);
    const took = performance.now() - start;
    equal(answer.status, status);
    return took;
  };
  const times: Record<string, number[]> = { [owner]: [], [username]: [] };
  for (let index = -2; index < attempts; index++) {
    const turn = index % 2 === 0 ? [owner, username] : [username, owner];
    for (const on of turn) {
      const took = await attempt(on);
      // The first ones only warm up.
      if (index >= 0) times[on]?.push(took);
    }
  }
  return distance(times[owner] ?? [], times[username] ?? []);
}

for (const username of ["nobody@example.com", member, "no address"]) {
  test(`a wrong password takes as long for ${username} as for somebody who has another one`, async (t) => {
    let seen = Number.POSITIVE_INFINITY;
    for (let time = 0; time < tries && seen >= beyond; time++) seen = await compare(t, username);
    ok(seen < beyond, `${seen.toFixed(1)} standard deviations apart, ${tries} times in a row`);
  });
}

for (const username of ["nobody@example.com", "no address"]) {
  test(`who forgot the password of ${username} is answered as fast as who has an account`, async (t) => {
    let seen = Number.POSITIVE_INFINITY;
    const comparison = { by: forgot, status: 200 };
    for (let time = 0; time < tries && seen >= beyond; time++) seen = await compare(t, username, comparison);
    ok(seen < beyond, `${seen.toFixed(1)} standard deviations apart, ${tries} times in a row`);
  });
}

test("the comparison sees when nothing is verified for somebody who has no account", async (t) => {
  const careless = {
    ...passwords,
    verify: async (hash: string | null, text: string) => hash !== null && passwords.verify(hash, text),
  };
  let seen = 0;
  const comparison = { passwords: () => careless };
  for (let time = 0; time < tries && seen < beyond; time++) {
    seen = await compare(t, "nobody@example.com", comparison);
  }
  ok(seen >= beyond, `${seen.toFixed(1)} standard deviations apart, ${tries} times in a row`);
});
