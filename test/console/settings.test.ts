// Proves the settings of organizations and projects: what they show, what they change, and what they ask or refuse.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, startPages } from "../support/console.ts";
import { ids } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const orgPage = `/orgs/${ids.org}/settings`;
const groupPage = `/projects/${ids.group}/settings`;

test("the settings of an organization", async (t) => {
  const stage = await startPages(t);
  const { get, visit } = stage;
  const read = () => get("getOrgSettings");

  await t.test("are shown to everybody, and changed by owners alone", async () => {
    const { html } = await visit([orgPage, new RegExp(`^Settings ${ids.org} `)]);
    ok(html.includes('value="Acme"') && html.includes('value="8760"'), html);
    const theirs = await visit(member, [
      orgPage,
      /Only owners of the organization can change its settings\./,
    ]);
    ok(!/<button[^>]*>(Save|Require)/.test(theirs.html), theirs.html);
    await visit(member, [orgPage, "rename", { name: "Mine" }, 401]);
    await visit(browse(stage, owner, "ko"), [orgPage, /^설정 .*조직 삭제/]);
  });

  await t.test("rename it", async () => {
    const body = { name: "Acme", skipDefaultAlertsSettings: true };
    await get("updateOrg", { body });
    await visit([orgPage, "rename", { name: "Acme Inc" }, /The settings have been saved\./]);
    deepEqual(
      stage.rows(`select name, skip_default_alerts_settings as skips from orgs where id = '${ids.org}'`),
      [{ name: "Acme Inc", skips: 1 }],
    );
  });

  await t.test("require access lists after a question, and no more without one", async () => {
    const confirm = "Require access lists?";
    await visit([
      orgPage,
      "access",
      { isRequired: "true", confirm, act: "Require" },
      /^Require access lists\?/,
    ]);
    equal((await read()).apiAccessListRequired, false);
    await visit([orgPage, "access", { isRequired: "true" }, /Access lists are now required\./]);
    equal((await stage.call("getOrg")).status, 403);
    await visit([orgPage, "access", { isRequired: "false" }]);
    equal((await read()).apiAccessListRequired, false);
  });

  const write = (body: object) => get("updateOrgSettings", { body });

  await t.test("limit secrets and ask for a second factor, and say which field is wrong", async () => {
    await write({
      customSessionTimeouts: { absoluteSessionTimeoutInSeconds: 3600 },
      genAIFeaturesEnabled: false,
      operationsContact: "ops@example.com",
      streamsCrossGroupEnabled: true,
    });
    const sent = { maxServiceAccountSecretValidityInHours: "720" };
    await visit(
      [orgPage, "save", sent, /The settings have been saved\./],
      [orgPage, "factor", { rule: "everybody" }, /The settings have been saved\./],
    );
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
    await visit([
      orgPage,
      "save",
      { ...sent, maxServiceAccountSecretValidityInHours: "9000" },
      400,
      { html: /id="maxServiceAccountSecretValidityInHours"[^>]*aria-invalid="true"/ },
    ]);
    deepEqual(await read(), settings);
  });

  await t.test("show what programs keep without effect, in one table that nothing is sent from", async () => {
    await write({ customSessionTimeouts: { idleSessionTimeoutInSeconds: 600 } });
    const body = { delegatedMcpAccess: "READ_ONLY", idleRefreshTokenLifetime: 60 };
    await get("updateOrgDelegationSettings", { body });
    const { html } = await visit([
      orgPage,
      /Settings without effect .*Setting Value skipDefaultAlertsSettings false/,
      /genAIFeaturesEnabled true .*idleSessionTimeoutInSeconds 600/,
      /delegatedMcpAccess READ_ONLY .*idleRefreshTokenLifetime 60 .*waveAssignmentMode None/,
    ]);
    equal(
      /<(input|select)[^>]*name="(delegatedMcpAccess|waveAssignmentMode|operationsContact)"/.test(html),
      false,
    );
    for (const form of ["delegation", "maintenance"]) await visit([orgPage, form, {}, 400]);
  });

  await t.test("delete it once it has no projects, by who types its name", async () => {
    await visit(
      [orgPage, /It still has projects\. Delete them first\.$|It still has projects/],
      [orgPage, "delete", { confirmation: "Acme" }, 409, /^The organization still has projects\./],
    );
    stage.execute(`delete from groups where org_id = '${ids.org}'`);
    await visit(
      [orgPage, "delete", { confirmation: "acme" }, /^This is not the name of the organization\./],
      [orgPage, "delete", { confirmation: "Acme" }, 200],
    );
    deepEqual(stage.rows(`select id from orgs where id = '${ids.org}'`), []);
  });
});

test("the features of a project are shown as programs set them", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const body = { isDataValidationEnabled: false, isSchemaAdvisorEnabled: false };
  await stage.get("updateGroupSettings", { as: "groupOwner", body });
  await visit([
    groupPage,
    /Settings without effect .*isDataValidationEnabled false .*isSchemaAdvisorEnabled false/,
    { lacks: 'type="checkbox"' },
  ]);
});
