// The requests that a rehearsal answered, by run: a list that refreshes itself while it is open.
import type { LoggedRequest } from "../dev.ts";
import { Fold, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { devOf, rehearsalPage } from "./rehearsal.tsx";
import { clientOf, groupByRun, Log } from "./rehearsal-log.tsx";

/** The seconds between two reloads by the script. */
const refreshSeconds = 2;
const perPage = 50;

const statuses = ["2xx", "4xx", "5xx", "410", "0"] as const;

const isOfStatus = ({ status }: LoggedRequest, wanted: string): boolean =>
  wanted.endsWith("xx") ? Math.floor(status / 100) === Number(wanted[0]) : status === Number(wanted);

export const rehearsalRequests = rehearsalPage("requests", {
  controls: ["requests.list", "missing.list", "kept.list"],
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
    const first = (pageOf(visit.query, "pageNum") - 1) * perPage;
    const count = text.count(found.length);
    return {
      list: "found",
      body: (
        <>
          <Fold title={visit.words.rehearsal.filters} isOpen={Boolean(client || status || operation)}>
            <Filters all={all} />
          </Fold>
          <div id="found" tabIndex={-1} class="titled" data-count={count}>
            <Log shown={found.slice(first, first + perPage)} runs={groupByRun(all)} empty={text.none} />
            <div class="under">
              <span>{count}</span>
              <Pager name="pageNum" label={text.pages} perPage={perPage} total={found.length} />
            </div>
          </div>
          <Missing />
          <Kept />
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
  const { rehearsal, reference, layout } = visit.words;
  const { filters, client, requests, refresh } = rehearsal;
  const chosen = filterIn(visit.query);
  const choices: readonly [
    name: keyof typeof chosen,
    label: string,
    options: readonly (readonly string[])[],
  ][] = [
    ["client", client, distinct(all.map(clientOf))],
    ["status", layout.status, statuses.map((each) => [each, requests.statuses[each]])],
    ["operation", reference.operation, distinct(all.flatMap(({ operationId }) => operationId ?? []))],
  ];
  return (
    <form method="get" class="tools" aria-label={filters}>
      {choices.map(([name, label, options]) => (
        // With script the choice applies at once, else the button sends it.
        <select name={name} aria-label={label} data-now key={name}>
          <option value="">{`${label}: ${layout.all}`}</option>
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
      <label class="check" data-scripted hidden>
        <input type="checkbox" checked data-every={refreshSeconds} />
        {requests.live}
      </label>
    </form>
  );
}

function Missing() {
  const visit = useVisit();
  const { rehearsal: text, reference } = visit.words;
  const missing = devOf(visit).missing.list();
  if (missing.length === 0) return null;
  return (
    <details class="card">
      <summary>{text.requests.missing}</summary>
      <p>{text.requests.missingLead}</p>
      <Table
        caption={text.requests.missing}
        heads={[reference.request, text.client, text.requests.missingCount, text.requests.last]}
        rows={missing.map(({ method, path, operationId, userAgent, count, lastAt }) => ({
          key: `${method} ${path} ${userAgent}`,
          cells: [
            <>
              {method} {operationId ?? path}
              {operationId !== null && <small class="code">{path}</small>}
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

function Kept() {
  const visit = useVisit();
  const { rehearsal: text, reference } = visit.words;
  const kept = devOf(visit).kept.list();
  if (kept.length === 0) return null;
  return (
    <details class="card">
      <summary>{text.requests.kept}</summary>
      <p>{text.requests.keptLead}</p>
      <Table
        caption={text.requests.kept}
        heads={[reference.operation, text.client, text.requests.missingCount, text.requests.last]}
        rows={kept.map(({ operationId, userAgent, count, lastAt }) => ({
          key: `${operationId} ${userAgent}`,
          cells: [
            <a href={`/docs/${operationId}`} key="operation">
              {operationId}
            </a>,
            userAgent === "" ? text.unknownClient : userAgent,
            String(count),
            <Time at={lastAt} key="last" />,
          ],
        }))}
      />
    </details>
  );
}
