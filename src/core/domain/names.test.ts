// Tests of names and texts in requests: of organizations, projects, teams, tags and API keys.
import { equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../contract/errors.ts";
import { checkDescription, publicKeyPattern } from "./credential.ts";
import { checkGroupName, checkTags } from "./group.ts";
import { checkOrgName } from "./org.ts";
import { checkTeamName } from "./team.ts";

const long = "x".repeat(64);

for (const [sort, code, check] of [
  ["an organization", "INVALID_ORG_NAME", (name: string) => checkOrgName(name, fault)],
  ["a project", "INVALID_GROUP_NAME", (name: string) => checkGroupName(name, fault)],
] as const) {
  test(`names that ${sort} may have`, () => {
    for (const name of ["a", "Acme", "Acme & Co. (2024), it's +1: @home_-", "프로젝트 하나", "É", long]) {
      equal(check(name), name);
    }
  });

  test(`names that ${sort} may not have`, () => {
    for (const name of ["", " ", "    ", `x${long}`, "a/b", "a<b>", "a\nb", "a\tb", "a\u0000b", "😀"]) {
      throws(() => check(name), { code }, JSON.stringify(name));
    }
  });
}

test("names that a team may and may not have", () => {
  for (const name of ["a", "a/b <c>", "😀".repeat(64), long]) equal(checkTeamName(name, fault), name);
  for (const name of ["", "  ", `x${long}`, "a\nb", "a\u0000b", "\u200B"]) {
    throws(() => checkTeamName(name, fault), { code: "INVALID_TEAM_NAME" }, JSON.stringify(name));
  }
});

test("a public key is eight small letters", () => {
  const isPublicKey = (text: string) => new RegExp(publicKeyPattern).test(text);
  equal(isPublicKey("abcdwxyz"), true);
  for (const text of ["abcdefg", "abcdefghi", "Abcdefgh", "abcdefg1"]) equal(isPublicKey(text), false, text);
});

test("the description of an API key has 1 to 250 characters that can be seen", () => {
  for (const text of ["a", " a ", "키 😀", "x".repeat(250)]) equal(checkDescription(text, fault), text);
  for (const text of ["", "  ", "\n"]) {
    throws(() => checkDescription(text, fault), { code: "API_KEY_REQUIRES_DESCRIPTION" });
  }
  for (const text of ["x".repeat(251), "a\nb", "a\u0000", "\u007Fa"]) {
    throws(() => checkDescription(text, fault), { code: "INVALID_API_KEY_DESC" }, JSON.stringify(text));
  }
});

test("tags have keys and values of 1 to 255 characters, and each key once", () => {
  const tag = (key: string, value = "v") => ({ key, value });
  for (const tags of [
    [],
    [tag("a"), tag("A")],
    [tag("k".repeat(255), "v".repeat(255))],
    [tag("a ;@_-.+1", "값")],
  ]) {
    equal(checkTags(tags, fault), tags);
  }
  const refused: [ReturnType<typeof tag>[], string[]][] = [
    [[tag("")], ["tags.0.key"]],
    [[tag("a"), tag("b", "")], ["tags.1.value"]],
    [[tag("a/b", "v\n")], ["tags.0.key", "tags.0.value"]],
    [[tag("k".repeat(256))], ["tags.0.key"]],
    [[tag("a"), tag("b"), tag("a", "w"), tag("a", "x")], ["tags"]],
    [
      [tag("a", "<"), tag("a")],
      ["tags.0.value", "tags"],
    ],
  ];
  for (const [tags, fields] of refused) {
    throws(
      () => checkTags(tags, fault),
      (error: { code: string; fields: { field: string }[] }) => {
        equal(error.code, "BAD_REQUEST");
        equal(error.fields.map(({ field }) => field).join(), fields.join());
        return true;
      },
    );
  }
});
