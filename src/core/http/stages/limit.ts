// Stage: takes the request from the bucket of its rate limit.
import { isShared, type Limits, limitScope } from "../limits.ts";
import type { PipelineRequest } from "../pipeline-request.ts";

type LimitDeps = { readonly limits: Limits };

/**
 * Charges the request. A shared bucket is only checked here: a stranger must not use it up, and whether the caller belongs
 * there is known after the door was tried.
 */
export const limit = (deps: LimitDeps) =>
  function limit(request: PipelineRequest): undefined {
    if (request.caller !== undefined && isShared(request.operation.limit)) checkBucket(deps, request);
    else charge(deps, request);
  };

export function checkBucket({ limits }: LimitDeps, request: PipelineRequest): undefined {
  limits.check(request.operation.limit, bucketOf(request), request.received.path);
}

/** Takes the request from a bucket, unless it was taken from one already. */
export function charge({ limits }: LimitDeps, request: PipelineRequest, bucket = bucketOf(request)): void {
  if (request.allowance !== undefined) return;
  const { operation, received, caller } = request;
  const { limit, counts } = operation;
  request.allowance = limits.take(limit, bucket, received.path);
  if (counts === undefined) return;
  limits.take(counts, limitScope(counts, received.params, caller, received.remoteAddress), received.path);
}

export const bucketOf = ({ operation, received, caller }: PipelineRequest): string =>
  limitScope(operation.limit, received.params, caller, received.remoteAddress);
