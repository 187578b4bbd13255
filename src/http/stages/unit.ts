// Stage: opens the unit of work, in which the door is tried (enter.ts) and the operation's own work is done (handle.ts).
import { requireRecentSignIn } from "../../changes/changing.ts";
import type { Reads, Store, Writes } from "../../store/store.ts";
import type { Limits } from "../limits.ts";
import type { PipelineRequest, Stages } from "../pipeline-request.ts";
import { isChange, orgIdOf } from "./enter.ts";
import { bucketOf, charge } from "./limit.ts";

interface UnitDeps {
  readonly store: Store;
  readonly limits: Limits;
  /** Has mail looked after that a change has queued; null where none is sent. */
  readonly sendMail: (() => Promise<void> | void) | null;
}

/** The work may run again where PostgreSQL found a collision. */
export const unit = (deps: UnitDeps, { enter, handle }: Pick<Stages, "enter" | "handle">) =>
  async function unit(request: PipelineRequest): Promise<undefined> {
    const { operation, received, caller, now } = request;
    const { params } = received;
    const work = async (tx: Reads | Writes): Promise<unknown> => {
      if (caller && operation.repeats && (await operation.repeats({ tx, params, caller, now }))) return;
      const entered = await enter(request, tx);
      request.orgId = orgIdOf(entered);
      charge(deps, request);
      if (operation.securityEvent === "credential-creation") requireRecentSignIn(request);
      return handle(request, tx, entered);
    };
    request.value = await (isChange(operation) ? deps.store.write(work) : deps.store.read(work));
    // A repeated change may have no project any more whose bucket it could be taken from.
    charge(deps, request, caller?.id ?? bucketOf(request));
    if (request.hasMail) await deps.sendMail?.();
  };
