// In the unit of work, first: locks what is decided by, and tries the door with the roles of this moment.
import { enterGroup, enterOrg } from "../../changes/scopes.ts";
import { fault } from "../../contract/errors.ts";
import type { Caller } from "../../domain/access.ts";
import type { Operation } from "../../operations/operation.ts";
import type { Reads, Writes } from "../../store/store.ts";
import type { Entered, PipelineRequest } from "../pipeline-request.ts";
import { revalidate } from "./admit.ts";

/** Locks what is decided by and tries the door, so that a role taken away meanwhile cannot slip through. */
export async function enter(request: PipelineRequest, tx: Reads | Writes): Promise<Entered> {
  const { operation, received, caller } = request;
  const { params } = received;
  if (!isChange(operation)) return openDoor(operation, params, caller, tx);
  lock(operation, params, caller, tx as Writes);
  const isStill = operation.holds === "itself" ? undefined : revalidate(request, tx);
  const [, entered] = await Promise.all([isStill, openDoor(operation, params, caller, tx)]);
  return entered;
}

function lock(
  { door, holds }: Operation,
  { groupId = "", orgId = "" }: Readonly<Record<string, string>>,
  caller: Caller | undefined,
  { locks }: Writes,
): void {
  if (holds === "itself") return;
  if (holds === "person") locks.person(caller?.id ?? "");
  else if (holds === "group") locks.group(groupId);
  else if (holds === "everything") locks.everything();
  else if (door.kind === "group") locks.orgOfGroup(groupId);
  else if (door.kind === "org") locks.org(orgId);
  else locks.everything();
}

export async function openDoor(
  { door }: Operation,
  { groupId = "", orgId = "" }: Readonly<Record<string, string | undefined>>,
  caller: Pick<Caller, "id" | "kind"> | undefined,
  tx: Reads,
): Promise<Entered> {
  if (caller === undefined) return {};
  if (door.kind === "group") return enterGroup({ tx, fault }, groupId, caller, door.role);
  if (door.kind === "org") return enterOrg({ tx, fault }, orgId, caller, door.role);
  return {};
}

export const orgIdOf = ({ group, org }: Entered): string | null => group?.orgId ?? org?.id ?? null;
/** Whether the unit of work of an operation writes. */
export const isChange = ({ method }: Operation): boolean => method !== "GET";
