// Tests the advice for each kind of refusal.
import { match } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../atlas/index.ts";
import { AtlasError } from "../client/errors.ts";
import type { Operation } from "../core/operations/operation.ts";
import { adviceFor } from "./operation-help.ts";

const { updateGroupInvites, getGroupByName, getOrg, listGroups } = operations;

function advise(operation: Operation, status: number, errorCode?: string): string {
  const body = errorCode === undefined ? "" : JSON.stringify({ detail: "No.", error: status, errorCode });
  const error = new AtlasError(operation.id, { status, headers: new Headers(), text: body });
  return adviceFor({ error, operation, given: { groupId: "g" }, source: "SOURCE" });
}

const cases: [operation: Operation, status: number, errorCode: string | undefined, expected: RegExp][] = [
  [updateGroupInvites, 400, "BAD_REQUEST", /: anteroom api projects updateGroupInvites --help$/],
  [updateGroupInvites, 401, "UNEXPECTED_ERROR", /^The credentials come from SOURCE; /],
  [updateGroupInvites, 401, undefined, /^The credentials come from SOURCE; /],
  [
    updateGroupInvites,
    401,
    "USER_UNAUTHORIZED",
    /^Role: Project Owner \(GROUP_OWNER\).* come from SOURCE\.$/,
  ],
  [getGroupByName, 401, "NOT_IN_GROUP", /: anteroom api projects listGroups$/],
  [updateGroupInvites, 403, "IP_ADDRESS_NOT_ON_ACCESS_LIST", /access list/],
  [updateGroupInvites, 404, "RESOURCE_NOT_FOUND", /: anteroom api projects listGroupInvites --groupId g$/],
  [updateGroupInvites, 404, "GROUP_NOT_FOUND", /: anteroom api projects listGroups$/],
  [getOrg, 404, "RESOURCE_NOT_FOUND", /: anteroom api organizations listOrgs$/],
  [listGroups, 406, "INVALID_VERSION_DATE", /--version: 2023-01-01$/],
  [updateGroupInvites, 410, "VERSION_GONE", /^Call that one/],
  [updateGroupInvites, 409, "DUPLICATE_INVITATION", /^Somebody was there before/],
  [listGroups, 429, "RATE_LIMITED_TOKEN_BUCKET", /^Wait/],
  [listGroups, 502, undefined, /log of the server/],
];

for (const [operation, status, errorCode, expected] of cases) {
  test(`${operation.id} ${status} ${errorCode ?? "without a code"}`, () => {
    match(advise(operation, status, errorCode), expected);
  });
}
