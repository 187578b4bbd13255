// Everybody's effective roles in an organization and its projects, their sources and the last sign-in, as CSV for an access review.
import { csvLine } from "../../report/write-csv.ts";
import { Refusal } from "../client.ts";
import { mayIn } from "../kit/may.ts";
import { page, type Visit } from "../page.ts";

const itemsPerPage = 500;

const heads = [
  ...["username", "first_name", "last_name", "status", "last_sign_in"],
  ...["scope", "scope_id", "scope_name", "role", "from"],
];

export const accessReview = page({
  path: "/orgs/:orgId/access-review.csv",
  for: "person",
  async show(visit) {
    const may = await mayIn(visit, visit.params);
    if (!may("removeOrgUser")) throw new Refusal(403, { errorCode: "NOT_ORG_OWNER" }, undefined);
    const places = await placesIn(visit);
    // Read before the answer begins, so that a refusal is still one.
    const first = await readPeople(visit, false);
    return {
      document: write(visit, places, first),
      type: "text/csv",
      name: `access-review-${new Date(visit.now).toISOString().slice(0, 10)}.csv`,
    };
  },
});

type OrgVisit = Visit<"orgId">;

const readPeople = ({ perform, params }: OrgVisit, isInvited: boolean, after?: string) =>
  perform("listOrgAccess", { ...params, isInvited, ...(after !== undefined && { after }) });

type People = Awaited<ReturnType<typeof readPeople>>;
type Person = People["people"][number];

interface TeamRoles {
  readonly groupId: string;
  readonly roles: readonly string[];
}

/** Names of what people have roles in, and what each team gives. */
async function placesIn(visit: OrgVisit) {
  const { api, params } = visit;
  const { name } = await api("getOrg", params);
  const { results: teams = [] } = await api("listOrgTeams", { ...params, itemsPerPage });
  const groups = await everyGroup(visit);
  const given = new Map<string, TeamRoles[]>();
  for (const groupId of groups.keys()) {
    const { results = [] } = await api("listGroupTeams", { groupId, itemsPerPage });
    for (const { teamId = "", roleNames = [] } of results)
      given.set(teamId, [...(given.get(teamId) ?? []), { groupId, roles: roleNames }]);
  }
  return { name, groups, given, teams: new Map(teams.map(({ id = "", name: team = "" }) => [id, team])) };
}

type Places = Awaited<ReturnType<typeof placesIn>>;

async function everyGroup({ api, params }: OrgVisit): Promise<ReadonlyMap<string, string>> {
  const groups = new Map<string, string>();
  for (let pageNum = 1; ; pageNum++) {
    const { results = [] } = await api("getOrgGroups", { ...params, itemsPerPage, pageNum });
    for (const { id = "", name } of results) groups.set(id, name);
    if (results.length < itemsPerPage) return groups;
  }
}

async function* write(visit: OrgVisit, places: Places, first: People): AsyncGenerator<string> {
  yield csvLine(heads);
  for (const status of ["ACTIVE", "PENDING"]) {
    const isInvited = status === "PENDING";
    let found = isInvited ? await readPeople(visit, isInvited) : first;
    for (;;) {
      yield found.people.map((person) => linesOf(person, status, visit.params.orgId, places)).join("");
      if (found.next === null) break;
      found = await readPeople(visit, isInvited, found.next);
    }
  }
}

/** A line for each role and each way in which it is held. */
function linesOf(
  person: Person,
  status: string,
  orgId: string,
  { name, groups, given, teams }: Places,
): string {
  const { username, firstName, lastName, roles, groupRoles = [], teamIds = [] } = person;
  const who = [username, firstName, lastName, status, person.lastAuthAt ?? ""];
  const inGroup = (groupId: string, role: string, from: string) => [
    ...who,
    "project",
    groupId,
    groups.get(groupId) ?? "",
    role,
    from,
  ];
  const lines = [
    ...roles.map((role) => [...who, "organization", orgId, name, role, "direct"]),
    ...groupRoles.map(({ groupId, role }) => inGroup(groupId, role, "direct")),
    ...teamIds.flatMap((teamId) =>
      (given.get(teamId) ?? []).flatMap(({ groupId, roles: held }) =>
        held.map((role) => inGroup(groupId, role, `team ${teams.get(teamId) ?? teamId}`)),
      ),
    ),
  ];
  return lines.map(csvLine).join("");
}
