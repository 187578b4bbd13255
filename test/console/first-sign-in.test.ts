// Tests how the owner of a seeded server signs in the first time: by a link to choose a password, through the real command
// line.
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openFile } from "../../src/core/store/driver.ts";
import { anteroom } from "../support/command.ts";
import { type Browser, openBrowser, visit } from "../support/console.ts";
import { createTestDatabase, engines, skipReason } from "../support/engines.ts";
import { pluck } from "../support/pluck.ts";
import { startProcess } from "../support/process.ts";
import { createFolder } from "../support/storage.ts";
import { until } from "../support/until.ts";

const secret = "8f5d1ce07a93b264e1f0957c3ab8d642";
const env = { ANTEROOM_SECRET: secret };
const password = "four unusual words here";
const owner = "owner@example.com";

function seedFile(t: TestContext): string {
  const file = join(createFolder(t), "world.json");
  const users = [
    { username: owner, orgRoles: ["ORG_OWNER"] },
    { username: "known@example.com", orgRoles: ["ORG_OWNER"], password },
    { username: "member@example.com", orgRoles: ["ORG_MEMBER"] },
  ];
  const orgs = ["Acme", "Globex"].map((name) => ({ name, users }));
  writeFileSync(file, JSON.stringify({ orgs }));
  return file;
}

/** Waits for output that comes a moment after the server is ready. */
async function said(output: () => string, pattern: RegExp): Promise<RegExpExecArray> {
  await until(() => pattern.test(output()));
  return pattern.exec(output()) as RegExpExecArray;
}

async function choosePassword(browser: Browser, url: string): Promise<void> {
  const path = new URL(url).pathname;
  // Whoever previews the link changes nothing.
  await visit(
    browser,
    [path, 200],
    [path, "reset", { password }, /Your password has been set/],
    [path, "reset", { password }, /This link no longer works/],
    ["/sign-in", "signIn", { username: owner, password }],

    // What a rehearsal begins with is not for those who run it in earnest.
    ["/", /Acme/, { lacks: /Run this|curl/ }],
  );
}

for (const engine of engines) {
  test(`serve --seed on ${engine}: each owner without a password gets a link, in a file of its owner's`, {
    skip: skipReason(engine),
  }, async (t) => {
    const data = createFolder(t);
    const store =
      engine === "postgres"
        ? ["--database-url", await createTestDatabase(t), "--data", data]
        : ["--data", data];
    const args = ["serve", "--port", "0", "--seed", seedFile(t), ...store];
    const { url, output, stop } = await startProcess(t, args, env);
    const [, file = ""] = await said(output, /Links by which owners choose a password, .* are in (\S+),/);
    equal(statSync(file).mode & 0o777, 0o600);
    const links: { username: string; url: string }[] = JSON.parse(readFileSync(file, "utf8"));
    deepEqual(pluck(links, "username"), [owner]);
    const link = links[0]?.url ?? "";
    ok(link.startsWith(`${url}/reset-password/`));
    await choosePassword(openBrowser({ url }), link);
    await stop();
    ok(!output().includes(link.split("/").at(-1) ?? link));
    // A start that plants nothing mints nothing.
    const again = await startProcess(t, args, env);
    await again.stop();
    doesNotMatch(again.before + again.output(), /Links by which/);
    equal(readdirSync(data).filter((name) => name.startsWith("sign-in-")).length, 1);
  });
}

test("serve --seed --memory --print-links: the link is printed, beside the log and not in it", async (t) => {
  const args = ["serve", "--port", "0", "--seed", seedFile(t), "--memory", "--print-links"];
  const { url, output, stop } = await startProcess(t, args, env);
  const [, link = ""] = await said(output, /^ {2}owner@example\.com {2}(http\S+)$/m);
  await choosePassword(openBrowser({ url }), link);
  await stop();
  const token = link.split("/").at(-1) ?? link;
  const logged = output()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  ok(logged.length > 0 && logged.every((line) => !line.includes(token)));
});

test("where the provider is the only way in, there is no link", async (t) => {
  const data = createFolder(t);
  const oidc = ["--oidc-issuer", "https://id.example.com", "--oidc-client-id", "anteroom"];
  const args = ["serve", "--port", "0", "--seed", seedFile(t), "--data", data, "--sign-in", "provider"];
  const { output, stop } = await startProcess(
    t,
    [...args, ...oidc, "--base-url", "https://atlas.example.com"],
    { ...env, ANTEROOM_OIDC_CLIENT_SECRET: "hush" },
  );
  await stop();
  doesNotMatch(output(), /Links by which/);
});

test("sign-in-link gives whoever has store and secret a link for a person, while a server runs", async (t) => {
  const data = createFolder(t);
  const { url, stop } = await startProcess(
    t,
    ["serve", "--port", "0", "--seed", seedFile(t), "--data", data],
    env,
  );
  const ask = (...args: string[]) => anteroom(["sign-in-link", ...args, "--base-url", url], { env });
  const { code, stdout, stderr } = await ask(owner, "--data", data);
  equal(code, 0, stderr);
  match(stderr, /^It lets its holder choose the password of owner@example\.com, once, until 2/);
  await choosePassword(openBrowser({ url }), stdout.trim());
  const nobody = await ask("nobody@example.com", "--data", data);
  deepEqual(
    [nobody.code, nobody.stdout, nobody.stderr],
    [1, "", "anteroom: the store has no account of nobody@example.com\n"],
  );
  const other = await anteroom(["sign-in-link", owner, "--data", data], {
    env: { ANTEROOM_SECRET: secret.toUpperCase() },
  });
  equal(other.code, 1);
  match(other.stderr, /made with another master secret/);
  equal((await ask(owner, "--memory")).code, 2);
  match((await ask(owner, "--data", join(data, "none"))).stderr, /there is no store in/);
  await stop();
});

test("release-second-factor lets a person in who lost every passkey, while a server runs", async (t) => {
  const data = createFolder(t);
  const { url, stop } = await startProcess(
    t,
    ["serve", "--port", "0", "--seed", seedFile(t), "--data", data],
    env,
  );
  const known = "known@example.com";
  const release = () => anteroom(["release-second-factor", known, "--data", data], { env });
  const enter = async () => {
    const browser = openBrowser({ url });
    await browser.send("/sign-in", "signIn", { username: known, password });
    return browser;
  };
  const isIn = async (browser: Browser) => (await browser.open("/account")).status === 200;
  const none = await release();
  deepEqual([none.code, none.stderr], [1, `anteroom: ${known} has no passkey\n`]);

  const before = await enter();
  ok(await isIn(before));
  const store = openFile(join(data, "anteroom.sqlite"));
  store.exec(
    `insert into passkeys (id, credential_id, user_id, public_key, counter, name, created_at)
     select 'aaaaaaaaaaaaaaaaaaaaaaaa', 'lost', id, 'lost', 0, 'Laptop', 0 from users where username = '${known}'`,
  );
  store.close();
  ok(!(await isIn(await enter())), "the password alone sufficed");
  const released = await release();
  deepEqual([released.code, released.stdout], [0, `Released ${known} from the second factor.\n`]);
  ok(!(await isIn(before)), "a session went on");
  ok(await isIn(await enter()));
  await stop();
});

test("dev prints a link that signs in once", async (t) => {
  const { url, output } = await startProcess(t, ["dev", "--port", "0", "--memory"]);
  const [, link = ""] = await said(output, /^Sign in to the console, once: (\S+)$/m);
  const { origin, pathname, search, hash } = new URL(link);
  equal(origin, url);
  const browser = openBrowser({ url });
  // A call to run, with the key that was printed, and what is there: the project, and the mail of its invitation.
  await visit(
    browser,
    [
      `${pathname}${search}`,
      "link",
      { secret: hash.slice(1) },
      /PUBLIC_KEY=[a-z]{8} curl .*groups\/32b6e34b3d91647abb20e7b8\/users/,
      /Waiting for the first… 1 message .*hello@example\.com .* payments 32b6e34b3d91647abb20e7b8/,
    ],
    ["/account", { html: /owner@example\.com/ }],
  );
  const other = openBrowser({ url });
  await visit(other, [pathname, "link", { secret: hash.slice(1) }, /This link has been used/]);
  const [message] = (await (await fetch(`${url}/_anteroom/v1/mail`)).json()) as { to: string }[];
  equal(message?.to, "hello@example.com");
});

test("dev signs in the first owner of its seed", async (t) => {
  const { url, output } = await startProcess(t, ["dev", "--port", "0", "--memory", "--seed", seedFile(t)]);
  const [, link = ""] = await said(output, /^Sign in to the console, once: (\S+)$/m);
  const browser = openBrowser({ url });
  await visit(
    browser,
    [new URL(link).pathname, "link", { secret: new URL(link).hash.slice(1) }],
    ["/account", { html: /owner@example\.com/ }],
  );
  // There is no key in it.
  doesNotMatch(output(), /Credentials/);
});
