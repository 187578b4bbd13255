// The outcomes of calls, and how Atlas refuses a caller without the role.
import type { RoleName } from "../../src/core/contract/roles.ts";
import type { Holder } from "../tables/caller-kinds.ts";
import { meeting } from "../tables/doors.ts";

/** `ok` for any success, a word for the two 401s without a code of their own, or the code of the refusal. */
export type Outcome = string;

export const holds = ({ org, group }: Holder, roles: readonly RoleName[]) =>
  [...org, ...group].some((role) => roles.includes(role));

export const inGroup = (caller: Holder): Outcome =>
  holds(caller, meeting["Project Read Only"]) ? "USER_UNAUTHORIZED" : "USER_CANNOT_ACCESS_GROUP";
export const inOrg = (caller: Holder): Outcome =>
  caller.isForeign === true ? "USER_CANNOT_ACCESS_ORG" : "USER_UNAUTHORIZED";

/** The refusal of a caller without the role. */
export function atDoor(path: string, caller: Holder): Outcome {
  // Strangers do not learn that the federation exists.
  if (!path.includes("{orgId}") && path.includes("{federationSettingsId}") && caller.isForeign) {
    return "RESOURCE_NOT_FOUND";
  }
  return path.includes("{groupId}") ? inGroup(caller) : inOrg(caller);
}

/** The outcome, behind the status where it is another than one of these. */
export const statusOf = (
  { status }: { status: number },
  expected: readonly number[],
  outcome: Outcome,
): Outcome => (expected.includes(status) ? outcome : `${status} ${outcome}`);
