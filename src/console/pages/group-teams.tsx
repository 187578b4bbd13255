// The teams of a project with their roles there, and the page on which the roles of one are chosen.

import { isAbove, type Offered, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Choice, Form, Heading, LinkButton, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { ButtonForm, Done, Roles } from "../kit/people.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";

const itemsPerPage = 50;

/** People who belong to the project only cannot read the names of teams, and see their ids. */
async function teamsOf({ api }: Pick<Visit, "api">, orgId: string | undefined) {
  if (orgId === undefined) return [];
  const found = await api("listOrgTeams", { orgId, itemsPerPage: 500 }).catch(
    unlessRefused("USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"),
  );
  return (found?.results ?? []).map(({ id = "", name = "" }) => ({ id, name }));
}

export const groupTeams = page({
  path: "/projects/:groupId/teams",
  for: "person",
  performs: ["addGroupTeams", "removeGroupTeam"],
  async show(visit) {
    const { api, params, query, words } = visit;
    const places = await placesOf(visit, params);
    const teams = await teamsOf(visit, places.org?.id);
    const nameOf = new Map(teams.map(({ id, name }) => [id, name]));
    const offered = await offeredIn(visit, params);
    const found = await api("listGroupTeams", { ...params, itemsPerPage, pageNum: pageOf(query, "page") });
    const { ofGroup, team, noneInGroup, edit, editOf, removeFromGroup, done } = words.teams;
    const here = `/projects/${params.groupId}/teams`;
    return {
      title: `${ofGroup} · ${places.group.name}`,
      places,
      body: (
        <>
          <Heading title={ofGroup} />
          <Done visit={visit} sentences={done} />
          <Table
            caption={ofGroup}
            heads={[team, words.people.roles, words.people.actions]}
            rows={(found.results ?? []).map(({ teamId, roleNames }) => {
              const name = nameOf.get(teamId) ?? teamId;
              return {
                key: teamId,
                cells: [
                  places.org === undefined ? (
                    name
                  ) : (
                    <a href={`/orgs/${places.org.id}/teams/${teamId}`} key="name">
                      {name}
                    </a>
                  ),
                  <Roles words={words} roles={roleNames} key="roles" />,
                  <div class="row" key="actions">
                    <a class="button" href={`${here}/${teamId}`} aria-label={editOf(name)}>
                      {edit}
                    </a>
                    {!isAbove(offered, roleNames) && (
                      <ButtonForm
                        visit={visit}
                        name="remove"
                        fields={{ teamId }}
                        label={removeFromGroup(name)}
                      >
                        {words.people.remove}
                      </ButtonForm>
                    )}
                  </div>,
                ],
              };
            })}
            empty={noneInGroup}
          />
          <Pager
            visit={visit}
            name="page"
            label={ofGroup}
            perPage={itemsPerPage}
            total={found.totalCount ?? 0}
          />
          <AddTeam visit={visit} teams={teams} offered={offered} />
        </>
      ),
    };
  },
  forms: {
    async add({ api, params }, form) {
      const body = [{ teamId: form.text("teamId"), roleNames: form.all("roles") }];
      await api("addGroupTeams", { ...params, body });
      return { to: `/projects/${params.groupId}/teams?done=added` };
    },
    async remove({ api, params }, form) {
      await api("removeGroupTeam", { ...params, teamId: form.text("teamId") });
      return { to: `/projects/${params.groupId}/teams?done=removed` };
    },
  },
});

interface AddTeamProps {
  readonly visit: Visit<"groupId">;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly offered: Offered;
}

/** The API refuses a team that is in the project already. */
function AddTeam({ visit, teams, offered }: AddTeamProps) {
  const { words, problem } = visit;
  const { addToGroup, team, add, noTeams } = words.teams;
  if (teams.length === 0) return <p class="hint">{noTeams}</p>;
  return (
    <details class="card" open={problem?.name === "add"}>
      <summary>{addToGroup}</summary>
      <Form visit={visit} name="add">
        <Choice
          label={team}
          name="teamId"
          {...(problem?.name === "add" && { value: problem.form.text("teamId") })}
          options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RoleChecks
          visit={visit}
          form="add"
          of="group"
          legend={words.people.roles}
          offered={offered}
          chosen={["GROUP_READ_ONLY"]}
        />
        <Button kind="primary">{add}</Button>
      </Form>
    </details>
  );
}

export const groupTeam = page({
  path: "/projects/:groupId/teams/:teamId",
  for: "person",
  performs: ["updateGroupTeam"],
  async show(visit) {
    const { api, params, words } = visit;
    const { groupId, teamId } = params;
    const places = await placesOf(visit, { groupId });
    const teams = await teamsOf(visit, places.org?.id);
    const offered = await offeredIn(visit, { groupId });
    const { roleNames } = await api("getGroupTeam", params);
    const name = teams.find(({ id }) => id === teamId)?.name ?? teamId;
    return {
      title: `${name} · ${places.group.name}`,
      places,
      body: (
        <>
          <Heading title={name} />
          <Form visit={visit} name="save" class="card">
            <RoleChecks
              visit={visit}
              form="save"
              of="group"
              legend={words.people.one.rolesIn(places.group.name)}
              offered={offered}
              held={roleNames}
            />
            <Button kind="primary">{words.layout.save}</Button>
          </Form>
          <LinkButton href={`/projects/${groupId}/teams`}>{words.layout.back}</LinkButton>
        </>
      ),
    };
  },
  forms: {
    async save({ api, params }, form) {
      await api("updateGroupTeam", { ...params, body: { roleNames: form.all("roles") } });
      return { to: `/projects/${params.groupId}/teams?done=changed` };
    },
  },
});
