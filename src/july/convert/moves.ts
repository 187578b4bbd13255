// Moves pending invitations to the operations that stay: finds them, plans the calls of each, and performs these in order.
import { type AtlasClient, AtlasError } from "../../client/client.ts";
import type { OperationId } from "../../client/types.ts";
import { isBlank } from "../../code/steps.ts";
import { inOrder } from "../../core/contract/roles.ts";
import { foldAddress, isSameAddress } from "../../core/domain/address.ts";
import { keepUser, type ReadUser } from "../../testing/worlds/keep.ts";
import { forgetful, inParallel, PartsReader, type Unread } from "../../testing/worlds/parts.ts";
import { successorOf } from "../report/successors.ts";

export interface Pending {
  readonly org: { readonly id: string; readonly name: string };
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly invitations: readonly Invitation[];
  readonly members: readonly Member[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  /** The parts that the credential may not read, or that are gone. */
  readonly unread: readonly Unread[];
}

const itemsPerPage = 500;

/** Finds the pending invitations. Rejects with the client's error if the organization or its people cannot be read. */
export async function findPending(client: AtlasClient, orgId: string, parallel: number): Promise<Pending> {
  const reader = new PartsReader(forgetful, () => {}, 0);
  const { id, name } = await client.getOrg({ orgId });
  const members = (await client.listOrgUsers({ orgId, itemsPerPage }).all()).map(keepUser);
  const teams = await client.listOrgTeams({ orgId, itemsPerPage }).all();
  const toOrg = await reader.one("invites", async () =>
    (await client.listOrgInvites({ orgId })).map((each) => keepInvitation(each, null)),
  );
  const groups = await client.getOrgGroups({ orgId, itemsPerPage }).all();
  const toGroups = await inParallel(groups, parallel, (group) =>
    reader.one(`groups.${group.id}.invites`, async () =>
      (await client.listGroupInvites({ groupId: group.id })).map((each) => keepInvitation(each, group)),
    ),
  );
  const invitations = [toOrg, ...toGroups].flatMap((each): Invitation[] => each ?? []);
  const unread = [...reader.unread].map(([part, why]) => ({ part, why }));
  return { org: { id, name }, groups, invitations, members, teams, unread };
}

const keepInvitation = (
  { id, username, roles, createdAt, expiresAt, inviterUsername }: Omit<Invitation, "group">,
  group: Invitation["group"],
): Invitation => ({ id, username, roles, createdAt, expiresAt, inviterUsername, group });

/**
 * Makes the calls of a move. Resolves to undefined when it is done, or to the reason why it is not; completed calls stay, and
 * the next plan takes them into account. Rejects if no answer came.
 */
export async function perform(client: AtlasClient, { calls }: Move): Promise<string | undefined> {
  for (const { operationId, input } of calls) {
    const method = client[operationId] as unknown as (input: unknown) => Promise<unknown>;
    try {
      await method.call(client, input);
    } catch (reason) {
      if (!(reason instanceof AtlasError)) throw reason;
      // It was accepted or withdrawn meanwhile.
      if (operationId === "deleteGroupInvite" && [400, 404].includes(reason.status)) continue;
      return reason.message;
    }
  }
  return undefined;
}

/** A person of the organization, as the newer operations show one. */
export type Member = ReadUser;

export interface Invitation {
  readonly id: string;
  readonly username: string;
  readonly roles: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly inviterUsername: string;
  /** The project; null for an invitation to the organization. */
  readonly group: { readonly id: string; readonly name: string } | null;
}

/** Reports whether the operations that show and withdraw invitations to projects have ended. */
export const isOver = ({ unread }: Pick<Pending, "unread">): boolean =>
  unread.some(({ why }) => why.startsWith("410"));

export const isFor = ({ username, group }: Invitation, who: string, groupId: string): boolean =>
  group?.id === groupId && isSameAddress(username, who);

export interface CallToMake {
  readonly operationId: OperationId;
  /** The parameters and the body, as the typed client takes them. */
  readonly input: Readonly<Record<string, unknown>>;
}

export interface Move {
  readonly invitation: Invitation;
  /** The state: `there already` means that the newer operations show it, `cannot be moved` that they do not. */
  readonly state: "to be moved" | "there already" | "cannot be moved";
  /** The calls in order; empty if there is nothing to do. */
  readonly calls: readonly CallToMake[];
  /** The consequence for the person. */
  readonly meaning: string;
}

/** Plans a move for each invitation. Moves of one address depend on each other, so the order matters. */
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

/** Plans nothing for an invitation to an organization: it is its pending user, whom the newer operations show. */
const inOrg = (invitation: Invitation, member: Member | undefined): Move => ({
  invitation,
  calls: [],
  state: member === undefined ? "cannot be moved" : "there already",
  meaning:
    member === undefined
      ? "the newer operations do not show it; withdraw it, and invite the person with createOrgUser"
      : "a pending user, which the newer operations show",
});

function inGroup(orgId: string, invitation: Invitation, member: Member | undefined): Move {
  const { id, roles } = invitation;
  const groupId = invitation.group?.id ?? "";
  const held = member?.groupRoles.find((each) => each.groupId === groupId)?.roles ?? [];
  const missing = inOrder(new Set(roles as never[])).filter((role) => !held.includes(role)) as string[];
  const give: CallToMake[] =
    held.length === 0
      ? successorCalls(orgId, groupId, invitation)
      : missing.map((groupRole) => ({
          operationId: "addGroupUserRole",
          input: { groupId, userId: member?.id ?? "", body: { groupRole } },
        }));
  // The old one is withdrawn last: an interruption in between loses nothing, and the next run finds what is left to do.
  const withdraw: CallToMake = { operationId: "deleteGroupInvite", input: { groupId, invitationId: id } };
  return {
    invitation,
    state: "to be moved",
    calls: [...give, withdraw],
    meaning: meaningOf(member, give.length),
  };
}

/** Returns the successors of the call that created the invitation. */
function successorCalls(orgId: string, groupId: string, { username, roles }: Invitation): CallToMake[] {
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
  if (member.status === "PENDING") {
    return "is invited to the organization already; the invitation gains these roles";
  }
  return "is in the organization already, and has these roles at once, without being asked";
}
