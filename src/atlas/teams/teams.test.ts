// Tests of teams: who may be a member, and how many members there may be.
import { deepEqual, rejects, throws } from "node:assert/strict";
import { test } from "node:test";
import { tellChange } from "../../../test/support/told-store.ts";
import { fault } from "../../core/contract/errors.ts";
import { checkSize, memberNamed, peopleOf } from "./teams.ts";

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
  // The store folds the Kelvin sign to a k: only a plain address names an account.
  for (const text of ["no address", "\u212Aate@example.com"]) {
    const odd = tellChange({ "users.byAddress": [ada], "members.current": [[]] });
    await rejects(memberNamed(odd.changing, org, text), { code: "USERNAME_NOT_FOUND" });
  }
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
