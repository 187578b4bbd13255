// Proves the first page after signing in: what needs attention and where that leads, and what may be done next.

import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, startPages } from "../support/console.ts";
import { settlingOrg } from "../support/settings.ts";
import { idOf } from "../support/users.ts";
import { ids } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";

test("the first page", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;

  await t.test(
    "has projects with people, invitations and activity, and says that nothing needs attention",
    async () => {
      await visit([
        "/",
        /Nothing needs attention\. Acme [0-9a-f]{24} Invite people Projects of Acme Name ID People Invited Last activity payments [0-9a-f]{24} 1 1/,
        { html: `<a href="/orgs/${ids.org}">Acme</a>` },
        { html: `href="/projects/${ids.group}/people?status=INVITED"` },
      ]);
      await visit(member, ["/", /Acme [0-9a-f]{24} You are in no project of this organization yet\./]);
      await visit(browse(stage, owner, "ko"), [
        "/",
        /확인이 필요한 항목이 없습니다\. Acme [0-9a-f]{24} 멤버 초대 Acme의 프로젝트 이름 ID 멤버/,
      ]);
    },
  );

  await t.test("leads from what needs attention to where one acts, for whoever may", async () => {
    stage.clock.set({ advance: "P28D" });
    stage.execute(
      `update service_account_secrets set expires_at = ${Date.parse(stage.clock.now()) + 5 * 86_400_000}`,
    );
    stage.execute(settlingOrg(ids.org, { multiFactorAuthRequired: true }));
    stage.execute(`update users set password_hash = 'none' where username = '${owner}'`);
    const { html } = await visit([
      "/",
      /Needs attention The invitation of new@example\.com to Acme expires in 2 days\./,
      /The invitation of hello@example\.com to payments expires in 2 days\./,
      /The last secret of ci in Acme expires in 5 days\./,
      /owner@example\.com owns Acme and can sign in with a password alone/,
      /7 API keys in Acme are not being used\./,
    ]);
    const links = [...html.matchAll(/<li><svg.*?<a href="([^"]+)"/g)].map(([, href]) => href);
    deepEqual(links.toSorted(), [
      `/orgs/${ids.org}/invitations/${ids.orgInvite}`,
      `/orgs/${ids.org}/keys?sort=used`,
      `/orgs/${ids.org}/people/${idOf(stage, owner)}`,
      `/orgs/${ids.org}/service-accounts/mdb_sa_id_0123456789abcdef01234567`,
      `/projects/${ids.group}/invitations/${ids.invite}`,
    ]);
    for (const href of links) equal((await visit([String(href)])).status, 200, href);
    const theirs = (await browse(stage, member).open("/")).text;
    ok(!/Needs attention|expires|not being used/.test(theirs), theirs);
    await visit(browse(stage, owner, "ko"), ["/", /Acme의 API 키 7개가 사용되지 않고 있습니다\./]);
  });

  await t.test("offers who made an organization what comes next", async () => {
    await visit(
      browse(stage, member),
      ["/", "createOrg", { name: "Hooli" }],
      [
        "/",
        /Hooli [0-9a-f]{24} There is no project yet\. Create one, then invite people to it\. Create a project Invite people/,
      ],
    );
  });

  await t.test("finds projects, and says when there are none of that name", async () => {
    await visit(["/?q=PAY", /Last activity payments/], ["/?q=nothing", /Nothing matches\./]);
  });
});
