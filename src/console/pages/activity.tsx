// The events of an organization or a project as sentences, newest first.
import { splitTarget } from "../../contract/http-syntax.ts";
import { eventTypesBySubject } from "../../domain/event.ts";
import { Refusal } from "../client.ts";
import { Field } from "../kit/fields.tsx";
import { Button, Heading, Notice } from "../kit/kit.tsx";
import { addressWith, SearchField } from "../kit/list.tsx";
import { pageOf } from "../kit/pager.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { View, Visit } from "../page.ts";
import { type Here, scopedPages } from "../scope.ts";
import { Chart } from "./activity-chart.tsx";
import { Events, type FoundEvents, namesIn } from "./activity-events.tsx";

const perPage = 50;

export const [orgActivity, groupActivity] = scopedPages("/activity", { show: activityView });

type Filter = ReturnType<typeof filterIn>;

/** The filter in an address. Its parameters are those of the API, so that links of its activity feeds work here. */
function filterIn(query: URLSearchParams) {
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

/** Events with their days: of everybody, or by or about one; undefined for a filter that the API refuses. */
async function readEvents(
  { api, perform, query }: Visit,
  { kind, at, pick }: Here,
  filter: Filter,
  who: string,
) {
  if (who !== "") {
    const { days, isCut, ...found } = await perform(pick("listOrgEventsOf", "listGroupEventsOf"), {
      ...at,
      ...filter,
      who,
    });
    return { found: found as unknown as FoundEvents, days, isCut };
  }
  const clusterNames = query.getAll("clusterNames");
  const found =
    kind === "org"
      ? await api("listOrgEvents", { ...at, ...filter })
      : await api("listGroupEvents", { ...at, ...filter, ...(clusterNames.length > 0 && { clusterNames }) });
  const { eventType } = filter;
  const days = await perform(pick("listOrgEventDays", "listGroupEventDays"), { ...at, eventType });
  return { found, days, isCut: false };
}

async function activityView(visit: Visit, here: Here): Promise<View> {
  const { words, query } = visit;
  const { places } = here;
  const { title, lead, badFilters, onlyClusters, onlyOf, ofEverybody, cut } = words.activity;
  const who = (query.get("who") ?? "").trim().slice(0, 254);
  const read = await readEvents(visit, here, filterIn(query), who).catch(unlessBadFilter);
  const found = read?.found;
  const clusters = query.getAll("clusterNames");
  return {
    title,
    places,
    ...(found === undefined && { status: 400 }),
    body: (
      <>
        <Heading title={title} lead={lead} />
        <Filters />
        {clusters.length > 0 && <Notice kind="info">{onlyClusters(clusters.join(", "))}</Notice>}
        {who !== "" && (
          <Notice kind="info">
            {onlyOf(who)} {read?.isCut === true && `${cut} `}
            <a href={addressWith(visit, { who: "", pageNum: "" })}>{ofEverybody}</a>
          </Notice>
        )}
        {read !== undefined && <Chart days={read.days} />}
        {found === undefined ? (
          <Notice kind="bad">
            {badFilters} <a href={splitTarget(visit.target).path}>{words.activity.clear}</a>
          </Notice>
        ) : (
          <Events found={found} names={await namesIn(visit, places, found.results ?? [])} perPage={perPage} />
        )}
      </>
    ),
  };
}

/** Addresses written by hand may have filters that the API refuses. */
function unlessBadFilter(reason: unknown): undefined {
  if (reason instanceof Refusal && reason.status === 400) return;
  throw reason;
}

function Filters() {
  const { query, target, words } = useVisit();
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
              {Object.entries(eventTypesBySubject).map(([subject, types]) => (
                <fieldset key={subject}>
                  <legend>{text.groups[subject as keyof typeof eventTypesBySubject]}</legend>
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
