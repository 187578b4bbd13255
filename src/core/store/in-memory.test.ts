import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { emptyings } from "./dump.ts";
import { openInMemory } from "./in-memory.ts";
import { migrations } from "./migrate.ts";

test("what a store in memory held is gone for the next, which may have its connection", async () => {
  for (const secret of ["first", "second", "third"]) {
    const store = await openInMemory();
    equal(await store.read((tx) => tx.meta.get("seal")), undefined);
    await store.write((tx) => tx.meta.set("seal", secret));
    equal(await store.read((tx) => tx.meta.get("seal")), secret);
    await store.close();
  }
});

test("a store that is closed is closed, while the next is open", async () => {
  const first = await openInMemory();
  const late = first.write((tx) => tx.meta.set("demo", "of the first"));
  await Promise.all([first.close(), first.close()]);
  await late;
  const [second, third] = [await openInMemory(), await openInMemory()];
  await second.write((tx) => tx.meta.set("demo", "of the second"));
  equal(await third.read((tx) => tx.meta.get("demo")), undefined);
  for (const ask of [first.read, first.look, first.write] as const) {
    await rejects(
      ask((tx) => tx.meta.get("demo")),
      /SERVICE_UNAVAILABLE|server is ending/,
    );
  }
  await Promise.all([second.close(), third.close()]);
});

test("every table is emptied, but that of migrations", () => {
  const statements = migrations.flatMap((migration) => migration.statements);
  const made = ["create table meta", ...statements].flatMap(
    (step) => (typeof step === "string" && /^create table (\w+)/.exec(step)?.[1]) || [],
  );
  const emptied = emptyings.map(
    (each) => /^delete from "(\w+)"$/.exec(each.bind("sqlite", []).sql)?.[1] ?? "",
  );
  deepEqual(emptied.toSorted(), made.toSorted());
});
