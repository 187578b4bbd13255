// Proves that a query is compiled once for each engine, and how it is bound to its arguments.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sql } from "kysely";
import { derived, insertion, query, queryAmong, queryNow } from "./query.ts";

test("each argument is where it is named, whatever the order and the value", () => {
  const twice = query((db, at: { id: string; now: number }) =>
    db
      .selectFrom("invites")
      .select("id")
      .where("expiresAt", ">", at.now)
      .where("id", "=", at.id)
      .where("createdAt", "<=", at.now)
      .where("status", "=", sql.lit("PENDING" as const))
      .where("orgId", "=", "of the query"),
  );
  fc.assert(
    fc.property(fc.string(), fc.integer(), (id, now) => {
      for (const engine of ["sqlite", "postgres"] as const) {
        deepEqual(twice.bind(engine, [{ now, id }]).values, [now, id, now, "of the query"]);
      }
    }),
  );
  const where = (...marks: string[]) =>
    `select "id" from "invites" where "expires_at" > ${marks[0]} and "id" = ${marks[1]} and "created_at" <= ${marks[2]} and "status" = 'PENDING' and "org_id" = ${marks[3]}`;
  equal(twice.bind("sqlite", [{ id: "", now: 0 }]).sql, where("?", "?", "?", "?"));
  equal(twice.bind("postgres", [{ id: "", now: 0 }]).sql, where("$1", "$2", "$3", "$4"));
});

test("a query is built once for each engine, one that depends on its values each time", () => {
  let built = 0;
  const once = query((db, id: string) => {
    built++;
    return db.deleteFrom("orgs").where("id", "=", id);
  });
  for (const id of ["a", "b"]) deepEqual(once.bind("sqlite", [id]).values, [id]);
  for (const id of ["a", "b"]) deepEqual(once.bind("postgres", [id]).values, [id]);
  equal(built, 2);
  for (const some of [["a"], ["a", "b"]]) {
    const statement = queryNow((db) => db.deleteFrom("orgs").where("id", "in", some)).bind("sqlite", []);
    deepEqual(statement.values, some);
    equal(statement.sql.split("?").length - 1, some.length);
  }
});

test("an insertion takes its columns from the first row, and the order of none matters", () => {
  const insert = insertion("meta", { ignore: true });
  deepEqual(insert.bind("postgres", [{ key: "seal", value: "x" }]), {
    sql: 'insert into "meta" ("key", "value") values ($1, $2) on conflict do nothing',
    values: ["seal", "x"],
    isRemembered: false,
  });
  deepEqual(insert.bind("sqlite", [{ value: "y", key: "demo" }]), {
    sql: 'insert into "meta" ("key", "value") values (?, ?) on conflict do nothing',
    values: ["demo", "y"],
    isRemembered: false,
  });
  equal(
    insertion("meta").bind("sqlite", [{ key: "", value: "" }]).sql,
    'insert into "meta" ("key", "value") values (?, ?)',
  );
});

test("a derived value is made of the argument when the query runs", () => {
  const upper = (text: string) => text.toUpperCase();
  const named = query((db, at: { name: string }, key: string) =>
    db
      .selectFrom("meta")
      .select("value")
      .where("key", "=", derived(key, upper))
      .where("value", "=", derived(at.name, upper)),
  );
  for (const [name, key] of [
    ["a", "b"],
    ["c", "d"],
  ] as const) {
    deepEqual(named.bind("sqlite", [{ name }, key]).values, [upper(key), upper(name)]);
  }
  const now = queryNow((db, key: string) =>
    db.selectFrom("meta").select("value").where("key", "=", derived(key, upper)),
  );
  deepEqual(now.bind("sqlite", ["x"]).values, ["X"]);
});

test("a query among ids is built once for each power of two, and finds nothing among none", () => {
  let built = 0;
  const among = queryAmong((db, ids, name: string) => {
    built++;
    return db.selectFrom("orgs").select("id").where("name", "=", name).where("id", "in", ids);
  });
  const valuesOf = (...ids: string[]) => among.bind("sqlite", [ids, "n"]).values;
  deepEqual(valuesOf("a", "b", "c"), ["n", "a", "b", "c", "a"]);
  deepEqual(valuesOf("d", "e", "f", "g"), ["n", "d", "e", "f", "g"]);
  equal(built, 1);
  deepEqual(valuesOf(), ["n", ""]);
  equal(built, 2);
});
