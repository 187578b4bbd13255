// Proves the statements that a unit of work may run: none after its end, and no text with NUL.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import type { Connection } from "./database.ts";
import { Unit } from "./facet.ts";
import { query, type Statement } from "./query.ts";

const named = query((db, name: string) => db.selectFrom("orgs").select("id").where("name", "=", name));
const remove = query((db, name: string) => db.deleteFrom("orgs").where("name", "=", name));

/** Opens a unit over a connection that finds one row, changes two, and records its statements. */
function openUnit() {
  const ran: Statement[] = [];
  const run = <T>(statement: Statement, result: T): T => {
    ran.push(statement);
    return result;
  };
  const connection: Connection = {
    engine: "sqlite",
    rows: async (statement) => run(statement, [{ id: "one" }]),
    change: async (statement) => run(statement, 2),
    post: (statement) => run(statement, undefined),
    amend: (statement) => run(statement, undefined),
  };
  return { unit: new Unit(connection), ran };
}

test("statements run with their arguments", async () => {
  const { unit, ran } = openUnit();
  deepEqual(await unit.all(named, ["Acme"]), [{ id: "one" }]);
  equal(await unit.change(remove, ["Acme"]), 2);
  deepEqual(
    ran.map(({ values }) => values),
    [["Acme"], ["Acme"]],
  );
});

test("a text with NUL is found nowhere and kept nowhere, and never reaches the engine", async () => {
  const { unit, ran } = openUnit();
  for (const name of ["\0", "Ac\0me"]) {
    deepEqual(await unit.all(named, [name]), []);
    throws(() => unit.change(remove, [name]), /NUL/);
  }
  deepEqual(ran, []);
});

test("nothing runs after the end", async () => {
  const { unit, ran } = openUnit();
  unit.end();
  for (const name of ["Acme", "\0"]) {
    throws(() => unit.all(named, [name]), /after its unit of work had ended/);
    throws(() => unit.change(remove, [name]), /after its unit of work had ended/);
  }
  deepEqual(ran, []);
});
