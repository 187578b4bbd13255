import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import type { CustomRole } from "../../custom-roles/rules/custom-role.ts";
import { type DataDeed, dataWaysOf } from "./data-access.ts";
import { readActions, readInherited, readRole } from "./database-notation.ts";

const role = (actions: readonly string[], inherits: readonly string[] = []): CustomRole => ({
  actions: readActions(actions),
  inheritedRoles: inherits.map(readInherited),
});
const own = new Map([
  ["reports", role(["FIND@sales.orders", "FIND@hr", "LIST_SESSIONS"])],
  ["ingest", role(["INSERT@sales", "UPDATE@sales"], ["reports@admin", "readWrite@logs"])],
  ["watch", role(["LIST_SESSIONS", "COLL_STATS@sales"], ["clusterMonitor@admin"])],
]);

const ways = (deed: DataDeed, ...roles: readonly string[]) =>
  dataWaysOf(roles.map(readRole), deed, own).map(({ on, by }) => `${on} by ${by.join(" > ")}`);

test("built-in roles let read and write where they are held", () => {
  const held = ["read@sales", "readWrite@hr.people", "dbAdmin@hr", "clusterMonitor@admin"];
  deepEqual(ways("readData", ...held), ["sales by read@sales", "hr.people by readWrite@hr.people"]);
  deepEqual(ways("writeData", ...held), ["hr.people by readWrite@hr.people"]);
  for (const name of ["atlasAdmin", "readWriteAnyDatabase"]) {
    deepEqual(ways("readData", name), [`* by ${name}@admin`]);
    deepEqual(ways("writeData", name), [`* by ${name}@admin`]);
  }
  for (const name of ["readAnyDatabase", "backup"]) {
    deepEqual(ways("readData", name), [`* by ${name}@admin`]);
    deepEqual(ways("writeData", name), []);
  }
  for (const name of ["dbAdminAnyDatabase", "enableSharding"]) deepEqual(ways("readData", name), []);
});

test("own roles let do what their actions and the roles that they inherit do", () => {
  deepEqual(ways("readData", "reports"), [
    "sales.orders by reports@admin > FIND@sales.orders",
    "hr by reports@admin > FIND@hr",
  ]);
  deepEqual(ways("writeData", "reports"), []);
  deepEqual(ways("readData", "ingest"), [
    "sales.orders by ingest@admin > reports@admin > FIND@sales.orders",
    "hr by ingest@admin > reports@admin > FIND@hr",
    "logs by ingest@admin > readWrite@logs",
  ]);
  deepEqual(ways("writeData", "ingest"), [
    "sales by ingest@admin > INSERT@sales",
    "sales by ingest@admin > UPDATE@sales",
    "logs by ingest@admin > readWrite@logs",
  ]);
  deepEqual(ways("readData", "watch"), []);
});

test("a role that is inherited in many ways is followed once", () => {
  const steps = Array.from({ length: 40 }, (_, step) => step);
  const below = (step: number) => (step === 0 ? ["reports"] : [`a${step - 1}`, `b${step - 1}`]);
  const many = new Map([
    ...own,
    ...steps.flatMap((step) => ["a", "b"].map((side) => [`${side}${step}`, role([], below(step))] as const)),
  ]);
  const [first, ...others] = dataWaysOf([readRole("a39")], "readData", many);
  deepEqual([first?.on, first?.by.length, others.length], ["sales.orders", 42, 1]);
});
