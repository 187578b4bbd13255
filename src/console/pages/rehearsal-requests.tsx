// The requests that a rehearsal answered: a list that refreshes itself while it is open.
import { nameProduct, readClient } from "../../domain/client.ts";
import type { LoggedRequest } from "../dev.ts";
import { Badge, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Time } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { devOf, rehearsalView } from "./rehearsal.tsx";

const perPage = 50;
/** Seconds between two refreshes by the script. */
const every = 2;

export const clientOf = ({ userAgent }: Pick<LoggedRequest, "userAgent">): string =>
  nameProduct(readClient(userAgent));

const statuses = ["2xx", "4xx", "5xx", "410", "0"] as const;

const isOfStatus = ({ status }: LoggedRequest, wanted: string): boolean =>
  wanted.endsWith("xx") ? Math.floor(status / 100) === Number(wanted[0]) : status === Number(wanted);

export const StatusBadge = ({ status, none }: { status: number; none: string }) => {
  const tone = status >= 500 || status === 0 ? "red" : status >= 400 ? "yellow" : "green";
  return <Badge tone={status === 410 ? "red" : tone}>{status === 0 ? none : String(status)}</Badge>;
};

export const rehearsalRequests = page({
  path: "/rehearsal/requests",
  for: "anybody",
  controls: ["requests.list", "missing.list"],
  async show(visit) {
    const all = devOf(visit).log();
    const { client, status, operation } = filterIn(visit.query);
    const found = all.filter(
      (each) =>
        (!client || clientOf(each) === client) &&
        (!status || isOfStatus(each, status)) &&
        (!operation || each.operationId === operation),
    );
    return {
      ...rehearsalView({
        visit,
        place: "requests",
        body: (
          <>
            <Filters visit={visit} all={all} />
            <Found visit={visit} found={found} />
            <Missing visit={visit} />
          </>
        ),
      }),
      list: "found",
    };
  },
});

const filterIn = (query: URLSearchParams) => ({
  client: query.get("client") ?? "",
  status: query.get("status") ?? "",
  operation: query.get("operation") ?? "",
});

const distinct = (values: readonly string[]) =>
  [...new Set(values)].sort().map((each) => [each, each] as const);

function Filters({ visit, all }: { visit: Visit; all: readonly LoggedRequest[] }) {
  const text = visit.words.rehearsal;
  const { client, status, operation } = filterIn(visit.query);
  return (
    <form method="get" class="tools" aria-label={text.filters}>
      <Filter
        name="client"
        label={text.client}
        all={text.all}
        chosen={client}
        options={distinct(all.map(clientOf))}
      />
      <Filter
        name="status"
        label={text.requests.status}
        all={text.all}
        chosen={status}
        options={statuses.map((each) => [each, text.requests.statuses[each]] as const)}
      />
      <Filter
        name="operation"
        label={text.operation}
        all={text.all}
        chosen={operation}
        options={distinct(all.flatMap(({ operationId }) => operationId ?? []))}
      />
      <button type="submit" class="button">
        {text.refresh}
      </button>
      <label class="check" hidden>
        <input type="checkbox" checked data-every={every} />
        {text.requests.live}
      </label>
    </form>
  );
}

interface FilterProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** Applies at once with script, else by the button. */
const Filter = ({ name, label, all, chosen, options }: FilterProps) => (
  <select name={name} aria-label={label} data-now>
    <option value="">{`${label}: ${all}`}</option>
    {options.map(([value, shown]) => (
      <option key={value} value={value} selected={value === chosen}>
        {shown}
      </option>
    ))}
  </select>
);

function Found({ visit, found }: { visit: Visit; found: readonly LoggedRequest[] }) {
  const text = visit.words.rehearsal;
  const first = (pageOf(visit.query, "pageNum") - 1) * perPage;
  return (
    <div id="found" tabIndex={-1} class="titled" data-count={text.requests.count(found.length)}>
      <RequestTable visit={visit} requests={found.slice(first, first + perPage)} empty={text.requests.none} />
      <div class="under">
        <span>{text.requests.count(found.length)}</span>
        <Pager name="pageNum" label={text.requests.pages} perPage={perPage} total={found.length} />
      </div>
    </div>
  );
}

interface RequestTableProps {
  readonly visit: Visit;
  readonly requests: readonly LoggedRequest[];
  readonly empty: string;
}

export function RequestTable({ visit, requests, empty }: RequestTableProps) {
  const text = visit.words.rehearsal;
  return (
    <Table
      caption={text.requests.title}
      heads={[text.requests.request, text.requests.status, text.client, text.requests.who, text.at]}
      rows={requests.map((request) => ({
        key: String(request.number),
        cells: [
          <>
            <a href={`/rehearsal/requests/${request.number}`} data-dialog>
              {request.method} {request.operationId ?? request.path}
            </a>
            {request.operationId?.startsWith("/") === false && <small class="path">{request.path}</small>}
          </>,
          <>
            <StatusBadge status={request.status} none={text.requests.notAnswered} />
            {request.injected && <small>{request.injected}</small>}
          </>,
          request.userAgent === "" ? text.unknownClient : clientOf(request),
          request.who ?? text.requests.nobody,
          <Time at={request.at} key="at" />,
        ],
      }))}
      empty={empty}
    />
  );
}

function Missing({ visit }: { visit: Visit }) {
  const text = visit.words.rehearsal;
  const missing = devOf(visit).missing();
  if (missing.length === 0) return null;
  return (
    <details class="card">
      <summary>{text.requests.missing}</summary>
      <p>{text.requests.missingLead}</p>
      <Table
        caption={text.requests.missing}
        heads={[text.requests.request, text.client, text.requests.missingCount, text.requests.last]}
        rows={missing.map(({ method, path, userAgent, count, lastAt }) => ({
          key: `${method} ${path} ${userAgent}`,
          cells: [
            `${method} ${path}`,
            userAgent === "" ? text.unknownClient : userAgent,
            String(count),
            <Time at={lastAt} key="last" />,
          ],
        }))}
      />
    </details>
  );
}
