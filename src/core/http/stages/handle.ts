// In the unit of work, then: the operation's own work, with all that a handler may use.
import { mailOf, recordOf } from "../../changes/changing.ts";
import { type Forbidding, forbiddingBy } from "../../changes/judging.ts";
import { fault } from "../../contract/errors.ts";
import type { ClusterConnections } from "../../domain/cluster-connections.ts";
import type { ClusterSpeed } from "../../domain/cluster-speed.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Policy } from "../../domain/policy.ts";
import type { EndpointSet } from "../../operations/operation.ts";
import type { Issue } from "../../secrets/issue.ts";
import type { Reads, Writes } from "../../store/store.ts";
import type { Entered, Mints, PipelineRequest } from "../pipeline-request.ts";
import type { NamedKey, ProveKey } from "../prove-key.ts";
import { allowAddress, revalidate } from "./admit.ts";
import { type DueMail, isChange } from "./unit.ts";

interface HandlerDeps {
  readonly proveKey: ProveKey;
  /** Whether callers give and take no role above their own. */
  readonly strictRoles: boolean;
  readonly policy: Policy;
  readonly connections: ClusterConnections;
  readonly clusterSpeed: ClusterSpeed;
  /** Null where it is not installed. */
  readonly cedar: object | null;
  readonly mintId: (now: Instant) => string;
  readonly issue: Issue;
  readonly endpointSets: readonly EndpointSet[];
  /** See TokenRules. */
  readonly tokenTime: () => Instant;
  readonly mail: DueMail | null;
}

export const handle = (deps: HandlerDeps) =>
  async function handle(request: PipelineRequest, tx: Reads | Writes, entered: Entered): Promise<unknown> {
    const { operation } = request;
    const value = await operation.handle(contextOf(deps, request, tx, entered));
    // Such a handler takes its locks itself: what was true before them is proven again.
    if (isChange(operation) && operation.holds === "itself") await revalidate(request, tx);
    return value;
  };

function contextOf(
  deps: HandlerDeps,
  request: PipelineRequest,
  tx: Reads | Writes,
  { group, org, roles }: Entered,
): never {
  const { proveKey, strictRoles, mintId, issue, endpointSets, tokenTime, mail } = deps;
  const { policy, connections, clusterSpeed, cedar } = deps;
  const { operation, received, query, body, caller, now, prepared, isRecent } = request;
  const minting = { newId: () => mintId(now), issue };
  // A read keeps nothing that it mints, so that ids may differ where the unit runs again.
  const mints = isChange(operation) ? (request.rewindMints ??= pinMints(minting))() : minting;
  const writing = { tx: tx as Writes, now, newId: mints.newId };
  return {
    tx,
    group,
    org,
    params: received.params,
    query,
    body,
    caller,
    now,
    endpointSets,
    tokenTime,
    prepared,
    newId: mints.newId,
    issue: mints.issue,
    isRecent,
    session: request.identified?.session,
    withheld: request.withheld,
    policy,
    connections,
    clusterSpeed,
    forbidding: forbiddingFor(request, cedar),
    asksFor: (flag: string) => received.headers[flag.toLowerCase()] === "true",
    sendsMail: mail !== null,
    fault,
    held: strictRoles ? (roles ?? null) : null,
    browser: received,
    prove: async (named: NamedKey) => {
      const key = await proveKey(tx, named, received);
      if (key !== undefined) allowAddress(key, received.remoteAddress.ip);
      return key;
    },
    record: recordOf(writing, caller ?? null),
    mail: (about: Parameters<ReturnType<typeof mailOf>>[0]) => {
      request.hasMail = true;
      return mailOf(writing)(about);
    },
  } as never;
}

/** Without Cedar policies forbid nothing, and the answer says so. */
function forbiddingFor(request: PipelineRequest, cedar: HandlerDeps["cedar"]): Forbidding {
  if (cedar !== null) return (questions) => forbiddingBy(request.answers, questions);
  return (questions) => {
    request.isUnjudged = questions.length > 0;
    return questions.map(() => []);
  };
}

/** Begins anew, for each run of the unit, with what was minted first: ids and secrets come out the same, in the same order. */
export function pinMints({ newId, issue }: Mints): () => Mints {
  const ids = pinned(newId);
  const apiKeys = pinned(issue.apiKey);
  const clientSecrets = pinned(issue.clientSecret);
  const tokens = pinned(issue.token);
  return () => ({
    newId: ids(),
    issue: { ...issue, apiKey: apiKeys(), clientSecret: clientSecrets(), token: tokens() },
  });
}

function pinned<T>(mint: () => T): () => () => T {
  const minted: T[] = [];
  return () => {
    let next = 0;
    return () => {
      const each = minted[next] ?? mint();
      minted[next++] = each;
      return each;
    };
  };
}
