// The corridor: the one way every request of the API walks, from its first byte to its answer.
import type { Clock } from "../clock.ts";
import { Fault, fault } from "../contract/errors.ts";
import type { VersionName } from "../contract/versions.ts";
import { type Caller, permit, type Verdict } from "../domain/access.ts";
import type { EventSubject, EventType } from "../domain/event.ts";
import type { EnteredGroup } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { Org } from "../domain/org.ts";
import type { Operation } from "../operations/operation.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Reads, Store, Writes } from "../store/store.ts";
import { allowAddress } from "./access-list.ts";
import { type Authenticate, Unidentified } from "./authenticate.ts";
import { type Allowance, type Limits, limitScope } from "./limits.ts";
import { negotiate } from "./negotiate.ts";
import { parseBody, parseParams, parseQuery } from "./parse.ts";
import { type Answer, type Format, refuse, succeed, unidentified } from "./reply.ts";

/** A request of an operation that the router has found. */
export interface Incoming {
  readonly method: string;
  /** Path and query as on the request line. */
  readonly target: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer | undefined;
  readonly remoteAddress: string;
  /** Scheme and authority that links in the answer start with. */
  readonly origin: string;
}

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly limits: Limits;
  readonly lenientAccept: boolean;
  readonly mintId: (now: Instant) => string;
  readonly issue: Issue;
  /** Told of what was thrown and is no fault: the caller hears UNEXPECTED_ERROR, the log hears everything. */
  readonly report: (reason: unknown, request: Incoming) => void;
}

export type Walk = (operation: Operation, request: Incoming) => Promise<Answer>;

export function createCorridor(parts: Parts): Walk {
  const { store, clock, authenticate, limits, lenientAccept, mintId, issue, report } = parts;

  return async function walk(operation, request) {
    const { path, search } = splitTarget(request.target);
    let version: VersionName | undefined;
    let allowance: Allowance | undefined;
    try {
      const now = clock.now();
      const { authorization, accept } = request.headers;
      const { caller, credential } = await authenticate({ ...request, authorization }, now);
      allowAddress(credential, request.remoteAddress);
      version = negotiate(operation, accept, { lenient: lenientAccept, now });
      allowance = limits.take(operation.limit, limitScope(operation.limit, request.params, caller), path);
      const params = parseParams(operation, request.params);
      const query = { ...parseQuery(operation, search), ...operation.versions[version]?.query };
      const body = parseBody(operation, request.headers["content-type"], request.body);

      const ids = pinned(() => mintId(now));
      const apiKeys = pinned(issue.apiKey);
      const clientSecrets = pinned(issue.clientSecret);
      const unit = async (tx: Reads | Writes) => {
        const { group, org } = await enter(operation, params, caller, tx);
        const newId = ids.rewound();
        const fresh: Issue = { apiKey: apiKeys.rewound(), clientSecret: clientSecrets.rewound() };
        const record = (type: EventType, about: EventSubject) =>
          (tx as Writes).events.add({ id: newId(), type, at: now, actor: caller, ...about });
        const context = {
          tx,
          group,
          org,
          params,
          query,
          body,
          caller,
          now,
          newId,
          issue: fresh,
          fault,
          record,
        };
        return operation.handle(context as never);
      };
      const value = await (operation.method === "GET" ? store.read(unit) : store.write(unit));

      const showing = { origin: request.origin, path, search };
      return succeed({
        operation,
        version,
        allowance,
        headers: operation.headers?.(value as never, showing),
        value: operation.views[version]?.(value as never, showing),
        format: { envelope: query.envelope === true, pretty: query.pretty === true },
      });
    } catch (reason) {
      if (reason instanceof Unidentified) return unidentified(reason);
      if (!(reason instanceof Fault)) report(reason, request);
      const known = reason instanceof Fault ? reason : fault("UNEXPECTED_ERROR", {}, { cause: reason });
      return refuse({ fault: known, operation, version, allowance, format: formatOf(search) });
    }
  };
}

/** What follows the first question mark is the query, further ones included. */
function splitTarget(target: string): { path: string; search: string } {
  const at = target.indexOf("?");
  return at < 0 ? { path: target, search: "" } : { path: target.slice(0, at), search: target.slice(at + 1) };
}

/** Opens the door of the operation inside its unit of work, so that a role taken away meanwhile cannot slip through. */
async function enter(
  { door }: Operation,
  params: Readonly<Record<string, string>>,
  caller: Caller,
  tx: Reads | Writes,
): Promise<{ group?: EnteredGroup; org?: Org }> {
  switch (door.kind) {
    case "group": {
      const groupId = params.groupId ?? "";
      const entry = await tx.groups.enter(groupId, caller.id);
      if (entry === undefined) throw fault("GROUP_NOT_FOUND", { groupId });
      refuseUnless(permit(door, entry.roles), "USER_CANNOT_ACCESS_GROUP");
      return { group: entry.group };
    }
    case "org": {
      const orgId = params.orgId ?? "";
      const org = await tx.orgs.find(orgId);
      if (org === undefined) throw fault("ORG_NOT_FOUND", { orgId });
      refuseUnless(permit(door, await tx.orgs.rolesOf(orgId, caller.id)), "USER_CANNOT_ACCESS_ORG");
      return { org };
    }
    case "signedIn":
      return {};
  }
}

function refuseUnless(
  verdict: Verdict,
  outside: "USER_CANNOT_ACCESS_GROUP" | "USER_CANNOT_ACCESS_ORG",
): void {
  if (verdict === "outside") throw fault(outside, {});
  if (verdict === "insufficient") throw fault("USER_UNAUTHORIZED", {});
}

/** What comes out the same, in the same order, each time the unit of work has to run again. */
function pinned<T>(mint: () => T) {
  const minted: T[] = [];
  return {
    rewound() {
      let next = 0;
      return () => {
        const each = minted[next] ?? mint();
        minted[next++] = each;
        return each;
      };
    },
  };
}

/** A refusal may come before the query is parsed; then only the plain words of it count. */
function formatOf(search: string): Format {
  const query = new URLSearchParams(search);
  return { envelope: query.get("envelope") === "true", pretty: query.get("pretty") === "true" };
}
