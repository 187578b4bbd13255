// Who may perform an operation in a project or an organization, and by which role.
import type { RoleName } from "../../client/api.ts";
import type { Holder, SourcedRole } from "../../domain/explanation.ts";
import { operations } from "../../operations/index.ts";
import type { Operation } from "../../operations/operation.ts";
import { Heading, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { page, type View, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";

const perPage = 50;

interface Asked extends Pick<Operation, "id" | "method" | "path"> {
  readonly role: RoleName;
}

/** The operations whose door is one of projects, or of organizations, by name. */
const behindDoorsOf = (kind: "group" | "org"): readonly Asked[] =>
  Object.values<Operation>(operations)
    .flatMap(({ id, method, path, door }) =>
      door.kind === kind ? [{ id, method, path, role: door.role }] : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const inGroups = behindDoorsOf("group");
const inOrgs = behindDoorsOf("org");

/** What was chosen; the first one where nothing was, or nothing that there is. */
const chosenIn = ({ query }: Pick<Visit, "query">, offered: readonly Asked[], first: string): Asked =>
  (offered.find(({ id }) => id === query.get("operation")) ??
    offered.find(({ id }) => id === first)) as Asked;

export const groupWhoCan = page({
  path: "/projects/:groupId/who-can",
  for: "person",
  async show(visit) {
    const { params, perform, query } = visit;
    const asked = chosenIn(visit, inGroups, "updateGroupInvites");
    const places = await placesOf(visit, params);
    const paging = { itemsPerPage: perPage, pageNum: pageOf(query, "page") };
    const found = await perform("listGroupHolders", { ...params, role: asked.role, ...paging });
    return { places, ...whoCan(visit, { asked, offered: inGroups, found, name: places.group.name }) };
  },
});

export const orgWhoCan = page({
  path: "/orgs/:orgId/who-can",
  for: "person",
  async show(visit) {
    const { params, perform, query } = visit;
    const asked = chosenIn(visit, inOrgs, "createOrgInvite");
    const places = await placesOf(visit, params);
    const paging = { itemsPerPage: perPage, pageNum: pageOf(query, "page") };
    const found = await perform("listOrgHolders", { ...params, role: asked.role, ...paging });
    return { places, ...whoCan(visit, { asked, offered: inOrgs, found, name: places.org.name }) };
  },
});

interface Found {
  readonly asked: Asked;
  readonly offered: readonly Asked[];
  readonly found: { readonly results: readonly Holder[]; readonly total: number };
  /** Of the project or the organization. */
  readonly name: string;
}

function whoCan(visit: Visit, { asked, offered, found, name }: Found): Pick<View, "title" | "body"> {
  const { words } = visit;
  const { title, lead, operation, show, needs } = words.whoCan;
  return {
    title: `${title} · ${name}`,
    body: (
      <>
        <Heading title={title} lead={lead} />
        <form method="get" class="tools">
          <select name="operation" aria-label={operation}>
            {offered.map(({ id }) => (
              <option key={id} value={id} selected={id === asked.id}>
                {id}
              </option>
            ))}
          </select>
          <button type="submit" class="button">
            {show}
          </button>
          <span class="code">
            {asked.method} {asked.path}
          </span>
        </form>
        <p class="hint">
          {needs(words.role(asked.role), found.total)} <code>{asked.role}</code>
        </p>
        <HolderTable visit={visit} holders={found.results} />
        <Pager visit={visit} name="page" label={title} perPage={perPage} total={found.total} />
      </>
    ),
  };
}

interface HoldersShown {
  readonly visit: Pick<Visit, "words">;
  readonly holders: readonly Holder[];
}

/** Each with every role that lets them. */
export function HolderTable({ visit, holders }: HoldersShown) {
  const { title, who, kind, kinds, by, nobody } = visit.words.whoCan;
  return (
    <Table
      isTitled
      caption={title}
      heads={[who, kind, by]}
      rows={holders.map((holder) => ({
        key: holder.id,
        cells: [
          <>
            {holder.name}
            {holder.label !== "" && <small>{holder.label}</small>}
          </>,
          kinds[holder.kind],
          holder.by.map((each) => (
            <HeldRole visit={visit} held={each} key={`${each.role} ${each.from.id}`} />
          )),
        ],
      }))}
      empty={nobody}
    />
  );
}

/** A role, and where it was given. */
export const HeldRole = ({ visit, held }: { visit: Pick<Visit, "words">; held: SourcedRole }) => (
  <div>
    {visit.words.role(held.role)} <code>{held.role}</code>
    <small>{visit.words.whoCan.from[held.from.kind](held.from.name)}</small>
  </div>
);
