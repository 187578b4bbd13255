// Refuses a request outside of the pipeline, or says no more than that something unforeseen went wrong.
import type { Logger } from "pino";
import { Fault, fault } from "../contract/errors.ts";
import type { Observe } from "./observe.ts";
import { type ApiAnswer, refuseAlone } from "./reply.ts";
import type { HttpRequest } from "./request.ts";
import { readFormat } from "./stages/parse.ts";

/** `inForm` makes an answer of a refusal, Atlas's error if absent; `name` is what the answer is counted by. */
export type RefuseRequest = (
  request: HttpRequest,
  reason: unknown,
  options?: { readonly inForm?: (refusal: Fault) => ApiAnswer; readonly name?: string },
) => ApiAnswer;

interface RefuseRequestDeps {
  readonly observe: Observe;
  readonly logger: Pick<Logger, "error">;
}

export const createRefuseRequest =
  ({ observe, logger }: RefuseRequestDeps): RefuseRequest =>
  (request, reason, { inForm, name } = {}) => {
    if (!(reason instanceof Fault)) {
      logger.error({ err: reason, requestId: request.id }, "unexpected error");
      return observe(request, refuseAlone(fault("UNEXPECTED_ERROR", {}, { cause: reason })), name);
    }
    if (reason.code === "UNEXPECTED_ERROR") return observe(request, refuseAlone(reason), name);
    const answer = inForm?.(reason) ?? refuseAlone(reason, readFormat(request.search));
    return observe(request, answer, name);
  };
