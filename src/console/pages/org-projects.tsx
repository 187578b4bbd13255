// The projects of an organization, and the page on which one is renamed or deleted.

import { door } from "../../domain/access.ts";
import { mostGroupsPerOrg } from "../../domain/group.ts";
import { groupSettingNames } from "../../domain/group-settings.ts";
import { Refusal } from "../client.ts";
import { doneAt } from "../done.ts";
import type { Browsing } from "../kit/browse.ts";
import { Button, Checks, Copy, Field, Form, Heading, LinkButton, typed } from "../kit/kit.tsx";
import { MenuLink } from "../kit/list.tsx";
import { Listing } from "../kit/listing.tsx";
import { Done } from "../kit/people.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";

const everything = { itemsPerPage: mostGroupsPerOrg };

/** All that the visitor may see, with how many people and teams are in each. */
async function projectsOf({ api, perform }: Visit, orgId: string) {
  const { results = [] } = await api("getOrgGroups", { orgId, ...everything });
  const counts = new Map((await perform("listOrgGroupCounts", { orgId })).map((each) => [each.id, each]));
  return results.map(({ id = "", name, created }) => ({
    id,
    name,
    created,
    people: counts.get(id)?.people ?? 0,
    teams: counts.get(id)?.teams ?? 0,
  }));
}

type Project = Awaited<ReturnType<typeof projectsOf>>[number];

const browsing: Browsing<Project> = {
  idOf: ({ id }) => id,
  texts: ({ id, name }) => [name, id],
  columns: {
    name: ({ name }) => name,
    people: ({ people }) => people,
    teams: ({ teams }) => teams,
    created: ({ created }) => Date.parse(created),
  },
};

export const orgProjects = page({
  path: "/orgs/:orgId",
  for: "person",
  performs: ["createGroup"],
  async show(visit) {
    const { params, words, problem } = visit;
    const places = await placesOf(visit, params);
    const { may } = places.org;
    const { projects } = words;
    const { title, create } = projects;
    return {
      title: `${title} · ${places.org.name}`,
      places,
      list: "rows",
      body: (
        <>
          <Heading
            title={title}
            lead={
              <Copy visit={visit} text={params.orgId} label={words.layout.copyOf(`ID: ${places.org.name}`)} />
            }
          >
            {may(door.org("ORG_GROUP_CREATOR")) && (
              <Sheet id="create" title={create} isOpen={problem?.name === "create"} isPrimary>
                <Form visit={visit} name="create">
                  <Field
                    label={projects.newName}
                    name="name"
                    value={typed(visit, "create", "name")}
                    maxLength={64}
                    required
                  />
                  <Button kind="primary">{create}</Button>
                </Form>
              </Sheet>
            )}
          </Heading>
          <Done visit={visit} sentences={projects.done} />
          <Listing
            visit={visit}
            title={title}
            all={await projectsOf(visit, params.orgId)}
            browsing={browsing}
            nameOf={({ name }) => name}
            empty={projects.none}
            total={projects.total}
            columns={[
              {
                head: projects.name,
                by: "name",
                cell: ({ id, name }) => <a href={`/projects/${id}/people`}>{name}</a>,
              },
              { head: projects.people, by: "people", class: "c-num", cell: ({ people }) => people },
              { head: projects.teams, by: "teams", class: "c-num wide-only", cell: ({ teams }) => teams },
              {
                head: "ID",
                class: "c-code wide-only",
                cell: ({ id, name }) => (
                  <Copy visit={visit} text={id} label={words.layout.copyOf(`ID: ${name}`)} />
                ),
              },
              {
                head: projects.created,
                by: "created",
                class: "c-time wide-only",
                cell: ({ created }) => <When visit={visit} at={created} />,
              },
            ]}
            menu={({ id, name }) => (
              <>
                <MenuLink href={`/projects/${id}/people`}>{projects.open}</MenuLink>
                {may("updateGroup") && (
                  <MenuLink href={`/projects/${id}/settings`} label={projects.settingsOf(name)}>
                    {projects.settings}
                  </MenuLink>
                )}
              </>
            )}
          />
        </>
      ),
    };
  },
  forms: {
    /** The person who creates a project owns it; without `projectOwnerId` it would be the oldest owner of the organization. */
    async create({ api, params: { orgId }, person }, form) {
      const { id } = await api("createGroup", {
        body: { name: form.text("name"), orgId },
        projectOwnerId: person?.id,
      });
      return { to: `/projects/${id}/people` };
    },
  },
});

export const projectSettings = page({
  path: "/projects/:groupId/settings",
  for: "person",
  performs: ["updateGroup", "updateGroupSettings", "deleteGroup"],
  async show(visit) {
    const places = await placesOf(visit, visit.params);
    const { name } = places.group;
    const words = visit.words.projects;
    const features = visit.words.groupSettings;
    const { may } = places.group;
    const settings = await visit.api("getGroupSettings", visit.params);
    return {
      title: `${words.settings} · ${name}`,
      places,
      body: (
        <>
          <Heading
            title={name}
            lead={
              <Copy
                visit={visit}
                text={visit.params.groupId}
                label={visit.words.layout.copyOf(`ID: ${name}`)}
              />
            }
          />
          <Done visit={visit} sentences={words.done} />
          {may("updateGroup") && (
            <div class="card">
              <h2>{words.rename}</h2>
              <Form visit={visit} name="rename">
                <Field
                  label={words.newName}
                  name="name"
                  value={typed(visit, "rename", "name", name)}
                  maxLength={64}
                  required
                />
                <Button kind="primary">{words.renameSubmit}</Button>
              </Form>
            </div>
          )}
          <div class="card">
            <h2>{features.title}</h2>
            <p class="hint">{features.lead}</p>
            <Form visit={visit} name="save">
              <fieldset disabled={!may("updateGroupSettings")} aria-label={features.title}>
                <Checks
                  legend={features.legend}
                  name="on"
                  chosen={groupSettingNames.filter((each) => settings[each])}
                  options={groupSettingNames.map((each) => ({
                    value: each,
                    label: features.fields[each] ?? each,
                  }))}
                />
              </fieldset>
              {may("updateGroupSettings") && <Button kind="primary">{visit.words.layout.save}</Button>}
            </Form>
          </div>
          {may("deleteGroup") && (
            <div class="card">
              <h2>{words.delete}</h2>
              <p>{words.deleteLead}</p>
              <Form visit={visit} name="delete">
                <Field label={words.typeName(name)} name="confirmation" autocomplete="off" required />
                <Button kind="danger">{words.delete}</Button>
              </Form>
            </div>
          )}
          <LinkButton href={`/projects/${visit.params.groupId}/people`}>{visit.words.layout.back}</LinkButton>
        </>
      ),
    };
  },
  forms: {
    async rename({ api, params }, form) {
      await api("updateGroup", { ...params, body: { name: form.text("name") } });
      return { to: `/projects/${params.groupId}/settings?done=renamed` };
    },
    async save({ api, params }, form) {
      const on = form.all("on");
      const before = await api("getGroupSettings", params);
      // One that never was set stays so, unless it is switched on.
      const body = Object.fromEntries(
        groupSettingNames.flatMap((name) =>
          on.includes(name) || before[name] !== undefined ? [[name, on.includes(name)]] : [],
        ),
      );
      await api("updateGroupSettings", { ...params, body });
      return { to: `/projects/${params.groupId}/settings?done=saved` };
    },
    async delete(visit, form) {
      const { group, org } = await placesOf(visit, visit.params);
      if (form.text("confirmation") !== group.name.trim()) {
        throw new Refusal(400, { detail: visit.words.projects.otherName }, undefined);
      }
      await visit.api("deleteGroup", visit.params);
      return doneAt(org === undefined ? "/" : `/orgs/${org.id}`, "deleted", group.name);
    },
  },
});
