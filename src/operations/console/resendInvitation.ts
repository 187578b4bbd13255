// Sends the message about a pending invitation once more.
import Type from "typebox";
import type { FaultMaker } from "../../contract/errors.ts";
import { consoleSets } from "../../contract/limits.ts";
import { ObjectId } from "../../contract/schemas/common.ts";
import { type Caller, door, permit } from "../../domain/access.ts";
import type { Instant } from "../../domain/instant.ts";
import { statusAt } from "../../domain/invite.ts";
import type { Reads } from "../../store/store.ts";
import { operation } from "../operation.ts";
import type { AnyInvite } from "./acceptance.ts";
import { act, asIs } from "./common.ts";
import { refuseEnded } from "./invitation-link.ts";

export const resendInvitation = operation({
  ...act,
  id: "resendInvitation",
  summary: "Send an invitation again",
  description:
    "Mails a fresh link to the same invitation, which keeps its id, dates and roles; links sent before stay good. Needs Project Owner for an invitation to a project, Organization Owner for one to an organization.",
  door: door.signedIn,
  body: Type.Object({ invitationId: ObjectId }),
  errors: ["INVITATION_ENDED", "RESOURCE_NOT_FOUND"],
})
  .prepare(async ({ body, caller, now, read, spend, fault }) => {
    const { invitationId } = body;
    // Others must not use up what the owners may send.
    refuseEnded(await read((tx) => findOwned({ tx, caller, now, fault }, invitationId)), fault);
    spend(consoleSets.resends, invitationId);
  })
  .handle(async ({ tx, body, caller, now, newId, fault }) => {
    const invite = await findOwned({ tx, caller, now, fault }, body.invitationId);
    refuseEnded(invite, fault);
    await tx.outbox.add({ id: newId(), about: { inviteId: invite.id }, now });
    return {};
  }, asIs);

interface Finding {
  readonly tx: Reads;
  readonly caller: Caller;
  readonly now: Instant;
  readonly fault: FaultMaker<"RESOURCE_NOT_FOUND">;
}

/** An invitation the caller may send; all others are as good as missing. */
async function findOwned({ tx, caller, now, fault }: Finding, id: string): Promise<AnyInvite> {
  const invite = await tx.invites.find(id);
  if (invite === undefined || !(await owns(tx, caller, invite))) {
    throw fault("RESOURCE_NOT_FOUND", { resource: id });
  }
  return { ...invite, status: statusAt(invite, now) };
}

async function owns(tx: Reads, caller: Caller, { orgId, groupId }: AnyInvite): Promise<boolean> {
  if (groupId === null) {
    return permit(door.org("ORG_OWNER"), await tx.orgs.rolesOf(orgId, caller.id)) === "open";
  }
  const entry = await tx.groups.enter(groupId, caller);
  return permit(door.group("GROUP_OWNER"), entry?.roles ?? []) === "open";
}
