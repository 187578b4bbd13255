// Stage: does slow work of a few operations that decides nothing, such as hashing a password, before the unit of work begins.

import type { PolicyEngine } from "../../changes/judging.ts";
import { fault } from "../../contract/errors.ts";
import type { LimitSet } from "../../contract/limits.ts";
import type { Judgement } from "../../domain/judgement.ts";
import { wideNetworkOf } from "../../domain/network.ts";
import type { Policy } from "../../domain/policy.ts";
import type { Issue } from "../../secrets/issue.ts";
import type { Passwords } from "../../secrets/passwords.ts";
import type { Reads, Store } from "../../store/store.ts";
import { type Spend, spendFrom } from "../limits.ts";
import type { PipelineRequest } from "../pipeline-request.ts";

interface PreparingDeps {
  readonly store: Pick<Store, "read">;
  readonly policy: Policy;
  readonly issue: Issue;
  readonly passwords: Passwords;
  /** Cedar; null if it is not installed. */
  readonly cedar: Pick<PolicyEngine, "judge"> | null;
  readonly spend: Spend;
}

/** Prepares an operation; left out if it has nothing to prepare. */
export const prepare = ({ store, policy, issue, passwords, cedar, spend }: PreparingDeps) =>
  async function prepare(request: PipelineRequest): Promise<undefined> {
    const { operation, received, query, body, caller, now } = request;
    const { params, path, remoteAddress } = received;
    request.prepared = await operation.prepare?.({
      params,
      query,
      body,
      caller,
      now,
      remoteAddress,
      isGone: request.asker.isGone,
      policy,
      issue,
      fault,
      judge: judgeFor(request, cedar),
      passwords: inTurn(passwords, wideNetworkOf(remoteAddress.ip)),
      read: <T>(work: (tx: Reads) => Promise<T>) => store.read(work, request.asker),
      spend: (set: LimitSet, key: string) => spend(set, key, path, request.asker),
      spendFrom: (set: LimitSet, about?: string) =>
        spendFrom(spend, set, { remoteAddress, about }, path, request.asker),
    } as never);
  };

/** Hashes a password in the queue of the caller's network. */
const inTurn = (passwords: Passwords, network: string): Passwords => ({
  ...passwords,
  hash: (password) => passwords.hash(password, network),
  verify: (hash, password) => passwords.verify(hash, password, network),
});

/** Judges texts in the queue of the caller's organization. */
const judgeFor =
  (request: PipelineRequest, cedar: PreparingDeps["cedar"]) =>
  async (bodies: readonly string[]): Promise<readonly (Judgement | undefined)[]> => {
    const { share: line, isGone } = request.asker;
    if (cedar !== null) return cedar.judge(bodies, { line, isGone });
    request.isUnjudged = bodies.length > 0;
    return [];
  };
