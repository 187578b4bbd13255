// Tests the privileges of MongoDB that actions and roles of Atlas become.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { onCollection, toPrivileges } from "./privileges.ts";

test("actions are gathered by what they are allowed on", () => {
  deepEqual(
    toPrivileges([
      { action: "FIND", resources: [{ db: "" }, { db: "a", collection: "b" }] },
      { action: "INSERT", resources: [{ db: "a", collection: "b" }] },
      { action: "OUT_TO_S3", resources: [{ db: "a", collection: "b" }] },
      { action: "SERVER_STATUS", resources: [{ cluster: true }] },
    ]),
    [
      { resource: { db: "", collection: "" }, actions: ["find"] },
      { resource: { db: "a", collection: "b" }, actions: ["find", "insert"] },
      { resource: { cluster: true }, actions: ["serverStatus"] },
    ],
  );
});

test("on a collection only readWrite may insert", () => {
  ok(!onCollection("read", "a", "b")[0]?.actions.includes("insert"));
  ok(onCollection("readWrite", "a", "b")[0]?.actions.includes("insert"));
});
