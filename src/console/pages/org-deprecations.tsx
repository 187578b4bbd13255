// Who in an organization still calls what ends, for its owners: bars by client and day, and a table with what to call instead.
import type { ShownCalls } from "../../domain/deprecated-call.ts";
import { drawBars } from "../../report/bars.ts";
import { barsOf, bestFor, callerOf, findingsOf, languages } from "../../report/findings.ts";
import { Heading, Notice, Table } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { page } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";

export const orgDeprecations = page({
  path: "/orgs/:orgId/deprecations",
  for: "person",
  async show(visit) {
    const { params, words } = visit;
    const places = await placesOf(visit, params);
    const { operation, client, deprecations: text } = words.rehearsal;
    const counted = await visit.api("listDeprecatedCalls", params).catch(unlessRefused("USER_UNAUTHORIZED"));
    const findings = findingsOf((counted?.calls ?? []) as readonly ShownCalls[]);
    return {
      title: `${text.title} · ${places.org.name}`,
      places,
      body: (
        <>
          <Heading title={text.title} lead={text.lead} />
          {counted === undefined && <Notice kind="info">{text.hidden}</Notice>}
          {barsOf(findings).map(({ client: name, days }) => (
            <section class="titled" key={name}>
              <h2>{name}</h2>
              <div class="bars-of" dangerouslySetInnerHTML={{ __html: drawBars(days, name) }} />
            </section>
          ))}
          {counted !== undefined && (
            <Table
              caption={text.title}
              heads={[operation, client, text.count, text.last, text.sunset, text.successor]}
              rows={findings.map((finding) => {
                const language = bestFor(finding.client);
                return {
                  key: `${finding.operationId} ${callerOf(finding)}`,
                  cells: [
                    finding.operationId,
                    callerOf(finding),
                    String(finding.count),
                    <Time at={finding.lastAt} key="last" />,
                    <time key="sunset">{finding.sunset}</time>,
                    <details key="instead">
                      <summary>{`${finding.successor} (${languages[language]})`}</summary>
                      <pre class="script">{finding.instead[language]}</pre>
                    </details>,
                  ],
                };
              })}
              empty={text.none}
            />
          )}
        </>
      ),
    };
  },
});
