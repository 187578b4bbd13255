// Counts calls of versions that end: in memory while requests are answered, and every few seconds in the store.
import type { Caller } from "./domain/access.ts";
import {
  CallCounts,
  type DeprecatedCall,
  type DeprecatedCalls,
  maskExample,
  ownAgents,
} from "./domain/deprecated-call.ts";
import { day, type Instant, second } from "./domain/instant.ts";
import { Unidentified } from "./http/authenticate.ts";
import type { PipelineRequest, PipelineWrapper } from "./http/pipeline-request.ts";
import type { ApiAnswer } from "./http/reply.ts";
import { chooseVersion } from "./http/stages/negotiate.ts";
import { openDoor, orgIdOf } from "./http/stages/unit.ts";
import { createWriter } from "./looking.ts";
import type { Store } from "./store/store.ts";

const writeEvery = 5 * second;
const forgetEvery = day;
/** The number of different callers that are kept in memory until they are written; those beyond are counted as one client. */
const mostGathered = 2000;
/** The number of rows that one unit of work writes, while other writers wait. */
const atOnce = 50;

export type Deprecations = ReturnType<typeof createDeprecations>;

/**
 * Creates the counts. Any number of processes may count in the same store; a process that is killed loses what it had not
 * written. Age is measured by real time, `wall`, and by the clock of the requests.
 */
export function createDeprecations({ store, wall }: { store: Store; wall: () => Instant }) {
  let gathered = new CallCounts(mostGathered);
  let forgetAt = Number.NEGATIVE_INFINITY;

  async function writeOnce(): Promise<void> {
    if (gathered.size === 0) return;
    const left = gathered.list();
    gathered = new CallCounts(mostGathered);
    const oldest = Math.min(wall(), ...left.map(({ lastAt }) => lastAt));
    try {
      while (left.length > 0) {
        await store.write((tx) => tx.deprecatedCalls.add(left.slice(0, atOnce)));
        left.splice(0, atOnce);
      }
      if (wall() < forgetAt) return;
      await store.write((tx) => tx.deprecatedCalls.forget(oldest));
      forgetAt = wall() + forgetEvery;
    } catch (reason) {
      // These counts are added to those of the meantime.
      for (const each of left) gathered.merge(each);
      throw reason;
    }
  }

  // Runs writes in sequence, so that an awaited write comes after those before it.
  let last: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => (last = last.catch(() => {}).then(writeOnce));

  return {
    ...createWriter(writeEvery, write, "counting deprecated calls failed; they are kept in memory"),
    note: (call: DeprecatedCall) => gathered.add(call),
    /** Writes the counts so far, and returns what the store has, of an organization, or of all for null. */
    async list(orgId: string | null): Promise<DeprecatedCalls[]> {
      await write();
      return store.read((tx) => tx.deprecatedCalls.list(orgId));
    },
    async clear(): Promise<void> {
      gathered = new CallCounts(mostGathered);
      await store.write((tx) => tx.deprecatedCalls.clear());
    },
  };
}

type CountingDeps = Pick<Deprecations, "note"> & { readonly store: Pick<Store, "read"> };

/** Wraps the pipeline: counts calls of versions that end or have ended, and those of version 1.0. */
export const countDeprecatedCalls = ({ store, note }: CountingDeps): PipelineWrapper => ({
  perform: (next) => async (request) => {
    const answer = await next(request);
    const { operation, received, caller, version = "", refusal } = request;
    // Users cannot change a page, or a command that chooses its own calls.
    const isOwnCall = received.session !== undefined || ownAgents.test(received.headers["user-agent"] ?? "");
    const isOlder = operation.version1 !== undefined;
    if (!isOlder && operation.successor === undefined) return answer;
    if (caller === undefined || isOwnCall || refusal instanceof Unidentified) return answer;
    const isGone = refusal?.code === "VERSION_GONE";
    const isEnding = isOlder || operation.versions[version]?.sunset !== undefined;
    if (!isGone && !(isEnding && isOwn(request, answer))) return answer;
    // A credential belongs to one organization, wherever it asks. A person may have been refused before the door was tried.
    const orgId = caller.orgId ?? request.orgId ?? (await orgAround(store, request, caller));
    note(callOf(request, caller, orgId, isGone));
    return answer;
  },
});

/** Reports whether the operation itself answered, not an injected fault. */
const isOwn = ({ refusal }: PipelineRequest, { status }: ApiAnswer): boolean =>
  refusal !== undefined || (status > 0 && status < 400);

/** Returns the organization that the operation leads the caller into; null if it leads into none, or not this caller. */
const orgAround = (
  store: CountingDeps["store"],
  { operation, received }: PipelineRequest,
  caller: Caller,
): Promise<string | null> =>
  store.read((tx) => openDoor(operation, received.params, caller, tx)).then(orgIdOf, () => null);

function callOf(
  { operation, version, received, body, now: at }: PipelineRequest,
  { kind, id, name }: Caller,
  orgId: string | null,
  isGone: boolean,
): DeprecatedCall {
  const { params, search, headers } = received;
  const credential = { kind, id, name: kind === "USER" ? "" : name };
  const userAgent = headers["user-agent"] ?? "";
  const example = () => {
    // A version that has ended was refused before it was noted.
    const asked = version ?? chooseVersion(operation, headers.accept ?? "", true);
    const shown = { params, search, body, version: operation.version1 === undefined ? asked : undefined };
    return maskExample(shown, Object.keys(operation.query));
  };
  const operationId = operation.version1 ?? operation.id;
  return { operationId, orgId, userAgent, credential, at, isGone, example };
}
