// The page of an invitation to an organization or a project: its roles, its expiry, and its result.
import { door } from "../../core/domain/access.ts";
import { doneAt } from "../flash.ts";
import { isAbove, offeredIn, RolesForm } from "../kit/giving.tsx";
import { Badge, Heading, LinkButton } from "../kit/kit.tsx";
import { HandedLink } from "../kit/mailed-link.tsx";
import { ButtonForm, Done } from "../kit/people.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Form, Visit } from "../page.ts";
import { type Here, type Scope, scopedPages } from "../scope.ts";
import { chosenIn, giveRolesInGroup } from "./group-roles.ts";
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

/** Reports whether an invitation to the organization gives roles in this project; the newer API calls it a pending user. */
const isPartOfOrgs = ({ kind }: Scope, { groupName }: Invitation) => kind === "group" && groupName === null;

export const [orgInvitation, groupInvitation] = scopedPages("/invitations/:invitationId", {
  performs: {
    org: ["updateOrgUser", "removeOrgUser"],
    group: [
      "updateGroupInviteById",
      "deleteGroupInvite",
      "addGroupUserRole",
      "removeGroupUserRole",
      "removeGroupUser",
    ],
  },
  controls: ["invites.accept", "invites.decline", "invites.expire"],
  async show(visit, here) {
    const { words } = visit;
    const { places, name, root, pick } = here;
    const found = await find(visit, here);
    const offered = await offeredIn(visit, here.at);
    const { username, status, roles } = found;
    const { rolesIn } = words.people.one;
    return {
      title: `${username} · ${name}`,
      places,
      body: (
        <>
          <InvitationHeading here={here} found={found} isMine={!isAbove(offered, roles)} />
          <Done sentences={{ ...words.people.done, ...words.rehearsal.mail.done }} />
          <HandedLink username={username} token={found.token} />
          {status === "PENDING" && (
            <RolesForm
              of={here.kind}
              legend={pick(words.credentials.rolesHere, rolesIn(name))}
              offered={offered}
              held={roles}
            />
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
    async save(visit, form, scope) {
      const found = await find(visit, scope);
      await giveRoles(visit, scope, found, form);
      return doneAt(`${scope.root}/people#r-${found.id}`, "changed", found.username);
    },
    async revoke(visit, _, scope) {
      const { api, params } = visit;
      const found = await find(visit, scope);
      const { username, userId } = found;
      const isPart = isPartOfOrgs(scope, found);
      // The newer API knows an invited person as a pending user, so this call works after the older API has ended.
      if (scope.kind === "org") await api("removeOrgUser", { ...scope.at, userId: userId ?? "" });
      else if (isPart) await api("removeGroupUser", { ...scope.at, userId: userId ?? "" });
      else await api("deleteGroupInvite", { ...scope.at, invitationId: params.invitationId });
      return doneAt(`${scope.root}/people`, isPart ? "removed" : "revoked", username);
    },
  },
});

async function giveRoles(visit: InvitationVisit, scope: Scope, found: Invitation, form: Form) {
  const { api, params } = visit;
  const roles = form.all("roles");
  const userId = found.userId ?? "";
  if (scope.kind === "org") {
    await api("updateOrgUser", { ...scope.at, userId, body: { roles: { orgRoles: roles } } });
  } else if (!isPartOfOrgs(scope, found)) {
    await api("updateGroupInviteById", { ...scope.at, ...params, body: { roles } });
  } else await giveRolesInGroup(visit, { ...scope.at, userId }, chosenIn(visit, form));
}

interface HeadingProps {
  readonly here: Here;
  readonly found: Invitation;
  /** True if the visitor may give and take everything that it gives. */
  readonly isMine: boolean;
}

/**
 * The heading: a pending invitation can be resent and revoked; after another one has ended, the person can be invited again.
 */
function InvitationHeading({ here, found, isMine }: HeadingProps) {
  const { sendsMail, words } = useVisit();
  const { list, resend, revoke, change, invitation } = words.people;
  const { remove } = words.layout;
  const { username, status, userId } = found;
  const people = `${here.root}/people`;
  const isPending = status === "PENDING";
  const isPart = isPartOfOrgs(here, found);
  return (
    <Heading title={username} lead={<Standing here={here} found={found} />}>
      {isPending && here.kind === "org" && (
        <LinkButton href={`${people}/${userId}`}>{invitation.elsewhere}</LinkButton>
      )}
      {isPending && sendsMail && (
        <ButtonForm name="resend" label={resend}>
          {resend}
        </ButtonForm>
      )}
      {isPending && isMine && (
        <ButtonForm
          name="revoke"
          label={isPart ? remove : revoke}
          confirm={isPart ? change.removeOf(username, here.name, 1) : change.revokeOf(username, 1)}
        >
          {isPart ? remove : revoke}
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

/**
 * The state of the invitation, its expiry and, for visitors who may see that, the invitation to the organization that it is
 * part of.
 */
function Standing({ here, found }: Pick<HeadingProps, "here" | "found">) {
  const { list, ended, invitation } = useVisit().words.people;
  const { status, expiresAt, id } = found;
  const { org } = here.places;
  const around = isPartOfOrgs(here, found) && org?.may(door.org("ORG_OWNER")) ? org : undefined;
  if (status !== "PENDING") return <Badge tone={tones[status]}>{ended.statuses[status]}</Badge>;
  return (
    <>
      <Badge tone={tones[status]}>{list.states.INVITED}</Badge> {list.expires} <When at={expiresAt} />
      {around && (
        <>
          {" · "}
          <a href={`/orgs/${around.id}/invitations/${id}`}>{invitation.partOf(around.name)}</a>
        </>
      )}
    </>
  );
}
