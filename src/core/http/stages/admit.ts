// Stage: checks whether the caller's credential may be used from its address, and notes the use of an API key.
import { fault } from "../../contract/errors.ts";
import { covers } from "../../domain/access-entry.ts";
import type { NoteKeyUse } from "../../domain/credential.ts";
import type { Credential } from "../../store/credentials.ts";
import type { Reads } from "../../store/store.ts";
import type { PipelineRequest } from "../pipeline-request.ts";

export const admit = ({ noteKeyUse }: { noteKeyUse: NoteKeyUse }) =>
  function admit({ identified, received, now }: PipelineRequest): undefined {
    if (identified?.credential === undefined) return;
    allowAddress(identified.credential, received.remoteAddress.ip);
    if (identified.caller.kind === "API_KEY") noteKeyUse(identified.caller.id, now);
  };

/**
 * Refuses a caller whose address is unknown or not on its access list. An empty list allows any address, unless the
 * organization requires a list.
 */
export function allowAddress({ accessList, listRequired }: Credential, ip: string | undefined): void {
  if (accessList.length === 0) {
    if (listRequired) throw fault("ORG_REQUIRES_ACCESS_LIST", { ip: ip ?? "unknown" });
    return;
  }
  if (ip === undefined) throw fault("ADDRESS_UNKNOWN", {});
  if (!accessList.some((cidr) => covers(cidr, ip))) throw fault("IP_ADDRESS_NOT_ON_ACCESS_LIST", { ip });
}

/**
 * Refuses a credential, token or session that was deleted, or may no longer be used from this address, since the headers were
 * read: bodies and locks take time.
 */
export async function revalidate({ identified, received }: PipelineRequest, tx: Reads): Promise<void> {
  const credential = await identified?.revalidate(tx);
  if (credential !== undefined) allowAddress(credential, received.remoteAddress.ip);
}
