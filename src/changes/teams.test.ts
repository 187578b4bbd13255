// Teams: who may be in one, within which limits, and what is written and recorded of each change.
import { deepEqual, rejects, throws } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../test/support/told-store.ts";
import { fault } from "../contract/errors.ts";
import {
  addTeamToGroup,
  changeTeamRoles,
  checkSize,
  joinTeam,
  leaveTeam,
  makeTeam,
  memberNamed,
  peopleOf,
  refuseTakenName,
} from "./teams.ts";

const org = { id: "o", name: "Acme" } as never;
const username = "ada@example.com";
const ada = { id: "u", username: "Ada@example.com" };
const member = (id: string, changes: object = {}) =>
  ({
    id,
    orgId: "o",
    username,
    status: "ACTIVE",
    roles: ["ORG_MEMBER"],
    groupRoles: [],
    teamIds: [],
    ...changes,
  }) as never;

test("a person is put into a team who is in the organization; who is only invited, or elsewhere, is refused", async () => {
  const known = tellChange({ "users.byAddress": [ada], "users.isInOrg": [true] });
  deepEqual(await memberNamed(known.changing, org, username), ada);
  deepEqual(known.called("users.isInOrg"), [["users.isInOrg", "u", "o"]]);
  for (const [account, members, refusal] of [
    [ada, [member("u", { status: "PENDING" })], { code: "CANNOT_ADD_PENDING_USER", parameters: [username] }],
    [
      undefined,
      [member("u", { status: "PENDING" })],
      { code: "CANNOT_ADD_PENDING_USER", parameters: [username] },
    ],
    [
      ada,
      [member("u", { status: "INVITATION_EXPIRED" })],
      { code: "USERNAME_NOT_FOUND", parameters: [username] },
    ],
    [ada, [member("x", { status: "PENDING", username: "x@example.com" })], { code: "USERNAME_NOT_FOUND" }],
    [undefined, [], { code: "USERNAME_NOT_FOUND", parameters: [username] }],
  ] as const) {
    const { changing } = tellChange({
      "users.byAddress": [account],
      "users.isInOrg": [false],
      "members.current": [members],
    });
    await rejects(memberNamed(changing, org, username), refusal);
  }
  const odd = tellChange({ "users.byAddress": [ada], "members.current": [[]] });
  await rejects(memberNamed(odd.changing, org, "no address"), { code: "USERNAME_NOT_FOUND" });
});

test("a team has 250 people at most, those invited included", () => {
  checkSize("t", 250, fault);
  throws(() => checkSize("t", 251, fault), { code: "MAX_USERS_PER_TEAM_EXCEEDED", parameters: [250, "t"] });
  const inTeam = { teamIds: ["t"] };
  const members = [
    member("a", inTeam),
    member("b", { ...inTeam, status: "PENDING" }),
    member("c", { ...inTeam, status: "INVITATION_EXPIRED" }),
    member("d", { teamIds: ["s"] }),
  ];
  deepEqual(peopleOf(members, "t"), members.slice(0, 2));
});

const few = { "teams.countOf": [99], "teams.countInOrg": [249] };

test("who joins a team or leaves it keeps the others", async () => {
  const joining = tellChange(few);
  const joined = await joinTeam(joining.changing, { id: "t" }, member("u", { teamIds: ["v"] }), []);
  deepEqual(joined, member("u", { teamIds: ["t", "v"] }));
  deepEqual(joining.called("teams.join", "record"), [
    ["teams.join", "t", "u"],
    ["record", "JOINED_TEAM", { orgId: "o", targetUsername: username }],
  ]);
  const leaving = tellChange();
  const left = await leaveTeam(leaving.changing, { id: "t" }, member("u", { teamIds: ["t", "v"] }));
  deepEqual(left, member("u", { teamIds: ["v"] }));
  deepEqual(leaving.called("teams.leave"), [["teams.leave", "t", "u"]]);
  await rejects(leaveTeam(leaving.changing, { id: "t" }, member("u")), {
    code: "USER_NOT_IN_TEAM",
    parameters: [username, "t"],
  });
});

test("nobody joins a team twice, a full one, or one team more than a person may be in", async () => {
  const join = (joining: never, members: never[], answers: Parameters<typeof tellChange>[0] = few) =>
    joinTeam(tellChange(answers).changing, { id: "t" }, joining, members);
  const full = Array.from({ length: 250 }, (_, index) => member(`m${index}`, { teamIds: ["t"] }));
  await rejects(join(member("u", { teamIds: ["t"] }), []), {
    code: "USER_ALREADY_IN_TEAM",
    parameters: [username, "t"],
  });
  await rejects(join(member("u"), full), { code: "MAX_USERS_PER_TEAM_EXCEEDED" });
  await join(member("u"), full.slice(1));
  await rejects(join(member("u"), [], { "teams.countOf": [100] }), {
    code: "MAX_TEAMS_PER_USER_EXCEEDED",
    parameters: [100, username],
  });
});

test("a team is made of people of the organization, each once, with their addresses as they wrote them", async () => {
  const { changing, called } = tellChange({ ...few, "users.byAddress": [ada], "users.isInOrg": [true] });
  const team = { id: "new", orgId: "o", name: "core", createdAt: now };
  const usernames = [username, username.toUpperCase(), username];
  deepEqual(await makeTeam(changing, org, { name: "core", usernames }), {
    ...team,
    usernames: [ada.username],
  });
  deepEqual(called("teams.named", "teams.countInOrg", "teams.add", "record"), [
    ["teams.named", "o", "core"],
    ["teams.countInOrg", "o"],
    ["teams.add", team, ["u"]],
    ["record", "JOINED_TEAM", { orgId: "o", targetUsername: ada.username }],
    ["record", "TEAM_CREATED", { orgId: "o", details: { teamId: "new" } }],
  ]);
  deepEqual(called("users.byAddress").length, 2);
  const seeded = await makeTeam(tellChange(few).changing, org, { id: "t", name: "core", usernames: [] });
  deepEqual([seeded.id, seeded.usernames], ["t", []]);
});

test("no team is made that is too large, has a name that is taken or none, or is one too many", async () => {
  const make = (changes: object, answers: Parameters<typeof tellChange>[0] = few) => {
    const { changing } = tellChange({ "users.byAddress": [ada], "users.isInOrg": [true], ...answers });
    return makeTeam(changing, org, { name: "core", usernames: [username], ...changes });
  };
  const many = Array.from({ length: 251 }, (_, index) => `m${index}@example.com`);
  await rejects(make({ usernames: many }), { code: "MAX_USERS_PER_TEAM_EXCEEDED" });
  await rejects(make({ name: "" }), { code: "INVALID_TEAM_NAME" });
  await rejects(make({}, { ...few, "teams.named": [{}] }), {
    code: "TEAM_NAME_NOT_AVAILABLE",
    parameters: ["core", "o"],
  });
  await rejects(make({}, { ...few, "teams.countInOrg": [250] }), {
    code: "MAX_TEAMS_PER_ORG_EXCEEDED",
    parameters: [250, "o"],
  });
  await rejects(make({}, { ...few, "teams.countOf": [100] }), { code: "MAX_TEAMS_PER_USER_EXCEEDED" });
  await refuseTakenName(tellChange().changing, { id: "o" }, "core");
});

const group = { id: "p", orgId: "o" };
const scope = { teamId: "t", orgId: "o", groupId: "p" };
const event = { orgId: "o", groupId: "p", details: { teamId: "t" } };

test("a team gets roles in a project that it is not in yet", async () => {
  const present = (count: number) => Array.from({ length: count }, (_, index) => ({ teamId: `t${index}` }));
  const answers = { "teams.find": [{}], "teams.inGroup": [present(99)] };
  const { changing, called } = tellChange(answers);
  await addTeamToGroup(changing, group, "t", ["GROUP_OWNER"]);
  deepEqual(called("teams.find", "teams.assign", "record"), [
    ["teams.find", "o", "t"],
    ["teams.assign", scope, ["GROUP_OWNER"]],
    ["record", "TEAM_ADDED_TO_GROUP", event],
  ]);
  for (const [changes, parts, refusal] of [
    [{ "teams.find": [undefined] }, {}, { code: "TEAM_NOT_FOUND", parameters: ["t"] }],
    [
      { "teams.inGroup": [[{ teamId: "s" }, { teamId: "t" }]] },
      {},
      { code: "TEAM_EXISTS_IN_GROUP", parameters: ["t", "p"] },
    ],
    [
      { "teams.inGroup": [present(100)] },
      {},
      { code: "MAX_TEAMS_PER_GROUP_EXCEEDED", parameters: [100, "p"] },
    ],
    [{}, { held: ["GROUP_READ_ONLY"] }, { code: "ROLE_ABOVE_OWN", parameters: ["GROUP_OWNER", "p"] }],
    [{}, { isRecent: false }, { code: "SIGN_IN_NOT_RECENT" }],
  ] as const) {
    const refused = tellChange({ ...answers, ...changes }, parts);
    await rejects(addTeamToGroup(refused.changing, group, "t", ["GROUP_OWNER"]), refusal);
    deepEqual(refused.called("teams.assign", "record"), []);
  }
});

test("a team with other roles is told of as changed, with none it leaves the project, and with the same nothing is done", async () => {
  const before = { teamId: "t", roles: ["GROUP_READ_ONLY"] } as never;
  const change = async (
    roles: readonly "GROUP_OWNER"[] | readonly "GROUP_READ_ONLY"[],
    parts: object = {},
  ) => {
    const { changing, calls } = tellChange({}, parts);
    await changeTeamRoles(changing, group, before, roles);
    return calls;
  };
  deepEqual(await change(["GROUP_OWNER"]), [
    ["teams.assign", scope, ["GROUP_OWNER"]],
    ["record", "TEAM_ROLES_MODIFIED", event],
  ]);
  deepEqual(await change([]), [
    ["teams.unassign", "t", "p"],
    ["record", "TEAM_REMOVED_FROM_GROUP", event],
  ]);
  deepEqual(await change(["GROUP_READ_ONLY"]), []);
  await rejects(change(["GROUP_OWNER"], { held: ["GROUP_READ_ONLY"] }), {
    code: "ROLE_ABOVE_OWN",
    parameters: ["GROUP_OWNER", "p"],
  });
  await rejects(change([], { held: ["ORG_MEMBER"] }), { code: "ROLE_ABOVE_OWN" });
  await rejects(change(["GROUP_OWNER"], { isRecent: false }), { code: "SIGN_IN_NOT_RECENT" });
});
