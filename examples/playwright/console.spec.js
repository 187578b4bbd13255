import { expect } from "@playwright/test";
import { anteroomTest } from "atlas-anteroom/playwright";

const owner = { username: "owner@example.com", password: "a staple of horses" };
const test = anteroomTest({
  seed: {
    orgs: [
      {
        name: "Acme",
        users: [{ ...owner, orgRoles: ["ORG_OWNER"] }],
        apiKeys: [{ roles: ["ORG_OWNER"] }],
        groups: [{ name: "payments", users: [{ username: owner.username, roles: ["GROUP_OWNER"] }] }],
      },
    ],
  },
});

test("who is invited is seen in the console, and the mail leads to the invitation", async ({ page, anteroom }) => {
  const groupId = anteroom.world.groups.payments.id;
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
