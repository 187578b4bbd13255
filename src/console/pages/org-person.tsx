// One person of an organization: roles, teams, and roles in its projects.

import { type Offered, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Checks, Choice, Copy, Form, Heading, LinkButton, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Done, Roles } from "../kit/people.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";

type PersonVisit = Visit<"orgId" | "userId">;

const find = ({ api, params }: PersonVisit) => api("getOrgUser", params);

type OrgUser = Awaited<ReturnType<typeof find>>;

const rolesIn = ({ roles }: OrgUser, groupId: string): readonly string[] =>
  roles.groupRoleAssignments?.find((each) => each.groupId === groupId)?.groupRoles ?? [];

const perPage = 50;
const everything = { itemsPerPage: 500 };

export const orgPerson = page({
  path: "/orgs/:orgId/people/:userId",
  for: "person",
  performs: ["updateOrgUser"],
  async show(visit) {
    const { api, params, query, words } = visit;
    const { orgId } = params;
    const { org } = await placesOf(visit, { orgId });
    const user = await find(visit);
    const offered = await offeredIn(visit, { orgId });
    const { results: teams = [] } = await api("listOrgTeams", { orgId, ...everything });
    const { results: groups = [] } = await api("getOrgGroups", { orgId, ...everything });
    const named = groups.map(({ id = "", name }) => ({ id, name }));
    const group = named.find(({ id }) => id === query.get("project"));
    return {
      title: `${user.username} · ${org.name}`,
      places: { org },
      body: (
        <>
          <Heading
            title={user.username}
            lead={
              <>
                {words.people.statuses[user.orgMembershipStatus]}{" "}
                <Copy visit={visit} text={params.userId} label={words.layout.copyOf(words.people.one.id)} />
              </>
            }
          />
          <Done visit={visit} sentences={words.people.done} />
          <InOrg visit={visit} user={user} offered={offered} teams={teams} />
          <InGroups visit={visit} user={user} groups={named} />
          {group && <InGroup visit={visit} user={user} offered={offered} group={group} />}
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

interface Part {
  readonly visit: PersonVisit;
  readonly user: OrgUser;
}

interface Giving extends Part {
  readonly offered: Offered;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function InOrg({
  visit,
  user,
  offered,
  teams,
}: Giving & { teams: readonly { id?: string; name?: string }[] }) {
  const { words, problem } = visit;
  return (
    <Form visit={visit} name="save" class="card">
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

function InGroups({ visit, user, groups }: Part & { groups: readonly Named[] }) {
  const { words, params } = visit;
  const { groups: title, group: head, noGroups, choose, show } = words.people.one;
  const { edit, editOf } = words.people;
  const held = groups.filter(({ id }) => rolesIn(user, id).length > 0);
  const others = groups.filter(({ id }) => rolesIn(user, id).length === 0);
  const here = `/orgs/${params.orgId}/people/${params.userId}`;
  const start = (pageOf(visit.query, "page") - 1) * perPage;
  return (
    <>
      <Table
        caption={title}
        heads={[head, words.people.roles, words.people.actions]}
        rows={held.slice(start, start + perPage).map(({ id, name }) => ({
          key: id,
          cells: [
            <a href={`/projects/${id}/people`} key="name">
              {name}
            </a>,
            <Roles words={words} roles={rolesIn(user, id)} key="roles" />,
            <a href={`${here}?project=${id}`} aria-label={editOf(name)} key="edit">
              {edit}
            </a>,
          ],
        }))}
        empty={noGroups}
      />
      <Pager visit={visit} name="page" label={title} perPage={perPage} total={held.length} />
      {others.length > 0 && (
        <form method="get" class="card">
          <Choice
            label={choose}
            name="project"
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button>{show}</Button>
        </form>
      )}
    </>
  );
}

function InGroup({ visit, user, offered, group: { id, name } }: Giving & { group: Named }) {
  const { rolesIn: legend, takeAll } = visit.words.people.one;
  return (
    <Form visit={visit} name="saveGroup" class="card">
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
