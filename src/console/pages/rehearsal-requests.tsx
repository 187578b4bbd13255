// The requests that a rehearsal answered: a list that refreshes itself while it is open.
import { nameProduct, readClient } from "../../domain/client.ts";
import type { LoggedRequest } from "../dev.ts";
import { Badge, Table } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";
import { devOf, Found, rehearsalPage } from "./rehearsal.tsx";

/** Between two by the script. */
const refreshSeconds = 2;

export const clientOf = ({ userAgent }: Pick<LoggedRequest, "userAgent">): string =>
  nameProduct(readClient(userAgent));

const statuses = ["2xx", "4xx", "5xx", "410", "0"] as const;

const isOfStatus = ({ status }: LoggedRequest, wanted: string): boolean =>
  wanted.endsWith("xx") ? Math.floor(status / 100) === Number(wanted[0]) : status === Number(wanted);

export const StatusBadge = ({ status, none }: { status: number; none: string }) => {
  const tone = status >= 500 || status === 0 ? "red" : status >= 400 ? "yellow" : "green";
  return <Badge tone={status === 410 ? "red" : tone}>{status === 0 ? none : String(status)}</Badge>;
};

export const rehearsalRequests = rehearsalPage("requests", {
  controls: ["requests.list", "missing.list"],
  show(visit) {
    const { requests: text } = visit.words.rehearsal;
    const all = devOf(visit).log();
    const { client, status, operation } = filterIn(visit.query);
    const found = all.filter(
      (each) =>
        (!client || clientOf(each) === client) &&
        (!status || isOfStatus(each, status)) &&
        (!operation || each.operationId === operation),
    );
    return {
      list: "found",
      body: (
        <>
          <Filters all={all} />
          <Found
            found={found}
            countOf={text.count}
            pages={text.pages}
            table={tableOf(visit, text.none)}
            rowOf={(request) => rowOf(visit, request)}
          />
          <Missing />
        </>
      ),
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

function Filters({ all }: { all: readonly LoggedRequest[] }) {
  const visit = useVisit();
  const { filters, client, requests, operation, all: every, refresh } = visit.words.rehearsal;
  const chosen = filterIn(visit.query);
  const choices: readonly [
    name: keyof typeof chosen,
    label: string,
    options: readonly (readonly string[])[],
  ][] = [
    ["client", client, distinct(all.map(clientOf))],
    ["status", requests.status, statuses.map((each) => [each, requests.statuses[each]])],
    ["operation", operation, distinct(all.flatMap(({ operationId }) => operationId ?? []))],
  ];
  return (
    <form method="get" class="tools" aria-label={filters}>
      {choices.map(([name, label, options]) => (
        // Applies at once with script, else by the button.
        <select name={name} aria-label={label} data-now key={name}>
          <option value="">{`${label}: ${every}`}</option>
          {options.map(([value, shown]) => (
            <option key={value} value={value} selected={value === chosen[name]}>
              {shown}
            </option>
          ))}
        </select>
      ))}
      <button type="submit" class="button">
        {refresh}
      </button>
      <label class="check" hidden>
        <input type="checkbox" checked data-every={refreshSeconds} />
        {requests.live}
      </label>
    </form>
  );
}

/** A table of requests, without its rows. */
export function tableOf({ words }: Visit, empty: string) {
  const { requests, client, at } = words.rehearsal;
  const heads = [requests.request, requests.status, client, requests.who, at];
  return { caption: requests.title, heads, empty };
}

export function rowOf({ words }: Visit, request: LoggedRequest) {
  const text = words.rehearsal;
  const { number, method, operationId, path, status, injected, userAgent, who, at } = request;
  return {
    key: String(number),
    cells: [
      <>
        <a href={`/rehearsal/requests/${number}`} data-dialog>
          {method} {operationId ?? path}
        </a>
        {operationId?.startsWith("/") === false && <small class="path">{path}</small>}
      </>,
      <>
        <StatusBadge status={status} none={text.requests.notAnswered} />
        {injected && <small>{injected}</small>}
      </>,
      userAgent === "" ? text.unknownClient : clientOf(request),
      who ?? text.requests.nobody,
      <Time at={at} key="at" />,
    ],
  };
}

function Missing() {
  const visit = useVisit();
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
        rows={missing.map(({ method, path, operationId, userAgent, count, lastAt }) => ({
          key: `${method} ${path} ${userAgent}`,
          cells: [
            <>
              {method} {operationId ?? path}
              {operationId !== null && <small class="path">{path}</small>}
            </>,
            userAgent === "" ? text.unknownClient : userAgent,
            String(count),
            <Time at={lastAt} key="last" />,
          ],
        }))}
      />
    </details>
  );
}
