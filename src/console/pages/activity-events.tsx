// The table of audit events, each as a sentence whose names lead to their events.
import { isClientId } from "../../contract/client-id.ts";
import { Table } from "../kit/kit.tsx";
import { addressWith } from "../kit/list.tsx";
import { Pager } from "../kit/pager.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Places, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import type { Doer } from "../words/event-sentences.ts";

const anyEvents = ({ api }: Visit) => api("listOrgEvents", { orgId: "" });
export type FoundEvents = Awaited<ReturnType<typeof anyEvents>>;
type Event = NonNullable<FoundEvents["results"]>[number];

interface Names {
  readonly groups: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  /** Of API keys by public key, of service accounts by client id. */
  readonly credentials: ReadonlyMap<string, string>;
}

/** Characters that are shown of the description of an API key. */
const longestName = 40;

async function credentialNames(
  { api }: Visit,
  orgId: string,
  events: readonly Event[],
): Promise<ReadonlyMap<string, string>> {
  const all = { orgId, itemsPerPage: 500 };
  const hasKeys = events.some((event) => event.publicKey ?? event.targetPublicKey);
  const hasAccounts = events.some(({ clientId, username }) => clientId ?? isClientId(username ?? ""));
  const refused = unlessRefused("USER_UNAUTHORIZED", "USER_CANNOT_ACCESS_ORG");
  const keys = hasKeys ? (await api("listOrgApiKeys", all).catch(refused))?.results : undefined;
  const accounts = hasAccounts
    ? (await api("listOrgServiceAccounts", all).catch(refused))?.results
    : undefined;
  const named = [
    ...(keys ?? []).map(({ publicKey = "", desc = "" }) => [publicKey, desc] as const),
    ...(accounts ?? []).map(({ clientId = "", name = "" }) => [clientId, name] as const),
  ];
  const short = (name: string) =>
    name.length > longestName ? `${name.slice(0, longestName).trim()}…` : name;
  return new Map(named.flatMap(([code, name]) => (name === "" ? [] : [[code, short(name)]])));
}

/** Names for the ids in events, of what still exists and this person can see. */
export async function namesIn(
  visit: Visit,
  { org, group }: Places,
  events: readonly Event[],
): Promise<Names> {
  const { api } = visit;
  const all = { orgId: org?.id ?? "", itemsPerPage: 500 };
  const hasTeams = org !== undefined && events.some(({ teamId }) => teamId !== undefined);
  const hasGroups = org !== undefined && group === undefined && events.some(({ groupId }) => groupId);
  const teams = hasTeams
    ? await api("listOrgTeams", all).catch(unlessRefused("USER_UNAUTHORIZED"))
    : undefined;
  const groups = hasGroups ? (await api("getOrgGroups", all)).results : undefined;
  return {
    credentials: org === undefined ? new Map() : await credentialNames(visit, org.id, events),
    teams: new Map(teams?.results?.map(({ id = "", name = "" }) => [id, name])),
    groups: new Map(
      group === undefined ? groups?.map(({ id = "", name }) => [id, name]) : [[group.id, group.name]],
    ),
  };
}

/** The cause of an event; undefined where a test control caused it. */
function doerOf({ publicKey, username }: Event): Doer | undefined {
  if (publicKey !== undefined) return { kind: "key", name: publicKey };
  if (username === undefined) return undefined;
  return { kind: isClientId(username) ? "account" : "person", name: username };
}

/** Names in the sentence of an event, as the filter takes them. */
const namesOf = ({ username, publicKey, targetUsername, targetPublicKey, clientId }: Event): string[] =>
  [username, publicKey, targetUsername, targetPublicKey, clientId].flatMap((name) => name || []);

/** A sentence in which each name leads to its events. */
function Linked({ text, names }: { text: string; names: readonly string[] }) {
  const visit = useVisit();
  if (names.length === 0) return <>{text}</>;
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return (
    <>
      {text.split(new RegExp(`(${pattern})`)).map((part, nth) =>
        names.includes(part) ? (
          <a key={String(nth)} href={addressWith(visit, { who: part, pageNum: "" })}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}

interface EventsProps {
  readonly found: FoundEvents;
  readonly names: Names;
  readonly perPage: number;
}

export function Events({ found, names, perPage }: EventsProps) {
  const visit = useVisit();
  const { results = [], totalCount = 0 } = found;
  const text = visit.words.activity;
  const called = (code = "") => {
    const name = names.credentials.get(code);
    return name === undefined ? code : text.called(name, code);
  };
  const sentence = (event: Event) => {
    const { eventTypeName, groupId, teamId } = event;
    const doer = doerOf(event);
    return text.sentence(eventTypeName, {
      doer: doer && { ...doer, name: called(doer.name) },
      user: event.targetUsername ?? "",
      key: called(event.targetPublicKey),
      account: called(event.clientId),
      entry: event.whitelistEntry ?? "",
      team: names.teams.get(teamId ?? "") ?? teamId ?? "",
      group: names.groups.get(groupId ?? "") ?? groupId ?? "",
    });
  };
  return (
    <>
      <Table
        isTitled
        isDense
        caption={text.caption}
        heads={[text.what, text.when, text.address]}
        rows={results.map((event) => ({
          key: event.id,
          cells: [
            <span class="sentence" key="what">
              <Linked text={sentence(event)} names={namesOf(event)} />
            </span>,
            <Time at={event.created} key="when" />,
            <span class="code" key="from">
              {event.remoteAddress ?? (doerOf(event) && visit.words.layout.unknownAddress)}
            </span>,
          ],
        }))}
        empty={text.none}
      />
      <Pager name="pageNum" label={text.pages} perPage={perPage} total={totalCount} />
    </>
  );
}
