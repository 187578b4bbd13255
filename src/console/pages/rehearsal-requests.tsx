// The requests that a rehearsal answered: a list that is read anew while one looks, and each of them as a command that sends it again.

import { nameProduct, readClient } from "../../domain/client.ts";
import { struckOut } from "../../domain/deprecated-call.ts";
import type { LoggedRequest } from "../dev.ts";
import { CopyBlock } from "../kit/code.tsx";
import { Badge, Heading, LinkButton, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Time } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { devOf, rehearsalView } from "./rehearsal.tsx";
import { Reasons, whyOf } from "./rehearsal-access.tsx";

const perPage = 50;
/** Seconds between two looks of the script. */
const every = 2;

export const clientOf = ({ userAgent }: Pick<LoggedRequest, "userAgent">): string =>
  nameProduct(readClient(userAgent));

const statuses = ["2xx", "4xx", "5xx", "410", "0"] as const;
type Status = (typeof statuses)[number];

const isOfStatus = ({ status }: LoggedRequest, wanted: string): boolean =>
  wanted.endsWith("xx") ? Math.floor(status / 100) === Number(wanted[0]) : status === Number(wanted);

/** Colour says what the number says. */
export const StatusBadge = ({ status, none }: { status: number; none: string }) => {
  const tone = status >= 500 || status === 0 ? "red" : status >= 400 ? "yellow" : "green";
  return <Badge tone={status === 410 ? "red" : tone}>{status === 0 ? none : String(status)}</Badge>;
};

export const rehearsalRequests = page({
  path: "/rehearsal/requests",
  for: "anybody",
  controls: ["requests.list", "missing.list"],
  async show(visit) {
    const { query, words } = visit;
    const text = words.rehearsal;
    const all = devOf(visit).log();
    const [client, status, operation] = ["client", "status", "operation"].map(
      (name) => query.get(name) ?? "",
    );
    const found = all.filter(
      (each) =>
        (!client || clientOf(each) === client) &&
        (!status || isOfStatus(each, status)) &&
        (!operation || each.operationId === operation),
    );
    const distinct = (values: readonly string[]) =>
      [...new Set(values)].sort().map((each) => [each, each] as const);
    return {
      ...rehearsalView({
        visit,
        place: "requests",
        body: (
          <>
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
                options={statuses.map((each: Status) => [each, text.requests.statuses[each]] as const)}
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
            <Found visit={visit} found={found} />
            <Missing visit={visit} />
          </>
        ),
      }),
      list: "found",
    };
  },
});

interface FilterProps {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly chosen: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** Chosen at once where there is script; the button sends it elsewhere. */
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
        <Pager
          visit={visit}
          name="pageNum"
          label={text.requests.pages}
          perPage={perPage}
          total={found.length}
        />
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

export const rehearsalRequest = page({
  path: "/rehearsal/requests/:number",
  for: "anybody",
  async show(visit) {
    const { words, params } = visit;
    const text = words.rehearsal;
    const request = devOf(visit)
      .log()
      .find(({ number }) => String(number) === params.number);
    const back = (
      <LinkButton href="/rehearsal/requests" closes>
        {text.requests.title}
      </LinkButton>
    );
    if (request === undefined) {
      const { title, gone } = text.requests;
      return { title, status: 404, body: <Heading title={title} lead={gone} /> };
    }
    const title = text.requests.detail(request.number);
    const why = whyOf(request);
    return {
      title,
      isWide: true,
      body: (
        <>
          <Heading title={title}>{back}</Heading>
          <dl>
            <dt>{text.requests.request}</dt>
            <dd>
              <code>
                {request.method} {request.path}
                {request.search && `?${request.search.replace(/^\?/, "")}`}
              </code>
            </dd>
            <dt>{text.operation}</dt>
            <dd>{request.operationId ?? text.requests.nobody}</dd>
            <dt>{text.requests.status}</dt>
            <dd>
              <StatusBadge status={request.status} none={text.requests.notAnswered} />
            </dd>
            {request.injected && (
              <>
                <dt>{text.requests.fault}</dt>
                <dd>{request.injected}</dd>
              </>
            )}
            <dt>{text.client}</dt>
            <dd>{request.userAgent || text.unknownClient}</dd>
            <dt>{text.requests.who}</dt>
            <dd>{request.who ?? text.requests.nobody}</dd>
            <dt>{text.at}</dt>
            <dd>
              <Time at={request.at} />
            </dd>
          </dl>
          {request.explanation && (
            <>
              <h2>{text.requests.why}</h2>
              <Reasons visit={visit} explanation={request.explanation} />
            </>
          )}
          {why !== undefined && (
            <p>
              <a href={why}>{text.requests.ask}</a>
            </p>
          )}
          <h2>{text.requests.replay}</h2>
          <p>{text.requests.replayLead}</p>
          <CopyBlock
            visit={visit}
            id="curl"
            text={replayOf(request, visit.origin)}
            label={text.requests.copy}
          />
        </>
      ),
    };
  },
});

const single = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

/** By the form of its name: public keys are eight letters, other callers have tokens. */
const credentialOf = ({ who, path }: LoggedRequest): string[] => {
  if (path.startsWith("/api/oauth/")) return ['--user "$CLIENT_ID:$CLIENT_SECRET"'];
  // A challenge is the first half of a digest.
  if (who === null) return ['--digest --user "$PUBLIC_KEY:$PRIVATE_KEY"'];
  if (/^[a-z]{8}$/.test(who)) return [`--digest --user "${who}:$PRIVATE_KEY"`];
  return ['--header "Authorization: Bearer $TOKEN"'];
};

/** Names under which a body has a secret. */
const namesSecret = /password|secret|privatekey|token/i;

/** A body as it was, with secrets struck out; what is no JSON may hold anything, and is left out. */
function bodyOf(body: string): string | undefined {
  if (body === "") return undefined;
  try {
    return JSON.stringify(JSON.parse(body), (name, value) => (namesSecret.test(name) ? struckOut : value));
  } catch {
    return undefined;
  }
}

/** The command that sends a request again. */
export function replayOf(request: LoggedRequest, origin: string): string {
  const { method, path, search, accept } = request;
  const query = search === "" ? "" : `?${search.replace(/^\?/, "")}`;
  const body = bodyOf(request.body);
  return [
    `curl --include --request ${method} ${single(`${origin}${path}${query}`)}`,
    ...credentialOf(request),
    ...(accept === "" ? [] : [`--header ${single(`Accept: ${accept}`)}`]),
    ...(body === undefined
      ? []
      : [`--header ${single("Content-Type: application/json")}`, `--data ${single(body)}`]),
  ].join(" \\\n  ");
}
