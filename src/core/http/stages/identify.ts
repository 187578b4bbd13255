// Stage: identifies the caller, unless the door is open.
import type { Policy } from "../../domain/policy.ts";
import { recentSignIn } from "../../domain/session.ts";
import type { Authenticate, Identified } from "../authenticate.ts";
import type { PipelineRequest } from "../pipeline-request.ts";

export const identify = ({ authenticate, policy }: { authenticate: Authenticate; policy: Policy }) =>
  async function identify(request: PipelineRequest): Promise<undefined> {
    const { operation, received, now } = request;
    if (operation.door.kind === "open") return;
    const identified = await authenticate(received, now, request.asker);
    setIdentified(request, identified);
    if (policy.asksAgain && identified.signedInAt !== undefined) {
      request.isRecent = now - identified.signedInAt <= recentSignIn;
    }
  };

export function setIdentified(request: PipelineRequest, identified: Identified): void {
  const { caller } = identified;
  request.identified = identified;
  request.caller = caller;
  request.received.prove?.();
  request.asker = { ...request.asker, share: caller.orgId ?? caller.id };
}
