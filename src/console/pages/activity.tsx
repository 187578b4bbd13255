// The events of an organization or a project as a log, newest first.

import { kinds, searchWords } from "../../atlas/events/rules/event-search.ts";
import { splitTarget } from "../../core/contract/http-syntax.ts";
import { Refusal } from "../client.ts";
import { headed } from "../kit/card.tsx";
import { Field } from "../kit/fields.tsx";
import { Button, Fold, Notice } from "../kit/kit.tsx";
import { addressOf, addressWith, KeptQuery, MenuLink, SearchField, TabLinks } from "../kit/list.tsx";
import { Menu } from "../kit/menu.tsx";
import { pageOf } from "../kit/pager.tsx";
import { Foot, Sheet } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { View, Visit } from "../page.ts";
import { type Here, scopedPages } from "../scope.ts";
import { Chart } from "./activity-chart.tsx";
import { Events } from "./activity-events.tsx";
import { type Filter, filterIn, kindsIn, ranges, searchIn, throughOf } from "./activity-filter.ts";
import { namesIn } from "./activity-names.ts";

const perPage = 50;

/** A search that shows how searches are written. */
const example = "by:ada team:backend is:removed";

export const [orgActivity, groupActivity] = scopedPages("/activity", { show: activityView });

/** Reads events with their days; returns undefined for a filter that the API refuses, as addresses written by hand may have. */
async function readEvents({ perform, query }: Visit, { at, pick }: Here, filter: Filter) {
  const page = { itemsPerPage: perPage, pageNum: pageOf(query, "pageNum") };
  try {
    return await perform(pick("listOrgEventsOf", "listGroupEventsOf"), { ...at, ...page, ...filter });
  } catch (reason) {
    if (reason instanceof Refusal && reason.status === 400) return undefined;
    throw reason;
  }
}

async function activityView(visit: Visit, here: Here): Promise<View> {
  const { words, query } = visit;
  const { places } = here;
  const { lead, badFilters, badIs, onlyClusters, cut, filters, searchHint } = words.activity;
  const filter = filterIn(visit);
  const found = filter && (await readEvents(visit, here, filter));
  const clusters = query.getAll("clusterNames");
  // Events of all clusters would be a wrong answer to a link that names some.
  const shown = clusters.length > 0 ? [] : (found?.results ?? []);
  return headed(
    words.layout.activity,
    <>
      <Search root={here.root} />
      <Fold title={filters} isOpen={isNarrowed(query)}>
        <p class="hint">{searchHint(searchWords.join(", "))}</p>
        <Narrowing />
        {found !== undefined && <Chart days={found.days} />}
      </Fold>
      <Named />
      {clusters.length > 0 && <Notice kind="info">{onlyClusters(clusters.join(", "))}</Notice>}
      {found?.isCut === true && <Notice kind="info">{cut}</Notice>}
      {found === undefined ? (
        <Notice kind="bad">
          {filter === undefined ? badIs(searchWords.join(", ")) : badFilters}{" "}
          <a href={splitTarget(visit.target).path}>{words.activity.clear}</a>
        </Notice>
      ) : (
        <Events
          events={shown}
          names={await namesIn(visit, places, shown, found.people)}
          places={places}
          total={clusters.length > 0 ? 0 : found.totalCount}
          perPage={perPage}
        />
      )}
    </>,
    { lead, places, ...(found === undefined && { status: 400 }) },
  );
}

const isNarrowed = (query: URLSearchParams) =>
  kindsIn(query).length > 0 || ["range", "minDate", "maxDate"].some((name) => query.get(name));

function Search({ root }: { readonly root: string }) {
  const visit = useVisit();
  const { query, target, words } = visit;
  const searched = new URLSearchParams(query);
  searched.set("q", searchIn(query));
  const asked = new URLSearchParams([...query].filter(([name]) => name !== "pageNum"));
  return (
    <form class="tools" method="get" action={splitTarget(target).path}>
      <KeptQuery except={["q", "who", "pageNum"]} />
      <SearchField query={searched} label={example} most={254} />
      <Button>{words.lists.find}</Button>
      <div class="actions">
        <Menu id="export" name="download" label={words.layout.export} text={words.layout.export}>
          {["csv", "json"].map((kind) => (
            <MenuLink key={kind} href={addressOf({ target: `${root}/activity.${kind}` }, asked)}>
              {kind.toUpperCase()}
            </MenuLink>
          ))}
        </Menu>
      </div>
    </form>
  );
}

/** Returns the address with a kind added or removed. */
function withKind(visit: Visit, kind: string, isChosen: boolean): string {
  const others = [...visit.query].filter(
    ([name, value]) => name !== "pageNum" && !(name === "kind" && value === kind),
  );
  return addressOf(visit, new URLSearchParams(isChosen ? others : [...others, ["kind", kind]]));
}

/** The kinds and periods, each one click; a dialog takes other dates. */
function Narrowing() {
  const visit = useVisit();
  const { query, words } = visit;
  const text = words.activity;
  const chosen = kindsIn(query);
  const dates = ["minDate", "maxDate"].some((name) => query.get(name));
  const range = dates ? "" : (query.get("range") ?? "all");
  const inRange = (name: string) =>
    addressWith(visit, { range: name === "all" ? "" : name, minDate: "", maxDate: "", pageNum: "" });
  return (
    <>
      <nav class="choices" aria-label={text.kinds}>
        {kinds.map((kind) => (
          <a
            key={kind}
            class="chip"
            href={withKind(visit, kind, chosen.includes(kind))}
            aria-current={chosen.includes(kind) ? "true" : undefined}
          >
            {text.groups[kind]}
          </a>
        ))}
      </nav>
      <div class="tools">
        <TabLinks
          label={text.range}
          tabs={(["all", ...Object.keys(ranges)] as (keyof typeof text.ranges)[]).map((name) => ({
            href: inRange(name),
            text: text.ranges[name],
            isHere: range === name,
          }))}
        />
        <Dates {...datesIn(query)} />
      </div>
    </>
  );
}

/** The filters that a link from a feed or a dialog has set. */
function Named() {
  const visit = useVisit();
  const { from, to } = datesIn(visit.query);
  const text = visit.words.activity;
  const types = visit.query.getAll("eventType").filter((type) => type !== "");
  const said = [
    ...types.map(text.label),
    ...(from === "" ? [] : [`${text.from}: ${from.replace("T", " ")}`]),
    ...(to === "" ? [] : [`${text.to}: ${to.replace("T", " ")}`]),
  ];
  if (said.length === 0) return null;
  return (
    <Notice kind="info">
      {said.join(" · ")}{" "}
      <a href={addressWith(visit, { minDate: "", maxDate: "", eventType: "", pageNum: "" })}>{text.clear}</a>
    </Notice>
  );
}

/** The dialog for a period of other dates. */
function Dates({ from, to }: ReturnType<typeof datesIn>) {
  const { target, words } = useVisit();
  const text = words.activity;
  return (
    <Sheet id="dates" title={text.custom} isOpen={false} icon="calendar">
      <form method="get" action={splitTarget(target).path}>
        <KeptQuery except={["minDate", "maxDate", "range", "pageNum"]} />
        <div class="columns">
          <Field label={text.from} name="minDate" type="datetime-local" value={from} />
          <Field label={text.to} name="maxDate" type="datetime-local" value={to} />
        </div>
        <Foot>
          <Button kind="primary">{text.apply}</Button>
        </Foot>
      </form>
    </Sheet>
  );
}

const datesIn = (query: URLSearchParams) => ({
  from: fieldDate(query.get("minDate") ?? ""),
  to: fieldDate(throughOf(query.get("maxDate") ?? "")),
});

/** Formats a date for the field: to the minute, in UTC; empty if it is not a date. */
function fieldDate(date: string): string {
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(date) || !date.includes("T");
  const at = Date.parse(hasZone ? date : `${date}Z`);
  return Number.isNaN(at) ? "" : new Date(at).toISOString().slice(0, 16);
}
