// The projects of an organization, and the redirect from the address of a project to its people.
import { door } from "../../core/domain/access.ts";
import { mostGroupsPerOrg } from "../../core/domain/group.ts";
import { Field } from "../kit/fields.tsx";
import { CopyId } from "../kit/kit.tsx";
import { collection } from "../kit/listing.tsx";
import { type Column, countColumn, idColumn, timeColumn } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { page, type Visit } from "../page.ts";
import { orgScope, read } from "../scope.ts";
import type { Words } from "../words/words.ts";

/** Lists all projects that the visitor may see, with the number of people and teams of each. */
async function projectsOf({ api, perform }: Visit, orgId: string) {
  const { results = [] } = await api("getOrgGroups", { orgId, itemsPerPage: mostGroupsPerOrg });
  const counts = new Map((await perform("listOrgGroupCounts", { orgId })).map((each) => [each.id, each]));
  return results.map(({ id = "", name, created }) => {
    const { people = 0, teams = 0 } = counts.get(id) ?? {};
    return { id, name, created, people, teams };
  });
}

type Project = Awaited<ReturnType<typeof projectsOf>>[number];

export const orgProjects = page({
  path: "/orgs/:orgId",
  performs: ["createGroup"],
  async show(visit) {
    const { words } = visit;
    const { projects } = words;
    const here = await read(visit, orgScope(visit.params.orgId));
    const { id, name, may } = here;
    return collection<Project>(here, {
      heading: projects.title,
      lead: <CopyId id={id} name={name} />,
      create: may(door.org("ORG_GROUP_CREATOR")) && (
        <SheetForm name="create" title={projects.create} isPrimary>
          <Field name="name" label={projects.newName} maxLength={64} required />
        </SheetForm>
      ),
      done: projects.done,
      all: await projectsOf(visit, id),
      idOf: (project) => project.id,
      nameOf: (project) => project.name,
      texts: (project) => [project.name, project.id],
      columns: columnsOf(words),
      actions: [
        { label: words.layout.open, href: (project) => `/projects/${project.id}/people` },
        may("updateGroup") && {
          label: projects.settings,
          href: (project) => `/projects/${project.id}/settings`,
          says: (project) => projects.settingsOf(project.name),
        },
      ],
      empty: projects.none,
      total: projects.total,
    });
  },
  forms: {
    /**
     * The person who creates a project becomes its owner; without `projectOwnerId` it would be the oldest owner of the
     * organization.
     */
    async create({ api, params: { orgId }, person }, form) {
      const body = { name: form.text("name"), orgId };
      const { id } = await api("createGroup", { body, projectOwnerId: person?.id });
      return { to: `/projects/${id}/people` };
    },
  },
});

const columnsOf = ({ projects, layout }: Words): readonly Column<Project>[] => [
  {
    head: layout.name,
    by: "name",
    value: ({ name }) => name,
    cell: ({ id, name }) => <a href={`/projects/${id}/people`}>{name}</a>,
  },
  countColumn(layout.people, "people", ({ people }) => people, "c-num"),
  countColumn(layout.teams, "teams", ({ teams }) => teams),
  idColumn("c-code wide-only"),
  timeColumn(projects.created, "created", ({ created }) => created),
];

export const project = page({
  path: "/projects/:groupId",
  show: async ({ params }) => ({ to: `/projects/${encodeURIComponent(params.groupId)}/people` }),
});
