// The data folder of a rehearsal has secrets in it, and lies in somebody's project.
import { deepEqual, equal } from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { hideFromGit } from "../src/core/private-files.ts";
import { createFolder } from "./support/storage.ts";

test("git leaves a folder alone that is Anteroom's own, and no other", async (t) => {
  const data = join(createFolder(t), "data");
  await hideFromGit(data);
  equal(readFileSync(join(data, ".gitignore"), "utf8"), "*\n");
  writeFileSync(join(data, ".gitignore"), "mine\n");
  await hideFromGit(data);
  equal(readFileSync(join(data, ".gitignore"), "utf8"), "mine\n");
  const shared = createFolder(t);
  writeFileSync(join(shared, "package.json"), "{}");
  await hideFromGit(shared);
  deepEqual(existsSync(join(shared, ".gitignore")), false);
});
