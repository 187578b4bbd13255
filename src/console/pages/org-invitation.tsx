// One invitation to an organization, made by either API: who made it, until when it can be accepted, what it gives, or what became of it.
import { doneAt } from "../done.ts";
import { isAbove, offeredIn } from "../kit/giving.tsx";
import { LinkButton } from "../kit/kit.tsx";
import { Done } from "../kit/people.tsx";
import { page } from "../page.ts";
import { placesOf } from "../places.ts";
import { InvitationHeading, InvitationRecord } from "./invitation-record.tsx";

export const orgInvitation = page({
  path: "/orgs/:orgId/invitations/:invitationId",
  for: "person",
  performs: ["updateOrgUser", "removeOrgUser"],
  controls: ["invites.accept", "invites.decline", "invites.expire"],
  async show(visit) {
    const { params, words, perform } = visit;
    const { orgId } = params;
    const found = await perform("getOrgInvitation", params);
    const places = await placesOf(visit, { orgId });
    const offered = await offeredIn(visit, { orgId });
    const people = `/orgs/${orgId}/people`;
    return {
      title: `${found.username} · ${places.org.name}`,
      places,
      body: (
        <>
          <InvitationHeading
            visit={visit}
            found={found}
            isMine={!isAbove(offered, found.roles)}
            people={people}
          >
            <LinkButton href={`${people}/${found.userId}`} kind="primary" icon="edit">
              {words.people.edit}
            </LinkButton>
          </InvitationHeading>
          <Done visit={visit} sentences={{ ...words.people.done, ...words.rehearsal.mail.done }} />
          <InvitationRecord visit={visit} found={found} />
          <LinkButton href={people}>{words.layout.back}</LinkButton>
        </>
      ),
    };
  },
  forms: {
    async resend({ perform, params }) {
      const { username } = await perform("getOrgInvitation", params);
      await perform("resendInvitation", { invitationId: params.invitationId });
      return doneAt(`/orgs/${params.orgId}/invitations/${params.invitationId}`, "resent", username);
    },
    /** The newer API knows who is invited as a user who waits, so that this goes on after the older one has ended. */
    async revoke({ api, perform, params: { orgId, invitationId } }) {
      const { username, userId } = await perform("getOrgInvitation", { orgId, invitationId });
      await api("removeOrgUser", { orgId, userId: userId ?? "" });
      return doneAt(`/orgs/${orgId}/people`, "revoked", username);
    },
  },
});
