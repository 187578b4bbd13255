// The projects of an organization, and the page on which one is renamed or deleted.
import { Refusal } from "../client.ts";
import { Button, Field, Form, Heading, LinkButton, Table, typed } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Done } from "../kit/people.tsx";
import { Time } from "../kit/time.tsx";
import { page } from "../page.ts";
import { placesOf } from "../places.ts";

const itemsPerPage = 50;

export const orgProjects = page({
  path: "/orgs/:orgId",
  for: "person",
  performs: ["createGroup"],
  async show(visit) {
    const { api, params, query, words } = visit;
    const places = await placesOf(visit, params);
    const pageNum = pageOf(query, "page");
    const found = await api("getOrgGroups", { ...params, itemsPerPage, pageNum });
    const { title, name, created, none, create, newName, settings, settingsOf, done } = words.projects;
    return {
      title: `${title} · ${places.org.name}`,
      places,
      body: (
        <>
          <Heading title={title} />
          <Done visit={visit} sentences={done} />
          <Table
            caption={title}
            heads={[name, created, words.people.actions]}
            rows={(found.results ?? []).map((group) => ({
              key: group.id ?? "",
              cells: [
                <a href={`/projects/${group.id}/people`} key="name">
                  {group.name}
                </a>,
                <Time at={group.created} key="created" />,
                <a href={`/projects/${group.id}/settings`} aria-label={settingsOf(group.name)} key="settings">
                  {settings}
                </a>,
              ],
            }))}
            empty={none}
          />
          <Pager
            visit={visit}
            name="page"
            label={title}
            perPage={itemsPerPage}
            total={found.totalCount ?? 0}
          />
          <details class="card" open={visit.problem !== undefined}>
            <summary>{create}</summary>
            <Form visit={visit} name="create">
              <Field
                label={newName}
                name="name"
                value={typed(visit, "create", "name")}
                maxLength={64}
                required
              />
              <Button kind="primary">{create}</Button>
            </Form>
          </details>
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
  performs: ["updateGroup", "deleteGroup"],
  async show(visit) {
    const places = await placesOf(visit, visit.params);
    const { name } = places.group;
    const words = visit.words.projects;
    return {
      title: `${words.settings} · ${name}`,
      places,
      body: (
        <>
          <Heading title={name} />
          <Done visit={visit} sentences={words.done} />
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
          <div class="card">
            <h2>{words.delete}</h2>
            <p>{words.deleteLead}</p>
            <Form visit={visit} name="delete">
              <Field label={words.typeName(name)} name="confirmation" autocomplete="off" required />
              <Button kind="danger">{words.delete}</Button>
            </Form>
          </div>
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
    async delete(visit, form) {
      const { group, org } = await placesOf(visit, visit.params);
      if (form.text("confirmation") !== group.name.trim()) {
        throw new Refusal(400, { detail: visit.words.projects.otherName }, undefined);
      }
      await visit.api("deleteGroup", visit.params);
      return { to: org === undefined ? "/" : `/orgs/${org.id}?done=deleted` };
    },
  },
});
