// The corridor: the one way every request of the API walks, from its first byte to its answer.
import type { Clock } from "../clock.ts";
import { Fault, fault } from "../contract/errors.ts";
import type { VersionDate } from "../contract/versions.ts";
import { type Caller, permit, type Verdict } from "../domain/access.ts";
import type { Instant } from "../domain/instant.ts";
import type { Operation } from "../operations/operation.ts";
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
  /** Told of what was thrown and is no fault: the caller hears UNEXPECTED_ERROR, the log hears everything. */
  readonly report: (reason: unknown, request: Incoming) => void;
}

export type Walk = (operation: Operation, request: Incoming) => Promise<Answer>;

export function createCorridor(parts: Parts): Walk {
  const { store, clock, authenticate, limits, lenientAccept, mintId, report } = parts;

  return async function walk(operation, request) {
    const [path = "", search = ""] = request.target.split("?", 2);
    let allowance: Allowance | undefined;
    try {
      const now = clock.now();
      const { authorization, accept } = request.headers;
      const { caller, credential } = await authenticate({ ...request, authorization }, now);
      allowAddress(credential, request.remoteAddress);
      const version = negotiate(operation, accept, { lenient: lenientAccept, now });
      allowance = limits.take(operation.limit, limitScope(operation.limit, request.params, caller), path);
      const params = parseParams(operation, request.params);
      const query = parseQuery(operation, search);
      const body = parseBody(operation, request.headers["content-type"], request.body);

      const ids = pinned(() => mintId(now));
      const unit = async (tx: Reads | Writes) => {
        const scope = await enter(operation, params, caller, tx);
        const context = { ...scope, tx, params, query, body, caller, now, newId: ids.rewound(), fault };
        return operation.handle(context as never);
      };
      const value = await (operation.method === "GET" ? store.read(unit) : store.write(unit));

      const showing = { origin: request.origin, path, search };
      return succeed({
        operation,
        version,
        allowance,
        headers: operation.headers?.(value as never, showing),
        value: operation.views[version as VersionDate]?.(value as never, showing),
        format: { envelope: query.envelope === true, pretty: query.pretty === true },
      });
    } catch (reason) {
      if (reason instanceof Unidentified) return unidentified(reason);
      if (!(reason instanceof Fault)) report(reason, request);
      const known = reason instanceof Fault ? reason : fault("UNEXPECTED_ERROR", {}, { cause: reason });
      return refuse({ fault: known, operation, allowance, format: formatOf(search) });
    }
  };
}

/** Opens the door of the operation inside its unit of work, so that a role taken away meanwhile cannot slip through. */
async function enter(
  { door }: Operation,
  params: Readonly<Record<string, string>>,
  caller: Caller,
  tx: Reads | Writes,
): Promise<object> {
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

/** Ids that come out the same, in the same order, each time the unit of work has to run again. */
function pinned(mint: () => string) {
  const ids: string[] = [];
  return {
    rewound() {
      let next = 0;
      return () => {
        const id = ids[next] ?? mint();
        ids[next++] = id;
        return id;
      };
    },
  };
}

/** A refusal may come before the query is parsed; then only the plain words of it count. */
function formatOf(search: string): Format {
  const query = new URLSearchParams(search);
  return { envelope: query.get("envelope") === "true", pretty: query.get("pretty") === "true" };
}
