// One invitation to an organization or a project: who made it, until when it can be accepted, what it gives, or what became of it.
import { doneAt } from "../done.ts";
import { isAbove, offeredIn, RolesForm } from "../kit/giving.tsx";
import { Badge, Heading, LinkButton } from "../kit/kit.tsx";
import { ButtonForm, Done } from "../kit/people.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { type Here, type Scope, scopedPages } from "../scope.ts";
import { type Invitation, InvitationRecord } from "./invitation-record.tsx";

type InvitationVisit = Visit<"invitationId">;

const tones = {
  PENDING: "yellow",
  ACCEPTED: "green",
  DECLINED: "red",
  REVOKED: "gray",
  EXPIRED: "gray",
} as const;

const find = ({ perform, params }: InvitationVisit, { pick }: Scope): Promise<Invitation> =>
  perform(pick("getOrgInvitation", "getGroupInvitation"), params);

export const [orgInvitation, groupInvitation] = scopedPages("/invitations/:invitationId", {
  performs: {
    org: ["updateOrgUser", "removeOrgUser"],
    group: ["updateGroupInviteById", "deleteGroupInvite"],
  },
  controls: ["invites.accept", "invites.decline", "invites.expire"],
  async show(visit, here) {
    const { words } = visit;
    const { places, kind, name, root } = here;
    const found = await find(visit, here);
    const offered = await offeredIn(visit, here.at);
    const { username, status, roles } = found;
    return {
      title: `${username} · ${name}`,
      places,
      body: (
        <>
          <InvitationHeading here={here} found={found} isMine={!isAbove(offered, roles)} />
          <Done sentences={{ ...words.people.done, ...words.rehearsal.mail.done }} />
          {kind === "group" && status === "PENDING" && (
            <RolesForm of="group" legend={words.people.one.rolesIn(name)} offered={offered} held={roles} />
          )}
          <InvitationRecord found={found} />
          <LinkButton href={`${root}/people`}>{words.layout.back}</LinkButton>
        </>
      ),
    };
  },
  forms: {
    async resend(visit, _, scope) {
      const { username } = await find(visit, scope);
      const { invitationId } = visit.params;
      await visit.perform("resendInvitation", { invitationId });
      return doneAt(`${scope.root}/invitations/${invitationId}`, "resent", username);
    },
    async revoke(visit, _, scope) {
      const { api, params } = visit;
      const { username, userId } = await find(visit, scope);
      // The newer API knows an invited person as a pending user, so that this goes on after the older one has ended.
      if (scope.kind === "org") await api("removeOrgUser", { ...scope.at, userId: userId ?? "" });
      else await api("deleteGroupInvite", { ...scope.at, invitationId: params.invitationId });
      return doneAt(`${scope.root}/people`, "revoked", username);
    },
  },
  groupForms: {
    async save({ api, params: { invitationId } }, form, { root, at }) {
      const body = { roles: form.all("roles") };
      const { username = "" } = await api("updateGroupInviteById", { ...at, invitationId, body });
      return doneAt(`${root}/people#r-${invitationId}`, "changed", username);
    },
  },
});

interface HeadingProps {
  readonly here: Here;
  readonly found: Invitation;
  /** Whether the visitor may give and take what it gives. */
  readonly isMine: boolean;
}

/** A pending one can be resent and revoked; after another one has ended, the person can be invited again. */
function InvitationHeading({ here, found, isMine }: HeadingProps) {
  const { edit, list, ended, resend, revoke, change } = useVisit().words.people;
  const { username, status, userId } = found;
  const people = `${here.root}/people`;
  const isPending = status === "PENDING";
  const state = isPending ? list.states.INVITED : ended.statuses[status];
  return (
    <Heading title={username} lead={<Badge tone={tones[status]}>{state}</Badge>}>
      {isPending && here.kind === "org" && (
        <LinkButton href={`${people}/${userId}`} kind="primary" icon="edit">
          {edit}
        </LinkButton>
      )}
      {isPending && (
        <ButtonForm name="resend" label={resend}>
          {resend}
        </ButtonForm>
      )}
      {isPending && isMine && (
        <ButtonForm name="revoke" label={revoke} confirm={change.revokeOf(username, 1)}>
          {revoke}
        </ButtonForm>
      )}
      {!isPending && (
        <LinkButton
          href={`${people}/invite?${new URLSearchParams({ who: username })}`}
          icon="invite"
          inDialog
        >
          {list.again}
        </LinkButton>
      )}
    </Heading>
  );
}
