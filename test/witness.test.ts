// Tests what is found when an answer is not as its operation declares it: every other test relies on this check.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../src/core/operations/operation.ts";
import { contradictions, operationAt, type Witnessed } from "./support/declared.ts";
import { chooseProofs, type Met, outdated, type Place, unproven } from "./support/proofs.ts";
import { errorBody, invitation } from "./support/stage.ts";
import { ids } from "./support/world.ts";

const path = `/api/atlas/v2/groups/${ids.group}/invites`;
const one: Witnessed = {
  method: "GET",
  target: `${path}/${ids.invite}`,
  status: 200,
  headers: { "content-type": "application/vnd.atlas.2023-01-01+json;charset=utf-8" },
  body: JSON.stringify(invitation),
};
const missing = { status: 404, errorCode: "RESOURCE_NOT_FOUND", detail: "", parameters: [""] };
const refused = (refusal: typeof missing, more: Partial<Witnessed> = {}): Witnessed => ({
  ...one,
  status: refusal.status,
  headers: { "content-type": "application/json", "x-error-code": refusal.errorCode },
  body: JSON.stringify(errorBody(refusal)),
  ...more,
});
const found = (answer: Witnessed) => contradictions(answer, operationAt(answer.method, answer.target));

test("the operation of a request is found as the router finds it", () => {
  const teams = `/api/atlas/v2/orgs/${ids.org}/teams`;
  const users = `/api/atlas/v2/orgs/${ids.org}/users`;
  for (const [method, target, id] of [
    ["GET", `${path}/${ids.invite}?pretty=true`, "getGroupInvite"],
    ["GET", `${path}/`, "listGroupInvites"],
    ["GET", `${teams}/byName/core`, "getOrgTeamByName"],
    ["GET", `${teams}/byName`, "getOrgTeam"],
    ["POST", `${teams}/${ids.team}:addUser`, "addOrgTeamUser"],
    ["POST", `${users}/${ids.missing}:addRole`, "addOrgUserRole"],
    ["GET", "/api/atlas/v2/groups//invites", "listGroupInvites"],
    ["PUT", path, undefined],
    ["GET", `${teams}/%ff`, undefined],
  ] as const) {
    equal(operationAt(method, target)?.id, id, `${method} ${target}`);
  }
});

test("answers as declared are left alone, with an envelope and line breaks as well", () => {
  const enveloped = { content: invitation, status: 200 };
  const list = { ...one, target: path, body: JSON.stringify([invitation], null, 2) };
  for (const answer of [
    one,
    { ...one, target: `${one.target}?envelope=true`, body: JSON.stringify(enveloped) },
    list,
    refused(missing),
    refused(missing, { target: "/api/atlas/v2/nowhere" }),
  ]) {
    deepEqual(found(answer), []);
  }
});

for (const [what, answer, expected] of [
  ["a status that is not declared", { ...one, status: 201 }, /^status 201 is not declared$/],
  ["a version that is not offered", { ...one, headers: {} }, /is no version of the operation$/],
  ["no body", { ...one, body: "" }, /^an answer without a body$/],
  [
    "a member more",
    { ...one, body: JSON.stringify({ ...invitation, zone: "" }) },
    /^\/zone is not declared$/,
  ],
  [
    "a member of another type",
    { ...one, body: JSON.stringify({ ...invitation, username: 1 }) },
    /^\/username must be string/,
  ],
  [
    "members in another order",
    {
      ...one,
      body: JSON.stringify(Object.fromEntries(Object.entries(invitation).reverse())),
    },
    /^members not in alphabetical order at \//,
  ],
  [
    "a code that is not declared",
    refused({ ...missing, errorCode: "TEAM_NOT_FOUND" }),
    /^TEAM_NOT_FOUND is not declared$/,
  ],
  [
    "a header with another code",
    refused(missing, { headers: { "content-type": "application/json", "x-error-code": "BAD_REQUEST" } }),
    /^X-Error-Code BAD_REQUEST$/,
  ],
  ["another status than the body's", refused(missing, { status: 400 }), /^statuses differ in /],
  [
    "an error without its members",
    refused(missing, { body: '{"error":404,"errorCode":"RESOURCE_NOT_FOUND"}' }),
    /must have required properties/,
  ],
] as const) {
  test(`${what} is found`, () => {
    const [first = "", ...others] = found(answer);
    equal(expected.test(first), true, first);
    deepEqual(others, []);
  });
}

test("a declared refusal is proven by the test beside its operation, if that meets it, and else by the first that each run has", () => {
  const operation = (id: string, errors: string[]) =>
    ({ id, errors, door: { kind: "open" }, params: {}, query: {}, versions: {} }) as unknown as Operation;
  const table = [operation("a", ["BAD_REQUEST", "ORG_NOT_EMPTY"]), operation("b", ["BAD_REQUEST"])];
  const beside = { file: "src/operations/a/a.test.ts", test: "a > 400" };
  const before = { file: "src/first.test.ts", test: "all" };
  const whole = { file: "test/whole.test.ts", test: "whole" };
  const recorded = { file: "test/conformance/replay.test.ts", test: "recorded, where the recordings are" };
  const pipeline = ["INVALID_VERSION_DATE", "RATE_LIMITED_TOKEN_BUCKET", "UNEXPECTED_ERROR"];
  const onTheWay = pipeline.map((code): [string, Place[]] => [code, [recorded, whole]]);
  const met: Met = new Map([
    ["a", new Map<string, Place[]>([["BAD_REQUEST", [recorded, before, beside]], ...onTheWay])],
    ["b", new Map([["BAD_REQUEST", [recorded, whole, before]]])],
  ]);
  const proofs = chooseProofs(table, met);
  deepEqual(proofs, {
    pipeline: Object.fromEntries(pipeline.map((code) => [code, whole])),
    operations: { a: { BAD_REQUEST: beside }, b: { BAD_REQUEST: before } },
  });
  deepEqual(unproven(table, met), ["a ORG_NOT_EMPTY"]);
  deepEqual(outdated(table, met, proofs), []);

  const stale = { ...proofs, operations: { a: { BAD_REQUEST: before }, c: { BAD_REQUEST: before } } };
  deepEqual(outdated(table, met, stale), ["a BAD_REQUEST", "b BAD_REQUEST", "c is gone"]);
});
