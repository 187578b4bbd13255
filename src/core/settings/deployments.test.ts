// Tests which deployments are behind clusters, and that a refusal does not repeat a password.
import { deepEqual, doesNotMatch, match } from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createFolder } from "../../../test/support/storage.ts";
import { SettingsError } from "./error.ts";
import { readSettings } from "./settings.ts";

const read = (deployment: string | readonly string[]) => readSettings({ deployment }).deployment;
const url = "mongodb://root:secret-of-root@db.example.com:27017";

function refusal(deployment: string): string {
  try {
    read(deployment);
  } catch (reason) {
    if (reason instanceof SettingsError) return reason.message;
    throw reason;
  }
  throw new Error(`${deployment} was not refused`);
}

test("one for all clusters, others by name, of a file, and one that is started", (t) => {
  const file = join(createFolder(t), "url");
  writeFileSync(file, `${url}\n`);
  deepEqual(read(url), [{ cluster: null, url }]);
  deepEqual(read([`@${file}`, "east=auto", `west-1=${url}`]), [
    { cluster: null, url },
    { cluster: "east", url: "auto" },
    { cluster: "west-1", url },
  ]);
  deepEqual(read(`east=@${file} auto`), [
    { cluster: "east", url },
    { cluster: null, url: "auto" },
  ]);
});

test("what is none is refused, and no password is repeated", (t) => {
  const file = join(createFolder(t), "url");
  writeFileSync(file, "secret-of-root");
  for (const text of [
    "postgres://root:secret-of-root@db",
    `${url}/sales`,
    `@${file}`,
    `no_name=${url}`,
    "secret-of-root",
  ]) {
    match(
      refusal(text),
      /^--deployment: it is no URL of a deployment: write mongodb:\/\/ADMIN:PASSWORD@HOST:PORT/,
    );
    doesNotMatch(refusal(text), /secret-of-root/);
  }
  for (const text of ["mongodb://127.0.0.1:27017", "east=mongodb://root@db", `@${file}`]) {
    writeFileSync(file, "mongodb://db");
    match(
      refusal(text),
      /^--deployment: the URL has no user and password of an administrator: write mongodb:/,
    );
  }
  match(refusal("@/nowhere/url"), /^--deployment: \/nowhere\/url cannot be read \(ENOENT\)$/);
  match(refusal(`${url}\nauto`), /^--deployment: two deployments are for all clusters$/);
  match(
    refusal(`east=${url}\neast=auto`),
    /^--deployment: two deployments are for clusters of the name east$/,
  );
});
