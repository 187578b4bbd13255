// Wrapper: has the gate read lists anew after each operation that may have changed one.
import type { PipelineWrapper } from "../../core/http/pipeline-request.ts";
import type { Gate } from "./gate.ts";

export const noteToGate = (gate: Pick<Gate, "note">): PipelineWrapper => ({
  perform: (next) => async (request) => {
    const answer = await next(request);
    if (request.operation.method !== "GET") gate.note();
    return answer;
  },
});
