// The access review of an organization, at the end of any day for which events are kept: counts, and each role as CSV and JSON.
import { person } from "../../core/domain/access-history.ts";
import { grouped } from "../../core/domain/grouped.ts";
import { accessAt, dayAsked, type Line, linesOf, type Review, today, UnknownDay } from "../access-at.ts";
import { Refusal } from "../client.ts";
import { csvFile, jsonFile } from "../files.ts";
import { headed } from "../kit/card.tsx";
import { Badge, Button, Notice, Table } from "../kit/kit.tsx";
import { mayIn } from "../kit/may.ts";
import { useVisit } from "../kit/visit.ts";
import { type Outcome, page, type View, type Visit } from "../page.ts";
import { orgScope, read } from "../scope.ts";
import { MadeBy } from "./credential-table.tsx";

type OrgVisit = Visit<"orgId">;

type Column = (line: Line, orgId: string) => string;

/** The columns of the files. */
const columns: Readonly<Record<string, Column>> = {
  username: ({ name }) => name,
  first_name: ({ firstName }) => firstName,
  last_name: ({ lastName }) => lastName,
  status: ({ status }) => status,
  last_sign_in: ({ lastSignIn }) => lastSignIn,
  scope: ({ groupId }) => (groupId === null ? "organization" : "project"),
  scope_id: ({ groupId }, orgId) => groupId ?? orgId,
  scope_name: ({ scopeName }) => scopeName,
  role: ({ role }) => role,
  from: ({ team }) => (team === "" ? "direct" : `team ${team}`),
  kind: ({ kind }) => kind,
  description: ({ title }) => title,
  made_by: ({ madeBy }) => madeBy,
};

/** The number of lines written in one turn of the event loop, so that other requests do not wait for the whole file. */
const atOnce = 100;

async function* inTurns(lines: Iterable<Line>): AsyncGenerator<Line[]> {
  let some: Line[] = [];
  for (const line of lines) {
    some.push(line);
    if (some.length < atOnce) continue;
    yield some;
    some = [];
    await new Promise(setImmediate);
  }
  yield some;
}

type Write = (lines: AsyncIterable<readonly Line[]>, orgId: string) => AsyncGenerator<string>;

const writeCsv: Write = (lines, orgId) => csvFile(columns, lines, (read, line) => read(line, orgId));
const writeJson: Write = (lines, orgId) =>
  jsonFile(lines, (line) =>
    Object.fromEntries(Object.entries(columns).map(([name, read]) => [name, read(line, orgId)])),
  );

async function requireOwner(visit: OrgVisit): Promise<void> {
  const may = await mayIn(visit, visit.params);
  if (!may("removeOrgUser")) throw new Refusal(403, { errorCode: "NOT_ORG_OWNER" }, undefined);
}

type Found = { readonly review: Review; readonly on: string } | { readonly problem: string };

async function find(visit: OrgVisit): Promise<Found> {
  const { words } = visit;
  const on = dayAsked(visit);
  if (on === null) return { problem: words.accessReview.noDay(visit.query.get("on") ?? "", today(visit)) };
  try {
    return { review: await accessAt(visit, on), on: on ?? today(visit) };
  } catch (reason) {
    if (reason instanceof UnknownDay) return { problem: words.accessReview.unknown(on ?? "", reason.first) };
    throw reason;
  }
}

/** Answers the file of a day; if no events are kept for the day, the page that says so. */
const fileOf = (extension: "csv" | "json", write: Write, type: string) =>
  page({
    path: `/orgs/:orgId/access-review.${extension}`,
    async show(visit): Promise<Outcome> {
      await requireOwner(visit);
      const found = await find(visit);
      if ("problem" in found) return pageOf(visit, found);
      return {
        document: write(inTurns(linesOf(found.review)), visit.params.orgId),
        type,
        name: `access-review-${found.on}.${extension}`,
      };
    },
  });

export const accessReviewCsv = fileOf("csv", writeCsv, "text/csv");
export const accessReviewJson = fileOf("json", writeJson, "application/json");

export const accessReview = page({
  path: "/orgs/:orgId/access-review",
  async show(visit) {
    await requireOwner(visit);
    return pageOf(visit, await find(visit));
  },
});

async function pageOf(visit: OrgVisit, found: Found): Promise<View> {
  const { title, lead } = visit.words.accessReview;
  const { places } = await read(visit, orgScope(visit.params.orgId));
  return headed(
    title,
    <>
      <Choice orgId={visit.params.orgId} />
      {"problem" in found ? (
        <Notice kind="bad">{found.problem}</Notice>
      ) : (
        <Counts on={found.on} {...(await countIn(found.review))} />
      )}
      {"review" in found && <Makers review={found.review} orgId={visit.params.orgId} />}
    </>,
    { lead, places, ...("problem" in found && { status: 400 }) },
  );
}

/** Shows the form for the day; its buttons open the page or download a file. */
function Choice({ orgId }: { readonly orgId: string }) {
  const visit = useVisit();
  const text = visit.words.accessReview;
  const root = `/orgs/${orgId}/access-review`;
  const last = today(visit);
  return (
    <form class="tools on-day" method="get" action={root}>
      <label class="inline">
        {text.on} <input type="date" name="on" max={last} value={visit.query.get("on") || last} required />
      </label>
      <Button>{visit.words.layout.show}</Button>
      <div class="actions">
        <button class="button primary" type="submit" formAction={`${root}.csv`}>
          CSV
        </button>
        <button class="button" type="submit" formAction={`${root}.json`}>
          JSON
        </button>
      </div>
    </form>
  );
}

/** Lists the creators of keys and accounts that hold roles, and marks creators who have left. */
function Makers({ review: { access, makers }, orgId }: { readonly review: Review; readonly orgId: string }) {
  const { words } = useVisit();
  const { accessReview: text, credentials, lists } = words;
  const holders = [...access.holders()].map(([who]) => who);
  const programs = holders.filter((who) => /^(key|account)\//.test(who));
  const codeOf = (who: string) => who.slice(who.indexOf("/") + 1);
  const makerOf = (who: string) => makers.get(codeOf(who));
  const byMaker = grouped(programs, (who) => makerOf(who)?.name);
  return (
    <Table
      caption={credentials.title}
      heads={[credentials.madeBy, text.made, text.which]}
      rows={[...byMaker].map(([name = "", made]) => {
        const maker = makerOf(made[0] ?? "");
        const hasLeft = maker?.kind === "USER" && !holders.includes(person(name));
        return {
          key: name,
          cells: [
            <>
              <MadeBy maker={maker} orgId={hasLeft ? undefined : orgId} />{" "}
              {hasLeft && <Badge tone="yellow">{text.left}</Badge>}
            </>,
            String(made.length),
            lists.several(
              made.map((who) => access.titles.get(who) || codeOf(who)),
              made.length,
            ),
          ],
        };
      })}
      empty={text.noPrograms}
    />
  );
}

async function countIn(review: Review) {
  const noNames = () => new Set<string>();
  const holders = { person: noNames(), key: noNames(), account: noNames(), database: noNames() };
  const invited = new Set<string>();
  const [projects, owners] = [new Set<string>(), new Set<string>()];
  let roles = 0;
  for await (const lines of inTurns(linesOf(review))) {
    for (const { who, kind, status, role, groupId } of lines) {
      if (status === "PENDING") {
        invited.add(who);
        continue;
      }
      holders[kind].add(who);
      roles++;
      if (role === "ORG_OWNER") owners.add(who);
      if (groupId !== null) projects.add(groupId);
    }
  }
  return { holders, invited, projects, owners, roles };
}

type CountsProps = Awaited<ReturnType<typeof countIn>> & { readonly on: string };

function Counts({ holders, invited, projects, owners, roles, on }: CountsProps) {
  const { words } = useVisit();
  const text = words.accessReview;
  const counted: [label: string, count: number][] = [
    [text.people, holders.person.size],
    [text.owners, owners.size],
    [words.credentials.of.keys.title, holders.key.size],
    [words.credentials.of.accounts.title, holders.account.size],
    [words.whoCan.databaseUsers, holders.database.size],
    [text.projects, projects.size],
    [text.roles, roles],
  ];
  if (invited.size > 0) counted.push([text.invited, invited.size]);
  return (
    <section class="card" aria-labelledby="review">
      <h2 id="review">{text.atEndOf(on)}</h2>
      <dl class="facts">
        {counted.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString("en")}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{text.source}</p>
    </section>
  );
}
