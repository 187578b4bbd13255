// The requests of a rehearsal as lines of a log, those of one run below its head.
import { isOfTerraform, nameProduct, readClient } from "../../core/domain/client.ts";
import { grouped } from "../../core/domain/grouped.ts";
import type { LoggedRequest } from "../dev.ts";
import { Badge } from "../kit/kit.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Visit } from "../page.ts";

export const clientOf = ({ userAgent }: Pick<LoggedRequest, "userAgent">): string =>
  nameProduct(readClient(userAgent));

export const StatusBadge = ({ status }: Pick<LoggedRequest, "status">) => {
  const { notAnswered } = useVisit().words.rehearsal.requests;
  const tone = status >= 500 || status === 0 ? "red" : status >= 400 ? "yellow" : "green";
  return <Badge tone={status === 410 ? "red" : tone}>{status === 0 ? notAnswered : String(status)}</Badge>;
};

/** Formats a time to a tenth of a second: `09:35:21.5`. */
const clockOf = (at: string): string => new Date(at).toISOString().slice(11, 21);

export const Moment = ({ at }: Pick<LoggedRequest, "at">) => (
  <time dateTime={at} title={`${at.slice(0, 10)} ${clockOf(at)} UTC`}>
    {clockOf(at)}
  </time>
);

/** Returns the resource and step if Terraform's provider states them, else an empty text: `project_invitation · create`. */
export function resourceOf({ userAgent }: Pick<LoggedRequest, "userAgent">): string {
  const { resource, step } = readClient(userAgent);
  return [resource, step].filter(Boolean).join(" · ");
}

export const isRefused = ({ refusedBy, status }: LoggedRequest): boolean =>
  refusedBy !== null || status === 0;

/** Names a run by Terraform's action or by its client. The newest call comes first. */
export function runNameOf(calls: readonly LoggedRequest[], { words }: Pick<Visit, "words">): string {
  const { rehearsal } = words;
  const { userAgent = "" } = calls.at(-1) ?? {};
  if (userAgent === "") return rehearsal.unknownClient;
  if (!isOfTerraform(userAgent)) return clientOf({ userAgent });
  const changes = new Set(calls.map(({ method }) => method).filter((method) => method !== "GET"));
  if (changes.size === 0) return "terraform plan";
  return changes.size === 1 && changes.has("DELETE") ? "terraform destroy" : "terraform apply";
}

/** Counts calls in words: `14 calls, 1 refused`. */
export function countsOf(calls: readonly LoggedRequest[], { words }: Pick<Visit, "words">): string {
  const { runs } = words.rehearsal.requests;
  return `${runs.calls(calls.length)}, ${runs.refused(calls.filter(isRefused).length)}`;
}

interface LogProps {
  readonly shown: readonly LoggedRequest[];
  /** The requests by run, for the headings; if absent, there are none. */
  readonly runs?: ReadonlyMap<number, readonly LoggedRequest[]>;
  readonly empty: string;
}

export function Log({ shown, runs, empty }: LogProps) {
  const { rehearsal, reference, layout, whoCan } = useVisit().words;
  const { requests, at, client } = rehearsal;
  if (shown.length === 0) return <div class="empty">{empty}</div>;
  return (
    <div class="titled log">
      <table>
        <caption>{requests.title}</caption>
        <thead>
          <tr>
            <th scope="col">{at}</th>
            <th scope="col">{layout.status}</th>
            <th scope="col">{reference.request}</th>
            <th scope="col">{client}</th>
            <th scope="col">{whoCan.caller}</th>
            <th scope="col">{requests.took}</th>
          </tr>
        </thead>
        {[...groupByRun(shown).values()].map((group) => (
          <RunRows key={String(group[0]?.number)} group={group} all={runs?.get(group[0]?.run ?? 0)} />
        ))}
      </table>
    </div>
  );
}

/** Groups requests by run, the run with the newest request first. */
export const groupByRun = (requests: readonly LoggedRequest[]): Map<number, LoggedRequest[]> =>
  grouped(requests, ({ run }) => run);

/** The rows of a run. A single call has no head: its line names the caller. */
function RunRows({
  group,
  all,
}: {
  group: readonly LoggedRequest[];
  all: readonly LoggedRequest[] | undefined;
}) {
  const visit = useVisit();
  const hasHead = all !== undefined && all.length > 1;
  return (
    <tbody>
      {hasHead && (
        <tr class="run">
          <th scope="rowgroup" colSpan={3}>
            <a href={`/rehearsal/runs/${group[0]?.run}`}>{runNameOf(all, visit)}</a>
            <span> {countsOf(all, visit)}</span>
          </th>
          <td colSpan={3} />
        </tr>
      )}
      {group.map((request) => (
        <Row key={String(request.number)} request={request} inRun={hasHead} />
      ))}
    </tbody>
  );
}

function Row({ request, inRun }: { request: LoggedRequest; inRun: boolean }) {
  const { rehearsal } = useVisit().words;
  const { number, method, operationId, path, status, at, who, claim, milliseconds, userAgent } = request;
  const code = request.refusedBy?.code ?? "";
  const client = userAgent === "" ? rehearsal.unknownClient : clientOf(request);
  return (
    <tr>
      <td>
        <Moment at={at} />
      </td>
      <td>
        <StatusBadge status={status} /> <small title={code}>{code}</small>
      </td>
      <th scope="row">
        <a href={`/rehearsal/requests/${number}`} data-dialog title={path}>
          {method} {operationId ?? path}
        </a>
      </th>
      <td>{resourceOf(request) || (inRun ? "" : client)}</td>
      <td>{who ?? claim?.name ?? rehearsal.requests.nobody}</td>
      <td>{rehearsal.requests.ms(Math.round(milliseconds))}</td>
    </tr>
  );
}
