// Wrapper: has deployments follow each project that an operation has changed. No answer waits for them.
import type { PipelineWrapper } from "../http/pipeline-request.ts";
import type { Provisioning } from "./worker.ts";

export const noteChanges = ({
  isActive,
  note,
}: Pick<Provisioning, "isActive" | "note">): PipelineWrapper => ({
  perform: (next) => async (request) => {
    const answer = await next(request);
    const { groupId } = request.received.params;
    if (isActive() && groupId !== undefined && request.operation.method !== "GET") note(groupId);
    return answer;
  },
});
