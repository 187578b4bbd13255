// Tests the refusals of rules: the code with its parameters, and a sentence for each field that is wrong.
import { deepEqual, fail } from "node:assert/strict";
import { test } from "node:test";
import { checkSettings } from "../../atlas/orgs/rules/org-settings.ts";
import { Fault, fault } from "../contract/errors.ts";
import { chooseEntries, readEntry } from "./access-entry.ts";
import { chooseUsername } from "./address.ts";
import { checkDescription } from "./credential.ts";
import { choosePeriod } from "./event.ts";
import { checkGroupName, checkTags } from "./group.ts";
import { checkLimit } from "./group-limit.ts";
import { chooseRoleGrants, chooseTeams } from "./invite.ts";
import { checkOrgRoles, chooseStatuses, type Member } from "./membership.ts";
import { checkOrgName } from "./org.ts";
import { chooseGroupRoles, chooseOrgRoles } from "./role-list.ts";
import { checkTeamName } from "./team.ts";
import { checkCountry, checkNames, checkPassword } from "./user.ts";

type Refusal = readonly [
  code: string,
  parameters: readonly unknown[],
  ...fields: readonly [string, string][],
];

function refusalOf(rule: () => unknown): Refusal {
  try {
    rule();
  } catch (reason) {
    if (!(reason instanceof Fault)) throw reason;
    const { code, parameters, fields } = reason;
    return [
      code,
      parameters,
      ...fields.map(({ field, description }) => [field, description] as const),
    ] as never;
  }
  return fail("nothing was refused");
}

const says = (rule: () => unknown, ...refusal: Refusal) => deepEqual(refusalOf(rule), refusal);
const x = (count: number) => "x".repeat(count);

test("of names", () => {
  const words = "The name must have 1 to 64 characters: letters, digits, blanks and - _ . ( ) , : & @ + '.";
  says(() => checkOrgName("a/b", fault), "INVALID_ORG_NAME", ["a/b"], ["name", words]);
  says(() => checkGroupName("a/b", fault), "INVALID_GROUP_NAME", ["a/b"], ["name", words]);
  says(
    () => checkTeamName("a\nb", fault),
    "INVALID_TEAM_NAME",
    ["a\nb"],
    ["name", "The name must have 1 to 64 characters, not all of them blanks, and no control characters."],
  );
});

test("of tags", () => {
  const tags = [
    { key: "", value: x(257) },
    { key: "a", value: "/" },
    { key: "a", value: "1" },
  ];
  says(
    () => checkTags(tags, fault),
    "BAD_REQUEST",
    [],
    ["tags.0.key", "The tag key '' must have at least one character."],
    [
      "tags.0.value",
      `Tag '': the value '${x(257)}' exceeded the maximum allowed length of 255 characters by 2.`,
    ],
    [
      "tags.1.value",
      "Tag 'a': the value '/' contains invalid characters. Allowable characters include letters, digits, blanks and ; @ _ - . +",
    ],
    ["tags", "The tag key 'a' appears twice."],
  );
});

test("of texts of API keys", () => {
  says(() => checkDescription("", fault), "API_KEY_REQUIRES_DESCRIPTION", []);
  says(
    () => checkDescription(x(251), fault),
    "INVALID_API_KEY_DESC",
    [250],
    ["desc", "The description must have 1 to 250 characters, none of them a control character."],
  );
});

test("of limits of projects", () => {
  says(
    () => checkLimit("atlas.project.deployment.clusters", 101, fault),
    "BAD_REQUEST",
    [],
    ["value", "Limit atlas.project.deployment.clusters can be set to 1 to 100, not to 101."],
  );
});

test("of profiles", () => {
  says(
    () => checkPassword("1234567", fault),
    "WEAK_PASSWORD",
    [8, 256],
    ["password", "The password must have 8 to 256 characters, not 7."],
  );
  const named = (firstName: string, lastName: string) => () => checkNames({ firstName, lastName }, fault);
  says(named(x(257), ""), "FIRST_NAME_EXCEEDS_MAX_LENGTH", [256]);
  says(named("", x(257)), "LAST_NAME_EXCEEDS_MAX_LENGTH", [256]);
  says(
    () => checkCountry("ZZ", fault),
    "INVALID_COUNTRY_CODE",
    ["ZZ"],
    ["country", "Name a country by two capital letters, such as US or KR."],
  );
  deepEqual(checkCountry("KR", fault), "KR");
});

test("of addresses that are invited", () => {
  const username = (text: string | undefined) => () => chooseUsername(text, fault);
  says(
    username(undefined),
    "MISSING_ATTRIBUTE",
    ["username"],
    ["username", "Name the invited e-mail address."],
  );
  says(
    username("ada"),
    "INVALID_USERNAME",
    ["ada"],
    ["username", "Must be an e-mail address, such as ada@example.com."],
  );
  says(
    username("\u212Aim@example.com"),
    "INVALID_USERNAME",
    ["\u212Aim@example.com"],
    ["username", "Has letters that stand for others; write it as Kim@example.com."],
  );
});

test("of roles", () => {
  const none = "At least one role must be specified.";
  const many = "At most 100 roles are accepted, not 101.";
  for (const [choose, sort] of [
    [chooseGroupRoles, "project"],
    [chooseOrgRoles, "organization"],
  ] as const) {
    says(
      () => choose(undefined, "id", fault),
      "MISSING_ATTRIBUTE",
      ["roles"],
      ["roles", `Name the roles as an array with at least one ${sort} role.`],
    );
    says(() => choose([], "id", fault), "BAD_REQUEST", [], ["_roles", none]);
    says(() => choose(Array(101).fill("x"), "id", fault), "BAD_REQUEST", [], ["_roles", many]);
  }
  says(
    () => chooseGroupRoles(["ORG_OWNER"], "id", fault),
    "INVALID_ROLE_FOR_GROUP",
    ["ORG_OWNER", "id"],
    ["_roles", "ORG_OWNER is an organization role. Name project roles only."],
  );
  says(
    () => chooseOrgRoles(["GROUP_OWNER"], "id", fault),
    "INVALID_ROLE_FOR_ORG",
    ["GROUP_OWNER", "id"],
    ["_roles", "GROUP_OWNER is a project role. Name organization roles only."],
  );
});

test("of what an invitation to an organization carries", () => {
  says(
    () => chooseRoleGrants([{ roles: ["GROUP_OWNER"] }], fault),
    "MISSING_ATTRIBUTE",
    ["groupRoleAssignments.0.groupId"],
    ["groupRoleAssignments.0.groupId", "Name the project the roles are for."],
  );
  const many = "251 were specified. At most 250 are accepted.";
  says(() => chooseRoleGrants(Array(251).fill({}), fault), "BAD_REQUEST", [], ["groupRoleAssignments", many]);
  says(() => chooseTeams(Array(251).fill("t"), fault), "BAD_REQUEST", [], ["teamIds", many]);
});

test("of settings", () => {
  const customSessionTimeouts = { absoluteSessionTimeoutInSeconds: 600, idleSessionTimeoutInSeconds: 601 };
  says(
    () => checkSettings({ customSessionTimeouts }, fault),
    "BAD_REQUEST",
    [],
    [
      "customSessionTimeouts.idleSessionTimeoutInSeconds",
      "Must not be longer than absoluteSessionTimeoutInSeconds.",
    ],
  );
});

test("of members", () => {
  const statuses = (filter: Parameters<typeof chooseStatuses>[0]) => () => chooseStatuses(filter, fault);
  says(
    statuses({ orgMembershipStatus: "ACTIVE", orgMembershipStatuses: ["ACTIVE"] }),
    "MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS",
    ["orgMembershipStatus, orgMembershipStatuses"],
  );
  says(
    statuses({ orgMembershipStatus: "active" }),
    "INVALID_QUERY_PARAMETER",
    ["orgMembershipStatus"],
    ["orgMembershipStatus", "'active' is none of PENDING, ACTIVE, INVITATION_EXPIRED, INVITATION_REJECTED."],
  );
  const owner = { id: "u", orgId: "o", status: "ACTIVE", roles: ["ORG_OWNER"] } as unknown as Member;
  says(() => checkOrgRoles(["ORG_MEMBER"], owner, [owner], fault), "CANNOT_DEMOTE_LAST_ORG_OWNER", ["o"]);
});

test("of periods", () => {
  const [minDate, maxDate] = ["2026-02-30", "tomorrow"];
  says(() => choosePeriod({ minDate }, fault), "INVALID_DATE_FORMAT", [minDate, "minDate"]);
  says(() => choosePeriod({ maxDate }, fault), "INVALID_DATE_FORMAT", [maxDate, "maxDate"]);
});

test("of access lists", () => {
  const ipAddress = "192.0.2.1";
  says(() => readEntry("x", fault), "INVALID_IP_ADDRESS_OR_CIDR_NOTATION", ["x"]);
  says(() => chooseEntries([], fault), "MISSING_ONE_OF_ATTRIBUTES", ["ipAddress, cidrBlock"]);
  says(() => chooseEntries([{ ipAddress }, { ipAddress }], fault), "DUPLICATE_ADDRESSES_IN_INPUT", [
    ipAddress,
  ]);
});
