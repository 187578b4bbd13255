// Tests which parts of a request are shown, and which are not.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { maskExample, maskValue, showCalls } from "./deprecated-call.ts";
import { dayOf } from "./instant.ts";

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
      for (const text of texts(maskValue(body))) {
        ok(typeof text !== "string" || text === "…" || /@/.test(text));
      }
    }),
  );
});

/** Returns what is shown of a text with this name in a body. */
const shown = (name: string, text: string) => Object.values(maskValue({ [name]: text }) as object)[0];

test("an id is 24 hexadecimal digits under a name that says so, and an address one under that of a person", () => {
  for (const name of ["id", "groupId", "teamIds"]) equal(shown(name, id), id);
  for (const name of ["ids", "identity", "groupIdentity", "anid", "secret"]) {
    equal(shown(name, id), "…", name);
  }
  for (const text of [`${id}0`, `0${id}`, id.slice(1), id.toUpperCase()]) equal(shown("id", text), "…", text);
  for (const name of ["username", "userName", "user_name"]) {
    equal(shown(name, "ada@example.com"), "a…@example.com");
  }
  for (const name of ["name", "ausername", "usernames"]) equal(shown(name, "ada@example.com"), "…", name);
  equal(shown("username", "😀b@example.com"), "😀…@example.com");
  for (const text of ["ada", "@example.com", "ada@", "a b@example.com", "ada@example.com x", "a@b@c"]) {
    equal(shown("username", text), "…", text);
  }
  const [longest, domain] = ["x".repeat(242), "@example.com"];
  equal(shown("username", longest + domain), `x…${domain}`);
  equal(shown("username", `${longest}x${domain}`), "…");
});

test("a body is shown five levels deep, and of each level twenty members with names of forty letters", () => {
  const deep = (levels: number): unknown => (levels === 0 ? true : { a: deep(levels - 1) });
  deepEqual(maskValue(deep(5)), deep(5));
  deepEqual(maskValue(deep(6)), { a: { a: { a: { a: { a: "…" } } } } });
  deepEqual(maskValue([[[[[[true]]]]]]), [[[[["…"]]]]]);
  deepEqual(maskValue(Array(21).fill(null)), Array(20).fill(null));
  const many = Object.fromEntries(
    Array.from({ length: 21 }, (_, index) => [`${index}`.padEnd(41, "x"), true]),
  );
  deepEqual(
    Object.keys(maskValue(many) as object),
    Object.keys(many)
      .slice(0, 20)
      .map((name) => name.slice(0, 40)),
  );
});

test("of a path ids are shown, whatever they are called, and names of endpoint sets", () => {
  const params = (given: Record<string, string>) => maskExample({ params: given, search: "" }, []).params;
  deepEqual(params({ anything: id }), { anything: id });
  const named = "x".repeat(60);
  deepEqual(params({ endpointSetId: named }), { endpointSetId: named });
  for (const given of [{ endpointSetId: `${named}x` }, { endpointSetId: "a-b" }, { other: "words" }]) {
    deepEqual(Object.values(params(given)), ["…"], JSON.stringify(given));
  }
});

test("of a query what says how to list is shown, of names that the operation has", () => {
  const query = (value: string) =>
    maskExample({ params: {}, search: `a=${encodeURIComponent(value)}` }, ["a"]).query.a;
  for (const value of ["true", "false", "0", "123456789", "PENDING", "A_".repeat(10)]) {
    equal(query(value), value);
  }
  for (const value of ["truex", "xfalse", "1234567890", "1x", "x", `${"A_".repeat(10)}A`, "", "A b"]) {
    equal(query(value), "…", value);
  }
  deepEqual(maskExample({ params: {}, search: "b=1" }, ["a"]), { params: {}, query: {} });
  deepEqual(maskExample({ params: {}, search: "", body: null }, []), { params: {}, query: {}, body: null });
});

test("calls are summed up, with days as dates", () => {
  const example = { params: {}, query: {} };
  const client = { tool: "curl", version: "8", resource: "", step: "" };
  const kept = {
    operationId: "getUser",
    orgId: null,
    client,
    userAgent: "curl/8",
    credential: null,
    example,
  };
  const [firstAt, lastAt] = [Date.parse("2027-06-30T23:59:59.999Z"), Date.parse("2027-07-01T00:00:00Z")];
  const days = [
    { day: dayOf(firstAt), calls: 3, gone: 0 },
    { day: dayOf(lastAt), calls: 2, gone: 1 },
  ];
  deepEqual(showCalls({ ...kept, firstAt, lastAt, days }), {
    ...kept,
    count: 5,
    gone: 1,
    firstAt: "2027-06-30T23:59:59.999Z",
    lastAt: "2027-07-01T00:00:00.000Z",
    days: [
      { date: "2027-06-30", count: 3, gone: 0 },
      { date: "2027-07-01", count: 2, gone: 1 },
    ],
  });
});
