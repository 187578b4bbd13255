// What ends on 1 July 2027, and for whom: the calls of each client, and what to call instead.
import { nameProduct } from "../../domain/client.ts";
import { showCalls } from "../../domain/deprecated-call.ts";
import { drawBars } from "../../report/bars.ts";
import { figures, figuresInWords, lastDay } from "../../report/endings.ts";
import { barsOf, bestFor, credentialOf, type Finding, findingsOf, languages } from "../../report/findings.ts";
import { writeCsv } from "../../report/write-csv.ts";
import { writeMarkdown } from "../../report/write-report.ts";
import { CopyBlock } from "../kit/code.tsx";
import { Badge, Form, LinkButton, Notice, Table } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { type Document, page, type Visit } from "../page.ts";
import { devOf, rehearsalView } from "./rehearsal.tsx";
import { RequestTable } from "./rehearsal-requests.tsx";

const here = "/rehearsal/sunset";
const dayLength = 86_400_000;
/** Of the requests that were answered 410. */
const mostShown = 20;

export const rehearsalSunset = page({
  path: here,
  for: "anybody",
  controls: ["deprecations.list", "clock.set"],
  async show(visit) {
    const findings = await findingsIn(visit);
    return rehearsalView({
      visit,
      place: "sunset",
      body: (
        <>
          <Countdown visit={visit} hasFindings={findings.length > 0} />
          <Chart visit={visit} findings={findings} />
          {visit.now >= Date.parse(lastDay) && <Gone visit={visit} />}
          <Clients visit={visit} findings={findings} />
        </>
      ),
    });
  },
});

/** Most calls first, as the report of the command line has them. */
async function findingsIn(visit: Pick<Visit, "dev">): Promise<readonly Finding[]> {
  const counted = (await devOf(visit).deprecations()).map(showCalls);
  return findingsOf(counted).sort((a, b) => b.count - a.count || (a.operationId < b.operationId ? -1 : 1));
}

/** The report to save, of all clients or of one. */
export const rehearsalReport = page({
  path: "/rehearsal/sunset/:format",
  for: "anybody",
  async show(visit) {
    const { params, query, origin } = visit;
    const client = query.get("client");
    const all = await findingsIn(visit);
    const findings = client === null ? all : all.filter((each) => nameProduct(each.client) === client);
    const report = { findings, source: origin, remarks: [] };
    const write: Readonly<Record<string, () => Document>> = {
      json: () => ({
        document: JSON.stringify({ ...report, endings: { ...figures, inWords: figuresInWords } }, null, 2),
        type: "application/json",
        name: "sunset.json",
      }),
      csv: () => ({ document: writeCsv(findings), type: "text/csv", name: "sunset.csv" }),
      md: () => ({ document: writeMarkdown(report), type: "text/markdown", name: "sunset.md" }),
    };
    const written = Object.hasOwn(write, params.format) ? write[params.format]?.() : undefined;
    return written ?? { to: here };
  },
});

function Countdown({ visit, hasFindings }: { visit: Visit; hasFindings: boolean }) {
  const { sunset: text, strip } = visit.words.rehearsal;
  const left = Math.ceil((Date.parse(lastDay) - visit.now) / dayLength);
  const days = Math.abs(left);
  const sentence = (left > 0 ? text.days : text.over)[days === 1 ? "one" : "other"];
  const [before, after] = sentence.split("{days}");
  const isMoved = devOf(visit).clock.state() !== "present";
  return (
    <section class="card countdown" aria-label={text.title}>
      <p class="big">
        {before}
        <b>{days}</b>
        {after}
      </p>
      <p>{text.figures(figures.removed, figures.goOn)}</p>
      <div class="row">
        {left > 0 && (
          <Form visit={visit} name="preset" action="/rehearsal/clock">
            <input type="hidden" name="back" value={here} />
            <button type="submit" class="button primary" name="preset" value="2027-07-02">
              {text.jump}
            </button>
          </Form>
        )}
        {isMoved && (
          <Form visit={visit} name="free" action="/rehearsal/clock">
            <input type="hidden" name="back" value={here} />
            <button type="submit" class="button">
              {strip.back}
            </button>
          </Form>
        )}
        {hasFindings &&
          (["json", "csv", "md"] as const).map((format) => (
            <a
              class="button"
              href={`${here}/${format}`}
              aria-label={text.exportAs(text.formats[format])}
              key={format}
            >
              {text.formats[format]}
            </a>
          ))}
      </div>
    </section>
  );
}

/** The calls of each client as a bar and in numbers, those with most that break first. */
function Chart({ visit, findings }: { visit: Visit; findings: readonly Finding[] }) {
  const { sunset: text, client } = visit.words.rehearsal;
  const clients = new Map<string, { breaks: number; safe: number }>();
  const countOf = (name: string) => {
    const counted = clients.get(name) ?? { breaks: 0, safe: 0 };
    clients.set(name, counted);
    return counted;
  };
  for (const finding of findings) countOf(nameProduct(finding.client)).breaks += finding.count;
  for (const each of devOf(visit).safeCalls()) countOf(each.client).safe += each.count;
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

const nameOf = (client: string, { words }: Pick<Visit, "words">): string =>
  client === "unknown" ? words.rehearsal.unknownClient : client;

/** Of a width of 1000. Screen readers have the numbers beside it. */
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

function Gone({ visit }: { visit: Visit }) {
  const { sunset: text } = visit.words.rehearsal;
  const gone = devOf(visit)
    .log()
    .filter(({ status }) => status === 410);
  return (
    <section class="titled" aria-labelledby="gone">
      <h2 id="gone">{text.goneTitle}</h2>
      <p>{text.goneLead}</p>
      <RequestTable visit={visit} requests={gone.slice(0, mostShown)} empty={text.goneNone} />
      {gone.length > mostShown && (
        <p>
          <a href="/rehearsal/requests?status=410">{text.goneAll}</a>
        </p>
      )}
    </section>
  );
}

function Clients({ visit, findings }: { visit: Visit; findings: readonly Finding[] }) {
  const { sunset: text } = visit.words.rehearsal;
  const byClient = new Map<string, Finding[]>();
  for (const finding of findings) {
    const name = nameProduct(finding.client);
    byClient.set(name, [...(byClient.get(name) ?? []), finding]);
  }
  const callsOf = (of: readonly Finding[]) => of.reduce((sum, { count }) => sum + count, 0);
  const ranked = [...byClient].sort(([, a], [, b]) => callsOf(b) - callsOf(a));
  return (
    <section aria-labelledby="clients">
      <h2 id="clients">{text.clients}</h2>
      {ranked.length === 0 && <Notice kind="good">{text.noneBreaks}</Notice>}
      {ranked.map(([name, of], index) => (
        <ClientCard visit={visit} name={name} findings={of} id={`client-${index}`} key={name} />
      ))}
    </section>
  );
}

interface ClientCardProps {
  readonly visit: Visit;
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly id: string;
}

function ClientCard({ visit, name, findings, id }: ClientCardProps) {
  const { sunset: text } = visit.words.rehearsal;
  const shown = nameOf(name, visit);
  const calls = findings.reduce((sum, { count }) => sum + count, 0);
  const gone = findings.reduce((sum, finding) => sum + finding.gone, 0);
  // One client, whatever it does.
  const [days] = barsOf(
    findings.map((each) => ({ ...each, client: { ...each.client, resource: "", step: "" } })),
  );
  return (
    <article class="card" aria-labelledby={id}>
      <div class="heading">
        <div>
          <h3 id={id}>{shown}</h3>
          <span class="row">
            <Badge tone="red">{text.callsThatBreak(calls)}</Badge>
            {gone > 0 && <Badge tone="yellow">{text.answeredGone(gone)}</Badge>}
          </span>
        </div>
        <LinkButton
          href={`${here}/md?client=${encodeURIComponent(name)}`}
          icon="download"
          label={text.noteOf(shown)}
        >
          {text.note}
        </LinkButton>
      </div>
      {days !== undefined && (
        // The report escapes what it draws.
        <div class="days" dangerouslySetInnerHTML={{ __html: drawBars(days.days, text.byDay(shown)) }} />
      )}
      {findings.map((finding, index) => (
        <Replaced
          visit={visit}
          finding={finding}
          id={`${id}-${index}`}
          key={`${finding.operationId} ${finding.orgId} ${finding.credential?.id} ${finding.client.resource} ${finding.client.step}`}
        />
      ))}
    </article>
  );
}

/** A call as it is today, and what to call instead beside it. */
function Replaced({ visit, finding, id }: { visit: Visit; finding: Finding; id: string }) {
  const { sunset: text } = visit.words.rehearsal;
  const { client, instead, operationId } = finding;
  const best = bestFor(client);
  const others = (Object.keys(languages) as (keyof typeof languages)[]).filter((each) => each !== best);
  const what =
    client.resource === "" ? "" : `mongodbatlas_${client.resource}${client.step && ` (${client.step})`}`;
  const block = (language: keyof typeof languages) => (
    <CopyBlock
      visit={visit}
      id={`${id}-${language}`}
      text={instead[language]}
      label={text.copyCall(operationId, languages[language])}
    />
  );
  return (
    <div class="replaced">
      <div>
        <h4>{text.today}</h4>
        <p>
          <a href={`/docs/${operationId}`}>{operationId}</a>
        </p>
        <code>{finding.request}</code>
        <p class="hint">
          {text.seen(finding.count)} <Time at={finding.lastAt} />
        </p>
        <p class="hint">
          {[what, credentialOf(finding.credential)].filter((each) => each !== "").join(", ")}
        </p>
      </div>
      <div>
        <h4>{text.instead(languages[best])}</h4>
        <p>
          {text.reference} <Successors words={finding.successor} />
        </p>
        {block(best)}
        {instead.note !== "" && <p class="hint">{instead.note}</p>}
        <details>
          <summary>{text.others}</summary>
          {others.map((language) => (
            <div key={language}>
              <h5>{languages[language]}</h5>
              {block(language)}
            </div>
          ))}
        </details>
      </div>
    </div>
  );
}

/** What to call instead, in words, in which the names of operations lead to the reference. */
const Successors = ({ words }: { words: string }) => (
  <>
    {words.split(/\b([a-z]+(?:[A-Z][a-z]+)+)\b/).map((part, index) =>
      index % 2 === 1 ? (
        <a href={`/docs/${part}`} key={String(index)}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </>
);
