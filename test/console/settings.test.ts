// Proves the settings of organizations and projects: what they show, what they change, and what they ask or refuse.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse } from "../support/console.ts";
import { startStage } from "../support/stage.ts";
import { ids, keys } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const orgPage = `/orgs/${ids.org}/settings`;
const groupPage = `/projects/${ids.group}/settings`;

test("the settings of an organization", async (t) => {
  const stage = await startStage(t);
  const read = async (path = "settings") =>
    (await stage.as(keys.owner, { path: `/api/atlas/v2/orgs/${ids.org}/${path}` })).json;

  await t.test("are shown to everybody, and changed by owners alone", async () => {
    const { html, text } = await browse(stage, owner).open(orgPage);
    match(text, new RegExp(`^Settings ${ids.org} `));
    ok(html.includes('value="Acme"') && html.includes('value="8760"'), html);
    const theirs = await browse(stage, member).open(orgPage);
    match(theirs.text, /Only owners of the organization can change its settings\./);
    ok(!/<button[^>]*>(Save|Require)/.test(theirs.html), theirs.html);
    equal((await browse(stage, member).send(orgPage, "rename", { name: "Mine" })).status, 401);
    match((await browse(stage, owner, "ko").open(orgPage)).text, /^설정 .*조직 삭제/);
  });

  await t.test("rename it", async () => {
    const { text } = await browse(stage, owner).send(orgPage, "rename", {
      name: "Acme Inc",
      skipDefaultAlertsSettings: "true",
    });
    match(text, /The settings have been saved\./);
    deepEqual(
      stage.rows(`select name, skip_default_alerts_settings as skips from orgs where id = '${ids.org}'`),
      [{ name: "Acme Inc", skips: 1 }],
    );
  });

  await t.test("require access lists after a question, and no more without one", async () => {
    const browser = browse(stage, owner);
    const confirm = "Require access lists?";
    const asked = await browser.send(orgPage, "access", { isRequired: "true", confirm, act: "Require" });
    match(asked.text, /^Require access lists\?/);
    equal((await read()).apiAccessListRequired, false);
    match(
      (await browser.send(orgPage, "access", { isRequired: "true" })).text,
      /Access lists are now required\./,
    );
    equal((await stage.as(keys.owner, { path: `/api/atlas/v2/orgs/${ids.org}` })).status, 403);
    await browser.send(orgPage, "access", { isRequired: "false" });
    equal((await read()).apiAccessListRequired, false);
  });

  const all = {
    maxServiceAccountSecretValidityInHours: "720",
    on: ["multiFactorAuthRequired", "streamsCrossGroupEnabled"],
    absoluteSessionTimeoutInSeconds: "3600",
    idleSessionTimeoutInSeconds: "",
    operationsContact: "ops@example.com",
    securityContact: "",
  };

  await t.test("change all the others at once, and say which field is wrong", async () => {
    const browser = browse(stage, owner);
    match((await browser.send(orgPage, "save", all)).text, /The settings have been saved\./);
    const settings = {
      apiAccessListRequired: false,
      customSessionTimeouts: { absoluteSessionTimeoutInSeconds: 3600 },
      genAIFeaturesEnabled: false,
      maxServiceAccountSecretValidityInHours: 720,
      multiFactorAuthRequired: true,
      operationsContact: "ops@example.com",
      restrictEmployeeAccess: false,
      streamsCrossGroupEnabled: true,
    };
    deepEqual(await read(), settings);
    const refused = await browser.send(orgPage, "save", { ...all, operationsContact: "nobody", on: [] });
    equal(refused.status, 400);
    match(refused.html, /id="operationsContact"[^>]*aria-invalid="true"/);
    deepEqual(await read(), settings);
  });

  await t.test("keep access on behalf of people and maintenance", async () => {
    const browser = browse(stage, owner);
    const given = {
      delegatedMcpAccess: "READ_ONLY",
      delegatedPartnerAccess: "",
      idleRefreshTokenLifetime: "60",
    };
    await browser.send(orgPage, "delegation", given);
    const kept = () =>
      stage.rows(
        `select kind, document from org_documents where org_id = '${ids.org}' and kind <> 'settings'`,
      );
    match(JSON.stringify(kept()), /READ_ONLY.*60/);
    await browser.send(orgPage, "maintenance", { waveAssignmentMode: "ENV_TAG_MAPPING" });
    match(JSON.stringify(kept()), /ENV_TAG_MAPPING/);
    await browser.send(orgPage, "maintenance", { waveAssignmentMode: "" });
    ok(!JSON.stringify(kept()).includes("ENV_TAG_MAPPING"));
  });

  await t.test("delete it once it has no projects, by who types its name", async () => {
    const browser = browse(stage, owner);
    match(
      (await browser.open(orgPage)).text,
      /It still has projects\. Delete them first\.$|It still has projects/,
    );
    const full = await browser.send(orgPage, "delete", { confirmation: "Acme" });
    equal(full.status, 409);
    match(full.text, /^The organization still has projects\./);
    stage.execute(`delete from groups where org_id = '${ids.org}'`);
    const refused = await browser.send(orgPage, "delete", { confirmation: "acme" });
    match(refused.text, /^This is not the name of the organization\./);
    equal((await browser.send(orgPage, "delete", { confirmation: "Acme" })).status, 200);
    deepEqual(stage.rows(`select id from orgs where id = '${ids.org}'`), []);
  });
});

test("the features of a project are shown, and changed by its owners", async (t) => {
  const stage = await startStage(t);
  const browser = browse(stage, owner);
  const before = await stage.as(keys.groupReader, { path: `/api/atlas/v2/groups/${ids.group}/settings` });
  const shown = await browser.send(groupPage, "save", {
    on: ["isDataValidationEnabled", "isSchemaAdvisorEnabled"],
  });
  match(shown.text, /The features have been saved\./);
  const after = await stage.as(keys.groupReader, { path: `/api/atlas/v2/groups/${ids.group}/settings` });
  const off = Object.fromEntries(Object.keys(before.json).map((name) => [name, false]));
  deepEqual(after.json, { ...off, isDataValidationEnabled: true, isSchemaAdvisorEnabled: true });
});
