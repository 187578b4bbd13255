// The wrapper by which the gate reads lists again after each operation that may have changed one.
import type { PipelineWrapper } from "../../core/http/pipeline-request.ts";
import type { Gate } from "./gate.ts";

export const scheduleGate = (gate: Pick<Gate, "schedule">): PipelineWrapper => ({
  perform: (next) => async (request) => {
    const answer = await next(request);
    if (request.operation.method !== "GET") gate.schedule();
    return answer;
  },
});
