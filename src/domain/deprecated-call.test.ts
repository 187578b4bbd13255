// What is shown of a request, and what is not.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { maskExample, maskValue } from "./deprecated-call.ts";

const id = "32b6e34b3d91647abb20e7b8";

test("roles, ids and form are shown; addresses, passwords and names are not", () => {
  deepEqual(
    maskExample(
      {
        params: { groupId: id, userName: "ada@example.com" },
        search: "username=ada%40example.com&pretty=true&token=s3cret&orgMembershipStatus=PENDING",
        body: {
          username: "ada@example.com",
          password: "CORRECT_HORSE",
          firstName: "Ada",
          mobileNumber: 4912345,
          roles: [{ orgId: id, roleName: "ORG_OWNER" }, "GROUP_READ_ONLY"],
          teamIds: [id],
          secret: id,
          isNew: true,
        },
      },
      ["username", "pretty", "orgMembershipStatus"],
    ),
    {
      params: { groupId: id, userName: "a…@example.com" },
      query: { username: "a…@example.com", pretty: "true", orgMembershipStatus: "PENDING" },
      body: {
        username: "a…@example.com",
        password: "…",
        firstName: "…",
        mobileNumber: "…",
        roles: [{ orgId: id, roleName: "ORG_OWNER" }, "GROUP_READ_ONLY"],
        teamIds: [id],
        secret: "…",
        isNew: true,
      },
    },
  );
});

test("no text of a body is shown that is neither a role nor an id", () => {
  const texts = (value: unknown): unknown[] =>
    typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [value];
  fc.assert(
    fc.property(fc.object({ maxDepth: 7 }), (body) => {
      for (const text of texts(maskValue(body)))
        ok(typeof text !== "string" || text === "…" || /@/.test(text));
    }),
  );
});
