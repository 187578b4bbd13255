// Stream processors: their pipelines, their states and their statistics.

import type { StreamsProcessorRequest } from "../../../client/api.ts";
import { walkedTo } from "../../../core/domain/course.ts";
import type { Instant } from "../../../core/domain/instant.ts";
import type { Sent } from "../../../core/domain/sent.ts";
import { isAbove, largest, type Tier, type Workspace } from "./workspace.ts";

export type SentProcessor = Sent<StreamsProcessorRequest>;
type SentOptions = NonNullable<SentProcessor["options"]>;
type SentAutoscaling = SentOptions["autoscaling"];
export type ProcessorState = "INIT" | "CREATED" | "STARTED" | "STOPPED";

/** The sizes between which a processor is scaled. */
interface Autoscaling {
  readonly enabled: true;
  readonly minTier: Tier;
  readonly maxTier: Tier;
}

export interface Options {
  readonly autoscaling?: Autoscaling;
  readonly dlq?: NonNullable<SentOptions["dlq"]>;
}

export interface Processor extends Omit<SentProcessor, "options"> {
  readonly name: string;
  readonly options?: Options;
  readonly pipeline: NonNullable<SentProcessor["pipeline"]>;
  readonly tier: Tier;
  readonly workspaceName: string;
  readonly from: ProcessorState;
  /** The state that it reaches when it has left the other one. */
  readonly to: ProcessorState;
  /** The instant at which it began to change. */
  readonly changedAt: Instant;
  /** Milliseconds that a change takes. */
  readonly step: number;
}

/** Returns the state at an instant. */
export const stateOfProcessor = (
  { from, to, changedAt, step }: Pick<Processor, "from" | "to" | "changedAt" | "step">,
  now: Instant,
): ProcessorState => walkedTo([from, to], { createdAt: changedAt, step }, now);

/** The states in which a processor can be started or stopped. */
export const leadingTo: Readonly<Record<"STARTED" | "STOPPED", readonly ProcessorState[]>> = {
  STARTED: ["CREATED", "STOPPED"],
  STOPPED: ["STARTED"],
};

/** Returns the options with those that are sent, of which an absent one stays; undefined for none. */
export function optionsOf(
  before: Options | undefined,
  sent: SentOptions | undefined,
  streamConfig: Workspace["streamConfig"],
): Options | undefined {
  const autoscaling = autoscalingOf(before?.autoscaling, sent?.autoscaling, streamConfig);
  const dlq = sent?.dlq ?? before?.dlq;
  return autoscaling || dlq ? { ...(autoscaling && { autoscaling }), ...(dlq && { dlq }) } : undefined;
}

/** Returns the scaling with what is sent: an absent member stays, and null is the workspace's size. */
function autoscalingOf(
  before: Autoscaling | undefined,
  sent: SentAutoscaling,
  { tier, maxTierSize = largest }: Workspace["streamConfig"],
): Autoscaling | undefined {
  if (sent === undefined) return before;
  const { enabled = before?.enabled, minTier = before?.minTier, maxTier = before?.maxTier } = sent ?? {};
  if (sent === null || !enabled) return undefined;
  return { enabled, maxTier: maxTier ?? maxTierSize, minTier: minTier ?? tier };
}

/** Returns the size that a processor has in fact, if it is scaled: nothing passes through it, so it is scaled only into its bounds. */
export function effectiveTierOf({ tier, options }: Pick<Processor, "tier" | "options">): Tier | undefined {
  if (options?.autoscaling === undefined) return undefined;
  const { minTier, maxTier } = options.autoscaling;
  if (isAbove(tier, maxTier)) return maxTier;
  return isAbove(minTier, tier) ? minTier : tier;
}

/** Lists the connections that a pipeline and the queue for failed documents name, without those that every workspace has. */
export function connectionNamesIn({ pipeline, options }: Pick<Processor, "pipeline" | "options">): string[] {
  const names = new Set<string>();
  const left: unknown[] = [pipeline, options];
  while (left.length > 0) {
    for (const [name, member] of Object.entries(left.pop() ?? {})) {
      if (name === "connectionName" && typeof member === "string") names.add(member);
      else if (typeof member === "object") left.push(member);
    }
  }
  return [...names].filter((name) => !name.startsWith("__"));
}

/** Returns the reason to refuse a pipeline; undefined for one that begins with a source. */
export function faultOfPipeline(pipeline: Processor["pipeline"]): string | undefined {
  const [first = {}] = pipeline;
  return Object.hasOwn(first, "$source") ? undefined : "the first stage of the pipeline must be $source";
}

/** Returns the statistics of a processor that is started: nothing has passed through it. */
export const statsOf = (name: string, processorId: string) => ({
  dlqMessageCount: 0,
  dlqMessageSize: 0,
  inputMessageCount: 0,
  inputMessageSize: 0,
  memoryTrackerBytes: 0,
  name,
  ok: 1,
  operatorStats: [],
  outputMessageCount: 0,
  outputMessageSize: 0,
  processorId,
  scaleFactor: 1,
  stateSize: 0,
  status: "running",
});
