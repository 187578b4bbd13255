import { type Refusal, refusal } from "./stage.ts";
import { ids } from "./world.ts";

export const invitesPath = `/api/atlas/v2/groups/${ids.group}/invites`;
export const invitePath = `${invitesPath}/${ids.invite}`;

export const reader = ["GROUP_READ_ONLY"];
export const readers = ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"];

export const notFound = (resource: string): Refusal => refusal("RESOURCE_NOT_FOUND", [resource]);

/** Returns the refusal of a request where no Atlas has an operation. */
export const notOffered = (method: string, path: string): Refusal => ({
  ...refusal("OPERATION_NOT_FOUND", [method, path]),
  errorCode: "RESOURCE_NOT_FOUND",
});
