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
  type Processor,
  stateOfProcessor,
} from "./rules/processor.ts";
import { isAbove, type Tier, type Workspace } from "./rules/workspace.ts";
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
  if (isAbove(tier, maxTierSize)) throw problem(`the tier ${tier} is above the largest, ${maxTierSize}`);
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
  sent: Omit<Chosen, "tier"> & { readonly tier?: Tier; readonly failoverEnabled?: boolean },
): Promise<Resource<Processor>> {
  const { now, clusterSpeed } = changing;
  const chosen = { tier: workspace.document.streamConfig.tier, ...sent };
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

/** Starts or stops a processor that is in a state for it, with another size if one is given. */
export async function moveProcessor(
  changing: Changing,
  processor: Resource<Processor>,
  to: keyof typeof leadingTo,
  tier: Tier = processor.document.tier,
): Promise<void> {
  const { now } = changing;
  const { document } = processor;
  const moved = { ...document, tier, from: stateOfProcessor(document, now), to, changedAt: now };
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
