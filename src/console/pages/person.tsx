// The page of one person in an organization or a project: every role the person holds, its source, and the forms that give
// roles.
import type { ComponentChildren } from "preact";
import { door } from "../../core/domain/access.ts";
import { fullName } from "../../core/domain/full-name.ts";
import { mostGroupsPerOrg } from "../../core/domain/group.ts";
import { doneAt, doneHere } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { offeredIn, RolesForm } from "../kit/giving.tsx";
import { Copy, LinkButton } from "../kit/kit.tsx";
import { ButtonForm, Done, RoleList } from "../kit/people.tsx";
import { useVisit } from "../kit/visit.ts";
import type { View } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { type GroupScope, type Here, type OrgScope, scopedPages } from "../scope.ts";
import { chosenIn, giveRolesInGroup } from "./group-roles.ts";
import {
  ChooseGroup,
  findInOrg,
  Identities,
  InGroup,
  InOrg,
  identitiesOf,
  type OrgUser,
  type PersonVisit,
} from "./person-forms.tsx";
import { GroupSources, givenTo, OrgRoles, Sources } from "./person-roles.tsx";
import { teamsOf } from "./teams.tsx";

export const [orgPerson, groupPerson] = scopedPages("/people/:userId", {
  performs: { org: ["updateOrgUser"], group: ["addGroupUserRole", "removeGroupUserRole"] },
  show: async (visit, here) => (here.kind === "org" ? orgView(visit, here) : groupView(visit, here)),
  orgForms: {
    async releaseFactor(visit, _form, { at }) {
      await visit.perform("releaseSecondFactor", { ...at, userId: visit.params.userId });
      return doneHere(visit, "factorReleased");
    },
    async save(visit, form, { at }) {
      const body = { roles: { orgRoles: form.all("roles") }, teamIds: form.all("teams") };
      await visit.api("updateOrgUser", { ...at, userId: visit.params.userId, body });
      return doneHere(visit, "changed");
    },
    /** The API replaces the roles of all projects at once, so the form sends those of the other projects unchanged. */
    async saveGroup(visit, form, { at }) {
      const { orgRoles = [], groupRoleAssignments: before = [] } = (await findInOrg(visit, at)).roles;
      const groupId = form.text("groupId");
      const groupRoles = form.all("roles");
      const groupRoleAssignments = [
        ...before.filter((each) => each.groupId !== groupId),
        ...(groupRoles.length === 0 ? [] : [{ groupId, groupRoles }]),
      ];
      const body = { roles: { orgRoles, groupRoleAssignments } };
      await visit.api("updateOrgUser", { ...at, userId: visit.params.userId, body });
      return doneHere(visit, "changed");
    },
    async release(visit, _form, { at }) {
      await visit.perform("releaseIdentity", { ...at, userId: visit.params.userId });
      return doneHere(visit, "released");
    },
  },
  groupForms: {
    async save(visit, form, { root, at }) {
      const { userId } = visit.params;
      const username = await giveRolesInGroup(visit, { ...at, userId }, chosenIn(visit, form));
      return doneAt(`${root}/people#r-${userId}`, "changed", username);
    },
  },
});

interface Shown {
  readonly username: string;
  readonly orgMembershipStatus: OrgUser["orgMembershipStatus"];
  readonly firstName?: string;
  readonly lastName?: string;
}

/** Shows the name, address, status and id of the person with `buttons`, then `content`, and the way back to the list. */
function viewOf(
  visit: PersonVisit,
  { places, name: place, root }: Here,
  user: Shown,
  { buttons, content }: Readonly<Record<"buttons" | "content", ComponentChildren>>,
): View {
  const { people, layout } = visit.words;
  const { username, orgMembershipStatus: status } = user;
  const name = fullName(user);
  const lead = (
    <>
      {name !== "" && `${username} · `}
      {people.statuses[status]} <Copy text={visit.params.userId} label={layout.copyOf(people.one.id)} />
    </>
  );
  return headed(
    `${username} · ${place}`,
    <>
      {content}
      <LinkButton href={`${root}/people`}>{layout.back}</LinkButton>
    </>,
    { heading: name || username, lead, actions: buttons, places },
  );
}

async function orgView(visit: PersonVisit, here: Here & OrgScope): Promise<View> {
  const { api, perform, params, query, words } = visit;
  const { at, may, places } = here;
  const user = await findInOrg(visit, at);
  const isActive = user.orgMembershipStatus === "ACTIVE";
  const { results = [] } = await api("getOrgGroups", { ...at, itemsPerPage: mostGroupsPerOrg });
  const groups = results.map(({ id = "", name }) => ({ id, name }));
  const group = groups.find(({ id }) => id === query.get("project"));
  const mayChange = may("updateOrgUser");
  const giving = { user, offered: await offeredIn(visit, at) };
  const isWeighed = isActive && may(door.org("ORG_OWNER"));
  const { roles, sources, hasPasskey } = isWeighed
    ? await perform("listOrgUserRoles", params)
    : { roles: givenTo(user, here, groups), sources: [], hasPasskey: false };
  return viewOf(visit, here, user, {
    buttons: (
      <>
        {await linksOf(visit, here, user)}
        {mayChange && <InOrg {...giving} teams={await teamsOf(visit, places.org?.id)} />}
        {hasPasskey && (
          <ButtonForm
            name="releaseFactor"
            label={words.passkeys.release}
            confirm={words.passkeys.releaseConfirm(user.username)}
          >
            {words.passkeys.release}
          </ButtonForm>
        )}
        {mayChange && groups.length > 0 && <ChooseGroup groups={groups} chosen={group?.id} />}
        {isActive && may("removeOrgUser") && <Remove from={here} />}
      </>
    ),
    content: (
      <>
        <Done sentences={words.people.done} />
        {mayChange && group && <InGroup {...giving} group={group} />}
        <Sources root={here.root} sources={sources} />
        <OrgRoles roles={roles} mayChange={mayChange} />
        <Identities of={isActive ? await identitiesOf(visit, here) : []} />
      </>
    ),
  });
}

function Remove({ from: { root } }: { readonly from: Here }) {
  const { params, words } = useVisit<"userId">();
  return (
    <LinkButton href={`${root}/people/${params.userId}/leave`} kind="danger">
      {words.layout.remove}
    </LinkButton>
  );
}

/** Builds the links to the person's events, and to the invitation if they are invited. */
async function linksOf(visit: PersonVisit, { at, root, may }: Here & OrgScope, user: OrgUser) {
  const { words, params } = visit;
  const { invitationId } =
    user.orgMembershipStatus === "PENDING" && may(door.org("ORG_OWNER"))
      ? await visit.perform("getPendingInvitation", { ...at, userId: params.userId })
      : { invitationId: undefined };
  return (
    <>
      {may("listOrgEvents") && (
        <LinkButton href={`${root}/activity?${new URLSearchParams({ who: user.username })}`} icon="activity">
          {words.layout.activity}
        </LinkButton>
      )}
      {invitationId !== undefined && (
        <LinkButton href={`${root}/invitations/${invitationId}`}>{words.whoCan.kinds.INVITATION}</LinkButton>
      )}
    </>
  );
}

/** Returns the roles held in a project with the source of each; undefined if the visitor may not see it. */
const heldIn = ({ perform, params: { userId } }: PersonVisit, at: GroupScope["at"]) =>
  perform("listGroupUserRoles", { ...at, userId }).catch(
    unlessRefused("USER_CANNOT_ACCESS_GROUP", "USER_UNAUTHORIZED"),
  );

/**
 * Finds a person of a project; `roles` are their own there. The API lists only people who have such roles; others are
 * read from the organization.
 */
async function findInGroup({ api, params }: PersonVisit, { groupId }: GroupScope["at"], isHolder: boolean) {
  const at = { groupId, userId: params.userId };
  const inGroup = await api("getGroupUser", at).catch(
    unlessRefused(...(isHolder ? ["USER_NOT_IN_GROUP"] : [])),
  );
  const user = inGroup ?? (await api("getOrgUser", { ...at, orgId: (await api("getGroup", at)).orgId }));
  return { user, roles: inGroup?.roles ?? [] };
}

async function groupView(visit: PersonVisit, here: Here & GroupScope): Promise<View> {
  const { words, params } = visit;
  const held = (await heldIn(visit, here.at)) ?? [];
  const { user, roles } = await findInGroup(visit, here.at, held.length > 0);
  const offered = await offeredIn(visit, here.at);
  const { org } = here.places;
  const legend = words.people.one.rolesIn(here.name);
  return viewOf(visit, here, user, {
    buttons: (
      <>
        {org && (
          <LinkButton href={`/orgs/${org.id}/people/${params.userId}`}>
            {words.credentials.rolesHere}
          </LinkButton>
        )}
        {roles.length > 0 && here.may("removeGroupUser") && <Remove from={here} />}
      </>
    ),
    content: (
      <>
        {here.may("addGroupUserRole") ? (
          <RolesForm of="group" legend={legend} offered={offered} held={roles} />
        ) : (
          <section class="card" aria-labelledby="roles">
            <h2 id="roles">{legend}</h2>
            <RoleList roles={roles} />
          </section>
        )}
        {held.length > 0 && <GroupSources held={held} />}
      </>
    ),
  });
}
