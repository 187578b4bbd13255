// The list of people of an organization or a project: each person once, searched, filtered and sorted.
import { listedStates } from "../../core/domain/directory.ts";
import { fullName } from "../../core/domain/full-name.ts";
import { optionOf } from "../kit/fields.tsx";
import { Badge, CopyId, Heading, LinkButton } from "../kit/kit.tsx";
import { addressOf, Chips, countText, sizeOf, sortOf } from "../kit/list.tsx";
import { PagedList, roleChoice } from "../kit/listing.tsx";
import { Done } from "../kit/people.tsx";
import type { Column } from "../kit/row-table.tsx";
import { When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { type Here, scopedPages } from "../scope.ts";
import type { Words } from "../words/words.ts";
import { ActForms, bulkOf, isPickable, menuOf, pageOf } from "./people-acts.tsx";
import {
  type Directory,
  markOf,
  mostChanged,
  type Person,
  type Powers,
  powersIn,
  readPeople,
} from "./people-powers.ts";
import { teamsOf } from "./teams.tsx";

const tones = {
  ACTIVE: "green",
  INVITED: "yellow",
  EXPIRED: "gray",
  DECLINED: "red",
  REVOKED: "gray",
} as const;

export const [orgPeople, groupPeople] = scopedPages("/people", {
  async show(asked, here) {
    const powers = await powersIn(asked, here);
    const visit = asked.query.get("pick") === "all" ? await pickAll(asked, here, powers) : asked;
    const { query, words } = visit;
    const { people, lists } = words;
    const teams = await teamsIn(visit, here);
    const found = await readPeople(visit, here, queryOf(visit));
    const columns = columnsOf(words, here, found);
    const { total, isMore } = countIn(found, tabOf(query));
    const heading = here.pick(people.ofOrg, people.ofGroup);
    const rowIds = { idOf: ({ id }: Person) => id, nameOf: ({ username }: Person) => username };
    return {
      title: `${heading} · ${here.name}`,
      places: here.places,
      visit,
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
            tabs={tabsOf(visit, found)}
            bulk={bulkOf(visit, here, powers, { people: found.people, total })}
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

/** Returns the visit with all people selected who match the search, on every page of the list. */
async function pickAll(visit: Visit, here: Here, powers: Powers): Promise<Visit> {
  const whole = { ...queryOf(visit), size: mostChanged, after: undefined, before: undefined };
  const found = await readPeople(visit, here, whole);
  const query = new URLSearchParams(visit.query);
  for (const name of ["pick", "who", "after", "before"]) query.delete(name);
  const people = found.people.filter((person) => isPickable(powers, person, here));
  for (const person of people) query.append("who", markOf(person));
  return { ...visit, query, target: addressOf(visit, query) };
}

/** Reads the teams to filter by: in a project, those with roles in it. */
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

const orders = ["name", "active"];
const everybody = "ALL";

/** Returns the selected tab; empty for the first, which has active and invited people. */
const tabOf = (query: URLSearchParams) =>
  [...listedStates, everybody].find((tab) => tab === query.get("status")) ?? "";

function queryOf({ query, language }: Visit) {
  const { by, isReversed } = sortOf(query, orders);
  const tab = tabOf(query);
  return {
    search: query.get("q") ?? undefined,
    state: tab === everybody ? undefined : tab || "CURRENT",
    role: query.get("role") ?? undefined,
    teamId: query.get("team") ?? undefined,
    order: by,
    language,
    isReversed,
    size: sizeOf(query),
    after: query.get("after") ?? undefined,
    before: query.get("before") ?? undefined,
  };
}

/** Counts the people of a tab. */
function countIn({ counts, states, areInvitedMore }: Directory, tab: string) {
  const behind = tab === "" ? (["ACTIVE", "INVITED"] as const) : states.filter((state) => state === tab);
  const counted = tab === everybody ? states : behind;
  const total = counted.reduce((sum, state) => sum + counts[state], 0);
  return {
    total,
    isMore: areInvitedMore && counted.some((state) => state !== "ACTIVE" && counts[state] > 0),
  };
}

function tabsOf({ words }: Visit, found: Directory) {
  const { list } = words.people;
  const labels = { "": list.current, ...list.states, [everybody]: words.layout.all };
  return {
    name: "status",
    label: words.layout.status,
    tabs: (["", ...found.states, everybody] as const).map((value) => {
      const { total: count, isMore } = countIn(found, value);
      return { value, label: labels[value], count, isMore };
    }),
  };
}

function PeopleHeading({ here, powers, title }: { here: Here; powers: Powers; title: string }) {
  const { list, invite } = useVisit().words.people;
  return (
    <Heading title={title} lead={<CopyId id={here.id} name={here.name} />}>
      {here.kind === "org" && powers.removes && (
        <LinkButton href={`${here.root}/access-review.csv`} icon="download" label={list.reviewOf(here.name)}>
          CSV
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

function columnsOf(words: Words, here: Here, { order }: Directory): readonly Column<Person>[] {
  const { who, whoByAddress, list } = words.people;
  return [
    {
      head: order === "address" ? whoByAddress : who,
      by: "name",
      cell: (person) => <Who here={here} person={person} />,
    },
    {
      head: words.layout.status,
      class: "c-badge",
      cell: ({ state }) => <Badge tone={tones[state]}>{list.states[state]}</Badge>,
    },
    {
      head: here.pick(words.credentials.rolesHere, words.credentials.rolesInGroup),
      class: "c-roles",
      cell: (person) => <Held here={here} person={person} />,
    },
    {
      head: list.when,
      by: "active",
      class: "c-time desk-only",
      cell: ({ state, lastAuthAt }) =>
        state === "ACTIVE" && (lastAuthAt === null ? list.never : <When at={lastAuthAt} />),
    },
  ];
}

/** The roles of a person, in a project including those of teams; in an organization also the teams. */
function Held({ here, person: { roles, teams } }: { readonly here: Here; readonly person: Person }) {
  const { words } = useVisit();
  const given = teams.flatMap((team) =>
    team.roles.map((role) => words.people.leave.via(words.shortRole(role), team.name)),
  );
  const names = teams.map(({ name }) => name).join(", ");
  return (
    <>
      <Chips labels={[...roles.map(words.shortRole), ...given]} />
      {here.kind === "org" && names !== "" && (
        <small class="whole" title={names}>
          {words.people.list.inTeams(names)}
        </small>
      )}
    </>
  );
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
      {name === "" && state !== "ACTIVE" && (
        <small>
          {waysOf(words, here, person)} · <Until person={person} />
        </small>
      )}
    </>
  );
}

/** Names the ways in which a person is invited; only a project has two. */
function waysOf(words: Words, { kind }: Here, { invites }: Person): string {
  const { list, invitedBy } = words.people;
  const by = invites[0] === undefined ? "" : invitedBy(invites[0].inviter);
  if (kind === "org") return by;
  return `${[...new Set(invites.map(({ way }) => list.ways[way]))].join(" + ")} · ${by}`;
}

/** The expiry of an invitation, or the time when it ended. */
function Until({ person: { state, invites } }: { readonly person: Person }) {
  const { list } = useVisit().words.people;
  const [invite] = invites;
  if (invite === undefined) return null;
  if (state !== "INVITED") return <When at={invite.endedAt ?? invite.expiresAt} />;
  return (
    <>
      {list.expires} <When at={invite.expiresAt} />
    </>
  );
}
