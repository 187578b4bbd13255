// The names of people, teams, projects and credentials in events, with a link for each.
import { isClientId } from "../../core/contract/client-id.ts";
import { foldAddress, isSameAddress } from "../../core/domain/address.ts";
import { fullName } from "../../core/domain/full-name.ts";
import type { Places, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import type { EventFacts } from "../words/event-sentences.ts";

/** An event of the API, with the members that Anteroom adds. */
export interface Shown {
  readonly event: Readonly<Record<string, unknown>>;
  readonly kept: {
    readonly roles?: { readonly before: readonly string[]; readonly after: readonly string[] };
    readonly team?: { readonly id: string; readonly name: string };
    readonly name?: { readonly before: string; readonly after: string };
  };
}

type Member =
  | "id"
  | "created"
  | "eventTypeName"
  | "username"
  | "publicKey"
  | "targetUsername"
  | "targetPublicKey"
  | "clientId"
  | "teamId"
  | "groupId"
  | "whitelistEntry"
  | "dbUserUsername"
  | "remoteAddress";

/** Returns a member of an event; empty if the event has none. */
export const said = ({ event }: Shown, member: Member): string => String(event[member] ?? "");

export interface Names {
  /** The names of people, by folded address. */
  readonly people: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  /** The names of API keys by public key, and of service accounts by client id. */
  readonly credentials: ReadonlyMap<string, string>;
}

export const noNames: Names = {
  people: new Map(),
  groups: new Map(),
  teams: new Map(),
  credentials: new Map(),
};

/** The number of characters shown of the description of an API key. */
const longestName = 40;

async function credentialNames({ api }: Visit, orgId: string, events: readonly Shown[]) {
  const all = { orgId, itemsPerPage: 500 };
  const hasKeys = events.some((each) => said(each, "publicKey") || said(each, "targetPublicKey"));
  const hasAccounts = events.some((each) => said(each, "clientId") || isClientId(said(each, "username")));
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

type People = readonly { readonly username: string; readonly firstName: string; readonly lastName: string }[];

/** Reads the names of the things in events, as far as they still exist and this person can see them. */
export async function namesIn(
  visit: Visit,
  { org, group }: Places,
  events: readonly Shown[],
  people: People,
): Promise<Names> {
  const { api } = visit;
  const all = { orgId: org?.id ?? "", itemsPerPage: 500 };
  const hasTeams = org !== undefined && events.some((each) => said(each, "teamId") || each.kept.team);
  const hasGroups = org !== undefined && group === undefined && events.some((each) => said(each, "groupId"));
  const teams = hasTeams
    ? await api("listOrgTeams", all).catch(unlessRefused("USER_UNAUTHORIZED"))
    : undefined;
  const groups = hasGroups ? (await api("getOrgGroups", all)).results : undefined;
  return {
    people: new Map(people.map((each) => [foldAddress(each.username), fullName(each)])),
    credentials: org === undefined ? new Map() : await credentialNames(visit, org.id, events),
    teams: new Map(teams?.results?.map(({ id = "", name = "" }) => [id, name])),
    groups: new Map(
      group === undefined ? groups?.map(({ id = "", name }) => [id, name]) : [[group.id, group.name]],
    ),
  };
}

/** The target of a name in a sentence. */
export interface Named {
  readonly kind: "search" | "team" | "project";
  readonly id: string;
}

/** Returns the facts of an event's sentence. `mark` may mark each name, so that it is found in the sentence again. */
export function factsOf(
  shown: Shown,
  names: Names,
  called: (name: string, code: string) => string,
  mark: (text: string, named: Named) => string = (text) => text,
): EventFacts {
  const { kept } = shown;
  const [username, publicKey, target] = [
    said(shown, "username"),
    said(shown, "publicKey"),
    said(shown, "targetUsername"),
  ];
  const someone = (address: string) =>
    address && mark(names.people.get(foldAddress(address)) || address, { kind: "search", id: address });
  const credential = (code: string) => {
    const name = names.credentials.get(code) ?? (kept.name && (kept.name.before || kept.name.after));
    return code && mark(name ? called(name, code) : code, { kind: "search", id: code });
  };
  const doer = credential(publicKey || (isClientId(username) ? username : ""));
  const [teamId, groupId] = [kept.team?.id ?? said(shown, "teamId"), said(shown, "groupId")];
  const was = kept.name?.before || kept.name?.after;
  const type = said(shown, "eventTypeName");
  const team = kept.team?.name || (type.startsWith("TEAM_") && was) || names.teams.get(teamId) || teamId;
  const group = names.groups.get(groupId) || (type.startsWith("GROUP_") && was) || groupId;
  const kind = publicKey ? "key" : isClientId(username) ? "account" : "person";
  return {
    doer: publicKey || username ? { kind, name: kind === "person" ? someone(username) : doer } : undefined,
    isAlone: target !== "" && (!(publicKey || username) || isSameAddress(username, target)),
    user: someone(target) || said(shown, "dbUserUsername"),
    key: credential(said(shown, "targetPublicKey")),
    account: credential(said(shown, "clientId")),
    entry: said(shown, "whitelistEntry"),
    team: team && mark(team, { kind: "team", id: teamId }),
    group: group && mark(group, { kind: "project", id: groupId }),
    name: kept.name ?? { before: "", after: "" },
    roles: kept.roles ?? { before: [], after: [] },
  };
}
