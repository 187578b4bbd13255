// Stream processors, created, started and stopped alike by requests and seeds. Nothing is processed.

import type { Changing, Looking } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { stepOf } from "../../core/domain/course.ts";
import type { GroupInOrg } from "../../core/domain/group.ts";
import { second } from "../../core/domain/instant.ts";
import { nameBelow } from "../../core/operations/keeping.ts";
import { streamConnections, streamProcessors } from "./kept.ts";
import {
  connectionNamesIn,
  faultOfPipeline,
  leadingTo,
  optionsOf,
  type Processor,
  type SentProcessor,
  stateOfProcessor,
} from "./rules/processor.ts";
import { isAbove, type Workspace } from "./rules/workspace.ts";
import type { Equipped } from "./streams.ts";

export const processorProblem = "STREAM_PROCESSOR_GENERIC_ERROR";
type Problem = typeof processorProblem;
type Chosen = Pick<Processor, "name" | "pipeline" | "tier" | "options">;

/** Refuses what the workspace does not let a processor be. */
export async function checkProcessor(
  looking: Looking<Problem>,
  workspace: Pick<Resource<Workspace>, "id" | "groupId" | "document">,
  { name, pipeline, options, tier }: Chosen,
): Promise<void> {
  const problem = (reason: string) => looking.fault(processorProblem, { name, reason });
  const wrong = faultOfPipeline(pipeline);
  if (wrong !== undefined) throw problem(wrong);
  const { maxTierSize } = workspace.document.streamConfig;
  const { maxTier, minTier = tier } = options?.autoscaling ?? {};
  for (const [each, most] of [
    [tier, maxTierSize],
    [maxTier ?? tier, maxTierSize],
    [minTier, maxTier],
  ] as const) {
    if (isAbove(each, most)) throw problem(`the tier ${each} is above the largest, ${most}`);
  }
  for (const each of connectionNamesIn({ pipeline, ...(options && { options }) })) {
    const group = { id: workspace.groupId };
    const found = await streamConnections.find(looking, group, nameBelow(workspace, each));
    if (found === undefined) {
      throw problem(
        `connection named ${each} does not exist. Check sp.listConnections() for available connections`,
      );
    }
  }
}

/** Refuses a name that another processor of the workspace has. */
export async function checkName(
  looking: Looking<Problem>,
  { id, groupId }: Pick<Resource<Workspace>, "id" | "groupId">,
  name: string,
): Promise<void> {
  const found = await streamProcessors.find(looking, { id: groupId }, nameBelow({ id }, name));
  if (found === undefined) return;
  throw looking.fault(processorProblem, { name, reason: "a stream processor with this name already exists" });
}

export async function makeProcessor(
  changing: Changing<Problem> & Pick<Equipped, "clusterSpeed">,
  group: GroupInOrg,
  workspace: Resource<Workspace>,
  { options: sentOptions, ...sent }: SentProcessor & Pick<Chosen, "name" | "pipeline">,
): Promise<Resource<Processor>> {
  const { now, clusterSpeed } = changing;
  const { streamConfig } = workspace.document;
  const options = optionsOf(undefined, sentOptions, streamConfig);
  const chosen = { tier: streamConfig.tier, ...sent, ...(options && { options }) };
  await checkProcessor(changing, workspace, chosen);
  await checkName(changing, workspace, sent.name);
  const document = {
    ...chosen,
    workspaceName: workspace.name,
    from: "INIT",
    to: "CREATED",
    changedAt: now,
    step: stepOf(clusterSpeed, 3 * second),
  } as const;
  return streamProcessors.add(changing, group, nameBelow(workspace, sent.name), { document });
}

/** Starts or stops a processor that is in a state for it, with another document if one is given. */
export async function moveProcessor(
  changing: Changing,
  processor: Resource<Processor>,
  to: keyof typeof leadingTo,
  document: Processor = processor.document,
): Promise<void> {
  const { now } = changing;
  const moved = { ...document, from: stateOfProcessor(document, now), to, changedAt: now };
  await streamProcessors.replace(changing, processor, { document: moved });
}

/** Refuses to start or stop a processor that is not in a state for it. */
export function requireMovable(
  { document }: Resource<Processor>,
  to: keyof typeof leadingTo,
  { now, fault }: Pick<Changing<Problem>, "now" | "fault">,
): void {
  const state = stateOfProcessor(document, now);
  if (leadingTo[to].includes(state)) return;
  const reason = `it is ${state}, and only one that is ${leadingTo[to].join(" or ")} becomes ${to}`;
  throw fault(processorProblem, { name: document.name, reason });
}
