// The wrapper by which deployments follow each project that an operation has changed. No answer waits for them.
import type { PipelineWrapper } from "../../core/http/pipeline-request.ts";
import type { Provisioning } from "./worker.ts";

export const scheduleProvisioning = (
  provisioning: Pick<Provisioning, "isActive" | "schedule">,
): PipelineWrapper => ({
  perform: (next) => (request) => {
    const { groupId } = request.received.params;
    // A read costs nothing more.
    if (request.operation.method === "GET" || groupId === undefined) return next(request);
    return next(request).then((answer) => {
      if (provisioning.isActive) provisioning.schedule(groupId);
      return answer;
    });
  },
});
