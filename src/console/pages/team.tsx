// The page of one team: its members and name in an organization, its roles in a project.
import { team as holderOf } from "../../core/domain/access-history.ts";
import { fullName } from "../../core/domain/full-name.ts";
import { takeEach } from "../bulk-action.tsx";
import { doneAt, doneHere } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { Field } from "../kit/fields.tsx";
import { offeredIn, RolesForm } from "../kit/giving.tsx";
import { Badge, CopyId, Fold, LinkButton, Table } from "../kit/kit.tsx";
import { Chips } from "../kit/list.tsx";
import { collection } from "../kit/listing.tsx";
import { ButtonForm, RoleList } from "../kit/people.tsx";
import type { Column } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { View, Visit } from "../page.ts";
import { type GroupScope, type Here, type OrgScope, scopedPages } from "../scope.ts";
import { type ProjectRoles, projectRolesIn, textsOf } from "./project-roles.ts";
import { nameIn, nameOfTeam, teamsOf } from "./teams.tsx";

type TeamVisit = Visit<"teamId">;

/** Reads all members: a team has 250 at most. */
const findMembers = async ({ api, params: { teamId } }: TeamVisit, orgId: string) =>
  (await api("listOrgTeamUsers", { orgId, teamId, itemsPerPage: 500 })).results ?? [];

type Member = Awaited<ReturnType<typeof findMembers>>[number];

const nameOf = (user: Member): string => ("firstName" in user ? fullName(user) : "");

/** Returns the last sign-in; undefined for invited people. */
const lastOf = (user: Member) => ("lastAuth" in user ? (user.lastAuth ?? undefined) : undefined);

export const [orgTeam, groupTeam] = scopedPages("/teams/:teamId", {
  performs: {
    org: ["removeOrgTeamUser", "renameOrgTeam", "deleteOrgTeam"],
    group: ["updateGroupTeam"],
  },
  show: async (visit, here) => (here.kind === "org" ? membersView(visit, here) : rolesView(visit, here)),
  orgForms: {
    async remove(visit, form, scope) {
      const { teamId } = visit.params;
      const members = await findMembers(visit, scope.id);
      return takeEach(visit, form, {
        scope,
        rows: members.map(({ id, username }) => ({ id, name: username })),
        take: (id) => visit.api("removeOrgTeamUser", { ...scope.at, teamId, body: { id } }),
        done: "removed",
      });
    },
    async rename(visit, form, { at }) {
      const body = { name: form.text("name") };
      await visit.api("renameOrgTeam", { ...at, teamId: visit.params.teamId, body });
      return doneHere(visit, "renamed");
    },
    async delete({ api, params: { teamId } }, _, { root, at }) {
      const { name = "" } = await api("getOrgTeam", { ...at, teamId });
      await api("deleteOrgTeam", { ...at, teamId });
      return doneAt(`${root}/teams`, "deleted", name);
    },
  },
  groupForms: {
    async save(visit, form, scope) {
      const { teamId } = visit.params;
      await visit.api("updateGroupTeam", { ...scope.at, teamId, body: { roleNames: form.all("roles") } });
      const name = await nameOfTeam(visit, scope, teamId);
      return doneAt(`${scope.root}/teams#r-${teamId}`, "changed", name);
    },
  },
});

async function membersView(visit: TeamVisit, here: Here & OrgScope): Promise<View> {
  const { api, words, params } = visit;
  const { may, at, root } = here;
  const { teams, layout } = words;
  const { name = "" } = await api("getOrgTeam", { ...at, teamId: params.teamId });
  const held = await heldByTeam(visit, here.id);
  return collection<Member>(here, {
    heading: name,
    caption: teams.members,
    lead: <CopyId id={params.teamId} name={name} />,
    create: (
      <>
        {may("addOrgTeamUser") && (
          <LinkButton href={`${root}/teams/${params.teamId}/add`} kind="primary" icon="add" inDialog>
            {teams.addMember}
          </LinkButton>
        )}
        {may("renameOrgTeam") && (
          <SheetForm name="rename" title={teams.rename} icon="edit" submit={words.layout.save}>
            <Field name="name" value={name} label={teams.newName} maxLength={64} required />
          </SheetForm>
        )}
        {may("deleteOrgTeam") && (
          <ButtonForm name="delete" label={teams.delete} confirm={teams.confirmDelete(name)}>
            {layout.delete}
          </ButtonForm>
        )}
      </>
    ),
    done: teams.done,
    above: <Gives held={held} />,
    below: <InProjects held={held} />,
    all: await findMembers(visit, here.id),
    idOf: ({ id }) => id,
    nameOf: ({ username }) => username,
    texts: (user) => [user.username, nameOf(user)],
    columns: memberColumns(visit, here),
    actions: [
      { label: layout.open, href: ({ id }) => `${root}/people/${id}` },
      may("removeOrgTeamUser") && {
        label: layout.remove,
        form: "remove",
        confirm: ({ username }) => teams.leaveConfirm(username),
        says: ({ username }) => teams.removeMember(username),
        several: teams.leaveSelected,
      },
    ],
    empty: teams.noMembers,
    total: words.lists.total,
  });
}

/** Reads the roles of a team in the projects that the visitor may see, with the names of these. */
export async function heldByTeam(visit: TeamVisit, orgId: string): Promise<readonly ProjectRoles[]> {
  const held = (await projectRolesIn(visit, orgId)).get(holderOf(visit.params.teamId)) ?? [];
  const nameIn = ({ groupName, groupId }: ProjectRoles) => groupName ?? groupId;
  return [...held].sort((a, b) => nameIn(a).localeCompare(nameIn(b)));
}

interface HeldProps {
  readonly held: readonly ProjectRoles[];
}

/** A line that says what members of the team get; the table below the people has each project. */
export function Gives({ held }: HeldProps) {
  const { words } = useVisit();
  const { gives, givesNothing } = words.teams;
  return (
    <div class="gives">
      {held.length === 0 ? (
        givesNothing
      ) : (
        <Fold title={gives}>
          <p>{gives}:</p>
          <Chips labels={textsOf(words, held)} />
        </Fold>
      )}
    </div>
  );
}

function InProjects({ held }: HeldProps) {
  const { credentials, layout } = useVisit().words;
  return (
    held.length > 0 && (
      <Table
        caption={credentials.otherRoles}
        heads={[layout.inGroup, layout.roles]}
        rows={held.map(({ groupId, groupName, roles }) => ({
          key: groupId,
          cells: [
            <a href={`/projects/${groupId}/teams`} key="project">
              {groupName ?? groupId}
            </a>,
            <RoleList roles={roles} key="roles" />,
          ],
        }))}
      />
    )
  );
}

function memberColumns(visit: TeamVisit, { root }: Here): readonly Column<Member>[] {
  const { people, layout } = visit.words;
  return [
    {
      head: people.who,
      by: "address",
      value: ({ username }) => username,
      cell: (user) => (
        <>
          <a href={`${root}/people/${user.id}`}>{nameOf(user) || user.username}</a>
          {nameOf(user) !== "" && <small>{user.username}</small>}
        </>
      ),
    },
    {
      head: layout.status,
      class: "c-badge",
      cell: ({ orgMembershipStatus: status }) => (
        <Badge tone={status === "ACTIVE" ? "green" : "yellow"}>{people.statuses[status]}</Badge>
      ),
    },
    {
      head: people.list.when,
      by: "active",
      // The person who was active last is first.
      value: (user) => -Date.parse(lastOf(user) ?? "1970-01-01"),
      class: "c-time wide-only",
      cell: (user) => {
        const at = lastOf(user);
        return at === undefined ? people.list.never : <When at={at} />;
      },
    },
  ];
}

async function rolesView(visit: TeamVisit, here: Here & GroupScope): Promise<View> {
  const { words, params } = visit;
  const { places, at, root } = here;
  const name = nameIn(await teamsOf(visit, places.org?.id), params.teamId);
  const offered = await offeredIn(visit, at);
  const { roleNames } = await visit.api("getGroupTeam", { ...at, teamId: params.teamId });
  return headed(
    `${name} · ${here.name}`,
    <>
      <RolesForm of="group" legend={words.people.one.rolesIn(here.name)} offered={offered} held={roleNames} />
      <LinkButton href={`${root}/teams`}>{words.layout.back}</LinkButton>
    </>,
    { heading: name, lead: <CopyId id={params.teamId} name={name} />, places },
  );
}
