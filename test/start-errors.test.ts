// Tests that a failed start is reported in one sentence, without a stack or a secret.
import { doesNotMatch, equal, match } from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import pg from "pg";
import { schema } from "../src/core/store/schema/schema.ts";
import { createAnteroom } from "../src/testing/embedded.ts";
import { anteroom } from "./support/command.ts";
import { createTestDatabase, skipReason } from "./support/engines.ts";
import { openStoreFile } from "./support/sqlite-file.ts";
import { createFolder } from "./support/storage.ts";

const env = { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" };

async function refusalOf(flags: readonly string[], expected = 1): Promise<string> {
  const { code, stderr } = await anteroom(["serve", "--port", "0", ...flags], { env });
  equal(code, expected, stderr);
  doesNotMatch(stderr, /\n {4}at |hush/);
  const lines = stderr.trim().split("\n");
  // Before it may stand a warning about a password in the list of processes.
  return lines.filter((line) => !line.includes("list of processes")).join("\n");
}

test("of a command line that is wrong as it is written, with the exit code of a wrong use", async (t) => {
  const wrong: Readonly<Record<string, RegExp>> = {
    "--no-such-flag": /^error: unknown option '--no-such-flag'/,
    "--port=many": /^anteroom: --port many: a port is a number/,
    "--now=tomorrow": /^anteroom: 'tomorrow' is no instant/,
    "--limits=some": /^(error|anteroom): .*--limits/,
    "--database-url=mysql://ada@127.0.0.1/x": /^anteroom: --database-url: expected postgres:/,
    "--database-url=postgres://ada@one,two:many/x": /^anteroom: --database-url: expected postgres:/,
    "--database-url=postgres://ada@one,two/x?target_session_attrs=any":
      /^anteroom: --database-url: target_session_attrs=any may lead to a server that takes no changes; /,
    "--workers=2": /^anteroom: --workers: one process serves one port; start serve several times/,
    "--tls-cert=cert.pem": /^anteroom: --tls-cert needs --tls-key/,
    "--mail-url=smtp://127.0.0.1": /^anteroom: --mail-url needs --mail-from/,
    "--sign-in=provider": /^anteroom: --sign-in provider needs a provider/,
    "--gate --now=tomorrow": /^error: option '--gate <address>' .*: <address> is missing\./,
    "--trust-proxy=some": /^anteroom: --trust-proxy some: expected a number of hops/,
  };
  for (const [flag, sentence] of Object.entries(wrong)) {
    await t.test(flag, async () => match(await refusalOf(flag.split(" "), 2), sentence));
  }
});

test("of a PostgreSQL that is not there", async (t) => {
  for (const [url, sentence] of [
    [
      "postgres://ada@127.0.0.1:1/x",
      /^anteroom: the database cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:1$/,
    ],
    [
      "postgres://ada:hush@nohost.invalid/x",
      /^anteroom: the database cannot be reached: getaddrinfo \w+ nohost\.invalid$/,
    ],
    [
      "postgres://ada:hush@127.0.0.1:1,[::1]:2/x",
      /^anteroom: the database cannot be reached: 127\.0\.0\.1:1: connect ECONNREFUSED 127\.0\.0\.1:1, \[::1\]:2: connect \w+ ::1:2.*$/,
    ],
  ] as const) {
    await t.test(url, async () => match(await refusalOf(["--database-url", url]), sentence));
  }
});

test("of a PostgreSQL that refuses", { skip: skipReason("postgres") }, async (t) => {
  const url = new URL(await createTestDatabase(t));
  const missing = new URL(url);
  missing.pathname = "/nothere";
  match(
    await refusalOf(["--database-url", missing.href]),
    /^anteroom: the database is missing: database "nothere" does not exist$/,
  );
  const nobody = new URL(url);
  nobody.username = "nobody_here";
  match(
    await refusalOf(["--database-url", nobody.href]),
    /^anteroom: the database refuses this server: .*"nobody_here"/,
  );
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query("create table migrations (name text primary key)");
  await client
    .query("insert into migrations values ($1), ('9999-tomorrow!')", [schema.name])
    .finally(() => client.end());
  match(
    await refusalOf(["--database-url", url.href]),
    /^anteroom: the database was written by a newer Anteroom /,
  );
});

test("of a folder that cannot be used, and a store that is locked or none", async (t) => {
  const folder = createFolder(t);
  writeFileSync(join(folder, "file"), "");
  match(
    await refusalOf(["--data", join(folder, "file", "data")]),
    /^anteroom: the folder \/.* cannot be made: ENOTDIR: not a directory, mkdir '/,
  );
  const foreign = join(folder, "foreign");
  mkdirSync(foreign);
  writeFileSync(join(foreign, "anteroom.sqlite"), "no database at all");
  match(await refusalOf(["--data", foreign]), /^anteroom: the database is damaged: file is not a database$/);
  const data = join(folder, "locked");
  await (await createAnteroom({ data })).close();
  const other = openStoreFile(data);
  t.after(() => other.close());
  other.pragma("journal_mode = DELETE");
  other.exec("begin exclusive");
  match(await refusalOf(["--data", data]), /^anteroom: the database is locked: database is locked$/);
});
