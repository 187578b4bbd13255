// Wrapper: counts calls of versions that are to be removed, or that have been.
import type { Caller } from "../../domain/access.ts";
import type { NoteDeprecated } from "../../domain/deprecated-call.ts";
import type { Store } from "../../store/store.ts";
import { Unidentified } from "../authenticate.ts";
import type { PipelineRequest, PipelineWrapper } from "../pipeline-request.ts";
import type { ApiAnswer } from "../reply.ts";
import { openDoor, orgIdOf } from "../stages/enter.ts";

interface DeprecatedCallsDeps {
  readonly store: Pick<Store, "read">;
  readonly note: NoteDeprecated;
}

export function countDeprecatedCalls({ store, note }: DeprecatedCallsDeps): PipelineWrapper {
  /** The organization that an operation leads a caller into; null where it leads into none, or not this caller. */
  async function orgAround({ operation, received }: PipelineRequest, caller: Caller): Promise<string | null> {
    try {
      return orgIdOf(await store.read((tx) => openDoor(operation, received.params, caller, tx)));
    } catch {
      return null;
    }
  }

  async function count(request: PipelineRequest, caller: Caller, isGone: boolean): Promise<void> {
    const { operation, received, search, body, orgId, now } = request;
    note({
      operationId: operation.id,
      queryNames: Object.keys(operation.query),
      params: received.params,
      search,
      body,
      userAgent: received.headers["user-agent"] ?? "",
      caller,
      // A credential is of one organization, wherever it asks. A person who was refused may have been refused before the door.
      orgId: caller.orgId ?? orgId ?? (await orgAround(request, caller)),
      at: now,
      isGone,
    });
  }

  return {
    perform: (next) => async (request) => {
      const answer = await next(request);
      const { operation, received, caller } = request;
      // A page is no client that somebody has to change.
      if (operation.successor === undefined || caller === undefined || received.session !== undefined)
        return answer;
      const { version = "", refusal } = request;
      if (refusal instanceof Unidentified) return answer;
      const isGone = refusal?.code === "VERSION_GONE";
      const isEnding = operation.versions[version]?.sunset !== undefined;
      if (isGone || (isEnding && isOwn(request, answer))) await count(request, caller, isGone);
      return answer;
    },
  };
}

/** Whether the operation has answered, and no fault that was injected in its place. */
const isOwn = ({ refusal }: PipelineRequest, { status }: ApiAnswer): boolean =>
  refusal !== undefined || (status > 0 && status < 400);
