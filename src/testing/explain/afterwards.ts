// Explains afterwards why a request was answered as it was: a refusal before the door has changed nothing.
import { findNamed, placeOf, rolesHeld } from "../../atlas/users/explaining.ts";
import type { Caller } from "../../core/domain/access.ts";
import type { Claim } from "../../core/domain/claim.ts";
import {
  type Explanation,
  explain as explainDoor,
  type Refused,
  type SourcedRole,
} from "../../core/domain/explanation.ts";
import { isFor, readDigest } from "../../core/http/digest.ts";
import type { OperationRequest, PipelineRequest } from "../../core/http/pipeline-request.ts";
import { listOf, outside, refusalOf } from "../../core/http/refusals.ts";
import type { ApiAnswer } from "../../core/http/reply.ts";
import type { Operation } from "../../core/operations/operation.ts";
import type { Reads, Store } from "../../core/store/store.ts";

export type Params = Readonly<Record<string, string | undefined>>;
export type Asker = Pick<Caller, "kind" | "id" | "name">;

export interface Decided {
  readonly operation: Operation;
  readonly asker: Asker | null;
  readonly held: readonly SourcedRole[];
  readonly refusedBy: Refused | null;
}

/** A request that was answered. */
export type Answered = Pick<PipelineRequest, "operation" | "received">;
type Found = Pick<Decided, "asker" | "held"> & { readonly listed?: readonly string[] };

export function decide({ operation, received }: Answered, answer: ApiAnswer, found: Found): Explanation {
  const unrefused = explanationOf({ ...found, operation, refusedBy: null });
  const refusedBy = outside(refusalOf(answer, unrefused), received.remoteAddress.ip, found.listed ?? []);
  return { ...unrefused, refusedBy };
}

export async function lookAfterwards(
  store: Pick<Store, "read">,
  { operation, received }: Answered,
  { who, headers }: ApiAnswer,
): Promise<Found & { readonly claim: Claim }> {
  const { claimed, ...own } = claimedIn(received);
  const name = who ?? claimed;
  const isStale = headers["www-authenticate"]?.endsWith("stale=true") === true;
  const said = { ...own, name, isStale };
  const nobody = { asker: null, held: [], claim: { ...said, principal: null } };
  if (name === null) return nobody;
  const look = async (tx: Reads) => {
    const asker = await findNamed(tx, name);
    if (asker === undefined) return nobody;
    const { kind, id, credential } = asker;
    const { label = "", orgId = null } = credential ?? {};
    const accessList = listOf(credential);
    const claim = { ...said, principal: { kind, id, name: asker.name, label, orgId, accessList } };
    if (who === undefined) return { ...nobody, claim };
    const held = await heldAt(tx, operation, received.params, asker);
    return { asker, held, listed: accessList, claim };
  };
  return store.read(look).catch(() => nobody);
}

/** Reads the claim of an Authorization header. */
function claimedIn({ headers: { authorization = "" }, target }: OperationRequest) {
  const [scheme = ""] = authorization.toLowerCase().split(" ", 1);
  const digest = scheme === "digest" ? readDigest(authorization) : undefined;
  return {
    scheme: scheme.slice(0, 20),
    claimed: digest?.username.slice(0, 100) ?? null,
    isForOther: digest !== undefined && !isFor(digest, target),
  };
}

export async function heldAt(
  tx: Reads,
  { door }: Operation,
  params: Params,
  asker: Asker,
): Promise<readonly SourcedRole[]> {
  const place = await placeOf(tx, door, params);
  return place === undefined ? [] : rolesHeld(tx, place, asker.id);
}

export function explanationOf({ operation, asker, held, refusedBy }: Decided): Explanation {
  const caller = asker && { kind: asker.kind, id: asker.id, name: asker.name };
  const { id: operationId, method, path, door } = operation;
  return { operationId, method, path, door: door.kind, ...explainDoor(door, held), caller, refusedBy };
}
