// Tests the sources of a process's secrets, and which secrets are refused as too easy to guess.
import { deepEqual, equal, match, throws } from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type TestContext, test } from "node:test";
import { createFolder } from "../../test/support/storage.ts";
import { exposingFlags, keepPrivately, readMasters, requireSecret, withSecrets } from "./secrets.ts";

function fileWith(t: TestContext, text: string): string {
  const folder = createFolder(t);
  writeFileSync(join(folder, "secret"), text);
  return join(folder, "secret");
}

/** The readers of each variable that a secret may come from. */
const readers: Readonly<Record<string, (environment: Record<string, string>) => unknown>> = {
  ANTEROOM_SECRET: (environment) => readMasters(environment).current,
  ANTEROOM_SECRET_PREVIOUS: (environment) => readMasters(environment).previous,
  ANTEROOM_DATABASE_URL: (environment) => withSecrets({}, environment).databaseUrl,
  ANTEROOM_MAIL_URL: (environment) => withSecrets({}, environment).mailUrl,
  ANTEROOM_CONTROL_TOKEN: (environment) => withSecrets({}, environment).controlToken,
  ANTEROOM_OIDC_CLIENT_SECRET: (environment) => withSecrets({}, environment).oidcClientSecret,
};

for (const [name, read] of Object.entries(readers)) {
  test(`${name} can be in a file, without the line break at its end`, (t) => {
    for (const text of ["some thing", "some thing\n", "some thing\r\n"]) {
      equal(read({ [`${name}_FILE`]: fileWith(t, text) }), "some thing");
    }
    equal(read({ [name]: "some thing", [`${name}_FILE`]: "" }), "some thing");
    equal(read({}), undefined);
  });

  test(`${name} and its file exclude each other, and the file must be there`, (t) => {
    throws(() => read({ [name]: "x", [`${name}_FILE`]: fileWith(t, "y") }), {
      message: `${name} and ${name}_FILE are both set; unset one of them`,
    });
    throws(() => read({ [`${name}_FILE`]: "/nowhere/secret" }), {
      message: `${name}_FILE: /nowhere/secret cannot be read (ENOENT)`,
    });
  });
}

test("a flag comes before a file", (t) => {
  const environment = { ANTEROOM_MAIL_URL_FILE: fileWith(t, "smtp://of.the.file") };
  deepEqual(withSecrets({ mailUrl: "smtp://of.the.flag" }, environment).mailUrl, "smtp://of.the.flag");
});

test("a flag with a password in it is told, a variable or a flag without one is not", () => {
  const databaseUrl = "postgres://anteroom:password@db/anteroom";
  const mailUrl = "smtp://anteroom:password@mail.example.com";
  deepEqual(exposingFlags({ databaseUrl, mailUrl }, {}), ["databaseUrl", "mailUrl"]);
  deepEqual(exposingFlags({ databaseUrl, mailUrl }, { ANTEROOM_MAIL_URL: mailUrl }), ["databaseUrl"]);
  deepEqual(exposingFlags({ databaseUrl: "postgres://anteroom@db/anteroom", mailUrl: "no URL" }, {}), []);
  const deployment = "mongodb://one:27017,two:27017\neast=mongodb://root:secret@one:27017,two:27017";
  deepEqual(exposingFlags({ deployment }, {}), ["deployment"]);
  deepEqual(exposingFlags({ deployment: "@/run/url\neast=auto" }, {}), []);
  const replicated = "postgres://anteroom:password@one:5432,two:5433/anteroom";
  deepEqual(exposingFlags({ databaseUrl: replicated }, {}), ["databaseUrl"]);
});

test("a master secret that is short, or repeats a few characters, is refused", () => {
  const good = "8f5d1ce07a93b264e1f0957c3ab8d642";
  equal(requireSecret(good), good);
  for (const secret of [undefined, "", good.slice(1)]) {
    throws(() => requireSecret(secret), /must be set to at least 32 characters/);
  }
  for (const secret of ["a".repeat(32), "deadbeef".repeat(8), "password".repeat(4), "1234567".repeat(5)]) {
    throws(() => requireSecret(secret), /repeats a few characters, so that it can be guessed/);
  }
});

test("secrets that many keep in one folder at once are in a file each", async (t) => {
  const folder = createFolder(t);
  const keep = (text: string | undefined) => keepPrivately({ folder }, "planted", async () => text);
  const files = await Promise.all(
    Array.from({ length: 50 }, (_, nth) => keep(nth % 2 === 0 ? "{}" : undefined)),
  );
  const kept = files.flatMap((file) => (file === undefined ? [] : [basename(file)]));
  deepEqual(readdirSync(folder).sort(), kept.sort());
  equal(kept.length, 25);
  for (const name of kept) match(name, /^planted-\d{4}-\d\d-\d\dT[\d.-]+Z-[\da-f]{8}\.json$/);
});
