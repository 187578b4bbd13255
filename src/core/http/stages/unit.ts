// Stage: opens the unit of work, tries the door with the current roles, and does the operation's own work (handle.ts).
import { requireRecentSignIn } from "../../changes/changing.ts";
import { keyOf, Unanswered } from "../../changes/judging.ts";
import { endIn, Overdue } from "../../changes/resources.ts";
import { enterFederation, enterGroup, enterOrg } from "../../changes/scopes.ts";
import { withheldOrgs } from "../../changes/second-factor.ts";
import { hideOrgs } from "../../changes/withholding.ts";
import { Fault, fault } from "../../contract/errors.ts";
import type { Caller } from "../../domain/access.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Operation } from "../../operations/operation.ts";
import type { Reads, Store, Writes } from "../../store/store.ts";
import type { Limits } from "../limits.ts";
import type { Entered, PipelineRequest, Stages } from "../pipeline-request.ts";
import { revalidate } from "./admit.ts";
import { bucketOf, charge } from "./limit.ts";

/** The outbox as seen by requests that queue mail or invalidate it. */
export interface DueMail {
  /** True if mail waits that must be captured before anything changes. */
  readonly isDue: boolean;
  /** Notes that something waits from now on. */
  note(): void;
  /** Captures the waiting mail at an instant, by default now. */
  settle(at?: Instant): Promise<void> | undefined;
  /** Sends mail that was queued. */
  send(): Promise<void> | undefined;
}

interface UnitDeps {
  readonly store: Store;
  readonly limits: Limits;
  /** The mail; null if none is sent. */
  readonly mail: DueMail | null;
  readonly mintId: (now: Instant) => string;
}

/** Runs the work, and again if PostgreSQL found a collision. */
export const unit = (deps: UnitDeps, { enter, handle }: Pick<Stages, "enter" | "handle">) =>
  async function unit(request: PipelineRequest): Promise<undefined> {
    const { operation, caller } = request;
    const work = async (tx: Reads | Writes): Promise<unknown> => {
      const entered = await enter(request, tx);
      request.orgId = orgIdOf(entered);
      charge(deps, request);
      if (operation.securityEvent === "credential-creation") requireRecentSignIn(request);
      return handle(request, caller ? hideOrgs(tx, caller, request.withheld) : tx, entered);
    };
    if (deps.mail?.isDue && isChange(operation)) await deps.mail.settle();
    const run = isChange(operation) ? deps.store.write : deps.store.read;
    try {
      request.value = await runAnswered(request, () =>
        runEnded(deps, request, () => run(work, request.asker)),
      );
    } catch (refusal) {
      if (!(await isRepeated(deps, request, refusal))) throw refusal;
    }
    // A repeated deletion of a project was not charged above, because its project, and with it the bucket, is gone.
    charge(deps, request, caller?.id ?? bucketOf(request));
    if (request.hasMail) await deps.mail?.send();
  };

/** Runs a unit of work, and again after the events of things that ended by the clock are recorded. */
async function runEnded(
  { store, mintId }: UnitDeps,
  { now, asker }: PipelineRequest,
  run: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await run();
  } catch (reason) {
    if (!(reason instanceof Overdue)) throw reason;
    const { groupId } = reason;
    await store.write((tx) => {
      tx.locks.group(groupId, "");
      return endIn({ tx, now, newId: () => mintId(now) }, groupId);
    }, asker);
    return run();
  }
}

/** The most times that is asked again, because others changed the subject meanwhile. */
const mostAsked = 5;

/** Runs a unit of work, and again with the answers that it could not wait for. */
async function runAnswered(request: PipelineRequest, run: () => Promise<unknown>): Promise<unknown> {
  for (let asked = 0; asked < mostAsked; asked++) {
    try {
      return await run();
    } catch (reason) {
      if (!(reason instanceof Unanswered)) throw reason;
      const { questions } = reason;
      const found = await reason.ask(questions);
      request.answers ??= new Map();
      for (const [index, each] of questions.entries()) request.answers.set(keyOf(each), found[index] ?? []);
    }
  }
  const reason = "The resource policies or the clusters of the organization change all the time";
  throw fault("SERVICE_UNAVAILABLE", { reason }, { headers: { "retry-after": "1" } });
}

/**
 * Reports whether the request repeats an earlier one. Called after a 404 under the lock: an earlier identical request has
 * committed.
 */
async function isRepeated({ store }: UnitDeps, request: PipelineRequest, refusal: unknown): Promise<boolean> {
  const { repeats } = request.operation;
  const { caller, now } = request;
  const { params } = request.received;
  const isGone = refusal instanceof Fault && refusal.status === 404;
  if (!isGone || caller === undefined || repeats === undefined) return false;
  return store.read((tx) => repeats({ tx, params, caller, now }), request.asker);
}

/** Locks the rows that the decision depends on and tries the door, so that a role that is removed meanwhile cannot be used. */
export async function enter(request: PipelineRequest, tx: Reads | Writes): Promise<Entered> {
  const { operation, received, caller } = request;
  const { params } = received;
  const isChanging = isChange(operation);
  // A stranger must not delay all others.
  if (isChanging && operation.locks === "everything") await openDoor(operation, params, caller, tx);
  if (isChanging) lock(operation, params, caller, tx as Writes);
  const isStill = isChanging && operation.locks !== "handler" ? revalidate(request, tx) : undefined;
  const opening = openDoor(operation, params, caller, tx);
  const entered = isStill === undefined ? await opening : (await Promise.all([isStill, opening]))[1];
  // For anything but the own account, a person may need a second factor.
  if (caller && request.identified?.lacksFactor && !operation.isBeforeFactor) {
    request.withheld = await withheldOrgs({ tx }, caller, orgIdOf(entered));
  }
  return entered;
}

function lock(
  { door, locks }: Operation,
  { groupId = "", orgId = "" }: Readonly<Record<string, string>>,
  caller: Caller | undefined,
  tx: Writes,
): void {
  if (locks === "handler") return;
  const id = caller?.id ?? "";
  if (locks === "person") tx.locks.person(id);
  else if (locks === "group") tx.locks.group(groupId, id);
  else if (locks === "everything") tx.locks.everything();
  else if (door.kind === "group") tx.locks.orgOfGroup(groupId, id);
  else if (door.kind === "org") tx.locks.orgFor(orgId, id);
  else tx.locks.everything();
}

export async function openDoor(
  { door }: Operation,
  { groupId = "", orgId = "", federationSettingsId = "" }: Readonly<Record<string, string | undefined>>,
  caller: Pick<Caller, "id" | "kind"> | undefined,
  tx: Reads,
): Promise<Entered> {
  if (caller === undefined) return {};
  if (door.kind === "group") return enterGroup({ tx, fault }, groupId, caller, door);
  if (door.kind === "org") return enterOrg({ tx, fault }, orgId, caller, door.role);
  if (door.kind === "federation") {
    return enterFederation({ tx, fault }, federationSettingsId, caller, door.role);
  }
  return {};
}

export const orgIdOf = ({ group, org }: Entered): string | null => group?.orgId ?? org?.id ?? null;

/** Reports whether the unit of work of an operation writes. */
export const isChange = ({ method }: Operation): boolean => method !== "GET";
