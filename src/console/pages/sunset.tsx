// The report on the calls that end on 1 July 2027 and their callers: the parts that the pages of an organization and of a
// rehearsal share.
import type { ComponentChildren } from "preact";
import { calendar, figures, figuresInWords, lastDay } from "../../atlas/endings.ts";
import { operations } from "../../atlas/index.ts";
import { barsOf, drawBars } from "../../code/bars.ts";
import { bestFor, languages, languagesFor } from "../../code/languages.ts";
import { nameProduct, terraformTypeOf } from "../../core/domain/client.ts";
import { nameCredential, type ShownCalls } from "../../core/domain/deprecated-call.ts";
import { grouped } from "../../core/domain/grouped.ts";
import { day } from "../../core/domain/instant.ts";
import type { EndingPages, Finding } from "../../server/july-room.ts";
import { Snippets } from "../kit/code.tsx";
import { Badge, LinkButton, Notice, Table } from "../kit/kit.tsx";
import { MenuLink } from "../kit/list.tsx";
import { Menu } from "../kit/menu.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Document, Outcome, Visit } from "../page.ts";

/** Returns what is told of endings; these pages are only served with the July 2027 kit. */
const endingsOf = ({ endings }: Pick<Visit, "endings">): EndingPages => {
  if (endings === undefined) throw new Error("a page of endings was shown without the kit");
  return endings;
};

/** Finds the calls that end, sorted by number, most first, as the report of the command line does. */
export const rank = (visit: Pick<Visit, "endings">, counted: readonly ShownCalls[]): readonly Finding[] =>
  endingsOf(visit)
    .findingsOf(counted)
    .sort((a, b) => b.count - a.count || (a.operationId < b.operationId ? -1 : 1));

const formats = { json: "JSON", csv: "CSV", md: "Markdown" } as const;
type Format = keyof typeof formats;
const formatNames = Object.keys(formats) as Format[];

/**
 * Answers the report as a file, of all clients or of the one in the query; leads to the page at `page` for an unknown format.
 */
export function reportFile(visit: Visit<"format">, all: readonly Finding[], page: string): Outcome {
  const client = visit.query.get("client");
  const findings = client === null ? all : all.filter((each) => nameProduct(each.client) === client);
  const report = { findings, source: visit.origin, remarks: [] };
  const { writeCsv, writeMarkdown } = endingsOf(visit);
  const write: Readonly<Record<Format, () => Document>> = {
    json: () => ({
      document: JSON.stringify(
        { ...report, endings: { ...figures, inWords: figuresInWords, calendar } },
        null,
        2,
      ),
      type: "application/json",
      name: "sunset.json",
    }),
    csv: () => ({ document: writeCsv(findings), type: "text/csv", name: "sunset.csv" }),
    md: () => ({ document: writeMarkdown(report), type: "text/markdown", name: "sunset.md" }),
  };
  const format = formatNames.find((each) => each === visit.params.format);
  return format === undefined ? { to: page } : write[format]();
}

interface SunsetProps {
  /** The path of the page; its reports are below it. */
  readonly page: string;
  readonly findings: readonly Finding[];
}

/** Counts the days until the sunset, or since it. */
export const daysLeft = ({ now }: Pick<Visit, "now">): number => Math.ceil((Date.parse(lastDay) - now) / day);

const callsOf = (findings: readonly Finding[]): number => findings.reduce((sum, { count }) => sum + count, 0);

/** The days left, the number of operations that end, and a menu that downloads the report. */
export function Countdown({ page, findings, children }: SunsetProps & { children?: ComponentChildren }) {
  const visit = useVisit();
  const { rehearsal, layout } = visit.words;
  const { sunset: text } = rehearsal;
  const left = daysLeft(visit);
  const days = Math.abs(left);
  const sentence = (left > 0 ? text.days : text.over)[days === 1 ? "one" : "other"];
  const [before, after] = sentence.split("{days}");
  return (
    <section class="card countdown" aria-label={text.title}>
      <p class="big">
        {before}
        <b>{days}</b>
        {after}
      </p>
      <p>{text.figures(figures.removed, figures.goOn)}</p>
      <div class="row">
        {children}
        {findings.length > 0 && (
          <Menu id="export" name="download" label={layout.export} text={layout.export}>
            {formatNames.map((format) => (
              <MenuLink href={`${page}/${format}`} key={format}>
                {formats[format]}
              </MenuLink>
            ))}
          </Menu>
        )}
      </div>
    </section>
  );
}

/** The changes to make, by client; the client with the most calls is first. */
export function Clients({ page, findings }: SunsetProps) {
  const { sunset: text } = useVisit().words.rehearsal;
  const byClient = grouped(findings, ({ client }) => nameProduct(client));
  const ranked = [...byClient].sort(([, a], [, b]) => callsOf(b) - callsOf(a));
  return (
    <section aria-labelledby="clients">
      <h2 id="clients">{text.clients}</h2>
      {ranked.length === 0 && <Notice kind="good">{text.noneBreaks}</Notice>}
      {ranked.map(([name, of], index) => (
        <ClientCard page={page} name={name} findings={of} id={`client-${index}`} key={name} />
      ))}
    </section>
  );
}

/** Every day on which a version ends, whether it is called or not. */
export function Calendar() {
  const { sunset: text } = useVisit().words.rehearsal;
  return (
    <section class="titled" aria-labelledby="calendar">
      <h2 id="calendar">{text.calendar}</h2>
      <Table
        fits
        isTitled
        caption={text.calendar}
        heads={[text.day, text.endingVersions, text.operations, text.removed]}
        rows={calendar.map(({ date, versions, operations, removed }) => ({
          key: date,
          cells: [date, String(versions), String(operations), String(removed)],
        }))}
      />
    </section>
  );
}

export const nameOf = (client: string, { words }: Pick<Visit, "words">): string =>
  client === "unknown" ? words.rehearsal.unknownClient : client;

interface ClientCardProps extends SunsetProps {
  readonly name: string;
  readonly id: string;
}

function ClientCard({ page, name, findings, id }: ClientCardProps) {
  const visit = useVisit();
  const { sunset: text } = visit.words.rehearsal;
  const shown = nameOf(name, visit);
  const gone = findings.reduce((sum, finding) => sum + finding.gone, 0);
  // A single bar: all findings count as one client.
  const [days] = barsOf(
    findings.map((each) => ({ ...each, client: { ...each.client, resource: "", step: "" } })),
  );
  return (
    <article class="card" aria-labelledby={id}>
      <div class="heading">
        <div>
          <h3 id={id}>{shown}</h3>
          <span class="row">
            <Badge tone="red">{text.callsThatBreak(callsOf(findings))}</Badge>
            {gone > 0 && <Badge tone="yellow">{text.answeredGone(gone)}</Badge>}
          </span>
        </div>
        <LinkButton
          href={`${page}/md?client=${encodeURIComponent(name)}`}
          icon="download"
          label={text.noteOf(shown)}
        >
          {text.note}
        </LinkButton>
      </div>
      {days !== undefined && (
        // The HTML is safe: drawBars escapes its texts.
        <div dangerouslySetInnerHTML={{ __html: drawBars(days.days, text.byDay(shown)) }} />
      )}
      {findings.map((finding, index) => (
        <Replaced
          finding={finding}
          id={`${id}-${index}`}
          key={`${finding.operationId} ${finding.orgId} ${finding.credential?.id} ${finding.client.resource} ${finding.client.step}`}
        />
      ))}
    </article>
  );
}

/** A call as it is today, with its successor. */
const Replaced = ({ finding, id }: { finding: Finding; id: string }) => (
  <div class="replaced">
    <Today finding={finding} />
    <Instead finding={finding} id={id} />
  </div>
);

function Today({ finding }: { finding: Finding }) {
  const { rehearsal, reference } = useVisit().words;
  const { client, operationId, request, count, lastAt, sunset, credential } = finding;
  const type = terraformTypeOf(client);
  const resource = type && `${type}${client.step && ` (${client.step})`}`;
  return (
    <div>
      <h4>{rehearsal.sunset.today}</h4>
      <p>
        <OperationLink id={operationId} />
      </p>
      <code>{request}</code>
      <p class="hint">
        {rehearsal.sunset.seen(count)} <Time at={lastAt} />
      </p>
      {sunset !== lastDay && <p class="hint">{reference.sunset(sunset)}</p>}
      <p class="hint">{[resource, nameCredential(credential)].filter(Boolean).join(", ")}</p>
    </div>
  );
}

function Instead({ finding: { client, instead, successor }, id }: { finding: Finding; id: string }) {
  const { words } = useVisit();
  const { sunset: text } = words.rehearsal;
  return (
    <div>
      <h4>{text.instead(languages[bestFor(client)])}</h4>
      <p>
        {text.reference} <Successors words={words.successor(successor)} />
      </p>
      <Snippets
        id={id}
        snippets={languagesFor(client).map((each) => ({ name: languages[each], text: instead[each] }))}
      />
      {instead.note !== "" && <p class="hint">{words.advice(instead.note)}</p>}
    </div>
  );
}

/** A link to the reference, which has only the implemented operations. */
const OperationLink = ({ id }: { id: string }) =>
  Object.hasOwn(operations, id) ? <a href={`/docs/${id}`}>{id}</a> : id;

/** The successors, with links from the names of operations to the reference. */
const Successors = ({ words }: { words: string }) => (
  <>
    {words
      .split(/\b([a-z]+(?:[A-Z][a-z]+)+)\b/)
      .map((part, index) => (index % 2 === 1 ? <OperationLink id={part} key={String(index)} /> : part))}
  </>
);
