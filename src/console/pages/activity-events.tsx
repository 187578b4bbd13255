// The audit events as a log: days, and on each day sentences with links. Each event can be opened as the API answers it.
import { perLanguage } from "../../core/contract/languages.ts";
import { addressWith } from "../kit/list.tsx";
import { Pager } from "../kit/pager.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Places, Visit } from "../page.ts";
import { factsOf, type Named, type Names, type Shown, said } from "./activity-names.ts";

const dayFormat = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }),
);

/** Two characters that no name contains: between them is the index of a name in a list. */
const [opening, closing] = ["\u0001", "\u0002"];

function hrefOf(visit: Visit, { org }: Places, { kind, id }: Named): string {
  if (kind === "project") return `/projects/${id}`;
  if (kind === "team" && org !== undefined) return `/orgs/${org.id}/teams/${id}`;
  const search = kind === "team" ? `team:${id}` : `"${id}"`;
  return addressWith(visit, { q: search, who: "", pageNum: "" });
}

interface RowProps {
  readonly shown: Shown;
  readonly names: Names;
  readonly places: Places;
}

/** A sentence in which each name links to the thing it names, or to its events. */
function Sentence({ shown, names, places }: RowProps) {
  const visit = useVisit();
  const { activity } = visit.words;
  const found: { readonly text: string; readonly named: Named }[] = [];
  const mark = (text: string, named: Named) => `${opening}${found.push({ text, named }) - 1}${closing}`;
  const facts = factsOf(shown, names, activity.called, mark);
  const sentence = activity.sentence(said(shown, "eventTypeName"), facts);
  return (
    <span class="sentence">
      {sentence.split(new RegExp(`${opening}(\\d+)${closing}`)).map((part, nth) => {
        const name = nth % 2 === 1 ? found[Number(part)] : undefined;
        if (name === undefined) return part;
        return (
          <a key={String(nth)} href={hrefOf(visit, places, name.named)} title={name.named.id}>
            {name.text}
          </a>
        );
      })}
    </span>
  );
}

function Row({ shown, names, places }: RowProps) {
  const { words } = useVisit();
  const at = said(shown, "created");
  const isByNobody = said(shown, "username") === "" && said(shown, "publicKey") === "";
  const from = said(shown, "remoteAddress") || (isByNobody ? "" : words.layout.unknownAddress);
  return (
    <li>
      <time dateTime={at} title={`${at.slice(0, 10)} ${at.slice(11, 19)} UTC`}>
        {at.slice(11, 19)}
      </time>
      <Sentence shown={shown} names={names} places={places} />
      <span class="code">{from}</span>
      <details>
        <summary aria-label={words.activity.raw} title={words.activity.raw}>
          {"{ }"}
        </summary>
        <pre>
          {JSON.stringify({ ...shown.event, ...(hasAny(shown.kept) && { kept: shown.kept }) }, null, 1)}
        </pre>
      </details>
    </li>
  );
}

const hasAny = (kept: object) => Object.keys(kept).length > 0;

interface EventsProps extends Omit<RowProps, "shown"> {
  readonly events: readonly Shown[];
  readonly total: number;
  readonly perPage: number;
}

export function Events({ events, total, perPage, ...others }: EventsProps) {
  const { words, language } = useVisit();
  const { none, pages, utc } = words.activity;
  const days = [...new Set(events.map((shown) => said(shown, "created").slice(0, 10)))];
  return (
    <>
      {events.length === 0 && <div class="empty">{none}</div>}
      {days.map((date) => (
        <section key={date} class="days" aria-labelledby={`d${date}`}>
          <h2 id={`d${date}`}>{dayFormat(language).format(new Date(date))}</h2>
          <ol>
            {events
              .filter((shown) => said(shown, "created").startsWith(date))
              .map((shown) => (
                <Row key={said(shown, "id")} shown={shown} {...others} />
              ))}
          </ol>
        </section>
      ))}
      {events.length > 0 && <p class="hint">{utc}</p>}
      <Pager name="pageNum" label={pages} perPage={perPage} total={total} />
    </>
  );
}
