// Proves that forms offer the roles which the visitor may give, show those that are held above the visitor's, and leave these.
import { deepEqual, doesNotMatch, match } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { groupRoleNames, orgRoleNames } from "../../src/core/contract/roles.ts";
import { startPages } from "../support/console.ts";
import type { Stage } from "../support/stage.ts";
import { account, ids, keys, seed } from "../support/world.ts";

const owner = "owner@example.com";
const manager = "manager@example.com";
const member = "member@example.com";
const looseTeam = "92b6e34b3d91647abb20e7b8";
const heldBy = (role: "GROUP_OWNER" | "GROUP_READ_ONLY") =>
  `mdb_sa_id_89abcdef0123456789abcde${role === "GROUP_OWNER" ? "0" : "1"}`;

/** The world of the other tests, with an access manager in its project, and one of each there who owns it and who reads it. */
const world = {
  orgs: seed.orgs.map((org) => ({
    ...org,
    ...(org.id === ids.org && {
      users: [...(org.users ?? []), { username: manager, orgRoles: ["ORG_MEMBER" as const] }],
      teams: [...(org.teams ?? []), { id: looseTeam, name: "loose", usernames: [] }],
      groups: (org.groups ?? []).map((group) => ({
        ...group,
        users: [
          ...(group.users ?? []),
          { username: manager, roles: ["GROUP_ACCESS_MANAGER" as const] },
          { username: member, roles: ["GROUP_READ_ONLY" as const] },
        ],
        teams: [
          { teamId: ids.team, roleNames: ["GROUP_OWNER" as const] },
          { teamId: looseTeam, roleNames: ["GROUP_READ_ONLY" as const] },
        ],
        serviceAccounts: (["GROUP_OWNER", "GROUP_READ_ONLY"] as const).map((role) => ({
          clientId: heldBy(role),
          name: `account ${role}`,
          roles: [role],
        })),
      })),
    }),
  })),
};

const start = (t: TestContext, strictRoles: boolean) => startPages(t, { strictRoles, seed: world });

const idIn = (stage: Stage, sql: string) => (stage.rows(sql) as { id: string }[])[0]?.id ?? "";
const userId = (stage: Stage, username: string) =>
  idIn(stage, `select id from users where username = '${username}'`);
const keyId = (stage: Stage, { publicKey }: { publicKey: string }) =>
  idIn(stage, `select id from api_keys where public_key = '${publicKey}'`);

/** The check boxes of roles in a form: those that can be changed, and those that cannot. */
function boxesIn(html: string, form: string) {
  const [, part = ""] = html.split(`name="do" value="${form}"`);
  const boxes = [...part.slice(0, part.indexOf("</form>")).matchAll(/<input type="checkbox"[^>]*>/g)]
    // Roles in projects that an invitation to the organization gives as well.
    .filter(([box]) => !box.includes('name="groupRoles"'))
    .map(([box]) => ({ role: /value="([A-Z_]+)"/.exec(box)?.[1] ?? "", isFixed: /disabled/.test(box) }))
    .filter(({ role }) => /^(ORG|GROUP)_/.test(role));
  // Those of a project stand under headings; here they are compared in the order of the table.
  const names: readonly string[] = [...orgRoleNames, ...groupRoleNames];
  const roles = (isFixed: boolean) =>
    names.filter((name) => boxes.some((box) => box.role === name && box.isFixed === isFixed));
  return { offered: roles(false), fixed: roles(true) };
}

const people = `/projects/${ids.group}/people`;
const teams = `/projects/${ids.group}/teams`;
const groupKeys = `/projects/${ids.group}/keys`;
const orgPeople = `/orgs/${ids.org}/people`;
const orgKeys = `/orgs/${ids.org}/keys`;

/** Every form that gives roles, and what the one it is about holds above an access manager. */
const forms = (stage: Stage): readonly (readonly [path: string, form: string, above?: string])[] => [
  [`${people}/invite`, "invite"],
  [`${people}/${userId(stage, member)}`, "save"],
  [`${people}/${userId(stage, owner)}`, "save", "GROUP_OWNER"],
  [teams, "add"],
  [`${teams}/${looseTeam}`, "save"],
  [`${teams}/${ids.team}`, "save", "GROUP_OWNER"],
  [groupKeys, "createKey"],
  [`${groupKeys}?kind=accounts`, "createAccount"],
  [groupKeys, "assignKey"],
  [`${groupKeys}?kind=accounts`, "assignAccount"],
  [`${groupKeys}?edit=${keyId(stage, keys.groupReader)}`, "editKey"],
  [`${groupKeys}?edit=${keyId(stage, keys.groupOwner)}`, "editKey", "GROUP_OWNER"],
  [`${groupKeys}?edit=${heldBy("GROUP_READ_ONLY")}`, "editAccount"],
  [`${groupKeys}?edit=${heldBy("GROUP_OWNER")}`, "editAccount", "GROUP_OWNER"],
  [`${orgPeople}/invite`, "invite"],
  [`${orgPeople}/${userId(stage, member)}`, "save"],
  [`${orgPeople}/${userId(stage, owner)}`, "save", "ORG_OWNER"],
  [`${orgPeople}/${userId(stage, member)}?project=${ids.group}`, "saveGroup"],
  [`${orgPeople}/${userId(stage, owner)}?project=${ids.group}`, "saveGroup", "GROUP_OWNER"],
  [orgKeys, "createKey"],
  [`${orgKeys}/${keyId(stage, keys.member)}`, "save"],
  [`${orgKeys}/${keyId(stage, keys.owner)}`, "save", "ORG_OWNER"],
];

/**
 * Reports whether an access manager, who is a member of the organization, must not be shown a form, because it would be
 * refused.
 */
const isForOwners = (path: string, form: string) =>
  path.startsWith(orgKeys) ||
  path === `${orgPeople}/invite` ||
  /^\/orgs\/\w+\/people\/[0-9a-f]{24}/.test(path) ||
  ["createAccount", "assignKey", "assignAccount"].includes(form);

/** Returns a pattern of the control that acts on a person in a list: a button, or the link to the page of leaving. */
const picks = (act: string, who: string) =>
  act === "end"
    ? new RegExp(`"Actions for ${who}"(?:(?!</tr>).)*/leave"`)
    : new RegExp(`form="f-${act}" name="who" value="${who}"`);

/** A path without the ids that are others each time. */
const nameOf = (path: string) => path.replaceAll(/[0-9a-f]{24}/g, "…");

/** The project roles that are not above an access manager. */
const atMostManager = new Set<string>([
  "GROUP_ACCESS_MANAGER",
  "GROUP_READ_ONLY",
  "GROUP_REAL_TIME_PERFORMANCE_OPERATOR",
  "GROUP_TRIGGER_MANAGER",
]);

const isOfGroup = (path: string, form: string) => path.startsWith("/projects/") || form === "saveGroup";

test("where a server is strict, roles above the visitor's", async (t) => {
  const stage = await start(t, true);
  const { visit } = stage;

  for (const [path, form, above] of forms(stage)) {
    await t.test(`are not offered on ${nameOf(path)} by ${form}, which has ${above ?? "none"}`, async () => {
      const { html } = await visit(manager, [path]);
      const { offered, fixed } = boxesIn(html, form);
      if (isForOwners(path, form)) {
        deepEqual(offered, []);
      } else {
        deepEqual(
          offered,
          groupRoleNames.filter((role) => atMostManager.has(role)),
        );
      }
      deepEqual(fixed.includes(above ?? "none"), above !== undefined && !isForOwners(path, form));
    });
  }

  for (const [path, form, above] of forms(stage)) {
    await t.test(
      `are offered to owners on ${nameOf(path)} by ${form}, which has ${above ?? "none"}`,
      async () => {
        const { html } = await visit([path]);
        const { offered, fixed } = boxesIn(html, form);
        deepEqual(offered, isOfGroup(path, form) ? groupRoleNames : orgRoleNames);
        deepEqual(fixed, []);
      },
    );
  }

  await t.test("stay where others are changed beside them", async () => {
    const at = `${teams}/${ids.team}`;
    await visit(
      manager,
      [
        at,
        { html: /<input type="hidden" name="roles" value="GROUP_OWNER"/ },
        { html: /It is above your own roles, so it stays as it is\./ },
      ],
      [at, "save", { roles: ["GROUP_OWNER", "GROUP_TRIGGER_MANAGER"] }, /core Owner Trigger Manager/],
    );
    const key = {
      id: keyId(stage, keys.groupOwner),
      editedRoles: ["GROUP_OWNER", "GROUP_TRIGGER_MANAGER"],
    };
    await visit(manager, [groupKeys, "editKey", key, /projownr [0-9a-f]{24} Owner Trigger Manager/]);
  });

  await t.test("keep who holds them from being changed or removed in lists", async () => {
    const listed = await visit(manager, [people]);
    for (const act of ["end", "roles"]) {
      doesNotMatch(listed.html, picks(act, owner));
      match(listed.html, picks(act, "member@example.com"));
    }

    const { html: ofTeams } = await visit(manager, [teams]);
    doesNotMatch(ofTeams, /aria-label="Remove core/);
    match(ofTeams, /aria-label="Remove loose/);
    const { html: ofKeys } = await visit(manager, [groupKeys]);
    const removable = [
      ...ofKeys.matchAll(/name="do" value="remove(?:Key|Account)".*?name="id" value="([^"]+)"/g),
    ];
    deepEqual(removable.map(([, id]) => id).sort(), [keyId(stage, keys.groupReader)]);
    // Accounts are their owners' to take out.
    const { html: ofAccounts } = await visit(manager, [`${groupKeys}?kind=accounts`]);
    doesNotMatch(ofAccounts, /value="removeAccount"/);
    const ofOrg = await visit(manager, [orgPeople]);
    doesNotMatch(ofOrg.html, picks("end", owner));
    await visit([people, { html: picks("end", owner) }]);
  });
});

test("where a server is not strict, all roles are offered", async (t) => {
  const stage = await start(t, false);
  const { visit } = stage;
  for (const [path, form, above] of forms(stage)) {
    await t.test(`on ${nameOf(path)} by ${form}, which has ${above ?? "none"}`, async () => {
      const { html } = await visit(isForOwners(path, form) ? owner : manager, [path]);
      const { offered, fixed } = boxesIn(html, form);
      deepEqual(offered, isOfGroup(path, form) ? groupRoleNames : orgRoleNames);
      deepEqual(fixed, []);
    });
  }

  await t.test("and everybody can be changed", async () => {
    const { html } = await visit(manager, [people]);
    for (const act of ["end", "roles"]) match(html, picks(act, owner));
  });
});

test("the account of the organization", async (t) => {
  const stage = await start(t, true);
  const { visit } = stage;
  // Members do not see it; readers do, and change nothing.
  stage.execute(
    `update grants set role = 'ORG_READ_ONLY' where group_id is null and principal_id = '${userId(stage, manager)}'`,
  );
  await stage.snapshot.take("seed");
  await t.test("offers readers nothing that is for owners", async () => {
    const { html } = await visit(manager, [
      `/orgs/${ids.org}/service-accounts/${account.clientId}`,
      /Secrets .* Access list .* Roles in the organization Organization Owner/,
    ]);
    doesNotMatch(html, /name="do" value="(save|delete|addSecret|deleteSecret|addEntries|removeEntry)"/);
  });
});
