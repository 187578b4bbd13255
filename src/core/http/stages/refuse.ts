// Stage: the one catch. Turns an error of a stage into Atlas's error, and counts the request if that was not done yet.
import { Fault, fault } from "../../contract/errors.ts";
import type { Store } from "../../store/store.ts";
import { Unidentified } from "../authenticate.ts";
import type { Limits } from "../limits.ts";
import { readFormat } from "../parse-values.ts";
import type { PipelineRequest } from "../pipeline-request.ts";
import { type ApiAnswer, refusalAnswer, unidentified } from "../reply.ts";
import type { Report } from "../report.ts";
import { bucketOf, charge } from "./limit.ts";
import { openDoor } from "./unit.ts";

interface RefuseDeps {
  readonly store: Pick<Store, "read">;
  readonly limits: Limits;
  readonly report: Report;
}

export const refuse = (deps: RefuseDeps) =>
  async function refuse(request: PipelineRequest, reason: unknown): Promise<ApiAnswer> {
    const { operation, received, version, caller } = request;
    if (reason instanceof Unidentified) {
      request.refusal = reason;
      return unidentified(reason);
    }
    deps.report(reason, received);
    const known = reason instanceof Fault ? reason : fault("UNEXPECTED_ERROR", {}, { cause: reason });
    const refusal = await chargeRefused(deps, request, known);
    request.refusal = refusal;
    const { allowance } = request;
    const format = readFormat(received.search);
    return refusalAnswer({ fault: refusal, operation, version, allowance, format, who: caller?.name });
  };

/** Charges refusals too, unless they were charged already (429, or refused before negotiation). */
async function chargeRefused(deps: RefuseDeps, request: PipelineRequest, refusal: Fault): Promise<Fault> {
  const { caller, version, allowance } = request;
  if (caller === undefined || version === undefined || allowance !== undefined) return refusal;
  if (refusal.code === "RATE_LIMITED_TOKEN_BUCKET") return refusal;
  const isInside = refusal.code !== "SERVICE_UNAVAILABLE" && (await belongs(deps, request));
  try {
    charge(deps, request, isInside ? bucketOf(request) : caller.id);
    return refusal;
  } catch (empty) {
    return empty as Fault;
  }
}

/** Reports whether a refused caller belongs to the scope of the operation: a stranger uses up nothing of its bucket. */
async function belongs({ store }: RefuseDeps, request: PipelineRequest): Promise<boolean> {
  const { operation, received, caller } = request;
  try {
    await store.read((tx) => openDoor(operation, received.params, caller, tx), request.asker);
    return true;
  } catch (reason) {
    return reason instanceof Fault && reason.code === "USER_UNAUTHORIZED";
  }
}
