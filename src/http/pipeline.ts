// The pipeline: the one way every request of the API goes, from its first byte to its answer.
import { mailOf, recordOf } from "../changes/changing.ts";
import { requireRecentSignIn } from "../changes/giving.ts";
import { enterGroup, enterOrg } from "../changes/scopes.ts";
import type { Clock } from "../clock.ts";
import { Fault, fault } from "../contract/errors.ts";
import type { LimitSet } from "../contract/limits.ts";
import type { RoleName } from "../contract/roles.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { splitTarget } from "../contract/target.ts";
import type { VersionName } from "../contract/versions.ts";
import type { Caller } from "../domain/access.ts";
import type { NoteKeyUse } from "../domain/api-key.ts";
import type { NoteDeprecated } from "../domain/deprecated-call.ts";
import type { EnteredGroup } from "../domain/group.ts";
import type { Instant } from "../domain/instant.ts";
import type { Org } from "../domain/org.ts";
import type { Policy } from "../domain/policy.ts";
import { recentSignIn } from "../domain/session.ts";
import type { EndpointSet, Operation } from "../operations/operation.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Passwords } from "../secrets/passwords.ts";
import type { Reads, Store, Writes } from "../store/store.ts";
import { allowAddress } from "./access-list.ts";
import {
  type Authenticate,
  type Identified,
  type NamedKey,
  type Outdate,
  type ProveKey,
  Unidentified,
} from "./authenticate.ts";
import { decompress } from "./decompress.ts";
import { type Injection, type Injector, Instead, injectAfter, injectBefore, type Wire } from "./injection.ts";
import { type Allowance, isShared, type Limits, limitScope, type Spend } from "./limits.ts";
import { pinMints } from "./mints.ts";
import { negotiate } from "./negotiate.ts";
import { parseBody, parseParams, parseQuery, readFormat } from "./parse.ts";
import { type Answer, refuse, succeed, unidentified } from "./reply.ts";
import type { Report } from "./report.ts";
import { type NoteSecurity, pathShown } from "./security-log.ts";

/** A request of an operation that the router has found. */
export interface Incoming {
  readonly method: string;
  /** Path and query as on the request line. */
  readonly target: string;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Reads the body, once it is known who asks. */
  readonly readBody: () => Promise<Buffer | undefined>;
  readonly remoteAddress: string;
  /** Name of the request in the log. */
  readonly requestId: string;
  /** Secret of a person's session. Only pages of the console pass one on; nothing that comes from outside sets it. */
  readonly session?: string | undefined;
  /** Scheme and authority that links in the answer start with. */
  readonly origin: string;
  /** Looks on in the unit of work before the door is tried, at what it is tried with; absent where nothing is explained. */
  readonly look?: ((tx: Reads, caller: Caller) => Promise<void>) | undefined;
  /** Chooses a fault to inject; absent where there are none. */
  readonly injecting?: { readonly choose: Injector["choose"]; readonly wire: Wire } | undefined;
}

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly authenticate: Authenticate;
  readonly outdate: Outdate;
  readonly proveKey: ProveKey;
  readonly limits: Limits;
  readonly spend: Spend;
  readonly lenientAccept: boolean;
  /** Whether a caller gives and takes no role above its own. */
  readonly strictRoles: boolean;
  readonly policy: Policy;
  readonly mintId: (now: Instant) => string;
  readonly issue: Issue;
  readonly passwords: Passwords;
  readonly endpointSets: readonly EndpointSet[];
  readonly noteSecurity: NoteSecurity;
  /** Counts the calls of what is to be removed. */
  readonly noteDeprecated: NoteDeprecated;
  /** Notes when an API key is used. */
  readonly noteKeyUse: NoteKeyUse;
  /** What was thrown and is no fault is UNEXPECTED_ERROR to the caller, and nothing more. */
  readonly report: Report;
}

/** What was seen of a request that the security log may tell of. */
interface Seen {
  readonly who?: string | undefined;
  readonly claimed?: string;
  readonly refusedFor?: string;
  readonly body?: unknown;
  readonly value?: unknown;
}

/** What was seen of a request that is counted where its version is to be removed. */
interface Counted {
  readonly version: VersionName | undefined;
  readonly caller: Caller | undefined;
  readonly orgId: string | null;
  readonly isGone: boolean;
  readonly body: unknown;
  readonly now: Instant;
}

/** What nobody may do, whatever they hold: such a refusal says nothing of the caller. */
const forNobody: ReadonlySet<string> = new Set([
  "CANNOT_DELETE_LAST_ADMIN",
  "CANNOT_DEMOTE_LAST_ORG_OWNER",
  "CANNOT_REMOVE_ALL_USER_ROLES",
]);

/** Whether a known caller is refused for who it is, or where it asks from. */
const isAboutCaller = ({ status, code }: Fault): boolean =>
  (status === 401 || status === 403) && !forNobody.has(code);

/** Whom a console operation is about, where nobody has signed in yet. */
function nameIn(from: unknown): string | undefined {
  const { username, email } = (from ?? {}) as { username?: string; email?: string };
  return username ?? email;
}

export type Walk = (operation: Operation, request: Incoming) => Promise<Answer>;

export function createPipeline(parts: Parts): Walk {
  const {
    store,
    clock,
    authenticate,
    outdate,
    proveKey,
    limits,
    spend,
    lenientAccept,
    strictRoles,
    policy,
    mintId,
    issue,
    passwords,
    endpointSets,
    noteSecurity,
    noteDeprecated,
    noteKeyUse,
    report,
  } = parts;

  /** Writes a line of the security log, for what an operation is there or for what it refused. */
  function note(event: SecurityEvent | undefined, operation: Operation, request: Incoming, seen: Seen): void {
    if (event === undefined) return;
    const { requestId, remoteAddress: ip, params } = request;
    const path = operation.surface === undefined ? pathShown(operation.path, params) : undefined;
    const who = seen.who ?? nameIn(seen.value);
    const claimed = seen.claimed ?? nameIn(seen.body);
    const { refusedFor } = seen;
    noteSecurity({ event, refusedFor, who, claimed, operationId: operation.id, path, requestId, ip });
  }

  /** Counts a call of a version that is to be removed, or that has been; one that asked for no version at all is none. */
  async function count(operation: Operation, request: Incoming, seen: Counted): Promise<void> {
    const { version, caller, isGone, body, now } = seen;
    // A page is no client that somebody has to change.
    if (operation.successor === undefined || caller === undefined || request.session !== undefined) return;
    if (!isGone && operation.versions[version ?? ""]?.sunset === undefined) return;
    noteDeprecated({
      operationId: operation.id,
      queryNames: Object.keys(operation.query),
      params: request.params,
      search: splitTarget(request.target).search,
      body,
      userAgent: request.headers["user-agent"] ?? "",
      caller,
      // A credential is of one organization, wherever it asks. A person who was refused may have been refused before the door.
      orgId: caller.orgId ?? seen.orgId ?? (await orgAround(operation, request.params, caller)),
      at: now,
      isGone,
    });
  }

  /** The organization that an operation leads a caller into; null where it leads into none, or not this caller. */
  async function orgAround(
    operation: Operation,
    params: Incoming["params"],
    caller: Caller,
  ): Promise<string | null> {
    try {
      return orgIdOf(await store.read((tx) => enter(operation, params, caller, tx)));
    } catch {
      return null;
    }
  }

  /** Whether a caller who was refused belongs to the scope of the operation: a stranger spends nothing of its bucket. */
  async function isInside(
    operation: Operation,
    params: Incoming["params"],
    caller: Caller,
  ): Promise<boolean> {
    try {
      await store.read((tx) => enter(operation, params, caller, tx));
      return true;
    } catch (reason) {
      return reason instanceof Fault && reason.code === "USER_UNAUTHORIZED";
    }
  }

  return async function walk(operation, request) {
    const { path, search } = splitTarget(request.target);
    let version: VersionName | undefined;
    let allowance: Allowance | undefined;
    let identified: Identified | undefined;
    let caller: Caller | undefined;
    let bucket: string | undefined;
    let isRecent = true;
    let body: unknown;
    let injection: Injection | undefined;
    const leaving = (answer: Answer): Answer =>
      injection === undefined ? answer : injectAfter(injection, answer);
    let orgId: string | null = null;
    const now = clock.now();
    try {
      if (operation.door.kind !== "open") {
        const { method, target, remoteAddress, session } = request;
        const { authorization } = request.headers;
        const isProvedLater = provesLater(operation, request.headers);
        const claim = { authorization, method, target, remoteAddress, session, isProvedLater };
        identified = await authenticate(claim, now);
        caller = identified.caller;
        if (policy.asksAgain && identified.signedInAt !== undefined) {
          isRecent = now - identified.signedInAt <= recentSignIn;
        }
        if (identified.credential !== undefined) allowAddress(identified.credential, request.remoteAddress);
        if (caller.kind === "API_KEY") noteKeyUse(caller.id, now);
      }
      version = negotiate(operation, request.headers.accept, { lenient: lenientAccept, now });
      const scope = limitScope(operation.limit, request.params, caller, request.remoteAddress);
      bucket = scope;
      if (request.injecting !== undefined) {
        const { choose, wire } = request.injecting;
        const { authorization, "user-agent": userAgent = "" } = request.headers;
        const canBeStale = caller !== undefined;
        const { method } = request;
        injection = choose({
          operationId: operation.id,
          method,
          path,
          caller: caller?.name,
          userAgent,
          canBeStale,
        });
        const about = { path, limit: operation.limit, outdate: () => outdate(authorization, now) };
        if (injection !== undefined) await injectBefore(injection, wire, about);
      }
      const isProved = identified?.isProvedLater !== true;
      // A stranger spends nothing of the bucket of others: who it is, or belongs to, is known in the unit of work.
      const isTakenLater = caller !== undefined && (isShared(operation.limit) || !isProved);
      if (isTakenLater) limits.check(operation.limit, scope, path);
      else allowance = limits.take(operation.limit, scope, path);
      const params = parseParams(operation, request.params);
      const query = parseQuery(operation, search, operation.versions[version]?.query);
      const raw =
        operation.body && (await decompress(await request.readBody(), request.headers["content-encoding"]));
      body = parseBody(operation, request.headers["content-type"], raw);
      const prepared = await operation.prepare?.({
        params,
        query,
        body,
        caller,
        now,
        remoteAddress: request.remoteAddress,
        policy,
        issue,
        fault,
        passwords,
        read: store.read,
        spend: (set: LimitSet, key: string) => spend(set, key, path),
      } as never);

      const rewindMints = pinMints({ newId: () => mintId(now), issue });
      const writes = operation.method !== "GET";
      const contextOf = (tx: Reads | Writes, { group, org, roles }: Entered): never => {
        const mints = rewindMints();
        const writing = { tx: tx as Writes, now, newId: mints.newId };
        return {
          tx,
          group,
          org,
          params,
          query,
          body,
          caller,
          now,
          endpointSets,
          prepared,
          newId: mints.newId,
          held: strictRoles ? (roles ?? null) : null,
          isRecent,
          policy,
          issue: mints.issue,
          browser: request,
          prove: async (named: NamedKey) => {
            const key = await proveKey(tx, named);
            if (key !== undefined) allowAddress(key, request.remoteAddress);
            return key;
          },
          fault,
          record: recordOf(writing, caller ?? null),
          mail: mailOf(writing),
        } as never;
      };
      const unit = async (tx: Reads | Writes) => {
        if (caller !== undefined && (await operation.repeats?.({ tx, params, caller, now })))
          return undefined;
        if (writes) hold(operation, params, caller, tx as Writes);
        const isConfirmed = writes ? operation.holds !== "itself" : !isProved;
        const still = isConfirmed ? confirm(identified, tx, request) : undefined;
        if (caller !== undefined) await request.look?.(tx, caller);
        const entering = Promise.all([still, enter(operation, params, caller, tx)]);
        const [, entered] = await entering;
        orgId = orgIdOf(entered);
        allowance ??= limits.take(operation.limit, scope, path);
        if (operation.securityEvent === "credential-creation") requireRecentSignIn({ isRecent });
        const value = await operation.handle(contextOf(tx, entered));
        // Now the handler has its locks.
        if (writes && operation.holds === "itself") await confirm(identified, tx, request);
        return value;
      };
      const value = await (writes ? store.write(unit) : store.read(unit));
      // What repeats a change that is done has no project any more to be counted for.
      allowance ??= limits.take(operation.limit, caller?.id ?? scope, path);
      note(operation.securityEvent, operation, request, { who: caller?.name, body, value });
      if (operation.successor !== undefined) {
        await count(operation, request, { version, caller, orgId, isGone: false, body, now });
      }

      const showing = { origin: request.origin, path, search };
      const answer = succeed({
        operation,
        version,
        allowance,
        headers: operation.headers?.(value as never, showing),
        value: operation.views[version]?.(value as never, showing),
        format: { envelope: query.envelope === true, pretty: query.pretty === true },
        who: caller?.name,
      });
      return leaving(answer);
    } catch (thrown) {
      if (thrown instanceof Instead) return leaving({ ...thrown.answer, who: caller?.name });
      const proved = identified;
      // Nobody whose token holds no more is told anything else; of what failed here, nothing is told that is not so.
      const isRefusal = thrown instanceof Fault && thrown.status < 500;
      const reason =
        isRefusal && proved?.isProvedLater
          ? await store
              .look((tx) => confirm(proved, tx, request))
              .then(
                () => thrown,
                (refused: unknown) => refused,
              )
          : thrown;
      if (reason instanceof Unidentified) {
        const { claimed, scheme } = reason;
        if (claimed !== undefined) {
          // A token says whose it is under our signature.
          const named = scheme === "digest" ? { claimed } : { who: claimed };
          note("authentication", operation, request, { ...named, refusedFor: scheme });
        }
        return leaving(unidentified(reason));
      }
      report(reason, request);
      let known = reason instanceof Fault ? reason : fault("UNEXPECTED_ERROR", {}, { cause: reason });
      const isCounted = allowance !== undefined || known.code === "RATE_LIMITED_TOKEN_BUCKET";
      if (caller !== undefined && bucket !== undefined && !isCounted) {
        const isTheirs =
          known.code !== "SERVICE_UNAVAILABLE" && (await isInside(operation, request.params, caller));
        try {
          allowance = limits.take(operation.limit, isTheirs ? bucket : caller.id, path);
        } catch (full) {
          known = full as Fault;
        }
      }
      const event = operation.securityEvent ?? (isAboutCaller(known) ? "access" : undefined);
      note(event, operation, request, { who: caller?.name, body, refusedFor: known.code });
      const isGone = known.code === "VERSION_GONE";
      await count(operation, request, { version, caller, orgId, isGone, body, now });
      const refused = refuse({
        fault: known,
        operation,
        version,
        allowance,
        format: readFormat(search),
        who: caller?.name,
      });
      return leaving(refused);
    }
  };
}

/** In bytes: a body of so many is read before it is known whether a token still holds. */
const shortBody = 16 * 1024;

/** Whether nothing is done, and not much is read, before the unit of work, in which the caller can be proved as well. */
function provesLater({ prepare, repeats, holds }: Operation, headers: Incoming["headers"]): boolean {
  const isShort = !("transfer-encoding" in headers) && Number(headers["content-length"] ?? 0) <= shortBody;
  return isShort && prepare === undefined && repeats === undefined && holds !== "itself";
}

/** Refuses a caller whose credential, token or session has gone since the head was read, or is for other addresses now. */
async function confirm(
  identified: Identified | undefined,
  tx: Reads | Writes,
  { remoteAddress }: Pick<Incoming, "remoteAddress">,
): Promise<void> {
  const credential = await identified?.again(tx);
  if (credential !== undefined) allowAddress(credential, remoteAddress);
}

/** Keeps others from changing what the operation decides by, until it is done. */
function hold(
  { door, holds }: Operation,
  params: Incoming["params"],
  caller: Caller | undefined,
  { locks }: Writes,
): void {
  const { groupId = "", orgId = "" } = params;
  if (holds === "itself") return;
  if (holds === "person") locks.person(caller?.id ?? "");
  else if (holds === "group") locks.group(groupId);
  else if (holds === "everything") locks.everything();
  else if (door.kind === "group") locks.orgOfGroup(groupId);
  else if (door.kind === "org") locks.org(orgId);
  else locks.everything();
}

type Entered = Awaited<ReturnType<typeof enter>>;

const orgIdOf = ({ group, org }: Entered): string | null => group?.orgId ?? org?.id ?? null;

/** Opens the door of the operation inside its unit of work, so that a role taken away meanwhile cannot slip through. */
export async function enter(
  { door }: Operation,
  params: Readonly<Record<string, string | undefined>>,
  caller: Pick<Caller, "id" | "kind"> | undefined,
  tx: Reads | Writes,
): Promise<{ group?: EnteredGroup; org?: Org; roles?: readonly RoleName[] }> {
  if (caller === undefined) return {};
  switch (door.kind) {
    case "group":
      return enterGroup({ tx, fault }, params.groupId ?? "", caller, door.role);
    case "org":
      return enterOrg({ tx, fault }, params.orgId ?? "", caller, door.role);
    case "signedIn":
    case "open":
      return {};
  }
}
