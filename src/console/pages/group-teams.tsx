// The teams of a project with their roles there, and the page on which the roles of one are chosen.

import { groupRoleNames } from "../../contract/roles.ts";
import { doneAt } from "../done.ts";
import { takeEach } from "../each.tsx";
import type { Browsing } from "../kit/browse.ts";
import { isAbove, type Offered, offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Choice, Copy, Form, Heading, LinkButton } from "../kit/kit.tsx";
import { Chips, listedAt, MenuLink } from "../kit/list.tsx";
import { Listing, MenuForm } from "../kit/listing.tsx";
import { Done } from "../kit/people.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";

/** People who belong to the project only cannot read the names of teams, and see their ids. */
async function teamsOf({ api }: Pick<Visit, "api">, orgId: string | undefined) {
  if (orgId === undefined) return [];
  const found = await api("listOrgTeams", { orgId, itemsPerPage: 500 }).catch(
    unlessRefused("USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"),
  );
  return (found?.results ?? []).map(({ id = "", name = "" }) => ({ id, name }));
}

interface Held {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const browsing: Browsing<Held> = {
  idOf: ({ id }) => id,
  texts: ({ id, name }) => [name, id],
  columns: { name: ({ name }) => name },
  filters: { role: ({ roles }, role) => roles.includes(role) },
};

/** Teams with roles here; a hundred are the most there can be. */
async function heldBy(
  { api, params }: Visit<"groupId">,
  teams: Awaited<ReturnType<typeof teamsOf>>,
): Promise<readonly Held[]> {
  const nameOf = new Map(teams.map(({ id, name }) => [id, name]));
  const { results = [] } = await api("listGroupTeams", { ...params, itemsPerPage: 100 });
  return results.map(({ teamId, roleNames }) => ({
    id: teamId,
    name: nameOf.get(teamId) ?? teamId,
    roles: roleNames,
  }));
}

export const groupTeams = page({
  path: "/projects/:groupId/teams",
  for: "person",
  performs: ["addGroupTeams", "removeGroupTeam"],
  async show(visit) {
    const { params, words, problem } = visit;
    const places = await placesOf(visit, params);
    const teams = await teamsOf(visit, places.org?.id);
    const offered = await offeredIn(visit, params);
    const { may } = places.group;
    const { ofGroup } = words.teams;
    const here = `/projects/${params.groupId}/teams`;
    const mayTake = ({ roles }: Held) => may("removeGroupTeam") && !isAbove(offered, roles);
    return {
      title: `${ofGroup} · ${places.group.name}`,
      places,
      list: "rows",
      body: (
        <>
          <Heading title={ofGroup}>
            {may("addGroupTeams") && (
              <Sheet id="add" title={words.teams.addToGroup} isOpen={problem?.name === "add"} isPrimary>
                <AddTeam visit={visit} teams={teams} offered={offered} />
              </Sheet>
            )}
          </Heading>
          <Done visit={visit} sentences={words.teams.done} />
          <Listing
            visit={visit}
            title={ofGroup}
            all={await heldBy(visit, teams)}
            browsing={browsing}
            nameOf={({ name }) => name}
            empty={words.teams.noneInGroup}
            total={words.teams.total}
            filters={[
              {
                name: "role",
                all: words.people.list.allRoles,
                options: groupRoleNames.map((role) => ({ value: role, label: words.role(role) })),
              },
            ]}
            columns={[
              {
                head: words.teams.team,
                by: "name",
                cell: ({ id, name }) =>
                  places.org === undefined ? (
                    <span>{name}</span>
                  ) : (
                    <a href={`/orgs/${places.org.id}/teams/${id}`}>{name}</a>
                  ),
              },
              {
                head: words.people.roles,
                class: "c-half",
                cell: ({ roles }) => <Chips labels={roles.map(words.shortRole)} />,
              },
            ]}
            isPickable={mayTake}
            bulk={
              may("removeGroupTeam")
                ? { form: "remove", label: words.people.remove, confirm: words.teams.removeSelected }
                : undefined
            }
            menu={({ id, name, ...held }) =>
              may("updateGroupTeam") ? (
                <>
                  <MenuLink href={`${here}/${id}`} label={words.teams.editOf(name)}>
                    {words.teams.edit}
                  </MenuLink>
                  {mayTake({ id, name, ...held }) && (
                    <MenuForm
                      visit={visit}
                      form="remove"
                      id={id}
                      confirm={words.teams.removeConfirm(name)}
                      label={words.teams.removeFromGroup(name)}
                    >
                      {words.people.remove}
                    </MenuForm>
                  )}
                </>
              ) : null
            }
          />
        </>
      ),
    };
  },
  forms: {
    async add(visit, form) {
      const { api, params } = visit;
      const body = [{ teamId: form.text("teamId"), roleNames: form.all("roles") }];
      await api("addGroupTeams", { ...params, body });
      return doneAt(
        `/projects/${params.groupId}/teams`,
        "added",
        await nameOfTeam(visit, form.text("teamId")),
      );
    },
    async remove(visit, form) {
      const { api, params } = visit;
      const places = await placesOf(visit, params);
      const teams = await teamsOf(visit, places.org?.id);
      return takeEach(visit, {
        ids: form.all("id"),
        take: (teamId) => api("removeGroupTeam", { ...params, teamId }),
        nameOf: (id) => teams.find((team) => team.id === id)?.name ?? id,
        places,
        back: listedAt(visit),
        done: "removed",
      });
    },
  },
});

async function nameOfTeam(visit: Visit<"groupId">, teamId: string): Promise<string> {
  const { org } = await placesOf(visit, { groupId: visit.params.groupId });
  return (await teamsOf(visit, org?.id)).find(({ id }) => id === teamId)?.name ?? teamId;
}

interface AddTeamProps {
  readonly visit: Visit<"groupId">;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly offered: Offered;
}

/** The API refuses a team that is in the project already. */
function AddTeam({ visit, teams, offered }: AddTeamProps) {
  const { words, problem } = visit;
  const { team, add, noTeams } = words.teams;
  if (teams.length === 0) return <p class="hint">{noTeams}</p>;
  return (
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
          <Heading
            title={name}
            lead={<Copy visit={visit} text={params.teamId} label={words.layout.copyOf(`ID: ${name}`)} />}
          />
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
    async save(visit, form) {
      const { api, params } = visit;
      await api("updateGroupTeam", { ...params, body: { roleNames: form.all("roles") } });
      const name = await nameOfTeam(visit, params.teamId);
      return doneAt(`/projects/${params.groupId}/teams#r-${params.teamId}`, "changed", name);
    },
  },
});
