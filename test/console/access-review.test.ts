// Reviews of access as of a past day are those that were taken at the end of that day, whatever was changed since.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { day, hour } from "../../src/core/domain/instant.ts";
import { browse } from "../support/console.ts";
import { parse } from "../support/csv.ts";
import { type Stage, startStage } from "../support/stage.ts";
import { ids, keys } from "../support/world.ts";

const org = `/api/atlas/v2/orgs/${ids.org}`;
const newest = { accept: "application/vnd.atlas.2025-03-12+json" };
const owner = "owner@example.com";

/** Numbers that follow from a seed. */
function chance(seed: number) {
  let state = seed;
  const below = (most: number) => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * most);
  };
  return { below, pick: <T>(some: readonly T[]): T | undefined => some[below(some.length)] };
}

/** Returns the rows of the review, without those members that are always of today. */
async function review(stage: Stage, on?: string): Promise<string[]> {
  const query = on === undefined ? "" : `?on=${on}`;
  const { status, html, text } = await browse(stage, owner).open(
    `/orgs/${ids.org}/access-review.csv${query}`,
  );
  equal(status, 200, text);
  const [, ...lines] = parse(html);
  return lines
    .filter(([, , , state]) => state === "ACTIVE")
    .map(([who = "", , , , , scope, id, name, role, from, kind, title]) =>
      [kind, who.toLowerCase(), title, scope, id, name, role, from].join(" | "),
    )
    .sort();
}

/** A random change through the API, of what is there at the moment. */
function changesOf(stage: Stage, seed: number) {
  const { below, pick } = chance(seed);
  const column = (sql: string): string[] =>
    stage.rows(sql).map((row) => String(Object.values(row as object)[0]));
  const some = (sql: string) => pick(column(sql)) ?? ids.missing;
  const group = () =>
    some(`select id from groups where org_id = '${ids.org}' and name <> 'kept' order by id`);
  const team = () => some(`select id from teams where org_id = '${ids.org}' order by id`);
  const user = () =>
    some(`select distinct principal_id from grants join users on users.id = principal_id
      where org_id = '${ids.org}' and username <> '${owner}' order by 1`);
  const key = () =>
    some(
      `select id from api_keys where org_id = '${ids.org}' and public_key <> '${keys.owner.publicKey}' order by id`,
    );
  const account = () =>
    `mdb_sa_id_${some(`select id from service_accounts where org_id = '${ids.org}' order by id`)}`;
  const orgRoles = () => [pick(["ORG_MEMBER", "ORG_READ_ONLY", "ORG_GROUP_CREATOR", "ORG_OWNER"]) ?? ""];
  const groupRoles = () => [pick(["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"]) ?? ""];
  const name = () => `n${below(1e6)}`;
  const invite = () =>
    some(`select id from invites where status = 'PENDING' and org_id = '${ids.org}' order by id`);
  const groupPath = () => `/api/atlas/v2/groups/${group()}`;
  const teamIds = () => (below(2) === 0 ? [] : [team()]);
  const assigned = () => [{ groupId: group(), groupRoles: groupRoles() }];
  /** A pair that is there: what holds something, and the project. */
  const pair = (sql: string) =>
    (pick(stage.rows(sql)) ?? { who: ids.missing, at: ids.missing }) as Record<"who" | "at", string>;
  const held = (table: string) =>
    pair(`select distinct principal_id as who, group_id as at from grants join ${table} on ${table}.id = principal_id
      where grants.org_id = '${ids.org}' and group_id is not null order by 1, 2`);
  const teamHeld = () =>
    pair(
      `select distinct team_id as who, group_id as at from team_grants where org_id = '${ids.org}' order by 1, 2`,
    );
  const now = () => Date.parse(stage.clock.now());
  const databaseRoles = () => [
    { roleName: pick(["read", "readWrite", "dbAdmin"]) ?? "", databaseName: pick(["sales", "hr"]) ?? "" },
  ];
  const databaseUser = () => {
    const { who, at } = pair(
      `select name as who, group_id as at from documents where kind = 'databaseUser' order by 1, 2`,
    );
    return `/api/atlas/v2/groups/${at}/databaseUsers/${who}`;
  };
  type Made = readonly [method: string, path: string, body?: unknown];
  const made: Record<string, () => Made> = {
    invite: () => [
      "POST",
      `${org}/users`,
      {
        username: `p${below(20)}@example.com`,
        teamIds: teamIds(),
        roles: { orgRoles: orgRoles(), groupRoleAssignments: assigned() },
      },
    ],
    inviteToGroup: () => [
      "POST",
      `${groupPath()}/users`,
      { username: `p${below(20)}@example.com`, roles: groupRoles() },
    ],
    accept: () => ["POST", `/_anteroom/v1/invites/${invite()}:accept`],
    change: () => [
      "PATCH",
      `${org}/users/${user()}`,
      { roles: { orgRoles: orgRoles(), groupRoleAssignments: assigned() }, teamIds: teamIds() },
    ],
    remove: () => ["DELETE", `${org}/users/${user()}`],
    leaveGroup: () => {
      const { who, at } = held("users");
      return ["DELETE", `/api/atlas/v2/groups/${at}/users/${who}`];
    },
    makeTeam: () => ["POST", `${org}/teams`, { name: name(), usernames: [owner] }],
    renameTeam: () => ["PATCH", `${org}/teams/${team()}`, { name: name() }],
    joinTeam: () => ["POST", `${org}/teams/${team()}:addUser`, { id: user() }],
    leaveTeam: () => {
      const { who, at } = pair("select user_id as who, team_id as at from team_members order by 1, 2");
      return ["POST", `${org}/teams/${at}:removeUser`, { id: who }];
    },
    deleteTeam: () => ["DELETE", `${org}/teams/${team()}`],
    giveTeam: () => ["POST", `${groupPath()}/teams`, [{ teamId: team(), roleNames: groupRoles() }]],
    changeTeam: () => {
      const { who, at } = teamHeld();
      return ["PATCH", `/api/atlas/v2/groups/${at}/teams/${who}`, { roleNames: groupRoles() }];
    },
    takeTeam: () => {
      const { who, at } = teamHeld();
      return ["DELETE", `/api/atlas/v2/groups/${at}/teams/${who}`];
    },
    makeGroup: () => ["POST", "/api/atlas/v2/groups", { name: name(), orgId: ids.org }],
    renameGroup: () => ["PATCH", groupPath(), { name: name() }],
    deleteGroup: () => ["DELETE", groupPath()],
    moveGroup: () => [
      "POST",
      `${groupPath()}:migrate`,
      {
        destinationOrgId: ids.otherOrg,
        destinationOrgPublicApiKey: keys.stranger.publicKey,
        destinationOrgPrivateApiKey: keys.stranger.privateKey,
      },
    ],
    makeKey: () => ["POST", `${org}/apiKeys`, { desc: name(), roles: orgRoles() }],
    makeGroupKey: () => ["POST", `${groupPath()}/apiKeys`, { desc: name(), roles: groupRoles() }],
    changeKey: () => ["PATCH", `${org}/apiKeys/${key()}`, { desc: name(), roles: orgRoles() }],
    deleteKey: () => ["DELETE", `${org}/apiKeys/${key()}`],
    giveKey: () => ["POST", `${groupPath()}/apiKeys/${key()}`, [{ roles: groupRoles() }]],
    takeKey: () => {
      const { who, at } = held("api_keys");
      return ["DELETE", `/api/atlas/v2/groups/${at}/apiKeys/${who}`];
    },
    makeAccount: () => [
      "POST",
      `${org}/serviceAccounts`,
      { name: name(), description: "d", roles: orgRoles(), secretExpiresAfterHours: 24 },
    ],
    changeAccount: () => [
      "PATCH",
      `${org}/serviceAccounts/${account()}`,
      { name: name(), roles: orgRoles() },
    ],
    deleteAccount: () => ["DELETE", `${org}/serviceAccounts/${account()}`],
    giveAccount: () => [
      "POST",
      `${groupPath()}/serviceAccounts/${account()}:invite`,
      { roles: groupRoles() },
    ],
    takeAccount: () => {
      const { who, at } = held("service_accounts");
      return ["DELETE", `/api/atlas/v2/groups/${at}/serviceAccounts/mdb_sa_id_${who}`];
    },
    makeDatabaseUser: () => [
      "POST",
      `${groupPath()}/databaseUsers`,
      {
        username: `d${below(6)}`,
        databaseName: "admin",
        password: "a passphrase",
        roles: databaseRoles(),
        // Before the changes of that day, so that its end is after them as well.
        ...(below(2) === 0 && {
          deleteAfterDate: new Date(now() + (1 + below(4)) * day - hour).toISOString(),
        }),
      },
    ],
    changeDatabaseUser: () => ["PATCH", databaseUser(), { roles: databaseRoles() }],
    deleteDatabaseUser: () => ["DELETE", databaseUser()],
  };
  const often = [
    "makeDatabaseUser",
    "invite",
    "accept",
    "accept",
    "makeGroup",
    "makeGroup",
    "makeTeam",
    "giveTeam",
    "giveKey",
  ];
  return { made, next: () => pick([...Object.keys(made), ...often]) ?? "" };
}

test("reviews of access", async (t) => {
  const stage = await startStage(t);
  const done = new Map<string, number>();

  for (const seed of [1, 2, 3]) {
    await t.test(`a past day is as it was reviewed then, after random changes ${seed}`, async () => {
      const { made, next } = changesOf(stage, seed);
      const taken = new Map<string, string[]>();
      for (let nth = 0; nth < 24; nth++) {
        for (let turn = 0; turn < 16; turn++) {
          const what = next();
          const [method, path, body] = made[what]?.() ?? ["", ""];
          const sending = { method, path, body, headers: newest };
          const isControl = path.startsWith("/_anteroom");
          const { status } = await (isControl ? stage.send({ method, path }) : stage.ask("owner", sending));
          if (status < 300) done.set(what, (done.get(what) ?? 0) + 1);
          ok(status < 500, `${what} ${status}`);
        }
        const today = new Date(stage.clock.now()).toISOString().slice(0, 10);
        taken.set(today, await review(stage));
        stage.clock.set({ advance: "P1D" });
      }
      for (const [on, lines] of taken) deepEqual(await review(stage, on), lines, on);
    });
  }

  await t.test("each change was made at least once", () => {
    const { made } = changesOf(stage, 1);
    deepEqual(
      Object.keys(made).filter((what) => !done.has(what)),
      [],
    );
  });

  const open = (path: string) => browse(stage, owner).open(`/orgs/${ids.org}/access-review${path}`);

  await t.test("a past day stays as it was while much is changed", async () => {
    const lines = await review(stage);
    stage.clock.set({ advance: "P1D" });
    const names = Array.from({ length: 20 }, (_, nth) => `night ${nth}`);
    const [found] = await Promise.all([
      review(stage, "2026-08-10"),
      ...names.map((name) =>
        stage.ask("owner", {
          method: "POST",
          path: `${org}/apiKeys`,
          body: { desc: name, roles: ["ORG_MEMBER"] },
        }),
      ),
    ]);
    deepEqual(found, lines);
    equal((await review(stage)).length, lines.length + names.length);
  });

  await t.test("400 names the first day that is known, and refuses what is no day", async () => {
    const before = await open(".csv?on=2026-08-09");
    equal(before.status, 400);
    match(before.text, /on: who had access on 2026-08-09 is not known\. The first day known is 2026-08-10:/);
    stage.clock.set({ advance: "P5D" });
    await stage.ask("owner", {
      method: "POST",
      path: `${org}/apiKeys`,
      body: { desc: "x", roles: ["ORG_MEMBER"] },
    });
    equal((await open(".json?on=2026-08-11")).status, 200);
    // As versions before this one wrote it.
    stage.execute("update events set details = '{}' where type = 'API_KEY_CREATED'");
    match((await open("?on=2026-08-11")).text, /The first day known is 2026-08-15:/);
    equal((await open("?on=2026-08-15")).status, 200);
    for (const on of ["2026-08-16", "yesterday", "2026-02-30", "2026-8-1"]) {
      const { status, text } = await open(`.json?on=${on}`);
      equal(status, 400, on);
      match(text, /is no day up to today\. Write a date like 2026-08-15\./);
    }
  });

  await t.test("says who made keys and accounts, also if they have left or it is not known", async () => {
    const { id } = (await stage.ask("owner", { path: `${org}/users`, headers: newest })).json.results.find(
      ({ username }: { username: string }) => username === "member@example.com",
    );
    await stage.ask("owner", {
      method: "PATCH",
      path: `${org}/users/${id}`,
      headers: newest,
      body: { roles: { orgRoles: ["ORG_OWNER"] } },
    });
    await browse(stage, "member@example.com").send(`/orgs/${ids.org}/keys`, "createKey", {
      desc: "hers",
      keyRoles: "ORG_MEMBER",
    });
    const made = async () => {
      const [heads = [], ...lines] = parse((await open(".csv")).html);
      const [by, what] = [heads.indexOf("made_by"), heads.indexOf("description")];
      return new Map(lines.map((line) => [line[what], line[by]]));
    };
    equal((await made()).get("hers"), "member@example.com");
    await stage.ask("owner", {
      method: "POST",
      path: `${org}/apiKeys`,
      body: { desc: "by a key", roles: ["ORG_MEMBER"] },
    });
    equal((await made()).get("by a key"), keys.owner.publicKey);
    equal((await made()).get("seeded"), "");
    await stage.ask("owner", { method: "DELETE", path: `${org}/users/${id}`, headers: newest });
    const { text } = await open("");
    match(text, /Made by Keys and accounts Which/);
    match(text, /member@example\.com has no access 1 hers/);
    ok(
      JSON.parse((await open(".json")).html).some(
        (line: Record<string, string>) => line.made_by === "member@example.com",
      ),
    );
  });

  await t.test("the page counts, and leads to both files of the day", async () => {
    const { text, html } = await open("");
    match(text, /Access at the end of 2026-08-10 \(UTC\) People 2 Organization Owners 4/);
    match(html, /formaction="\/orgs\/\w+\/access-review\.csv"/i);
    const { headers, html: json } = await open(".json");
    match(headers["content-disposition"] ?? "", /access-review-2026-08-10\.json/);
    const lines = JSON.parse(json) as Record<string, string>[];
    equal(lines.filter(({ status }) => status === "ACTIVE").length, (await review(stage)).length);
    deepEqual(
      lines.filter(({ status }) => status === "PENDING").map(({ username, role }) => [username, role]),
      [["new@example.com", "ORG_MEMBER"]],
    );
    equal((await browse(stage, "member@example.com").open(`/orgs/${ids.org}/access-review`)).status, 403);
  });
});
