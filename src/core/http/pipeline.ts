// The pipeline: the one way of every request of the API, from top to bottom.
import type { ReadonlyClock } from "../clock.ts";
import type { Instant } from "../domain/instant.ts";
import type { Operation } from "../operations/operation.ts";
import type {
  OperationRequest,
  Perform,
  PipelineRequest,
  PipelineWrapper,
  Stages,
} from "./pipeline-request.ts";
import type { ApiAnswer } from "./reply.ts";
import { admit } from "./stages/admit.ts";
import { handle } from "./stages/handle.ts";
import { identify } from "./stages/identify.ts";
import { limit } from "./stages/limit.ts";
import { negotiateVersion } from "./stages/negotiate.ts";
import { parse } from "./stages/parse.ts";
import { prepare } from "./stages/prepare.ts";
import { refuse } from "./stages/refuse.ts";
import { show } from "./stages/show.ts";
import { enter, unit } from "./stages/unit.ts";

type DepsOf<Stage extends (...given: never[]) => unknown> = Parameters<Stage>[0];

export type PipelineDeps = { readonly clock: ReadonlyClock } & DepsOf<typeof identify> &
  DepsOf<typeof admit> &
  DepsOf<typeof negotiateVersion> &
  DepsOf<typeof limit> &
  DepsOf<typeof prepare> &
  DepsOf<typeof unit> &
  DepsOf<typeof handle> &
  DepsOf<typeof refuse>;

export type Walk = (operation: Operation, request: OperationRequest) => Promise<ApiAnswer>;

/** Creates the pipeline. Each wrapper goes around those before it. */
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
  // Each wrapper gets the stages that those before it have made.
  for (const wrapper of wrappers) Object.assign(stages, wrapper.stages?.(stages));
  const table = [
    stages.identify,
    stages.admit,
    stages.negotiate,
    stages.limit,
    stages.parse,
    stages.prepare,
    unit(deps, stages),
    stages.show,
  ];
  const unprepared = table.filter((stage) => stage !== stages.prepare);

  async function walk(request: PipelineRequest): Promise<ApiAnswer> {
    try {
      for (const stage of request.operation.prepare === undefined ? unprepared : table) {
        const given = stage(request);
        // Most stages return nothing, synchronously: awaiting that would cost each request a turn of the queue.
        const answer = given instanceof Promise ? await given : given;
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

export const beginRequest = (
  operation: Operation,
  received: OperationRequest,
  now: Instant,
): PipelineRequest => ({
  operation,
  received,
  now,
  asker: {
    share: received.remoteAddress.ip ?? "",
    isGone: received.isGone ?? received.connection?.isGone,
  },
  identified: undefined,
  caller: undefined,
  isRecent: true,
  version: undefined,
  allowance: undefined,
  query: {},
  body: undefined,
  prepared: undefined,
  isUnjudged: false,
  answers: undefined,
  withheld: [],
  orgId: null,
  rewindMints: undefined,
  hasMail: false,
  value: undefined,
  refusal: undefined,
});
