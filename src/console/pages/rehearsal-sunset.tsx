// The calls of a rehearsal that end on 1 July 2027: by client, with those that remain, and a jump to the day after.
import { nameProduct } from "../../core/domain/client.ts";
import { showCalls } from "../../core/domain/deprecated-call.ts";
import type { Finding } from "../../server/july-room.ts";
import { Form } from "../kit/fields.tsx";
import { Table } from "../kit/kit.tsx";
import { useVisit } from "../kit/visit.ts";
import { page, type Visit } from "../page.ts";
import { devOf, rehearsalPage } from "./rehearsal.tsx";
import { Log } from "./rehearsal-log.tsx";
import { Calendar, Clients, Countdown, daysLeft, nameOf, rank, reportFile } from "./sunset.tsx";

const here = "/rehearsal/sunset";
/** The number of listed requests that were answered 410. */
const mostShown = 20;

export const rehearsalSunset = rehearsalPage("sunset", {
  needs: "endings",
  controls: ["deprecations.list", "clock.set"],
  async show(visit) {
    const findings = await findingsIn(visit);
    return {
      body: (
        <>
          <Countdown page={here} findings={findings}>
            <Jump />
          </Countdown>
          <Chart findings={findings} />
          {daysLeft(visit) <= 0 && <Gone />}
          <Clients page={here} findings={findings} />
          <Calendar />
        </>
      ),
    };
  },
});

const findingsIn = async (visit: Pick<Visit, "dev" | "endings">): Promise<readonly Finding[]> =>
  rank(visit, (await devOf(visit).deprecatedCalls()).map(showCalls));

export const rehearsalReport = page({
  path: "/rehearsal/sunset/:format",
  needs: "endings",
  for: "anybody",
  show: async (visit) => reportFile(visit, await findingsIn(visit), here),
});

/** The button that moves the clock to the day after the sunset; the strip at the top leads back. */
function Jump() {
  const visit = useVisit();
  if (daysLeft(visit) <= 0) return null;
  return (
    <Form name="preset" action="/rehearsal/clock">
      <input type="hidden" name="back" value={here} />
      <button type="submit" class="button primary" name="preset" value="2027-07-02">
        {visit.words.rehearsal.sunset.jump}
      </button>
    </Form>
  );
}

/** The calls of each client as a bar and in numbers; the client with the most calls that end is first. */
function Chart({ findings }: { findings: readonly Finding[] }) {
  const visit = useVisit();
  const { sunset: text, client } = visit.words.rehearsal;
  const clients = new Map<string, { breaks: number; safe: number }>();
  const count = (name: string, breaks: number, safe: number) => {
    const before = clients.get(name) ?? { breaks: 0, safe: 0 };
    clients.set(name, { breaks: before.breaks + breaks, safe: before.safe + safe });
  };
  for (const finding of findings) count(nameProduct(finding.client), finding.count, 0);
  for (const each of devOf(visit).safeCalls()) count(each.client, 0, each.count);
  const ranked = [...clients].sort(([, a], [, b]) => b.breaks - a.breaks || b.safe - a.safe);
  const most = Math.max(1, ...ranked.map(([, { breaks, safe }]) => breaks + safe));
  return (
    <section class="titled" aria-labelledby="chart">
      <h2 id="chart">{text.chart}</h2>
      <p>{text.chartLead}</p>
      <Table
        caption={text.chart}
        fits
        heads={[
          client,
          <span class="unseen" key="share">
            {text.share}
          </span>,
          text.breaks,
          text.safe,
        ]}
        rows={ranked.map(([name, counted]) => ({
          key: name,
          cells: [
            nameOf(name, visit),
            <Bar {...counted} most={most} key="bar" />,
            <b class={counted.breaks > 0 ? "breaks" : undefined} key="breaks">
              {counted.breaks}
            </b>,
            String(counted.safe),
          ],
        }))}
        empty={text.none}
      />
    </section>
  );
}

/** A bar that is 1000 units wide. Screen readers get the numbers beside it. */
function Bar({ breaks, safe, most }: { breaks: number; safe: number; most: number }) {
  const [red, green] = [breaks, safe].map((count) => Math.round((count / most) * 1000)) as [number, number];
  return (
    <svg class="share" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="1000" height="10" />
      <rect class="breaks" width={red} height="10" />
      <rect class="safe" x={red} width={green} height="10" />
    </svg>
  );
}

function Gone() {
  const visit = useVisit();
  const { sunset: text } = visit.words.rehearsal;
  const gone = devOf(visit)
    .log()
    .filter(({ status }) => status === 410);
  return (
    <section class="titled" aria-labelledby="gone">
      <h2 id="gone">{text.goneTitle}</h2>
      <p>{text.goneLead}</p>
      <Log shown={gone.slice(0, mostShown)} empty={text.goneNone} />
      {gone.length > mostShown && (
        <p>
          <a href="/rehearsal/requests?status=410">{text.goneAll}</a>
        </p>
      )}
    </section>
  );
}
