// The events of a filter as CSV and JSON, read in parts while the file is sent.
import { searchWords } from "../../atlas/events/rules/event-search.ts";
import { Refusal } from "../client.ts";
import { csvFile, jsonFile } from "../files.ts";
import { partsOf } from "../in-parts.ts";
import type { Outcome, Visit } from "../page.ts";
import { type Here, scopedPages } from "../scope.ts";
import { filterIn } from "./activity-filter.ts";
import { factsOf, noNames, type Shown, said } from "./activity-names.ts";

type Column = (shown: Shown, visit: Visit) => string;

const columns: Readonly<Record<string, Column>> = {
  time: (shown) => said(shown, "created"),
  type: (shown) => said(shown, "eventTypeName"),
  what: (shown, { words: { activity } }) =>
    activity.sentence(said(shown, "eventTypeName"), factsOf(shown, noNames, activity.called)),
  by: (shown) => said(shown, "publicKey") || said(shown, "username"),
  from: (shown) => said(shown, "remoteAddress"),
  about: (shown) =>
    said(shown, "targetUsername") || said(shown, "targetPublicKey") || said(shown, "clientId"),
  team_id: (shown) => shown.kept.team?.id ?? said(shown, "teamId"),
  team: ({ kept }) => kept.team?.name ?? "",
  project_id: (shown) => said(shown, "groupId"),
  roles_before: ({ kept }) => (kept.roles?.before ?? []).join(" "),
  roles_after: ({ kept }) => (kept.roles?.after ?? []).join(" "),
  id: (shown) => said(shown, "id"),
};

async function* pieces(visit: Visit, { at, pick }: Here) {
  const filter = filterIn(visit);
  if (filter === undefined) {
    const detail = visit.words.activity.badIs(searchWords.join(", "));
    throw new Refusal(400, { errorCode: "INVALID_QUERY_PARAMETER", detail }, undefined);
  }
  const asked = { ...at, ...filter };
  const read = (from?: object): Promise<{ events: Shown[]; next: object | null }> =>
    visit.perform(pick("exportOrgEvents", "exportGroupEvents"), { ...asked, ...from });
  for await (const { events } of partsOf(read)) yield events;
}

type Write = (visit: Visit, parts: AsyncIterable<readonly Shown[]>) => AsyncGenerator<string>;

const writeCsv: Write = (visit, parts) => csvFile(columns, parts, (read, each) => read(each, visit));

/** Writes each event as the API answers it, with the members that Anteroom adds. */
const writeJson: Write = (_, parts) => jsonFile(parts, ({ event, kept }) => ({ ...event, kept }));

/** Reads the first part before the answer begins, so that a refusal is answered with its status. */
async function begun<T>(parts: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await parts.next();
  return (async function* () {
    if (first.done !== true) yield first.value;
    yield* parts;
  })();
}

const exportAs = (extension: "csv" | "json", write: Write, type: string) =>
  scopedPages(`/activity.${extension}`, {
    async show(visit, here): Promise<Outcome> {
      const parts = await begun(pieces(visit, here));
      return { document: write(visit, parts), type, name: `activity-${here.id}.${extension}` };
    },
  });

export const [orgActivityCsv, groupActivityCsv] = exportAs("csv", writeCsv, "text/csv");
export const [orgActivityJson, groupActivityJson] = exportAs("json", writeJson, "application/json");
