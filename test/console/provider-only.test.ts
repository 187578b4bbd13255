// `--sign-in provider`: nobody signs in by password, sets one, or is asked for one.
import { deepEqual, equal, match, ok, rejects, throws } from "node:assert/strict";
import { test } from "node:test";
import type { ConsoleOperationId } from "../../src/console/operations/index.ts";
import { readSettings } from "../../src/core/settings/settings.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { browse, openBrowser, visit } from "../support/console.ts";
import { refusal, startStage } from "../support/stage.ts";
import { ids, keys } from "../support/world.ts";
import { owner, password, testConsole } from "./support/console-operations.ts";

const policy = { takesPasswords: false };
const provider = {
  oidcIssuer: "https://login.example.com",
  oidcClientId: "anteroom",
  oidcClientSecret: "a secret",
  oidcName: "Example Login",
};
const passwordsOff = refusal("PASSWORDS_OFF");

testConsole("operations where the provider is the only way in", { policy }, async (t, stage) => {
  const names = { firstName: "A", lastName: "B" };
  const fresh = "another staple of horses";
  const inputs: readonly (readonly [ConsoleOperationId, () => Promise<Readonly<Record<string, string>>>])[] =
    [
      ["signIn", async () => ({ username: owner, password })],
      ["requestPasswordReset", async () => ({ username: owner })],
      [
        "resetPassword",
        async () => ({ token: await stage.link({ userId: await stage.userId(owner) }), password: fresh }),
      ],
      ["rememberDevice", async () => ({ token: await stage.link({ userId: await stage.userId(owner) }) })],
      [
        "joinByInvitation",
        async () => ({ ...names, token: await stage.link({ inviteId: ids.invite }), password: fresh }),
      ],
      ["changePassword", async () => ({ current: password, password: fresh })],
    ];
  for (const [id, input] of inputs) {
    await t.test(`403 PASSWORDS_OFF for ${id}, which changes nothing`, async () => {
      const session = await stage.session(owner);
      const given = await input();
      const before = await stage.rows("users");
      await stage.refuses(id, given, passwordsOff, { session });
      deepEqual(await stage.rows("users"), before);
      deepEqual(await stage.rows("outbox"), []);
      await stage.get("getPerson", {}, { session });
    });
  }

  await t.test("200 for who comes from the provider", async () => {
    const identity = { issuer: "https://login.example.com", subject: "1", email: owner, emailVerified: true };
    const { status } = await stage.perform("signInWithProvider", { ...identity, ...names });
    equal(status, 200);
  });
});

test("pages where the provider is the only way in", async (t) => {
  const stage = await startStage(t, { ...provider, policy });
  const asks = (html: string) => html.includes('type="password"');

  await t.test("the page to sign in leads to the provider alone", async () => {
    const { html, text } = await openBrowser(stage).open("/sign-in?next=%2Faccount");
    equal(asks(html), false);
    match(text, /Continue with Example Login/);
    ok(!html.includes("/forgot-password"));
  });

  await t.test("an invitation is accepted through the provider", async () => {
    const path = `/api/atlas/v2/groups/${ids.group}/invites`;
    const body = { username: "nina@example.com", roles: ["GROUP_READ_ONLY"] };
    equal((await stage.as(keys.owner, { method: "POST", path, body })).status, 200);
    const [mail] = await stage.mail.list();
    const link = /http:\/\/[^/\s]+(\/invitations\/[\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const { html } = await visit(openBrowser(stage), [link, 200]);
    equal(asks(html), false);
    ok(html.includes(`/sign-in/provider?next=${encodeURIComponent(link)}`));
  });

  await t.test("the account offers no change of the password", async () => {
    const { html } = await visit(browse(stage, "owner@example.com"), ["/account", 200]);
    equal(asks(html), false);
  });

  await t.test("there are no pages to set another password", async () => {
    for (const path of ["/forgot-password", "/reset-password/any"]) {
      await visit(openBrowser(stage), [path, 404]);
    }
  });
});

test("a server without passwords and without a provider does not start", async () => {
  const read = (raw: Parameters<typeof readSettings>[0]) => readSettings(raw, { logLevel: "warn" }).policy;
  const needs = { message: /^--sign-in provider needs a provider: give --oidc-issuer/ };
  throws(() => read({ signIn: "provider" }), needs);
  await rejects(createAnteroom({ policy }), needs);
  equal(read({ ...provider, signIn: "provider" }).takesPasswords, false);
  equal(read({ ...provider, signIn: "both" }).takesPasswords, true);
  throws(() => read({ signIn: "never" }), { message: "--sign-in never: choose one of both, provider" });
});
