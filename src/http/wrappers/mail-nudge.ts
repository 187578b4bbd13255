// Wrapper: has mail looked after as soon as a change may have brought some.
import type { PipelineWrapper } from "../pipeline-request.ts";
import { isChange } from "../stages/enter.ts";

interface MailWorker {
  nudge(): void;
  flush(): Promise<unknown>;
}

/** `waits` until the mail is sent, to a capture. */
export const nudgeMail = (worker: MailWorker, waits: boolean): PipelineWrapper => ({
  perform: (next) => async (request) => {
    const answer = await next(request);
    if (!isChange(request.operation) || answer.status >= 400) return answer;
    if (waits) await worker.flush();
    else worker.nudge();
    return answer;
  },
});
