// The events of an organization or a project as sentences, newest first.
import { isClientId } from "../../contract/client-id.ts";
import { splitTarget } from "../../contract/target.ts";
import { drawBars } from "../../report/bars.ts";
import { Refusal } from "../client.ts";
import { Button, Field, Heading, Notice, Table } from "../kit/kit.tsx";
import { addressWith, SearchField } from "../kit/list.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { Time } from "../kit/time.tsx";
import { type Places, page, type View, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";
import type { Doer } from "../words/event-sentences.ts";
import { eventGroups } from "./event-groups.ts";

const perPage = 50;

export const orgActivity = page({
  path: "/orgs/:orgId/activity",
  for: "person",
  async show(visit) {
    const { orgId } = visit.params;
    const places = await placesOf(visit, { orgId });
    return activityView(visit, places, {
      list: (filter) => visit.api("listOrgEvents", { orgId, ...filter }),
      days: (eventType) => visit.perform("listOrgEventDays", { orgId, eventType }),
      of: (filter) => visit.perform("listOrgEventsOf", { orgId, ...filter }),
    });
  },
});

export const groupActivity = page({
  path: "/projects/:groupId/activity",
  for: "person",
  async show(visit) {
    const { groupId } = visit.params;
    const clusters = visit.query.getAll("clusterNames");
    const places = await placesOf(visit, { groupId });
    return activityView(visit, places, {
      list: (filter) =>
        visit.api("listGroupEvents", {
          groupId,
          ...filter,
          ...(clusters.length > 0 && { clusterNames: clusters }),
        }),
      days: (eventType) => visit.perform("listGroupEventDays", { groupId, eventType }),
      of: (filter) => visit.perform("listGroupEventsOf", { groupId, ...filter }),
    });
  },
});

interface Filter {
  readonly itemsPerPage: number;
  readonly pageNum: number;
  readonly eventType?: string[];
  readonly minDate?: string;
  readonly maxDate?: string;
}

type Found = Awaited<ReturnType<typeof anyEvents>>;
type Sought = Pick<Found, "totalCount"> & {
  readonly results: readonly unknown[];
  readonly days: readonly Day[];
  readonly isCut: boolean;
};
type Event = NonNullable<Found["results"]>[number];

const anyEvents = ({ api }: Visit) => api("listOrgEvents", { orgId: "" });

/** The filter in an address. Its parameters are those of the API, so that links of its activity feeds work here. */
function filterIn(query: URLSearchParams): Filter {
  const types = query.getAll("eventType").filter((type) => type !== "");
  const [from, to] = [query.get("minDate") ?? "", query.get("maxDate") ?? ""];
  return {
    itemsPerPage: perPage,
    pageNum: pageOf(query, "pageNum"),
    ...(types.length > 0 && { eventType: types }),
    ...(from !== "" && { minDate: from }),
    ...(to !== "" && { maxDate: throughOf(to) }),
  };
}

/** The last second of a minute or a day: the end of a filter includes all of it. */
function throughOf(date: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return `${date}T23:59:59Z`;
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(date) ? `${date}:59Z` : date;
}

interface Reading {
  readonly list: (filter: Filter) => Promise<Found>;
  /** Of some types; of all where none is given. */
  readonly days: (eventType: readonly string[] | undefined) => Promise<readonly Day[]>;
  /** By or about somebody, with the days. */
  readonly of: (filter: OfSomebody) => Promise<Sought>;
}

type OfSomebody = Filter & { readonly who: string };

interface Day {
  /** `YYYY-MM-DD`, in UTC. */
  readonly date: string;
  readonly count: number;
}

/** Events with their days: of everybody, or by or about one. */
async function readEvents(
  { list, days, of }: Reading,
  filter: Filter,
  who: string,
): Promise<{ found: Found; days: readonly Day[]; isCut: boolean }> {
  if (who === "") {
    const found = await list(filter);
    return { found, days: await days(filter.eventType), isCut: false };
  }
  const { days: counted, isCut, ...found } = await of({ ...filter, who });
  return { found: found as unknown as Found, days: counted, isCut };
}

async function activityView(visit: Visit, places: Places, reading: Reading): Promise<View> {
  const { words, query } = visit;
  const { title, lead, badFilters, onlyClusters, onlyOf, ofEverybody, cut } = words.activity;
  const who = (query.get("who") ?? "").trim().slice(0, 254);
  const filter = filterIn(query);
  const read = await readEvents(reading, filter, who).catch(unlessBadFilter);
  const found = read?.found;
  const clusters = query.getAll("clusterNames");
  return {
    title,
    places,
    ...(found === undefined && { status: 400 }),
    body: (
      <>
        <Heading title={title} lead={lead} />
        <Filters visit={visit} />
        {clusters.length > 0 && <Notice kind="info">{onlyClusters(clusters.join(", "))}</Notice>}
        {who !== "" && (
          <Notice kind="info">
            {onlyOf(who)} {read?.isCut === true && `${cut} `}
            <a href={addressWith(visit, { who: "", pageNum: "" })}>{ofEverybody}</a>
          </Notice>
        )}
        {read !== undefined && <Chart visit={visit} days={read.days} />}
        {found === undefined ? (
          <Notice kind="bad">
            {badFilters} <a href={splitTarget(visit.target).path}>{words.activity.clear}</a>
          </Notice>
        ) : (
          <Events visit={visit} found={found} names={await namesIn(visit, places, found.results ?? [])} />
        )}
      </>
    ),
  };
}

/** The last days as bars; the same as a table, in which each day leads to its events. */
function Chart({ visit: { query, target, words }, days }: { visit: Visit; days: readonly Day[] }) {
  const { chart, asTable, day, caption } = words.activity;
  const eventsOf = (date: string) => {
    const kept = new URLSearchParams(query);
    kept.delete("pageNum");
    kept.set("minDate", date);
    kept.set("maxDate", date);
    return `${splitTarget(target).path}?${kept}`;
  };
  return (
    <section class="card chart" aria-labelledby="by-day">
      <div class="heading">
        <h2 id="by-day">{chart}</h2>
        <div class="actions">
          <Sheet id="days" title={asTable} heading={chart} isOpen={false} icon="list">
            <Table
              fits
              isTitled
              caption={chart}
              heads={[day, caption]}
              rows={[...days].reverse().map(({ date, count }) => ({
                key: date,
                cells: [
                  <a href={eventsOf(date)} key="day">
                    {date}
                  </a>,
                  String(count),
                ],
              }))}
            />
          </Sheet>
        </div>
      </div>
      {/* What draws escapes. */}
      <div
        class="bars-of month"
        dangerouslySetInnerHTML={{
          __html: drawBars(
            days.map((each) => ({ ...each, gone: 0 })),
            chart,
          ),
        }}
      />
    </section>
  );
}

/** Addresses written by hand may have filters that the API refuses. */
function unlessBadFilter(reason: unknown): undefined {
  if (reason instanceof Refusal && reason.status === 400) return;
  throw reason;
}

interface Names {
  readonly groups: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  /** What API keys and service accounts are called, by public keys and client ids. */
  readonly credentials: ReadonlyMap<string, string>;
}

/** Characters of the description of an API key that tell it from the others. */
const longestName = 40;

/** What the credentials in events are called. */
async function credentialNames(
  { api }: Visit,
  orgId: string,
  events: readonly Event[],
): Promise<ReadonlyMap<string, string>> {
  const all = { orgId, itemsPerPage: 500 };
  const hasKeys = events.some((event) => event.publicKey ?? event.targetPublicKey);
  const hasAccounts = events.some(({ clientId, username }) => clientId ?? isClientId(username ?? ""));
  const refused = unlessRefused("USER_UNAUTHORIZED", "USER_CANNOT_ACCESS_ORG");
  const keys = hasKeys ? (await api("listOrgApiKeys", all).catch(refused))?.results : undefined;
  const accounts = hasAccounts
    ? (await api("listOrgServiceAccounts", all).catch(refused))?.results
    : undefined;
  const named = [
    ...(keys ?? []).map(({ publicKey = "", desc = "" }) => [publicKey, desc] as const),
    ...(accounts ?? []).map(({ clientId = "", name = "" }) => [clientId, name] as const),
  ];
  const short = (name: string) =>
    name.length > longestName ? `${name.slice(0, longestName).trim()}…` : name;
  return new Map(named.flatMap(([code, name]) => (name === "" ? [] : [[code, short(name)]])));
}

/** Names for the ids in events, where they still exist and this person can see them. */
async function namesIn(visit: Visit, { org, group }: Places, events: readonly Event[]): Promise<Names> {
  const { api } = visit;
  const all = { orgId: org?.id ?? "", itemsPerPage: 500 };
  const hasTeams = org !== undefined && events.some(({ teamId }) => teamId !== undefined);
  const hasGroups = org !== undefined && group === undefined && events.some(({ groupId }) => groupId);
  const teams = hasTeams
    ? await api("listOrgTeams", all).catch(unlessRefused("USER_UNAUTHORIZED"))
    : undefined;
  const groups = hasGroups ? (await api("getOrgGroups", all)).results : undefined;
  return {
    credentials: org === undefined ? new Map() : await credentialNames(visit, org.id, events),
    teams: new Map(teams?.results?.map(({ id = "", name = "" }) => [id, name])),
    groups: new Map(
      group === undefined ? groups?.map(({ id = "", name }) => [id, name]) : [[group.id, group.name]],
    ),
  };
}

function Filters({ visit }: { visit: Visit }) {
  const { query, target, words } = visit;
  const text = words.activity;
  const address = splitTarget(target).path;
  const chosen = query.getAll("eventType").filter((type) => type !== "");
  const from = fieldDate(query.get("minDate"));
  const to = fieldDate(throughOf(query.get("maxDate") ?? ""));
  const types = chosen.length > 3 ? text.chosen(chosen.length) : chosen.map(text.label).join(", ");
  const said = [
    ...(chosen.length > 0 ? [`${text.types}: ${types}`] : []),
    ...(from === "" ? [] : [`${text.from}: ${from.replace("T", " ")}`]),
    ...(to === "" ? [] : [`${text.to}: ${to.replace("T", " ")}`]),
  ];
  return (
    <>
      <form class="tools" method="get" action={address}>
        <SearchField query={query} name="who" label={text.who} most={254} />
        <Button>{words.lists.find}</Button>
        <div class="actions">
          <Sheet id="filters" title={text.filters} isOpen={false} icon="filter">
            <div class="columns">
              <Field label={text.from} name="minDate" type="datetime-local" value={from} />
              <Field label={text.to} name="maxDate" type="datetime-local" value={to} />
            </div>
            <div class="columns">
              {eventGroups.map(({ name, types }) => (
                <fieldset key={name}>
                  <legend>{text.groups[name]}</legend>
                  {types.map((type) => (
                    <label class="check" key={type}>
                      <input type="checkbox" name="eventType" value={type} checked={chosen.includes(type)} />
                      <span>{text.label(type)}</span>
                    </label>
                  ))}
                </fieldset>
              ))}
            </div>
            <Button kind="primary">{text.apply}</Button>
          </Sheet>
        </div>
      </form>
      {said.length > 0 && (
        <Notice kind="info">
          {said.join(" · ")} <a href={address}>{text.clear}</a>
        </Notice>
      )}
    </>
  );
}

/** A date for the field: to the minute, in UTC; empty if it is not a date. */
function fieldDate(date: string | null): string {
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(date ?? "") || !(date ?? "").includes("T");
  const at = Date.parse(hasZone ? (date ?? "") : `${date}Z`);
  return Number.isNaN(at) ? "" : new Date(at).toISOString().slice(0, 16);
}

/** Who caused an event: nobody, where a test control did. */
function doerOf({ publicKey, username }: Event): Doer | undefined {
  if (publicKey !== undefined) return { kind: "key", name: publicKey };
  if (username === undefined) return undefined;
  return { kind: isClientId(username) ? "account" : "person", name: username };
}

/** Who is in the sentence of an event, by a name that the filter takes. */
const namesOf = ({ username, publicKey, targetUsername, targetPublicKey, clientId }: Event): string[] =>
  [username, publicKey, targetUsername, targetPublicKey, clientId].flatMap((name) => name || []);

/** A sentence in which names lead to what else there is of them. */
function Linked({ visit, text, names }: { visit: Visit; text: string; names: readonly string[] }) {
  if (names.length === 0) return <>{text}</>;
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return (
    <>
      {text.split(new RegExp(`(${pattern})`)).map((part, nth) =>
        names.includes(part) ? (
          <a key={String(nth)} href={addressWith(visit, { who: part, pageNum: "" })}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}

function Events({ visit, found, names }: { visit: Visit; found: Found; names: Names }) {
  const { results = [], totalCount = 0 } = found;
  const text = visit.words.activity;
  const called = (code = "") => {
    const name = names.credentials.get(code);
    return name === undefined ? code : text.called(name, code);
  };
  const sentence = (event: Event) => {
    const { eventTypeName, groupId, teamId } = event;
    const doer = doerOf(event);
    return text.sentence(eventTypeName, {
      doer: doer && { ...doer, name: called(doer.name) },
      user: event.targetUsername ?? "",
      key: called(event.targetPublicKey),
      account: called(event.clientId),
      entry: event.whitelistEntry ?? "",
      team: names.teams.get(teamId ?? "") ?? teamId ?? "",
      group: names.groups.get(groupId ?? "") ?? groupId ?? "",
    });
  };
  return (
    <>
      <Table
        isTitled
        isDense
        caption={text.caption}
        heads={[text.what, text.when, text.address]}
        rows={results.map((event) => ({
          key: event.id,
          cells: [
            <span class="sentence" key="what">
              <Linked visit={visit} text={sentence(event)} names={namesOf(event)} />
            </span>,
            <Time at={event.created} key="when" />,
            <span class="code" key="from">
              {event.remoteAddress}
            </span>,
          ],
        }))}
        empty={text.none}
      />
      <Pager visit={visit} name="pageNum" label={text.pages} perPage={perPage} total={totalCount} />
    </>
  );
}
