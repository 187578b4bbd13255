// Proves which statements are plain, and that their arguments are in the order of their columns.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { type Query, query } from "./query.ts";
import { expiry, removal, selection, setting } from "./statements.ts";

const bound = <Args extends readonly unknown[]>(asked: Query<Args, unknown>, ...args: Args) => {
  const { sql, values } = asked.bind("postgres", args);
  return [sql, ...values];
};

test("a selection and a removal compare their columns with the arguments, one by one", () => {
  deepEqual(bound(query(selection("grants", ["role", "orgId"], "principalId", "groupId")), "p", "g"), [
    'select "role", "org_id" from "grants" where "principal_id" = $1 and "group_id" = $2',
    "p",
    "g",
  ]);
  deepEqual(bound(query(removal("teamMembers", "teamId", "userId")), "t", "u"), [
    'delete from "team_members" where "team_id" = $1 and "user_id" = $2',
    "t",
    "u",
  ]);
});

test("a setting changes one column of one row, an expiry removes what ended by then", () => {
  deepEqual(bound(query(setting("users", "lastAuthAt")), "u", 7), [
    'update "users" set "last_auth_at" = $1 where "id" = $2',
    7,
    "u",
  ]);
  deepEqual(bound(query(expiry("links")), 7), ['delete from "links" where "expires_at" <= $1', 7]);
});
