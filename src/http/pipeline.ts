// The pipeline: the one way every request of the API goes, read from top to bottom.
import type { Clock } from "../clock.ts";
import { splitTarget } from "../contract/target.ts";
import type { NoteKeyUse } from "../domain/api-key.ts";
import type { Instant } from "../domain/instant.ts";
import type { Policy } from "../domain/policy.ts";
import type { Operation } from "../operations/operation.ts";
import type { Store } from "../store/store.ts";
import type { Authenticate } from "./authenticate.ts";
import type { Limits, Spend } from "./limits.ts";
import type {
  OperationRequest,
  Perform,
  PipelineRequest,
  PipelineWrapper,
  Stage,
  Stages,
} from "./pipeline-request.ts";
import type { ApiAnswer } from "./reply.ts";
import type { Report } from "./report.ts";
import { admit } from "./stages/admit.ts";
import { enter } from "./stages/enter.ts";
import { type HandlerDeps, handle } from "./stages/handle.ts";
import { identify } from "./stages/identify.ts";
import { limit } from "./stages/limit.ts";
import { negotiateVersion } from "./stages/negotiate.ts";
import { parse } from "./stages/parse.ts";
import { type PreparingDeps, prepare } from "./stages/prepare.ts";
import { refuse } from "./stages/refuse.ts";
import { show } from "./stages/show.ts";
import { unit } from "./stages/unit.ts";

export interface PipelineDeps extends HandlerDeps, PreparingDeps {
  readonly store: Store;
  readonly clock: Pick<Clock, "now">;
  readonly authenticate: Authenticate;
  readonly noteKeyUse: NoteKeyUse;
  readonly limits: Limits;
  readonly spend: Spend;
  readonly lenientAccept: boolean;
  readonly policy: Policy;
  /** Logs what was thrown and is no refusal: its caller gets UNEXPECTED_ERROR, and nothing more. */
  readonly report: Report;
}

export type Walk = (operation: Operation, request: OperationRequest) => Promise<ApiAnswer>;

/** A wrapper goes around those before it. */
export function createPipeline(deps: PipelineDeps, wrappers: readonly PipelineWrapper[] = []): Walk {
  const stages: Stages = {
    identify: identify(deps),
    admit: admit(deps),
    negotiate: negotiateVersion(deps),
    limit: limit(deps),
    parse,
    prepare: prepare(deps),
    enter,
    handle: handle(deps),
    show,
    refuse: refuse(deps),
  };
  for (const wrapper of wrappers) Object.assign(stages, wrapper.stages?.(stages));
  const table: readonly Stage[] = [
    stages.identify,
    stages.admit,
    stages.negotiate,
    stages.limit,
    stages.parse,
    stages.prepare,
    unit(deps, stages),
    stages.show,
  ];

  async function walk(request: PipelineRequest): Promise<ApiAnswer> {
    try {
      for (const stage of table) {
        const answer = await stage(request);
        if (answer !== undefined) return answer;
      }
      throw new Error("no stage has answered");
    } catch (reason) {
      return stages.refuse(request, reason);
    }
  }

  const perform = wrappers.reduce<Perform>((next, wrapper) => wrapper.perform?.(next) ?? next, walk);
  return (operation, received) => perform(beginRequest(operation, received, deps.clock.now()));
}

export function beginRequest(
  operation: Operation,
  received: OperationRequest,
  now: Instant,
): PipelineRequest {
  const { path, search } = splitTarget(received.target);
  return {
    operation,
    received,
    path,
    search,
    now,
    identified: undefined,
    caller: undefined,
    isRecent: true,
    version: undefined,
    allowance: undefined,
    query: {},
    body: undefined,
    prepared: undefined,
    orgId: null,
    rewindMints: undefined,
    value: undefined,
    refusal: undefined,
  };
}
