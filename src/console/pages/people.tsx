// The list of people of an organization or a project: everybody once, searched, filtered and sorted.
import { optionOf } from "../kit/fields.tsx";
import { Badge, CopyId, Heading, LinkButton } from "../kit/kit.tsx";
import { Chips, countText, sizeOf, sortOf } from "../kit/list.tsx";
import { PagedList, roleChoice } from "../kit/listing.tsx";
import { fullName } from "../kit/names.ts";
import { Done } from "../kit/people.tsx";
import type { Column } from "../kit/row-table.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { page, type Visit } from "../page.ts";
import { type Here, scopedPages } from "../scope.ts";
import type { Words } from "../words/words.ts";
import { ActForms, bulkOf, menuOf, pageOf } from "./people-acts.tsx";
import { type Directory, type Person, type Powers, powersIn, readPeople } from "./people-powers.ts";
import { teamsOf } from "./teams.tsx";

const tones = {
  ACTIVE: "green",
  INVITED: "yellow",
  EXPIRED: "gray",
  DECLINED: "red",
  REVOKED: "gray",
} as const;

export const [orgPeople, groupPeople] = scopedPages("/people", {
  async show(visit, here) {
    const { query, words } = visit;
    const { people, lists } = words;
    const teams = await teamsIn(visit, here);
    const powers = await powersIn(visit, here);
    const columns = columnsOf(words, here);
    const found = await readPeople(visit, here, queryOf(visit, columns));
    const { all, total, isMore } = countsIn(found, query);
    const heading = here.pick(people.ofOrg, people.ofGroup);
    const rowIds = { idOf: ({ id }: Person) => id, nameOf: ({ username }: Person) => username };
    return {
      title: `${heading} · ${here.name}`,
      places: here.places,
      list: "rows",
      body: (
        <>
          <PeopleHeading here={here} powers={powers} title={heading} />
          <Done sentences={people.done} />
          <PagedList<Person>
            caption={heading}
            found={{ rows: found.people, total, next: found.next, previous: found.previous }}
            count={lists.total(countText(total, isMore))}
            {...rowIds}
            columns={columns}
            search={lists.search}
            filters={[roleChoice(visit, here), ...teamChoice(visit, teams)]}
            tabs={tabsOf(visit, found, all)}
            bulk={bulkOf(visit, here, powers)}
            menuLabel={people.list.actionsOf}
            menu={(person) => menuOf(visit, here, powers, person)}
            empty={people.none}
            nothing={people.list.nobody}
          >
            <ActForms scope={here} powers={powers} />
          </PagedList>
        </>
      ),
    };
  },
});

export const project = page({
  path: "/projects/:groupId",
  for: "person",
  show: async ({ params }) => ({ to: `/projects/${encodeURIComponent(params.groupId)}/people` }),
});

/** The teams to filter by: in a project, those that have roles in it. */
async function teamsIn(visit: Visit, { kind, at, places }: Here) {
  if (kind === "org") return teamsOf(visit, places.org?.id);
  const { results = [] } = await visit.api("listGroupTeams", { ...at, itemsPerPage: 100 });
  const ids = results.map(({ teamId }) => teamId);
  return ids.length === 0 ? [] : (await teamsOf(visit, places.org?.id)).filter(({ id }) => ids.includes(id));
}

function teamChoice({ words }: Visit, teams: Awaited<ReturnType<typeof teamsIn>>) {
  if (teams.length === 0) return [];
  const options = teams.map(optionOf);
  return [{ name: "team", all: words.people.list.allTeams, options }];
}

function queryOf({ query }: Visit, columns: readonly Column<Person>[]) {
  const orders = columns.flatMap(({ by }) => by ?? []);
  const { by, isReversed } = sortOf(query, orders);
  return {
    search: query.get("q") ?? undefined,
    state: query.get("status") ?? undefined,
    role: query.get("role") ?? undefined,
    teamId: query.get("team") ?? undefined,
    order: by,
    isReversed,
    size: sizeOf(query),
    after: query.get("after") ?? undefined,
    before: query.get("before") ?? undefined,
  };
}

/** How many there are in all states, and in the one that the address names. */
function countsIn({ counts, states, areInvitedMore }: Directory, query: URLSearchParams) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const state = states.find((each) => each === query.get("status"));
  const total = state === undefined ? all : counts[state];
  return { all, total, isMore: areInvitedMore && state !== "ACTIVE" && total > 0 };
}

function tabsOf({ words }: Visit, { counts, states, areInvitedMore }: Directory, all: number) {
  const { status, list } = words.people;
  return {
    name: "status",
    label: status,
    tabs: [
      { value: "", label: list.all, count: all },
      ...states.map((state) => ({
        value: state,
        label: list.states[state],
        count: counts[state],
        isMore: state !== "ACTIVE" && areInvitedMore && counts[state] > 0,
      })),
    ],
  };
}

function PeopleHeading({ here, powers, title }: { here: Here; powers: Powers; title: string }) {
  const { list, invite } = useVisit().words.people;
  return (
    <Heading title={title} lead={here.kind === "group" && <CopyId id={here.id} name={here.name} />}>
      {here.kind === "org" && powers.removes && (
        <LinkButton href={`${here.root}/access-review.csv`} icon="download" label={list.reviewOf(here.name)}>
          {list.review}
        </LinkButton>
      )}
      {powers.invites && (
        <LinkButton href={`${here.root}/people/invite`} kind="primary" icon="invite" inDialog>
          {invite.title}
        </LinkButton>
      )}
    </Heading>
  );
}

function columnsOf(words: Words, here: Here): readonly Column<Person>[] {
  const { who, status, roles, teams, list } = words.people;
  return [
    { head: who, by: "address", cell: (person) => <Who here={here} person={person} /> },
    {
      head: status,
      class: "c-badge",
      cell: ({ state }) => <Badge tone={tones[state]}>{list.states[state]}</Badge>,
    },
    {
      head: roles,
      class: "c-roles wide-only",
      cell: (person) => <Chips labels={person.roles.map(words.shortRole)} />,
    },
    {
      head: teams,
      class: "c-via wide-only",
      cell: (person) => {
        const names = person.teams.map(({ name }) => name).join(", ");
        return names !== "" && <span title={names}>{`${here.pick("", `${list.via} `)}${names}`}</span>;
      },
    },
    {
      head: list.when,
      by: "active",
      class: "c-time wide-only",
      cell: (person) => <Last person={person} />,
    },
  ];
}

function Who({ here, person }: { readonly here: Here; readonly person: Person }) {
  const { words } = useVisit();
  const { username, state } = person;
  const name = fullName(person);
  const href = pageOf(here, person);
  return (
    <>
      {href === undefined ? <span>{name || username}</span> : <a href={href}>{name || username}</a>}
      {name !== "" && <small>{username}</small>}
      {name === "" && state !== "ACTIVE" && <small>{waysOf(words, here, person)}</small>}
    </>
  );
}

/** In which way somebody is invited: the two can be told apart only in a project. */
function waysOf(words: Words, { kind }: Here, { invites }: Person): string {
  const { list, invitedBy } = words.people;
  const by = invites[0] === undefined ? "" : invitedBy(invites[0].inviter);
  if (kind === "org") return by;
  return `${[...new Set(invites.map(({ way }) => list.ways[way]))].join(" + ")} · ${by}`;
}

/** When somebody was active last, or until when an invitation can be accepted, or when it ended. */
function Last({ person: { state, lastAuthAt, invites } }: { readonly person: Person }) {
  const { list } = useVisit().words.people;
  const [invite] = invites;
  if (state === "ACTIVE") return lastAuthAt === null ? list.never : <When at={lastAuthAt} />;
  if (invite === undefined) return null;
  if (state !== "INVITED") return <When at={invite.endedAt ?? invite.expiresAt} />;
  return (
    <>
      {list.expires} <When at={invite.expiresAt} />
    </>
  );
}
