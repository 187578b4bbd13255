// The calls that end on 1 July 2027, for an organization's owners: their callers and their successors.
import type { ShownCalls } from "../../core/domain/deprecated-call.ts";
import type { Finding } from "../../server/july-room.ts";
import { headed } from "../kit/card.tsx";
import { Notice } from "../kit/kit.tsx";
import { page, type Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { orgScope, read } from "../scope.ts";
import { Calendar, Clients, Countdown, rank, reportFile } from "./sunset.tsx";

const pathOf = (orgId: string) => `/orgs/${encodeURIComponent(orgId)}/sunset`;

export const orgSunset = page({
  path: "/orgs/:orgId/sunset",
  needs: "endings",
  async show(visit) {
    const { params, words } = visit;
    const { name, places } = await read(visit, orgScope(params.orgId));
    const { sunset: text } = words.rehearsal;
    const findings = await findingsIn(visit);
    const shown = { page: pathOf(params.orgId), findings: findings ?? [] };
    return headed(
      `${text.title} · ${name}`,
      <>
        <Countdown {...shown} />
        {findings === undefined ? <Notice kind="info">{text.hidden}</Notice> : <Clients {...shown} />}
        <Calendar />
      </>,
      { heading: text.title, lead: text.lead, places },
    );
  },
});

/** Returns the findings; undefined for visitors who may not see them. */
async function findingsIn(visit: Visit<"orgId">): Promise<readonly Finding[] | undefined> {
  const { api, params } = visit;
  const { orgId } = params;
  const counted = await api("listDeprecatedCalls", { orgId }).catch(unlessRefused("USER_UNAUTHORIZED"));
  return counted && rank(visit, counted.calls as readonly ShownCalls[]);
}

export const orgSunsetReport = page({
  path: "/orgs/:orgId/sunset/:format",
  needs: "endings",
  async show(visit) {
    const to = pathOf(visit.params.orgId);
    const findings = await findingsIn(visit);
    return findings === undefined ? { to } : reportFile(visit, findings, to);
  },
});
