import type { AnyInvite } from "../../changes/accepting.ts";
import { refuseEnded } from "../../changes/accepting.ts";
import type { Looking } from "../../changes/changing.ts";
import { holdsInGroup, ownsOrg } from "../../changes/scopes.ts";
import { groupsOf } from "../../domain/membership.ts";
import { type Caller, consoleSets, door, ObjectId, operation, type Reads, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const resendInvitation = operation("POST /console", {
  ...onPages,
  summary: "Send an invitation again",
  description:
    "Mails a fresh link to the same invitation, which keeps its id, dates and roles; links sent before stay good. Needs Project Owner for an invitation with roles in the project, Organization Owner for any to the organization.",
  door: door.signedIn,
  holds: "itself",
  body: Type.Object({ invitationId: ObjectId }),
  errors: ["INVITATION_ENDED", "RESOURCE_NOT_FOUND"],
})
  .prepare(async ({ body, caller, now, read, spend, fault }) => {
    const { invitationId } = body;
    // Others must not use up what the owners may send.
    refuseEnded(await read((tx) => findOwned({ tx, now, fault }, caller, invitationId)), fault);
    await spend(consoleSets.resends, invitationId);
  })
  .handle(async ({ tx, body, caller, now, fault, mail }) => {
    const invite = await findOwned({ tx, now, fault }, caller, body.invitationId);
    refuseEnded(invite, fault);
    await mail({ inviteId: invite.id });
    return {};
  }, asIs);

/** An invitation the caller may send; all others count as missing. */
async function findOwned({ tx, now, fault }: Looking<"RESOURCE_NOT_FOUND">, caller: Caller, id: string) {
  const invite = await tx.invites.find(id, now);
  if (invite === undefined || !(await owns(tx, caller, invite))) {
    throw fault("RESOURCE_NOT_FOUND", { resource: id });
  }
  return invite;
}

/** Of a project with roles in it, whether by itself or as part of one to the organization, or of its organization. */
async function owns(tx: Reads, caller: Caller, invite: AnyInvite): Promise<boolean> {
  const { orgId, groupId } = invite;
  if (groupId === null && (await ownsOrg(tx, orgId, caller.id))) return true;
  const { groupRoles } = await tx.invites.holdingsOf(invite);
  for (const id of groupId === null ? groupsOf(groupRoles) : [groupId]) {
    if (await holdsInGroup(tx, id, caller, "GROUP_OWNER")) return true;
  }
  return false;
}
