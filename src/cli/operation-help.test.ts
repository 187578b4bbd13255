// Tests that the help of every operation has all that the table has.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { Help } from "commander";
import * as Type from "typebox";
import { operations } from "../atlas/index.ts";
import { attributesOf, exampleBody, rolesAccepted } from "../core/contract/attributes.ts";
import { tagName } from "../core/contract/command-names.ts";
import { roleTitles } from "../core/contract/role-titles-en.ts";
import { groupRoleNames, orgRoleNames } from "../core/contract/roles.ts";
import type { Operation } from "../core/operations/operation.ts";
import { byTagName, describeOperation } from "./operation-help.ts";

const help = Object.assign(new Help(), { helpWidth: 10_000 });
const describe = (operation: Operation) =>
  describeOperation(operation, { name: "anteroom api x y", flags: [] }, help);

for (const operation of Object.values<Operation>(operations)) {
  test(`${operation.id}: what it does, who may, until when, what it takes and answers`, () => {
    const text = describe(operation);
    const { door, body, successor, versions } = operation;
    const said = [operation.summary, operation.description, `${operation.method} ${operation.path}`];
    if ("role" in door) {
      const where = door.role.startsWith("GROUP_") ? "project" : "organization";
      said.push(`${roleTitles[door.role]} (${door.role}) in the ${where}.`);
    }
    const ends = Object.values(versions).every((each) => each.sunset !== undefined);
    if (successor !== undefined && ends) said.push(successor);
    for (const { deprecated, sunset } of Object.values(versions)) {
      if (deprecated !== undefined) said.push(deprecated);
      if (sunset !== undefined) said.push(sunset);
    }
    for (const code of operation.errors) said.push(code);
    for (const { path, description } of body === undefined
      ? []
      : attributesOf(body, { operationPath: operation.path, sent: true })) {
      said.push(path, description);
    }
    for (const each of said) ok(text.includes(each), `missing: ${each}\n${text}`);
  });
}

test("updateGroupInvites lists every project role with its name, and an example that can be pasted", () => {
  const text = describe(operations.updateGroupInvites);
  for (const role of groupRoleNames) match(text, new RegExp(`^  ${role} +${roleTitles[role]}$`, "m"));
  match(text, /^ {2}echo '\{"roles":\["GROUP_READ_ONLY"\],"username":"hello@example\.com"\}' \| \\$/m);
});

test("roles are recognised by the name of the attribute and by its place", () => {
  const group = "/groups/{groupId}/invites";
  const org = "/orgs/{orgId}/invites";
  equal(rolesAccepted("roles", group), groupRoleNames);
  equal(rolesAccepted("roles", org), orgRoleNames);
  equal(rolesAccepted("groupRoleAssignments[].roles", org), groupRoleNames);
  equal(rolesAccepted("roles.orgRoles", group), orgRoleNames);
  equal(rolesAccepted("[].roleNames", group), groupRoleNames);
  equal(rolesAccepted("groupRole", org), groupRoleNames);
  equal(rolesAccepted("username", group), undefined);
});

test("an example holds what is required, also inside of arrays", () => {
  const schema = Type.Array(
    Type.Object({
      teamId: Type.String({ example: "t" }),
      roleNames: Type.Array(Type.String()),
      since: Type.Optional(Type.String({ format: "date-time" })),
    }),
  );
  deepEqual(exampleBody(schema, "/groups/{groupId}/teams"), [
    { teamId: "t", roleNames: ["GROUP_READ_ONLY"] },
  ]);
});

test("tags are spelled as the atlas CLI spells them", () => {
  const spelled = {
    Projects: "projects",
    "MongoDB Cloud Users": "mongoDbCloudUsers",
    "Programmatic API Keys": "programmaticApiKeys",
    "Activity Feed": "activityFeed",
  };
  for (const [tag, name] of Object.entries(spelled)) equal(tagName(tag), name);
  const grouped = byTagName(Object.values(operations)).flatMap(([, each]) => each);
  equal(grouped.length, Object.keys(operations).length);
});
