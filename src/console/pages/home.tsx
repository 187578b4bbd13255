// The first page after signing in: what needs attention, and the organizations and projects of the person.
import { headed } from "../kit/card.tsx";
import { Field } from "../kit/fields.tsx";
import { CopyId, Fold, LinkButton, Notice } from "../kit/kit.tsx";
import { addressOf, Tools } from "../kit/list.tsx";
import { type Column, idColumn, RowTable } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { page, type Visit } from "../page.ts";
import { Attention } from "./attention.tsx";
import { readTiles, Tiles } from "./home-rehearsal.tsx";

/** The highest number of people counted. */
const mostPeople = 1000;

const read = ({ perform, query }: Visit) =>
  perform("listHome", { search: (query.get("q") ?? "").slice(0, 254) });

type Home = Awaited<ReturnType<typeof read>>;
type Org = Home["orgs"][number];

export const home = page({
  path: "/",
  performs: ["createOrg"],
  async show(visit) {
    const { words, query } = visit;
    const found = await read(visit);
    const { orgs, orgCount, groupCount, withheld } = found;
    const { title, noOrgs, create, more } = words.home;
    const isSearched = (query.get("q") ?? "").trim() !== "";
    const groups = orgs.flatMap((org) => org.groups);
    const tiles = visit.dev === undefined || isSearched ? undefined : await readTiles(visit, groups[0]?.id);
    const hasMany = orgCount > 1 || groupCount > groups.length;
    return headed(
      title,
      <>
        {tiles !== undefined && (
          <Fold title={words.layout.rehearsal}>
            <Tiles {...tiles} />
          </Fold>
        )}
        {withheld.length > 0 && (
          <Notice kind="info">
            {words.home.withheld(words.lists.several(withheld, withheld.length), withheld.length)}{" "}
            <LinkButton href="/second-factor?next=%2F">{words.home.secondFactor}</LinkButton>
          </Notice>
        )}
        {orgCount > 0 && <Attention all={await visit.perform("listAttention")} />}
        {(hasMany || isSearched) && <Tools filters={[]} />}
        <div id="found" tabIndex={-1} data-count={words.projects.total(String(countOf(orgs)))}>
          {orgCount === 0 && <div class="empty">{noOrgs}</div>}
          {isSearched && orgCount > 0 && countOf(orgs) === 0 && (
            <div class="empty">{words.lists.nothing}</div>
          )}
          {orgs
            .filter(({ foundCount }) => foundCount > 0 || !isSearched)
            .map((org) => (
              <OrgPart key={org.id} org={org} />
            ))}
        </div>
        {orgCount > orgs.length && <p class="kept">{more(orgCount - orgs.length)}</p>}
      </>,
      {
        actions: (
          <SheetForm name="createOrg" id="create" title={create} isPrimary={orgCount === 0}>
            <Field name="name" label={words.orgSettings.name} maxLength={64} required />
          </SheetForm>
        ),
        list: "found",
      },
    );
  },
  forms: {
    async createOrg({ api }, form) {
      const { organization } = await api("createOrg", { body: { name: form.text("name") } });
      return { to: `/orgs/${organization?.id ?? ""}` };
    },
  },
});

const countOf = (orgs: readonly Org[]): number => orgs.reduce((sum, { foundCount }) => sum + foundCount, 0);

/** An organization with its projects; people who are only in some of its projects cannot open it. */
function OrgPart({ org }: { org: Org }) {
  const visit = useVisit();
  const { words } = visit;
  const { id, name, isMember, isOwner, foundCount, groupCount, groups } = org;
  const q = visit.query.get("q");
  const searched = new URLSearchParams(q ? { q } : {});
  return (
    <section class="titled" aria-labelledby={`o-${id}`}>
      <div class="heading">
        <div class="named">
          <h2 id={`o-${id}`}>{isMember ? <a href={`/orgs/${id}`}>{name}</a> : name}</h2>
          {isMember && <CopyId id={id} name={name} />}
        </div>
        {isOwner && groupCount > 0 && (
          <div class="actions">
            <LinkButton
              href={`/orgs/${id}/people/invite`}
              icon="invite"
              label={words.people.invite.to(name)}
              inDialog
            >
              {words.people.invite.title}
            </LinkButton>
          </div>
        )}
      </div>
      {groupCount === 0 && isMember && <Empty org={org} />}
      {groups.length > 0 && (
        <RowTable
          caption={words.home.projectsOf(name)}
          rows={groups}
          idOf={(group) => group.id}
          nameOf={(group) => group.name}
          columns={columnsOf(visit)}
        />
      )}
      {isMember && foundCount > groups.length && (
        <p>
          <a href={addressOf({ target: `/orgs/${id}` }, searched)}>{words.home.all(foundCount, name)}</a>
        </p>
      )}
    </section>
  );
}

function columnsOf(visit: Visit): readonly Column<Org["groups"][number]>[] {
  const { home: said, layout } = visit.words;
  return [
    { head: layout.name, cell: ({ id, name }) => <a href={`/projects/${id}/people`}>{name}</a> },
    idColumn("c-code wide-only"),
    {
      head: layout.people,
      class: "c-num",
      cell: ({ people }) => (people > mostPeople ? `${mostPeople.toLocaleString("en")}+` : people),
    },
    {
      head: said.waiting,
      class: "c-num",
      cell: ({ id, name, waiting }) =>
        waiting > 0 && (
          <a href={`/projects/${id}/people?status=INVITED`}>
            {waiting}
            <span class="unseen"> {said.waitingFor(name, waiting)}</span>
          </a>
        ),
    },
    {
      head: said.active,
      class: "c-time wide-only",
      cell: ({ activeAt }) => activeAt !== null && <When at={activeAt} />,
    },
  ];
}

/** Shows the next steps in an organization without projects. */
function Empty({ org: { id, mayCreateGroups, isOwner } }: { org: Org }) {
  const { projects, people, home: said } = useVisit().words;
  return (
    <div class="empty">
      <p>{mayCreateGroups ? said.emptyOrg : said.emptyForMember}</p>
      <div class="row centred">
        {mayCreateGroups && (
          <LinkButton href={`/orgs/${id}`} kind="primary" icon="add">
            {projects.create}
          </LinkButton>
        )}
        {isOwner && (
          <LinkButton href={`/orgs/${id}/people/invite`} icon="invite">
            {people.invite.title}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
