// Passwords of people, stored as argon2id hashes.
import { availableParallelism } from "node:os";
import { fault } from "../contract/errors.ts";
import { createFairQueue } from "../turns.ts";
import { loadLeaked } from "./leaked.ts";
import { type Mint, systemMint } from "./mint.ts";

/** The cost: memory and rounds are the first choice of OWASP's guidance. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The number of hashes made at once; each takes a core for some 20 ms. */
const concurrency = Math.max(1, availableParallelism() - 1);
/** The most hashes that may wait: a second or two of work. */
const longestQueue = 100;

const queued = createFairQueue({
  atOnce: concurrency,
  longest: longestQueue,
  refusal: () =>
    fault(
      "SERVICE_UNAVAILABLE",
      { reason: "The server is busy with passwords of others" },
      { headers: { "retry-after": "1" } },
    ),
});

/** The hash that is verified in place of one that does not exist. */
let decoy: Promise<string> | undefined;

const saltBytes = 16;

/**
 * Creates the password functions. They refuse with SERVICE_UNAVAILABLE if too many wait; lines take turns. The libraries are
 * loaded with the first password.
 */
export const createPasswords = (mint: Mint) => ({
  async hash(password: string, line = ""): Promise<string> {
    const { hash } = await import("@node-rs/argon2");
    const salt = mint.bytes(saltBytes);
    return queued({ line }, () => hash(password, { ...cost, salt }));
  },
  /** Reports whether a password matches a hash. Without a hash it returns false, after the same time. */
  async verify(hash: string | null, password: string, line = ""): Promise<boolean> {
    const { hash: make, verify } = await import("@node-rs/argon2");
    const decoyHash = await (decoy ??= make("nobody's password", cost));
    const isRight = await queued({ line }, () => verify(hash ?? decoyHash, password, cost));
    return isRight && hash !== null;
  },
  /** Reports whether a password is in lists of leaked ones, regardless of case. */
  async isCommon(password: string): Promise<boolean> {
    return (await loadLeaked()).has(password.toLowerCase());
  },
});

export type Passwords = ReturnType<typeof createPasswords>;

export const passwords = createPasswords(systemMint);
