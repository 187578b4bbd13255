// The teams of an organization, and one team: its members, its name, and deleting it.
import { doneAt } from "../done.ts";
import { takeEach } from "../each.tsx";
import { addressesIn } from "../inviting.tsx";
import type { Browsing } from "../kit/browse.ts";
import { Area, Badge, Button, Choice, Copy, Field, Form, Heading, typed } from "../kit/kit.tsx";
import { listedAt, MenuLink } from "../kit/list.tsx";
import { Listing, MenuForm } from "../kit/listing.tsx";
import { fullName } from "../kit/names.ts";
import { Done } from "../kit/people.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";

const everything = { itemsPerPage: 500 };

async function teamsOf({ api, perform }: Visit, orgId: string) {
  const { results = [] } = await api("listOrgTeams", { orgId, ...everything });
  const counts = new Map((await perform("listOrgTeamCounts", { orgId })).map((each) => [each.id, each]));
  return results.map(({ id = "", name = "" }) => ({
    id,
    name,
    people: counts.get(id)?.people ?? 0,
    groups: counts.get(id)?.groups ?? 0,
  }));
}

type Team = Awaited<ReturnType<typeof teamsOf>>[number];

const browsing: Browsing<Team> = {
  idOf: ({ id }) => id,
  texts: ({ id, name }) => [name, id],
  columns: { name: ({ name }) => name, people: ({ people }) => people, projects: ({ groups }) => groups },
};

export const orgTeams = page({
  path: "/orgs/:orgId/teams",
  for: "person",
  performs: ["createOrgTeam", "deleteOrgTeam"],
  async show(visit) {
    const { params, problem, words } = visit;
    const { teams } = words;
    const places = await placesOf(visit, params);
    const { may } = places.org;
    const { ofOrg, create } = teams;
    return {
      title: `${ofOrg} · ${places.org.name}`,
      places,
      list: "rows",
      body: (
        <>
          <Heading title={ofOrg}>
            {may("createOrgTeam") && (
              <Sheet id="create" title={create} isOpen={problem?.name === "create"} isPrimary>
                <Form visit={visit} name="create">
                  <Field
                    label={teams.name}
                    name="name"
                    value={typed(visit, "create", "name")}
                    maxLength={64}
                    required
                  />
                  <Area
                    label={teams.usernames}
                    name="usernames"
                    hint={teams.usernamesHint}
                    value={typed(visit, "create", "usernames")}
                  />
                  <Button kind="primary">{create}</Button>
                </Form>
              </Sheet>
            )}
          </Heading>
          <Done visit={visit} sentences={teams.done} />
          <Listing
            visit={visit}
            title={ofOrg}
            all={await teamsOf(visit, params.orgId)}
            browsing={browsing}
            nameOf={({ name }) => name}
            empty={teams.none}
            total={teams.total}
            columns={[
              {
                head: teams.team,
                by: "name",
                cell: ({ id, name }) => <a href={`/orgs/${params.orgId}/teams/${id}`}>{name}</a>,
              },
              { head: teams.usernames, by: "people", class: "c-num", cell: ({ people }) => people },
              {
                head: teams.allProjects,
                by: "projects",
                class: "c-num wide-only",
                cell: ({ groups }) => groups,
              },
              {
                head: "ID",
                class: "c-code wide-only",
                cell: ({ id, name }) => (
                  <Copy visit={visit} text={id} label={words.layout.copyOf(`ID: ${name}`)} />
                ),
              },
            ]}
            bulk={
              may("deleteOrgTeam")
                ? { form: "delete", label: teams.deleteShort, confirm: teams.deleteSelected }
                : undefined
            }
            menu={({ id, name }) => (
              <>
                <MenuLink href={`/orgs/${params.orgId}/teams/${id}`}>{words.people.list.open}</MenuLink>
                {may("deleteOrgTeam") && (
                  <MenuForm
                    visit={visit}
                    form="delete"
                    id={id}
                    confirm={teams.confirmDelete(name)}
                    label={`${teams.delete}: ${name}`}
                  >
                    {teams.deleteShort}
                  </MenuForm>
                )}
              </>
            )}
          />
        </>
      ),
    };
  },
  forms: {
    async create({ api, params }, form) {
      const body = { name: form.text("name"), usernames: addressesIn(form.text("usernames")) };
      const { id } = await api("createOrgTeam", { ...params, body });
      return { to: `/orgs/${params.orgId}/teams/${id}?done=created` };
    },
    async delete(visit, form) {
      const { api, params } = visit;
      const { results = [] } = await api("listOrgTeams", { ...params, ...everything });
      return takeEach(visit, {
        ids: form.all("id"),
        take: (teamId) => api("deleteOrgTeam", { ...params, teamId }),
        nameOf: (id) => results.find((team) => team.id === id)?.name ?? id,
        places: await placesOf(visit, params),
        back: listedAt(visit),
        done: "deleted",
      });
    },
  },
});

type TeamVisit = Visit<"orgId" | "teamId">;

const findMembers = async ({ api, params }: TeamVisit) =>
  (await api("listOrgTeamUsers", { ...params, ...everything })).results ?? [];

const nameOf = (user: Member): string => ("firstName" in user ? fullName(user) : "");

type Member = Awaited<ReturnType<typeof findMembers>>[number];

/** Undefined for who is invited. */
const lastOf = (user: Member) => ("lastAuth" in user ? (user.lastAuth ?? undefined) : undefined);

const members: Browsing<Member> = {
  idOf: ({ id }) => id,
  texts: (user) => [user.username, nameOf(user)],
  columns: {
    address: ({ username }) => username,
    // Who was active last comes first.
    active: (user) => -Date.parse(lastOf(user) ?? "1970-01-01"),
  },
};

export const orgTeam = page({
  path: "/orgs/:orgId/teams/:teamId",
  for: "person",
  performs: ["addOrgTeamUser", "removeOrgTeamUser", "renameOrgTeam", "deleteOrgTeam"],
  async show(visit) {
    const { api, params, words, problem } = visit;
    const { orgId, teamId } = params;
    const { org } = await placesOf(visit, { orgId });
    const { name = "" } = await api("getOrgTeam", params);
    const { may } = org;
    const { results: everybody = [] } = may("addOrgTeamUser")
      ? await api("listOrgUsers", { orgId, ...everything })
      : {};
    return {
      title: `${name} · ${org.name}`,
      places: { org },
      list: "rows",
      body: (
        <>
          <Heading
            title={name}
            lead={<Copy visit={visit} text={teamId} label={words.layout.copyOf(`ID: ${name}`)} />}
          >
            {may("addOrgTeamUser") && (
              <Sheet id="add" title={words.teams.addMember} isOpen={problem?.name === "add"} isPrimary>
                <AddMember
                  visit={visit}
                  others={everybody.filter(({ teamIds = [] }) => !teamIds.includes(teamId))}
                />
              </Sheet>
            )}
            {may("renameOrgTeam") && (
              <Sheet id="rename" title={words.teams.rename} isOpen={problem?.name === "rename"} icon="edit">
                <Rename visit={visit} name={name} />
              </Sheet>
            )}
            {may("deleteOrgTeam") && (
              <Form visit={visit} name="delete">
                <Button kind="danger" label={words.teams.delete} confirm={words.teams.confirmDelete(name)}>
                  {words.teams.deleteShort}
                </Button>
              </Form>
            )}
          </Heading>
          <Done visit={visit} sentences={words.teams.done} />
          <Listing
            visit={visit}
            title={words.teams.members}
            all={await findMembers(visit)}
            browsing={members}
            nameOf={({ username }) => username}
            empty={words.teams.noMembers}
            total={words.lists.total}
            columns={[
              {
                head: words.people.who,
                by: "address",
                cell: (user) => (
                  <>
                    <a href={`/orgs/${orgId}/people/${user.id}`}>{nameOf(user) || user.username}</a>
                    {nameOf(user) !== "" && <small>{user.username}</small>}
                  </>
                ),
              },
              {
                head: words.people.status,
                class: "c-badge",
                cell: ({ orgMembershipStatus: status }) => (
                  <Badge tone={status === "ACTIVE" ? "green" : "yellow"}>
                    {words.people.statuses[status]}
                  </Badge>
                ),
              },
              {
                head: words.people.list.when,
                by: "active",
                class: "c-time wide-only",
                cell: (user) => {
                  const at = lastOf(user);
                  return at === undefined ? words.people.list.never : <When visit={visit} at={at} />;
                },
              },
            ]}
            bulk={
              may("removeOrgTeamUser")
                ? { form: "remove", label: words.people.remove, confirm: words.teams.leaveSelected }
                : undefined
            }
            menu={({ id, username }) => (
              <>
                <MenuLink href={`/orgs/${orgId}/people/${id}`}>{words.people.list.open}</MenuLink>
                {may("removeOrgTeamUser") && (
                  <MenuForm
                    visit={visit}
                    form="remove"
                    id={id}
                    confirm={words.teams.leaveConfirm(username)}
                    label={words.teams.removeMember(username)}
                  >
                    {words.people.remove}
                  </MenuForm>
                )}
              </>
            )}
          />
        </>
      ),
    };
  },
  forms: {
    async add({ api, params }, form) {
      const id = form.text("userId");
      await api("addOrgTeamUser", { ...params, body: { id } });
      const { username } = await api("getOrgUser", { orgId: params.orgId, userId: id });
      return doneAt(`/orgs/${params.orgId}/teams/${params.teamId}#r-${id}`, "added", username);
    },
    async remove(visit, form) {
      const { api, params } = visit;
      const users = await findMembers(visit);
      return takeEach(visit, {
        ids: form.all("id"),
        take: (id) => api("removeOrgTeamUser", { ...params, body: { id } }),
        nameOf: (id) => users.find((user) => user.id === id)?.username ?? id,
        places: await placesOf(visit, { orgId: params.orgId }),
        back: listedAt(visit),
        done: "removed",
      });
    },
    async rename({ api, params }, form) {
      await api("renameOrgTeam", { ...params, body: { name: form.text("name") } });
      return at(params, "renamed");
    },
    async delete({ api, params }) {
      const { name = "" } = await api("getOrgTeam", params);
      await api("deleteOrgTeam", params);
      return doneAt(`/orgs/${params.orgId}/teams`, "deleted", name);
    },
  },
});

const at = ({ orgId, teamId }: TeamVisit["params"], done: string) => ({
  to: `/orgs/${orgId}/teams/${teamId}?done=${done}`,
});

interface Other {
  readonly id: string;
  readonly username: string;
}

function AddMember({ visit, others }: { visit: TeamVisit; others: readonly Other[] }) {
  const { addMember, add, everyone } = visit.words.teams;
  if (others.length === 0) return <p class="hint">{everyone}</p>;
  return (
    <Form visit={visit} name="add">
      <Choice
        label={addMember}
        name="userId"
        options={others.map(({ id, username }) => ({ value: id, label: username }))}
      />
      <Button kind="primary">{add}</Button>
    </Form>
  );
}

const Rename = ({ visit, name }: { visit: TeamVisit; name: string }) => (
  <Form visit={visit} name="rename">
    <Field
      label={visit.words.teams.newName}
      name="name"
      value={typed(visit, "rename", "name", name)}
      maxLength={64}
      required
    />
    <Button kind="primary">{visit.words.layout.save}</Button>
  </Form>
);
