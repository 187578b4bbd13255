// One invitation to a project: who made it, until when it can be accepted, what it gives, or what became of it.
import { doneAt } from "../done.ts";
import { isAbove, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Form, LinkButton } from "../kit/kit.tsx";
import { Done } from "../kit/people.tsx";
import { page } from "../page.ts";
import { placesOf } from "../places.ts";
import { InvitationHeading, InvitationRecord } from "./invitation-record.tsx";

export const groupInvitation = page({
  path: "/projects/:groupId/invitations/:invitationId",
  for: "person",
  performs: ["updateGroupInviteById", "deleteGroupInvite"],
  controls: ["invites.accept", "invites.decline", "invites.expire"],
  async show(visit) {
    const { params, words, perform } = visit;
    const { groupId } = params;
    const found = await perform("getGroupInvitation", params);
    const places = await placesOf(visit, { groupId });
    const offered = await offeredIn(visit, { groupId });
    const people = `/projects/${groupId}/people`;
    return {
      title: `${found.username} · ${places.group.name}`,
      places,
      body: (
        <>
          <InvitationHeading
            visit={visit}
            found={found}
            isMine={!isAbove(offered, found.roles)}
            people={people}
          />
          <Done visit={visit} sentences={{ ...words.people.done, ...words.rehearsal.mail.done }} />
          <InvitationRecord visit={visit} found={found} />
          {found.status === "PENDING" && (
            <Form visit={visit} name="save" class="card">
              <RoleChecks
                visit={visit}
                form="save"
                of="group"
                legend={words.people.one.rolesIn(places.group.name)}
                offered={offered}
                held={found.roles}
              />
              <Button kind="primary">{words.layout.save}</Button>
            </Form>
          )}
          <LinkButton href={people}>{words.layout.back}</LinkButton>
        </>
      ),
    };
  },
  forms: {
    async save({ api, params }, form) {
      const { username = "" } = await api("updateGroupInviteById", {
        ...params,
        body: { roles: form.all("roles") },
      });
      return doneAt(`/projects/${params.groupId}/people#r-${params.invitationId}`, "changed", username);
    },
    async resend({ perform, params }) {
      const { username } = await perform("getGroupInvitation", params);
      await perform("resendInvitation", { invitationId: params.invitationId });
      return doneAt(`/projects/${params.groupId}/invitations/${params.invitationId}`, "resent", username);
    },
    async revoke({ api, perform, params }) {
      const { username } = await perform("getGroupInvitation", params);
      await api("deleteGroupInvite", params);
      return doneAt(`/projects/${params.groupId}/people`, "revoked", username);
    },
  },
});
