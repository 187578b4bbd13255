// Does the operation's own work within the unit of work, with all that a handler may use.
import { mailOf, recordOf } from "../../changes/changing.ts";
import { answersTo, type Forbidding, type PolicyEngine } from "../../changes/judging.ts";
import { fault } from "../../contract/errors.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Policy } from "../../domain/policy.ts";
import type { EndpointSet, OwnServices, Services } from "../../operations/operation.ts";
import type { Issue } from "../../secrets/issue.ts";
import type { Reads, Writes } from "../../store/store.ts";
import type { Entered, Mints, PipelineRequest } from "../pipeline-request.ts";
import type { ProveKey } from "../prove-key.ts";
import { allowAddress, revalidate } from "./admit.ts";
import { type DueMail, isChange } from "./unit.ts";

/** A run of a unit of work, for which services are made. */
interface Run {
  readonly request: PipelineRequest;
  readonly tx: Reads | Writes;
  readonly issue: Issue;
}

export type MakeServices = { readonly [Name in keyof Services]: (run: Run) => Services[Name] };

interface HandlerDeps {
  readonly proveKey: ProveKey;
  /** True if callers cannot give or take a role above their own. */
  readonly strictRoles: boolean;
  readonly policy: Policy;
  /** Cedar; null if it is not installed. */
  readonly cedar: Pick<PolicyEngine, "forbidding"> | null;
  readonly mintId: (now: Instant) => string;
  readonly issue: Issue;
  readonly endpointSets: readonly EndpointSet[];
  /** The clock of tokens; see TokenRules. */
  readonly tokenTime: () => Instant;
  readonly mail: DueMail | null;
  /** The services of parts of Atlas. */
  readonly services: Omit<MakeServices, keyof OwnServices>;
}

export function handle(deps: HandlerDeps) {
  const services = servicesOf(deps);
  return async function handle(
    request: PipelineRequest,
    tx: Reads | Writes,
    entered: Entered,
  ): Promise<unknown> {
    const { operation } = request;
    const value = await operation.handle(contextOf(deps, services, { request, tx, entered }));
    // This handler takes its own locks, so what was checked before is checked again.
    if (isChange(operation) && operation.locks === "handler") await revalidate(request, tx);
    return value;
  };
}

const servicesOf = (deps: HandlerDeps): MakeServices => ({
  ...deps.services,
  endpointSets: () => deps.endpointSets,
  tokenTime: () => deps.tokenTime,
  session: ({ request }) => request.identified?.session,
  withheld: ({ request }) => request.withheld,
  policy: () => deps.policy,
  forbidding: ({ request }) => forbiddingFor(request, deps.cedar),
  sendsMail: () => deps.mail !== null,
  issue: ({ issue }) => issue,
  browser: ({ request }) => request.received,
  prove:
    ({ request, tx }) =>
    async (named) => {
      const { received } = request;
      const key = await deps.proveKey(tx, named, received);
      if (key !== undefined) allowAddress(key, received.remoteAddress.ip);
      return key;
    },
});

function contextOf(
  { strictRoles, mintId, issue }: HandlerDeps,
  services: MakeServices,
  { request, tx, entered }: { request: PipelineRequest; tx: Reads | Writes; entered: Entered },
): never {
  const { operation, received, query, body, caller, now, prepared, isRecent } = request;
  const minting = { newId: () => mintId(now), issue };
  // A read stores nothing that it mints, so ids may differ when the unit runs again.
  const mints = isChange(operation) ? (request.rewindMints ??= pinMints(minting))() : minting;
  const writing = { tx: tx as Writes, now, newId: mints.newId };
  const run = { request, tx, issue: mints.issue };
  return {
    tx,
    group: entered.group,
    org: entered.org,
    params: received.params,
    query,
    body,
    caller,
    now,
    prepared,
    newId: mints.newId,
    isRecent,
    asksFor: (flag: string) => received.headers[flag.toLowerCase()] === "true",
    fault,
    held: strictRoles ? (entered.roles ?? null) : null,
    record: recordOf(writing, caller ?? null),
    mail: (about: Parameters<ReturnType<typeof mailOf>>[0]) => {
      request.hasMail = true;
      return mailOf(writing)(about);
    },
    ...Object.fromEntries((operation.needs ?? []).map((name) => [name, services[name](run)])),
  } as never;
}

/** Returns the check of policies. Without Cedar they forbid nothing, and the answer says so. */
function forbiddingFor(request: PipelineRequest, cedar: HandlerDeps["cedar"]): Forbidding {
  if (cedar !== null) {
    const { share: line, isGone } = request.asker;
    return (questions) =>
      answersTo(questions, request.answers, (open) => cedar.forbidding(open, { line, isGone }));
  }
  return (questions) => {
    request.isUnjudged = questions.length > 0;
    return questions.map(() => []);
  };
}

/**
 * Returns a function that starts each run of the unit with the first run's mint: ids and secrets are the same, in the same
 * order.
 */
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
