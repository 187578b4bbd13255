// Tests which people a server takes in by itself, who makes organizations, and when a password that another person chose can be
// used.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Audience, Policy } from "../../src/core/domain/policy.ts";
import { readSettings } from "../../src/core/settings/settings.ts";
import { openBrowser, visit } from "../support/console.ts";
import { pluck } from "../support/pluck.ts";
import { startStage } from "../support/stage.ts";
import { ids, keys } from "../support/world.ts";
import { startConsole } from "./support/console-operations.ts";

const password = "correct horse battery staple";
const identity = (email: string) => ({
  issuer: "https://login.example.com",
  subject: email,
  email,
  emailVerified: true,
  firstName: "",
  lastName: "",
});

test("an account by way of a provider", async (t) => {
  /** The address of a person who is invited in the seed, and of one who is unknown. */
  const [invited, stranger] = ["hello@example.com", "stranger@example.org"];
  const expected: readonly (readonly [Partial<Policy>, string, number])[] = [
    [{}, stranger, 200],
    [{ signUp: "invited" }, stranger, 403],
    [{ signUp: "invited" }, invited, 200],
    [{ signUp: "nobody" }, invited, 403],
    [{ mailDomains: ["example.com"] }, stranger, 403],
    [{ mailDomains: ["example.com"], signUp: "invited" }, invited, 200],
    // Who has an account keeps it, whatever the domain.
    [{ signUp: "nobody", mailDomains: ["example.net"] }, "owner@example.com", 200],
  ];
  for (const [policy, email, status] of expected) {
    await t.test(`${status} for ${email} where ${JSON.stringify(policy)}`, async (t) => {
      const { perform } = await startConsole(t, { policy });
      const reply = await perform("signInWithProvider", identity(email));
      deepEqual(
        [reply.status, reply.json.errorCode],
        [status, status === 403 ? "SIGN_UP_CLOSED" : undefined],
      );
    });
  }
});

test("organizations of people", async (t) => {
  const statusOf = async (t: Parameters<typeof startStage>[0], createOrgs: Audience, isMember: boolean) => {
    const stage = await startStage(t, { policy: { createOrgs } });
    const username = isMember ? "busy@example.com" : "alone@example.com";
    if (!isMember) {
      const body = { username, password, firstName: "A", lastName: "B", country: "DE", roles: [] };
      equal((await stage.as(keys.owner, { method: "POST", path: "/api/atlas/v2/users", body })).status, 201);
    } else {
      await stage.seed({
        orgs: [{ name: "Other", users: [{ username, password, orgRoles: ["ORG_MEMBER"] }] }],
      });
    }
    const browser = openBrowser(stage);
    await browser.send("/sign-in", "signIn", { username, password });
    return (await browser.send("/", "createOrg", { name: "Made" })).status;
  };
  for (const [createOrgs, isMember, status] of [
    ["everybody", false, 200],
    ["invited", true, 200],
    ["invited", false, 401],
    ["nobody", true, 401],
  ] as const) {
    await t.test(`${status} for a ${isMember ? "member" : "stranger"} where ${createOrgs} may`, async (t) => {
      equal(await statusOf(t, createOrgs, isMember), status);
    });
  }
  await t.test("429 after twenty of one person", async (t) => {
    const stage = await startStage(t);
    await stage.seed({
      orgs: [
        { name: "Other", users: [{ username: "busy@example.com", password, orgRoles: ["ORG_MEMBER"] }] },
      ],
    });
    const browser = openBrowser(stage);
    await browser.send("/sign-in", "signIn", { username: "busy@example.com", password });
    for (let count = 0; count < 20; count++) await browser.send("/", "createOrg", { name: `Made ${count}` });
    await visit(browser, ["/", "createOrg", { name: "One more" }, /Too many attempts/]);
  });
});

test("an account that somebody made opens once its person has followed a link", async (t) => {
  const stage = await startStage(t, { policy: { provesMailboxes: true } });
  const username = "ceo@example.com";
  const make = async () => {
    const roles = [{ orgId: ids.org, roleName: "ORG_READ_ONLY" }];
    const body = { username, password, firstName: "C", lastName: "O", country: "DE", roles };
    equal((await stage.as(keys.owner, { method: "POST", path: "/api/atlas/v2/users", body })).status, 201);
  };
  const linkIn = async (path: string) => {
    const mails = await stage.mail.list();
    return new RegExp(`http://[^/\\s]+(/${path}/[\\w-]+)`).exec(pluck(mails, "text").join("\n"))?.[1] ?? "";
  };
  const own = "a password of one's own";

  await t.test("a password chosen for it opens nothing, and says why; a link is sent", async () => {
    await make();
    await visit(openBrowser(stage), [
      "/sign-in",
      "signIn",
      { username, password },
      403,
      /Somebody made this account for you/,
    ]);
    const link = await linkIn("reset-password");
    const browser = openBrowser(stage);
    await visit(
      browser,
      [link, "reset", { password: own }],
      ["/sign-in", "signIn", { username, password: own }, 200],
      ["/account", 200],
    );
  });

  await t.test("a wrong one is refused as ever", async () => {
    await make();
    const before = (await stage.mail.list()).length;
    await visit(openBrowser(stage), [
      "/sign-in",
      "signIn",
      { username, password: "wrong one, quite" },
      /Wrong e-mail address or password/,
    ]);
    equal((await stage.mail.list()).length, before);
  });

  await t.test("the link of its invitation lets the person set a password, too", async () => {
    await make();
    const link = await linkIn("invitations");
    await visit(
      openBrowser(stage),
      [link, { html: /name="password"/ }],
      [link, "join", { firstName: "C", lastName: "O", password: own }, 200],
    );
    await visit(openBrowser(stage), ["/sign-in", "signIn", { username, password }, 401]);
    await visit(openBrowser(stage), ["/sign-in", "signIn", { username, password: own }, 200]);
  });
});

test("settings say whom a server takes in", () => {
  const read = (raw: Parameters<typeof readSettings>[0]) => readSettings(raw, { logLevel: "warn" }).policy;
  deepEqual(read({}), {
    signUp: "everybody",
    createOrgs: "everybody",
    boundsNewOrgs: false,
    mailDomains: null,
    federatedOrgs: null,
    provesMailboxes: false,
    takesPasswords: true,
    asksAgain: false,
  });
  deepEqual(read({ signUp: "nobody", createOrgs: "invited", mailDomains: "Example.com, example.org" }), {
    signUp: "nobody",
    createOrgs: "invited",
    boundsNewOrgs: false,
    mailDomains: ["example.com", "example.org"],
    federatedOrgs: null,
    provesMailboxes: false,
    takesPasswords: true,
    asksAgain: false,
  });
});
