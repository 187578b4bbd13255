// Wrapper: accepts a service account's signed token, and checks it in the unit of work, which saves a read of the store.
import { Fault } from "../../contract/errors.ts";
import type { Operation } from "../../operations/operation.ts";
import type { Store } from "../../store/store.ts";
import type { createReadToken, Identified } from "../authenticate.ts";
import type { Limits } from "../limits.ts";
import type { OperationRequest, PipelineRequest, PipelineWrapper } from "../pipeline-request.ts";
import { revalidate } from "../stages/admit.ts";
import { setIdentified } from "../stages/identify.ts";
import { checkBucket } from "../stages/limit.ts";
import { isChange } from "../stages/unit.ts";

interface DeferredProofDeps {
  readonly store: Pick<Store, "look">;
  readonly limits: Limits;
  readonly readToken: ReturnType<typeof createReadToken>;
}

export function deferProof({ store, limits, readToken }: DeferredProofDeps): PipelineWrapper {
  const unproved = new WeakSet<Identified>();
  const isUnproved = ({ identified }: PipelineRequest) =>
    identified !== undefined && unproved.has(identified);

  /** Returns the refusal of the token if it is no longer valid, whatever else was wrong. */
  async function reasonOf(request: PipelineRequest, thrown: unknown): Promise<unknown> {
    const isRefusal = thrown instanceof Fault && thrown.status < 500;
    if (!isRefusal || !isUnproved(request)) return thrown;
    return store
      .look((tx) => revalidate(request, tx).then(() => thrown), request.asker)
      .catch((refused: unknown) => refused);
  }

  return {
    stages: ({ identify, limit, enter, refuse }) => ({
      async identify(request) {
        const isDeferred = canDefer(request.operation, request.received);
        const identified = isDeferred ? await readToken(request.received) : undefined;
        if (identified === undefined) return identify(request);
        unproved.add(identified);
        setIdentified(request, identified);
      },
      // A revoked token must not use up another's bucket: the unit takes the request from it, once the token is proven.
      limit: (request) => (isUnproved(request) ? checkBucket({ limits }, request) : limit(request)),
      async enter(request, tx) {
        // A change is revalidated anyway.
        if (isChange(request.operation) || !isUnproved(request)) return enter(request, tx);
        const [, entered] = await Promise.all([revalidate(request, tx), enter(request, tx)]);
        return entered;
      },
      refuse: async (request, thrown) => refuse(request, await reasonOf(request, thrown)),
    }),
  };
}

/** The largest body in bytes that may be read before it is known whether a token is still valid. */
const shortBody = 16 * 1024;

/** Reports whether an operation does nothing, and reads little, before the unit of work. */
function canDefer({ door, prepare, repeats, locks }: Operation, { headers, session }: OperationRequest) {
  if (door.kind === "open" || session !== undefined) return false;
  const isShort = !("transfer-encoding" in headers) && Number(headers["content-length"] ?? 0) <= shortBody;
  return isShort && prepare === undefined && repeats === undefined && locks !== "handler";
}
