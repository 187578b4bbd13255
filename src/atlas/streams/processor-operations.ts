// Operations on the processors of stream workspaces.

import type { Resource } from "../../core/changes/resources.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { keeping, nameBelow } from "../../core/operations/keeping.ts";
import {
  noProcessor,
  noWorkspace,
  ofProcessors,
  processors,
  showMadeProcessor,
  showProcessor,
  workspaces,
} from "./common.ts";
import { streamProcessors } from "./kept.ts";
import {
  checkName,
  checkProcessor,
  makeProcessor,
  moveProcessor,
  processorProblem,
  requireMovable,
} from "./processors.ts";
import { optionsOf, type Processor, stateOfProcessor } from "./rules/processor.ts";
import { checkFailoverRegion, refuseMember, type Workspace } from "./rules/workspace.ts";

const kept = keeping(streamProcessors, { ...ofProcessors, show: showProcessor });

export const getGroupStreamProcessors = kept.page("getGroupStreamProcessors");

export const getGroupStreamProcessor = kept.get("getGroupStreamProcessor");

export const createGroupStreamProcessor = atlas("createGroupStreamProcessor", {
  locks: "group",
  errors: [noWorkspace, processorProblem],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const workspace = await workspaces.find(context);
  return processors.seen(await makeProcessor(context, context.group, workspace, context.body), context);
}, showMadeProcessor);

/** Returns a processor with other options. */
function withOptions(
  { options: before, ...document }: Processor,
  sent: Parameters<typeof optionsOf>[1],
  workspace: Resource<Workspace>,
): Processor {
  const options = optionsOf(before, sent, workspace.document.streamConfig);
  return { ...document, ...(options && { options }) };
}

const changeable = ["CREATED", "STOPPED"];

export const updateGroupStreamProcessor = atlas("updateGroupStreamProcessor", {
  locks: "group",
  errors: [noProcessor, noWorkspace, processorProblem],
}).handle(async (context) => {
  const { now, fault } = context;
  const [workspace, before] = await Promise.all([workspaces.find(context), processors.find(context)]);
  const { name } = before.document;
  const state = stateOfProcessor(before.document, now);
  if (!changeable.includes(state)) {
    throw fault(processorProblem, { name, reason: `it is ${state}, and must be stopped to be changed` });
  }
  const { options: sent, ...body } = context.body;
  const document = withOptions({ ...before.document, ...body }, sent, workspace);
  await checkProcessor(context, workspace, document);
  if (document.name !== name) await checkName(context, workspace, document.name);
  const named = { ...before, name: nameBelow(workspace, document.name) };
  return processors.seen(await streamProcessors.replace(context, named, { document }), context);
}, showProcessor);

export const deleteGroupStreamProcessor = kept.remove("deleteGroupStreamProcessor", {});

const moving = { locks: "group", errors: [noProcessor, noWorkspace, processorProblem] } as const;

export const startGroupStreamProcessor = atlas("startGroupStreamProcessor", moving).handle(
  async (context) => {
    const processor = await processors.find(context);
    requireMovable(processor, "STARTED", context);
    await moveProcessor(context, processor, "STARTED");
  },
);

/** A dry run of a failure starts nothing. */
export const startGroupStreamProcessorWith = atlas("startGroupStreamProcessorWith", {
  ...moving,
  errors: [...moving.errors, "INVALID_ATTRIBUTE"],
}).handle(async (context) => {
  const { tier, failover, startAtOperationTime: at, autoscaling } = context.body;
  if (at !== undefined && Number.isNaN(Date.parse(at))) {
    throw refuseMember(context.fault, "startAtOperationTime", "The value must be a date and time.");
  }
  const [workspace, processor] = await Promise.all([workspaces.find(context), processors.find(context)]);
  if (failover !== undefined) {
    checkFailoverRegion(workspace.document, failover.region, "failover.region", context.fault);
  }
  const chosen = { ...processor.document, ...(tier && { tier }) };
  const document = withOptions(chosen, autoscaling === undefined ? {} : { autoscaling }, workspace);
  await checkProcessor(context, workspace, document);
  if (failover?.dryRun) return;
  requireMovable(processor, "STARTED", context);
  await moveProcessor(context, processor, "STARTED", document);
});

export const stopGroupStreamProcessor = atlas("stopGroupStreamProcessor", moving).handle(async (context) => {
  const processor = await processors.find(context);
  requireMovable(processor, "STOPPED", context);
  await moveProcessor(context, processor, "STOPPED");
});
