// Wrapper: has deployments follow each project that an operation has changed. No answer waits for them.
import type { PipelineWrapper } from "../http/pipeline-request.ts";
import type { Provisioning } from "./worker.ts";

export const noteChanges = (provisioning: Pick<Provisioning, "isActive" | "note">): PipelineWrapper => ({
  perform: (next) => async (request) => {
    const answer = await next(request);
    if (!provisioning.isActive || request.operation.method === "GET") return answer;
    const { groupId } = request.received.params;
    if (groupId !== undefined) provisioning.note(groupId);
    return answer;
  },
});
