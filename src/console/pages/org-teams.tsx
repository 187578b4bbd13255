// The teams of an organization, and one team: its members, its name, and deleting it.
import { addressesIn } from "../inviting.tsx";
import { Area, Button, Choice, Field, Form, Heading, LinkButton, Table, typed } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { ButtonForm, Done, PersonStatus, Who } from "../kit/people.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";

const itemsPerPage = 50;
const everything = { itemsPerPage: 500 };

export const orgTeams = page({
  path: "/orgs/:orgId/teams",
  for: "person",
  performs: ["createOrgTeam"],
  async show(visit) {
    const { api, params, query } = visit;
    const places = await placesOf(visit, params);
    const found = await api("listOrgTeams", { ...params, itemsPerPage, pageNum: pageOf(query, "page") });
    const { ofOrg, team, none, create, name, usernames, usernamesHint, done } = visit.words.teams;
    return {
      title: `${ofOrg} · ${places.org.name}`,
      places,
      body: (
        <>
          <Heading title={ofOrg} />
          <Done visit={visit} sentences={done} />
          <Table
            caption={ofOrg}
            heads={[team]}
            rows={(found.results ?? []).map((each) => ({
              key: each.id ?? "",
              cells: [
                <a href={`/orgs/${params.orgId}/teams/${each.id}`} key="name">
                  {each.name}
                </a>,
              ],
            }))}
            empty={none}
          />
          <Pager
            visit={visit}
            name="page"
            label={ofOrg}
            perPage={itemsPerPage}
            total={found.totalCount ?? 0}
          />
          <details class="card" open={visit.problem !== undefined}>
            <summary>{create}</summary>
            <Form visit={visit} name="create">
              <Field
                label={name}
                name="name"
                value={typed(visit, "create", "name")}
                maxLength={64}
                required
              />
              <Area
                label={usernames}
                name="usernames"
                hint={usernamesHint}
                value={typed(visit, "create", "usernames")}
              />
              <Button kind="primary">{create}</Button>
            </Form>
          </details>
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
  },
});

type TeamVisit = Visit<"orgId" | "teamId">;

const findMembers = ({ api, params, query }: TeamVisit) =>
  api("listOrgTeamUsers", { ...params, itemsPerPage, pageNum: pageOf(query, "page") });

type Member = NonNullable<Awaited<ReturnType<typeof findMembers>>["results"]>[number];

export const orgTeam = page({
  path: "/orgs/:orgId/teams/:teamId",
  for: "person",
  performs: ["addOrgTeamUser", "removeOrgTeamUser", "renameOrgTeam", "deleteOrgTeam"],
  async show(visit) {
    const { api, params, words } = visit;
    const { orgId, teamId } = params;
    const { org } = await placesOf(visit, { orgId });
    const { name = "" } = await api("getOrgTeam", params);
    const { results: members = [], totalCount = 0 } = await findMembers(visit);
    const { results: everybody = [] } = await api("listOrgUsers", { orgId, ...everything });
    return {
      title: `${name} · ${org.name}`,
      places: { org },
      body: (
        <>
          <Heading title={name} />
          <Done visit={visit} sentences={words.teams.done} />
          <Members visit={visit} members={members} />
          <Pager
            visit={visit}
            name="page"
            label={words.teams.members}
            perPage={itemsPerPage}
            total={totalCount}
          />
          <AddMember
            visit={visit}
            others={everybody.filter(({ teamIds = [] }) => !teamIds.includes(teamId))}
          />
          <Rename visit={visit} name={name} />
          <Delete visit={visit} name={name} />
          <LinkButton href={`/orgs/${orgId}/teams`}>{words.layout.back}</LinkButton>
        </>
      ),
    };
  },
  forms: {
    async add({ api, params }, form) {
      await api("addOrgTeamUser", { ...params, body: { id: form.text("userId") } });
      return at(params, "added");
    },
    async remove({ api, params }, form) {
      await api("removeOrgTeamUser", { ...params, body: { id: form.text("userId") } });
      return at(params, "removed");
    },
    async rename({ api, params }, form) {
      await api("renameOrgTeam", { ...params, body: { name: form.text("name") } });
      return at(params, "renamed");
    },
    async delete({ api, params }) {
      await api("deleteOrgTeam", params);
      return { to: `/orgs/${params.orgId}/teams?done=deleted` };
    },
  },
});

const at = ({ orgId, teamId }: TeamVisit["params"], done: string) => ({
  to: `/orgs/${orgId}/teams/${teamId}?done=${done}`,
});

function Members({ visit, members }: { visit: TeamVisit; members: readonly Member[] }) {
  const { words } = visit;
  const { who, status, actions, remove } = words.people;
  const { members: title, noMembers, removeMember } = words.teams;
  return (
    <Table
      caption={title}
      heads={[who, status, actions]}
      rows={members.map((user) => ({
        key: user.id,
        cells: [
          <Who user={user} key="who" />,
          <PersonStatus words={words} user={user} key="status" />,
          <ButtonForm
            visit={visit}
            name="remove"
            fields={{ userId: user.id }}
            label={removeMember(user.username)}
            key="remove"
          >
            {remove}
          </ButtonForm>,
        ],
      }))}
      empty={noMembers}
    />
  );
}

interface Other {
  readonly id: string;
  readonly username: string;
}

function AddMember({ visit, others }: { visit: TeamVisit; others: readonly Other[] }) {
  const { addMember, add, everyone } = visit.words.teams;
  if (others.length === 0) return <p class="hint">{everyone}</p>;
  return (
    <Form visit={visit} name="add" class="card">
      <Choice
        label={addMember}
        name="userId"
        options={others.map(({ id, username }) => ({ value: id, label: username }))}
      />
      <Button>{add}</Button>
    </Form>
  );
}

const Rename = ({ visit, name }: { visit: TeamVisit; name: string }) => (
  <details class="card" open={visit.problem?.name === "rename"}>
    <summary>{visit.words.teams.rename}</summary>
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
  </details>
);

const Delete = ({ visit, name }: { visit: TeamVisit; name: string }) => (
  <details class="card" open={visit.problem?.name === "delete"}>
    <summary>{visit.words.teams.delete}</summary>
    <p>{visit.words.teams.deleteLead}</p>
    <Form visit={visit} name="delete">
      <Button kind="danger" confirm={visit.words.teams.confirmDelete(name)}>
        {visit.words.teams.delete}
      </Button>
    </Form>
  </details>
);
