// Plans the calls after which each invitation is visible to the operations that stay.
import type { OperationId } from "../client/types.ts";
import { inOrder } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import { isBlank } from "../report/steps.ts";
import { successorOf } from "../report/successors.ts";

/** A person of the organization, as the newer operations show one. */
export interface Member {
  readonly id: string;
  readonly username: string;
  readonly status: "ACTIVE" | "PENDING";
  readonly orgRoles: readonly string[];
  readonly groupRoles: readonly { readonly groupId: string; readonly roles: readonly string[] }[];
  readonly teamIds: readonly string[];
}

export interface Invitation {
  readonly id: string;
  readonly username: string;
  readonly roles: readonly string[];
  /** Null for one to the organization. */
  readonly group: { readonly id: string; readonly name: string } | null;
}

export interface CallToMake {
  readonly operationId: OperationId;
  /** Parameters and body, as the typed client takes them. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Move {
  readonly invitation: Invitation;
  /** `there already`: the newer operations show it. `cannot be moved`: it is in neither of the two. */
  readonly state: "to be moved" | "there already" | "cannot be moved";
  /** In order; empty where there is nothing to do. */
  readonly calls: readonly CallToMake[];
  /** What it means for the person. */
  readonly meaning: string;
}

/** One move for each invitation. Moves of one address depend on each other: keep the order. */
export function planMoves(
  orgId: string,
  invitations: readonly Invitation[],
  members: readonly Member[],
): Move[] {
  const known = new Map(members.map((each) => [foldAddress(each.username), each]));
  return invitations.map((invitation) => {
    const member = known.get(foldAddress(invitation.username));
    return invitation.group === null ? inOrg(invitation, member) : inGroup(orgId, invitation, member);
  });
}

/** Invitations to an organization and pending users are one thing, told by two operations. */
const inOrg = (invitation: Invitation, member: Member | undefined): Move =>
  member === undefined
    ? {
        invitation,
        state: "cannot be moved",
        calls: [],
        meaning: "the newer operations do not show it; withdraw it, and invite the person with createOrgUser",
      }
    : {
        invitation,
        state: "there already",
        calls: [],
        meaning: "a pending user, which the newer operations show",
      };

function inGroup(orgId: string, invitation: Invitation, member: Member | undefined): Move {
  const { id, username, roles } = invitation;
  const groupId = invitation.group?.id ?? "";
  const held = member?.groupRoles.find((each) => each.groupId === groupId)?.roles ?? [];
  const missing = inOrder(new Set(roles as never[])).filter((role) => !held.includes(role)) as string[];
  const give: CallToMake[] =
    held.length === 0
      ? successorCalls({ orgId, groupId, username, roles })
      : missing.map((groupRole) => ({
          operationId: "addGroupUserRole",
          input: { groupId, userId: member?.id ?? "", body: { groupRole } },
        }));
  // The old one last: an interruption in between loses nothing, and the next run finds what is left to do.
  const withdraw: CallToMake = { operationId: "deleteGroupInvite", input: { groupId, invitationId: id } };
  return {
    invitation,
    state: "to be moved",
    calls: [...give, withdraw],
    meaning: meaningOf(member, give.length),
  };
}

/** The successor of the call that made the invitation. */
function successorCalls({
  orgId,
  groupId,
  username,
  roles,
}: {
  readonly orgId: string;
  readonly groupId: string;
  readonly username: string;
  readonly roles: readonly string[];
}): CallToMake[] {
  const body = { username, roles };
  const replaced = { operationId: "createGroupInvite", orgId, params: { groupId }, query: {}, body };
  return (successorOf(replaced)?.steps ?? []).flatMap((step) => {
    if (step.kind !== "call" || Object.values(step.call.params).some(isBlank)) return [];
    const { operationId, params, body } = step.call;
    return [{ operationId, input: { ...params, body } }];
  });
}

function meaningOf(member: Member | undefined, calls: number): string {
  if (calls === 0) return "has these roles already; the old invitation is withdrawn";
  if (member === undefined) return "is invited to the organization, with these roles in the project";
  if (member.status === "PENDING")
    return "is invited to the organization already; the invitation gains these roles";
  return "is in the organization already, and has these roles at once, without being asked";
}
