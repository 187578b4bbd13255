import { expect, test as base } from "@playwright/test";
import { createAnteroom } from "atlas-anteroom";

const owner = { username: "owner@example.com", password: "a staple of horses" };
const groupId = "32b6e34b3d91647abb20e7b8";
const seed = {
  orgs: [
    {
      name: "Acme",
      users: [{ ...owner, orgRoles: ["ORG_OWNER"] }],
      apiKeys: [{ roles: ["ORG_OWNER"] }],
      groups: [{ id: groupId, name: "payments", users: [{ username: owner.username, roles: ["GROUP_OWNER"] }] }],
    },
  ],
};

/** A world for each test. */
const test = base.extend({
  // Playwright reads here which fixtures this one needs.
  anteroom: async ({}, use) => {
    const anteroom = await createAnteroom({ seed });
    await use(anteroom);
    await anteroom.close();
  },
});

test("who is invited is seen in the console, and the mail leads to the invitation", async ({ page, anteroom }) => {
  await anteroom.atlas.createGroupInvite({ groupId, body: { username: "new@example.com", roles: ["GROUP_OWNER"] } });

  await page.goto(anteroom.url);
  await page.getByLabel("E-mail address").fill(owner.username);
  await page.getByLabel("Password").fill(owner.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.goto(`${anteroom.url}/projects/${groupId}/people`);
  await expect(page.getByText("new@example.com").first()).toBeVisible();

  const [mail] = await anteroom.mail.list();
  await page.goto(/http\S+\/invitations\/\S+/.exec(mail.text)[0]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You are invited");
});
