// The administrator of a database of our own: a new mongod lets whoever is on its machine make the first user.
import { deepEqual, rejects } from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createFakeMongodb } from "../../test/support/fake-mongodb.ts";
import { createFolder } from "../../test/support/storage.ts";
import { makeAdmin, startAuto } from "./auto.ts";

test("it is made without credentials, once, and while mongod is not up yet it is no error", async () => {
  const fake = createFakeMongodb();
  const opened: string[] = [];
  const open: typeof fake.open = (url) => {
    opened.push(url);
    return fake.open(url);
  };
  const making = { open, port: 27_117, password: "password-of-admin" };
  fake.isAway = true;
  await makeAdmin(making);
  fake.isAway = false;
  await makeAdmin(making);
  await makeAdmin({ ...making, password: "another-password" });
  deepEqual(new Set(opened), new Set(["mongodb://127.0.0.1:27117/?directConnection=true"]));
  deepEqual(
    [...fake.users],
    [
      [
        "anteroom",
        { pwd: "password-of-admin", roles: [{ role: "root", db: "admin" }], customData: undefined },
      ],
    ],
  );
});

test("a database whose password is lost is not waited for", async (t) => {
  const folder = createFolder(t);
  mkdirSync(join(folder, "data"));
  writeFileSync(join(folder, "data", "admin.sqlite"), "");
  const program = { name: "ferretdb", path: "/nowhere" } as const;
  const parts = { folder, open: createFakeMongodb().open, mintPassword: () => "secret", program };
  await rejects(startAuto(parts), { message: /server\.json has the password .* put it back, or delete/ });
});
