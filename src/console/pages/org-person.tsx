// One person of an organization: every role held in it and in its projects, where each comes from, and the forms that give roles.

import { door } from "../../domain/access.ts";
import type { PlacedRole, WeighedSource } from "../../domain/explanation.ts";
import { mostGroupsPerOrg } from "../../domain/group.ts";
import type { Browsing } from "../kit/browse.ts";
import { type Offered, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Checks, Choice, Copy, Form, Heading, LinkButton, Table } from "../kit/kit.tsx";
import { addressWith, MenuLink } from "../kit/list.tsx";
import { Listing } from "../kit/listing.tsx";
import { fullName } from "../kit/names.ts";
import { Done, RoleWithCode } from "../kit/people.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";

type PersonVisit = Visit<"orgId" | "userId">;

const find = ({ api, params }: PersonVisit) => api("getOrgUser", params);

type OrgUser = Awaited<ReturnType<typeof find>>;

const rolesIn = ({ roles }: OrgUser, groupId: string): readonly string[] =>
  roles.groupRoleAssignments?.find((each) => each.groupId === groupId)?.groupRoles ?? [];

const everything = { itemsPerPage: 500 };

export const orgPerson = page({
  path: "/orgs/:orgId/people/:userId",
  for: "person",
  performs: ["updateOrgUser"],
  async show(visit) {
    const { api, perform, params, query, words, problem } = visit;
    const { orgId } = params;
    const { org } = await placesOf(visit, { orgId });
    const user = await find(visit);
    const { may } = org;
    const { results: groups = [] } = await api("getOrgGroups", { orgId, itemsPerPage: mostGroupsPerOrg });
    const named = groups.map(({ id = "", name }) => ({ id, name }));
    const group = named.find(({ id }) => id === query.get("project"));
    const isChanged = may("updateOrgUser");
    const offered = await offeredIn(visit, { orgId });
    const name = user.orgMembershipStatus === "ACTIVE" ? fullName(user) : "";
    const { choose, show } = words.people.one;
    const invitationId =
      user.orgMembershipStatus === "PENDING" && may(door.org("ORG_OWNER"))
        ? (await perform("getPendingInvitation", params)).invitationId
        : undefined;
    const isWeighed = user.orgMembershipStatus === "ACTIVE" && may(door.org("ORG_OWNER"));
    const { roles, sources } = isWeighed
      ? await perform("listOrgUserRoles", params)
      : { roles: givenTo(user, org, named), sources: [] };
    return {
      title: `${user.username} · ${org.name}`,
      places: { org },
      body: (
        <>
          <Heading title={name || user.username} lead={<Lead visit={visit} user={user} name={name} />}>
            {may("listOrgEvents") && (
              <LinkButton
                href={`/orgs/${orgId}/activity?${new URLSearchParams({ who: user.username })}`}
                icon="activity"
              >
                {words.layout.activity}
              </LinkButton>
            )}
            {invitationId !== undefined && (
              <LinkButton href={`/orgs/${orgId}/invitations/${invitationId}`}>
                {words.people.invitation.open}
              </LinkButton>
            )}
            {isChanged && (
              <Sheet
                id="save"
                title={words.people.edit}
                isOpen={problem?.name === "save"}
                icon="edit"
                isPrimary
              >
                <InOrg
                  visit={visit}
                  user={user}
                  offered={offered}
                  teams={(await api("listOrgTeams", { orgId, ...everything })).results ?? []}
                />
              </Sheet>
            )}
            {isChanged && named.length > 0 && (
              <Sheet id="choose" title={choose} isOpen={false}>
                <form method="get">
                  <Choice
                    label={words.people.one.group}
                    name="project"
                    value={group?.id ?? ""}
                    options={named.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                  <Button>{show}</Button>
                </form>
              </Sheet>
            )}
          </Heading>
          <Done visit={visit} sentences={words.people.done} />
          {isChanged && group && <InGroup visit={visit} user={user} offered={offered} group={group} />}
          <Sources visit={visit} sources={sources} />
          <Held visit={visit} roles={roles} isChanged={isChanged} />
          <LinkButton href={`/orgs/${orgId}/people`}>{words.layout.back}</LinkButton>
        </>
      ),
    };
  },
  forms: {
    async save({ api, params }, form) {
      await api("updateOrgUser", {
        ...params,
        body: { roles: { orgRoles: form.all("roles") }, teamIds: form.all("teams") },
      });
      return { to: `/orgs/${params.orgId}/people/${params.userId}?done=changed` };
    },
    /** The API takes the roles of all projects at once, so the other projects are sent as they are now. */
    async saveGroup(visit, form) {
      const { api, params } = visit;
      const { roles } = await find(visit);
      const groupId = form.text("groupId");
      const groupRoles = form.all("roles");
      const groupRoleAssignments = [
        ...(roles.groupRoleAssignments ?? []).filter((each) => each.groupId !== groupId),
        ...(groupRoles.length === 0 ? [] : [{ groupId, groupRoles }]),
      ];
      await api("updateOrgUser", {
        ...params,
        body: { roles: { orgRoles: roles.orgRoles ?? [], groupRoleAssignments } },
      });
      return { to: `/orgs/${params.orgId}/people/${params.userId}?done=changed` };
    },
  },
});

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A role with where it is held; what would remain without it only where the visitor may know. */
type Listed = Omit<PlacedRole, "remaining" | "role"> & {
  readonly role: string;
  readonly remaining?: readonly string[];
};

/** What the API says of anybody: roles given to the person alone. */
function givenTo({ roles }: OrgUser, org: Named, groups: readonly Named[]): Listed[] {
  const at = (kind: "GROUP" | "ORG", { id, name }: Named, held: readonly string[]) =>
    held.map((role): Listed => ({ place: { kind, id, name }, role, from: { kind, id, name } }));
  const inGroups = roles.groupRoleAssignments ?? [];
  return [
    ...at("ORG", org, roles.orgRoles ?? []),
    ...inGroups.flatMap(({ groupId: id = "", groupRoles = [] }) =>
      at("GROUP", { id, name: groups.find((group) => group.id === id)?.name ?? id }, groupRoles),
    ),
  ];
}

/** Under whose name a page stands: the address, the status and the id. */
const Lead = ({ visit, user, name }: { visit: PersonVisit; user: OrgUser; name: string }) => (
  <>
    {name !== "" && `${user.username} · `}
    {visit.words.people.statuses[user.orgMembershipStatus]}{" "}
    <Copy
      visit={visit}
      text={visit.params.userId}
      label={visit.words.layout.copyOf(visit.words.people.one.id)}
    />
  </>
);

/** What would be left of the way into the projects without each source of roles. */
function Sources({ visit, sources }: { visit: PersonVisit; sources: readonly WeighedSource[] }) {
  const { words, params } = visit;
  const {
    sources: title,
    from: head,
    opens,
    withoutIt,
    keepsAll,
    losesAccess,
    inProjects,
  } = words.people.access;
  if (sources.length === 0) return null;
  const named = ({ from }: WeighedSource) =>
    "name" in from ? words.whoCan.from[from.kind](from.name) : inProjects;
  return (
    <Table
      fits
      caption={title}
      heads={[head, opens, withoutIt]}
      rows={sources.map((source) => ({
        key: "id" in source.from ? source.from.id : source.from.kind,
        cells: [
          "id" in source.from && source.from.kind === "TEAM" ? (
            <a href={`/orgs/${params.orgId}/teams/${source.from.id}`}>{named(source)}</a>
          ) : (
            named(source)
          ),
          String(source.groups),
          source.lost.length === 0
            ? keepsAll
            : losesAccess(words.lists.several(source.lost, source.lost.length)),
        ],
      }))}
    />
  );
}

const kinds = ["ORG", "GROUP", "TEAM"] as const;

const browsing: Browsing<Listed> = {
  // Rows of one project stand in the order of the kinds.
  idOf: ({ place, role, from }) => [place.id, kinds.indexOf(from.kind), role, from.id].join("-"),
  texts: ({ place, role, from }) => [place.name, role, from.name],
  columns: {
    where: ({ place }) => place.name,
    role: ({ role }) => role,
  },
  filters: { from: ({ from }, kind) => from.kind === kind },
};

/** Every role, a line each. */
function Held({
  visit,
  roles,
  isChanged,
}: {
  visit: PersonVisit;
  roles: readonly Listed[];
  isChanged: boolean;
}) {
  const { words, params } = visit;
  const { access, edit, editOf, list } = words.people;
  const pageIn = ({ id }: Named) => `/projects/${id}/people/${params.userId}`;
  return (
    <>
      <h2>{access.roles}</h2>
      <Listing
        visit={visit}
        title={access.roles}
        all={roles}
        browsing={browsing}
        nameOf={({ place, role }) => `${words.role(role)} · ${place.name}`}
        empty={access.none}
        total={access.total}
        tabs={{
          name: "from",
          label: access.from,
          tabs: [
            { value: "", label: list.all, count: roles.length },
            ...kinds.map((kind) => ({
              value: kind,
              label: access.kinds[kind],
              count: roles.filter(({ from }) => from.kind === kind).length,
            })),
          ],
        }}
        columns={[
          {
            head: access.where,
            by: "where",
            cell: ({ place, from }) => (
              <>
                {place.kind === "ORG" ? <span>{place.name}</span> : <a href={pageIn(place)}>{place.name}</a>}
                <small>{access.short[from.kind](from.name)}</small>
              </>
            ),
          },
          {
            head: words.people.roles,
            by: "role",
            class: "c-some",
            cell: ({ role }) => <RoleWithCode words={words} role={role} />,
          },
          {
            head: access.without,
            class: "c-some wide-only",
            cell: ({ remaining, place }) =>
              remaining && (
                <span title={remaining.map(words.role).join(", ")}>
                  {remaining.length > 0
                    ? remaining.map(words.role).join(", ")
                    : place.kind === "ORG"
                      ? access.outside
                      : access.nothing}
                </span>
              ),
          },
        ]}
        menu={({ place, from }) =>
          place.kind === "ORG" ? null : (
            <>
              <MenuLink href={pageIn(place)}>{list.open}</MenuLink>
              {isChanged && from.kind === "GROUP" && (
                <MenuLink
                  href={`${addressWith(visit, { project: place.id })}#in-project`}
                  label={editOf(place.name)}
                >
                  {edit}
                </MenuLink>
              )}
            </>
          )
        }
      />
    </>
  );
}

interface GivingProps {
  readonly visit: PersonVisit;
  readonly user: OrgUser;
  readonly offered: Offered;
}

function InOrg({
  visit,
  user,
  offered,
  teams,
}: GivingProps & { readonly teams: readonly { readonly id?: string; readonly name?: string }[] }) {
  const { words, problem } = visit;
  return (
    <Form visit={visit} name="save">
      <RoleChecks
        visit={visit}
        form="save"
        of="org"
        legend={words.people.one.orgRoles}
        offered={offered}
        held={user.roles.orgRoles ?? []}
      />
      {teams.length > 0 && (
        <div class="checks-long">
          <Checks
            legend={words.people.teams}
            name="teams"
            chosen={problem?.name === "save" ? problem.form.all("teams") : (user.teamIds ?? [])}
            options={teams.map(({ id = "", name = "" }) => ({ value: id, label: name }))}
          />
        </div>
      )}
      <Button kind="primary">{words.layout.save}</Button>
    </Form>
  );
}

function InGroup({ visit, user, offered, group: { id, name } }: GivingProps & { readonly group: Named }) {
  const { rolesIn: legend, takeAll } = visit.words.people.one;
  return (
    <Form visit={visit} name="saveGroup" class="card" id="in-project">
      <input type="hidden" name="groupId" value={id} />
      <RoleChecks
        visit={visit}
        form="saveGroup"
        of="group"
        legend={legend(name)}
        offered={offered}
        held={rolesIn(user, id)}
      />
      <p class="hint">{takeAll}</p>
      <Button kind="primary">{visit.words.layout.save}</Button>
    </Form>
  );
}
