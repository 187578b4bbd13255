// Tests of whole answers: headers, bodies with and without envelope and line breaks, and the forms of refusals.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { getGroupInvite } from "../../atlas/invites/operations.ts";
import { createGroupServiceAccountSecret } from "../../atlas/service-accounts/group-operations.ts";
import { getGroupUser } from "../../atlas/users/group-operations.ts";
import { fault } from "../contract/errors.ts";
import { Unidentified } from "./authenticate.ts";
import { methodNotAllowed, refusalAnswer, refuseAlone, succeed, unidentified } from "./reply.ts";

const plain = { envelope: false, pretty: false };
const security = {
  "referrer-policy": "strict-origin-when-cross-origin",
  "strict-transport-security": "max-age=31536000; includeSubdomains;",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
};
const allowance = { limit: 5, remaining: 3 };
const announced = { "ratelimit-limit": "5", "ratelimit-remaining": "3" };
const lifetime = {
  deprecation: "Wed, 4 Oct 2023 00:00:00 GMT",
  sunset: "Thu, 1 Jul 2027 00:00:00 GMT",
};
const operation = getGroupInvite;
const version = "2023-01-01";

const success = (value: unknown, format: Partial<typeof plain> = {}, more: object = {}) =>
  succeed({
    operation,
    version,
    allowance,
    headers: undefined,
    value,
    format: { ...plain, ...format },
    who: "ada",
    ...more,
  });

test("success has the headers of its version, and those of its own", () => {
  const typed = (type: string) => ({ ...security, ...announced, "content-type": type });
  deepEqual(success({ a: 1 }), {
    status: 200,
    headers: { ...typed("application/vnd.atlas.2023-01-01+json;charset=utf-8"), ...lifetime },
    body: '{"a":1}',
    who: "ada",
  });
  const { headers } = success(
    {},
    {},
    { operation: getGroupUser, version: "2025-02-19", headers: { location: "/x" } },
  );
  deepEqual(headers, { ...typed("application/vnd.atlas.2025-02-19+json;charset=utf-8"), location: "/x" });
  const plainJson = success({}, {}, { operation: getGroupUser, version: "unversioned" }).headers;
  equal(plainJson["content-type"], "application/json");
  // The second time, the same headers are returned again.
  deepEqual(success({}).headers, success({}).headers);
});

test("a refusal before a version is known has the lifetime of the oldest", () => {
  const { [version]: oldest } = operation.versions;
  const versions = { "2025-02-19": {}, [version]: oldest };
  const asked = { fault: fault("BAD_REQUEST", {}), version: undefined, allowance, format: plain };
  const { headers } = refusalAnswer({ ...asked, operation: { ...operation, versions } as typeof operation });
  deepEqual([headers.deprecation, headers.sunset], [lifetime.deprecation, lifetime.sunset]);
});

test("what shows a secret is stored by nobody", () => {
  const { headers } = success({}, {}, { operation: createGroupServiceAccountSecret, version: "2024-08-05" });
  equal(headers["cache-control"], "no-store");
  equal(success({}).headers["cache-control"], undefined);
});

test("204 without a body; in an envelope 200, which says 204", () => {
  const { status, body } = success(undefined);
  deepEqual([status, body], [204, ""]);
  const enveloped = success(undefined, { envelope: true });
  deepEqual([enveloped.status, enveloped.body], [200, '{"content":{},"status":204}']);
});

test("an envelope holds a value, and joins a page", () => {
  const body = (value: unknown) => JSON.parse(String(success(value, { envelope: true }).body));
  deepEqual(body({ a: 1 }), { content: { a: 1 }, status: 200 });
  for (const value of [[1], "text", null, { results: [] }, { totalCount: 1 }]) {
    deepEqual(body(value), { content: value ?? {}, status: 200 });
  }
  const page = success({ links: [], results: [1], totalCount: 1 }, { envelope: true });
  equal(page.body, '{"links":[],"results":[1],"status":200,"totalCount":1}');
  const made = success({ a: 1 }, { envelope: true }, { operation: { ...operation, status: 201 } });
  deepEqual([made.status, JSON.parse(String(made.body)).status], [201, 201]);
});

test("line breaks have blanks on both sides of a colon, but not within texts", () => {
  const value = { 'a": b': ["x: y", { "c\\": ":" }], d: 1 };
  const { body } = success(value, { pretty: true });
  deepEqual(JSON.parse(String(body)), value);
  equal(body, '{\n  "a\\": b" : [\n    "x: y",\n    {\n      "c\\\\" : ":"\n    }\n  ],\n  "d" : 1\n}');
});

test("a refusal has its code, what is wrong with which field, and the lifetime of what was asked for", () => {
  const fields = [{ description: "No.", field: "a", more: 1 }];
  const known = fault("BAD_REQUEST", {}, { fields, headers: { "x-more": "1" } });
  const answer = refusalAnswer({ fault: known, operation, version, allowance, format: plain, who: "ada" });
  const body = {
    badRequestDetail: { fields: [{ description: "No.", field: "a" }] },
    detail: known.message,
    error: 400,
    errorCode: "BAD_REQUEST",
    parameters: [],
    reason: "Bad Request",
  };
  deepEqual(answer, {
    status: 400,
    headers: {
      ...security,
      ...lifetime,
      ...announced,
      "x-more": "1",
      "content-type": "application/json",
      "x-error-code": "BAD_REQUEST",
    },
    body: JSON.stringify(body),
    who: "ada",
  });
  const enveloped = refusalAnswer({
    fault: known,
    operation,
    version,
    allowance,
    format: { envelope: true, pretty: false },
  });
  deepEqual(JSON.parse(String(enveloped.body)), { content: body, status: 400 });
});

test("before a version is chosen, the oldest one's lifetime is told", () => {
  const known = fault("INVALID_VERSION_DATE", {});
  const headersOf = (about: typeof operation | typeof getGroupUser) =>
    refusalAnswer({ fault: known, operation: about, version: undefined, allowance: undefined, format: plain })
      .headers;
  deepEqual(headersOf(operation), {
    ...security,
    ...lifetime,
    "content-type": "application/json",
    "x-error-code": known.code,
  });
  equal(headersOf(getGroupUser).sunset, undefined);
  equal(headersOf(getGroupUser).deprecation, undefined);
});

test("a project that is not there is looked for before anything is counted", () => {
  const known = fault("GROUP_NOT_FOUND", { groupId: "g" });
  const { headers } = refusalAnswer({ fault: known, operation, version, allowance, format: plain });
  equal(headers["ratelimit-limit"], undefined);
});

test("what leads to no operation is refused alone", () => {
  const known = fault("RESOURCE_NOT_FOUND", { resource: "/x" });
  deepEqual(refuseAlone(known), {
    status: 404,
    headers: { ...security, "content-type": "application/json", "x-error-code": "RESOURCE_NOT_FOUND" },
    body: JSON.stringify({
      detail: known.message,
      error: 404,
      errorCode: known.code,
      parameters: ["/x"],
      reason: "Not Found",
    }),
    who: undefined,
  });
  equal(refuseAlone(known, { envelope: false, pretty: true }).body.includes("\n"), true);
});

test("a challenge has the recorded body, a refused token none", () => {
  deepEqual(unidentified(new Unidentified("digest", "Digest x")), {
    status: 401,
    headers: { "content-type": "application/json", "www-authenticate": "Digest x" },
    body: '{\n  "error" : 401,\n  "reason" : "Unauthorized",\n  "detail" : "You are not authorized for this resource.",\n  "errorCode" : "UNEXPECTED_ERROR"\n}',
  });
  const headers = { "www-authenticate": "Bearer x" };
  deepEqual(unidentified(new Unidentified("bearer", "Bearer x")), { status: 401, headers, body: "" });
});

test("405 has the methods alone", () => {
  deepEqual(methodNotAllowed(["POST", "GET"]), {
    status: 405,
    headers: { allow: "POST,GET,OPTIONS" },
    body: "",
  });
});
