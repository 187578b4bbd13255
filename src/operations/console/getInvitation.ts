// Shows the invitation of a link to the person who opens it. That changes nothing, because mail scanners open links too.
import { followLink, provesNoMailbox } from "../../changes/accepting.ts";
import { describeInvite, inviterOf } from "../../changes/describing.ts";
import { hasPassword } from "../../changes/sessions.ts";
import { door, operation, Type, toTimestamp } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const getInvitation = operation("GET /console", {
  ...onPages,
  summary: "Get the invitation of a link",
  description: "What the invitation gives, or what became of it, if it has ended.",
  door: door.open,
  query: { token: Type.String() },
  errors: ["INVITATION_LINK_NOT_FOUND"],
}).handle(async ({ tx, query, now, issue, fault }) => {
  const aim = issue.aimOf(query.token ?? "");
  const invite = await followLink({ tx, now, fault }, aim);
  const user = await tx.users.byAddress(invite.username);
  const described = await describeInvite(tx, invite);
  const [only, ...others] = described.groupRoles;
  return {
    id: invite.id,
    status: invite.status,
    username: invite.username,
    inviter: await inviterOf(tx, invite),
    ...described,
    orgId: invite.orgId,
    /** Of the only project it leads to; null where there are several, or none. */
    groupId: invite.groupId ?? (others.length === 0 && only !== undefined ? only.groupId : null),
    groupRoles: described.groupRoles.flatMap(({ groupName, roles }) =>
      roles.map((role) => ({ groupName, role })),
    ),
    createdAt: toTimestamp(invite.createdAt),
    expiresAt: toTimestamp(invite.expiresAt),
    // A person without a password sets one by joining.
    hasAccount: user !== undefined && (provesNoMailbox(aim) || (await hasPassword(tx, user.id))),
  };
}, asIs);
