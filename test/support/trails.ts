// Clients that change invitations and write down what they were told, and a look past the server whether the store agrees:
// about every address it has one whole picture, and that is the last one acknowledged, or the one that was under way.
import { equal } from "node:assert/strict";
import { requestToken } from "./oauth.ts";
import type { TestStorage } from "./storage.ts";
import { ids, type Sending, send, v2023 } from "./world.ts";

/** All that a store holds about an address: its one invitation, with its mail and its events. */
interface Picture {
  readonly status: string;
  readonly roles: readonly string[];
  readonly groupRoles: readonly string[];
  readonly teams: readonly string[];
  readonly mails: number;
  /** The types of its events, one for each. */
  readonly events: readonly string[];
}

interface Found extends Picture {
  /** The id of the invitation. */
  readonly id: string;
}

/** A picture as one text, so that two are the same or not. */
const textOf = (picture: Picture | undefined): string => {
  if (picture === undefined) return "nothing";
  const { status, mails, roles, groupRoles, teams, events } = picture;
  const [one, two, three, four] = [roles, groupRoles, teams, events].map((each) => each.toSorted().join(" "));
  return `${status} as ${one} | projects ${two} | teams ${three} | ${mails} mails | ${four}`;
};

/** The history of an address: pictures that were acknowledged, in turn, and the one that may be there as well. */
interface Trail {
  readonly kept: (Picture | undefined)[];
  underWay: Picture | undefined | null;
  /** The id of its invitation. */
  id: string;
}

export interface Findings {
  /** Addresses about which the store holds what was true before, and was replaced. */
  readonly lost: readonly string[];
  /** Addresses about which the store holds a part of a change. */
  readonly half: readonly string[];
}

const groupInvites = `/api/atlas/v2/groups/${ids.group}/invites`;
const orgInvites = `/api/atlas/v2/orgs/${ids.org}/invites`;
const names = ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER", "GROUP_DATA_ACCESS_READ_ONLY"];
/** A choice of the four that differs from its neighbours. */
const choice = (count: number) => names.filter((_, bit) => ((count % 15) + 1) & (1 << bit));

const inGroup = (roles: readonly string[]): Picture => ({
  status: "PENDING",
  roles,
  groupRoles: [],
  teams: [],
  mails: 1,
  events: ["INVITED_TO_GROUP", "INVITED_TO_ORG"],
});

const inOrg: Picture = {
  status: "PENDING",
  roles: ["ORG_MEMBER", "ORG_READ_ONLY"],
  groupRoles: names.slice(0, 3),
  teams: [ids.team],
  mails: 1,
  events: ["INVITED_TO_GROUP", "INVITED_TO_ORG", "INVITED_TO_TEAM"],
};

const endOfOrgInvite = ["GROUP_INVITATION_DELETED", "ORG_INVITATION_DELETED", "REMOVED_FROM_TEAM"];

/** Makes a change and notes what was said of it; throws `gone` where the client is at its end. */
type Telling = (username: string, sending: Sending, after: Picture) => Promise<void>;

const gone = new Error("the server is gone, or it is over");
const unlessGone = (reason: unknown) => {
  if (reason !== gone) throw reason;
};

export interface Trails {
  /** Counts the changes that were acknowledged. */
  readonly changes: () => number;
  /** Changes things through a server, several at a time, until it is over or the server is gone. */
  work(url: string, isOver: () => boolean): Promise<void>;
  /** Compares what the store holds with what is known, and takes it for known from then on. */
  compare(): Promise<Findings>;
}

export function layTrails(rows: TestStorage["rows"]): Trails {
  const trails = new Map<string, Trail>();
  let changes = 0;
  let people = 0;
  let turn = 0;

  async function change(url: string, username: string, sending: Sending, after: Picture): Promise<void> {
    const trail = trails.get(username) ?? { kept: [undefined], underWay: null, id: "" };
    trails.set(username, trail);
    trail.underWay = after;
    const reply = await send(url, sending).catch(() => undefined);
    // Nobody said whether it was kept.
    if (reply === undefined || reply.status === 500) throw gone;
    trail.underWay = null;
    if (reply.status === 503) throw gone;
    equal(reply.status, sending.method === "DELETE" ? 204 : 200, reply.text);
    trail.kept.push(after);
    trail.id = reply.json?.id ?? trail.id;
    changes++;
  }

  const known = (username: string) => trails.get(username)?.kept.at(-1);

  /** An address whose invitation is pending still, since an earlier server was killed; or a new one. */
  function* addresses(kind: "in-group" | "in-org"): Generator<string> {
    const left = [...trails.keys()].filter(
      (each) => each.startsWith(kind) && known(each)?.status === "PENDING",
    );
    yield* left;
    for (;;) yield `${kind}-${++people}@example.com`;
  }

  /** Invites an address to a project, changes the roles a few times, and revokes it all. */
  async function inviteToGroup(username: string, told: Telling): Promise<void> {
    if (known(username) === undefined) {
      const roles = choice(++turn);
      const invite = { method: "POST", path: groupInvites, body: { username, roles } };
      await told(username, invite, inGroup(roles));
    }
    for (let round = 0; round < 4; round++) {
      const before = known(username);
      if (before === undefined) return;
      const roles = choice(++turn);
      const patch = { method: "PATCH", path: groupInvites, body: { username, roles } };
      const isSame = textOf({ ...before, roles }) === textOf(before);
      const events = isSame ? before.events : [...before.events, "USER_ROLES_CHANGED_AUDIT"];
      await told(username, patch, { ...before, roles, events });
    }
    await revoke(username, groupInvites, ["GROUP_INVITATION_DELETED"], told);
  }

  /** Invites an address to an organization, with projects and a team, and revokes that. */
  async function inviteToOrg(username: string, told: Telling): Promise<void> {
    const groupRoleAssignments = [{ groupId: ids.group, roles: inOrg.groupRoles }];
    const body = { username, roles: inOrg.roles, groupRoleAssignments, teamIds: inOrg.teams };
    if (known(username) === undefined) {
      await told(username, { method: "POST", path: orgInvites, body }, inOrg);
    }
    await revoke(username, orgInvites, endOfOrgInvite, told);
  }

  async function revoke(username: string, path: string, added: readonly string[], told: Telling) {
    const before = known(username);
    if (before === undefined) return;
    const events = [...before.events, ...added];
    const sending = { method: "DELETE", path: `${path}/${trails.get(username)?.id}` };
    await told(username, sending, { ...before, status: "REVOKED", events });
  }

  return {
    changes: () => changes,
    async work(url, isOver) {
      const { json } = await requestToken({ url });
      const headers = {
        accept: v2023,
        "content-type": "application/json",
        authorization: `Bearer ${json.access_token}`,
      };
      const told: Telling = (username, sending, after) =>
        isOver() ? Promise.reject(gone) : change(url, username, { ...sending, headers }, after);
      const client = async (usernames: Generator<string>, invite: typeof inviteToGroup) => {
        for (const username of usernames) await invite(username, told);
      };
      const [inGroups, inOrgs] = [addresses("in-group"), addresses("in-org")];
      const clients = [
        ...Array.from({ length: 6 }, () => client(inGroups, inviteToGroup)),
        ...Array.from({ length: 3 }, () => client(inOrgs, inviteToOrg)),
      ];
      await Promise.all(clients.map((each) => each.catch(unlessGone)));
    },
    async compare() {
      const found = await takePictures(rows);
      const [lost, half]: [string[], string[]] = [[], []];
      for (const [username, trail] of trails) {
        const picture = found.get(username);
        const text = textOf(picture);
        const wanted = [trail.kept.at(-1), ...(trail.underWay === null ? [] : [trail.underWay])].map(textOf);
        if (!wanted.includes(text)) {
          const list = trail.kept.map(textOf).includes(text) ? lost : half;
          list.push(`${username}: ${text}, not ${wanted.join(" nor ")}`);
        }
        trail.underWay = null;
        if (text !== wanted[0]) trail.kept.push(picture);
        trail.id = picture?.id ?? "";
      }
      for (const [username, picture] of found) {
        if (!trails.has(username)) half.push(`${username}: ${textOf(picture)}, whom nobody invited`);
      }
      return { lost, half };
    },
  };
}

type Row = Readonly<Record<string, string>>;

/** The values of rows, by one of their columns. */
function groupBy(column: string, rows: readonly Row[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { [column]: key = "", value = "" } of rows) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

/** Finds the addresses that were invited through the API, with what is kept of each. */
async function takePictures(rows: TestStorage["rows"]): Promise<Map<string, Found>> {
  const read = async (sql: string) => (await rows(sql)) as Row[];
  const invites = await read("select id, username, status, roles from invites where username like 'in-%'");
  const byInvite = async (table: string, column: string) =>
    groupBy("invite_id", await read(`select invite_id, ${column} as value from ${table}`));
  const [groupRoles, teams] = [
    await byInvite("invite_group_roles", "role"),
    await byInvite("invite_teams", "team_id"),
  ];
  const mails = await byInvite("outbox", "id");
  const events = groupBy(
    "target_username",
    await read("select target_username, type as value from events where target_username like 'in-%'"),
  );
  const pictures = new Map<string, Found>();
  const of = (username: string, { id = "", status = "none", roles = "" }: Row): Found => ({
    id,
    status,
    roles: roles.split(" ").filter((role) => role !== ""),
    groupRoles: groupRoles.get(id) ?? [],
    teams: teams.get(id) ?? [],
    mails: mails.get(id)?.length ?? 0,
    events: events.get(username) ?? [],
  });
  // An event without an invitation has a picture as well, and one that is never right.
  for (const username of events.keys()) pictures.set(username, of(username, {}));
  for (const invite of invites) {
    const { username = "" } = invite;
    pictures.set(username, of(username, invite));
  }
  return pictures;
}
