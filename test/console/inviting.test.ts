// Proves what the form that invites does: teams and projects at once, an answer for each address, and no second message.
import { deepEqual, doesNotMatch, equal } from "node:assert/strict";
import { test } from "node:test";
import { startPages } from "../support/console.ts";
import { ids, invited } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const inOrg = `/orgs/${ids.org}/people/invite`;
const inGroup = `/projects/${ids.group}/people/invite`;

test("the form that invites", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;
  const messages = () => stage.rows("select invite_id from outbox").length;

  await t.test("invites people to an organization, with teams and projects, one call each", async () => {
    await visit([
      `${inOrg}?team=${ids.team}`,
      { html: new RegExp(`name="teams" value="${ids.team}" checked`) },
      { html: new RegExp(`name="groups" value="${ids.group}"/>`) },
      { html: /data-one="Invite 1 person" data-many="Invite \{count\} people"/ },
    ]);
    const addresses = Array.from({ length: 20 }, (_, number) => `p${number}@example.com`);
    await visit([
      inOrg,
      "invite",
      {
        addresses: addresses.join("\n"),
        roles: ["ORG_READ_ONLY"],
        teams: ids.team,
        groups: ids.group,
        groupRoles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"],
      },
      /20 people invited: p0@example\.com, p1@example\.com/,
    ]);
    const { results } = await stage.get("listOrgUsers");
    const user = results.find(({ username }: { username: string }) => username === "p19@example.com");
    deepEqual(user.teamIds, [ids.team]);
    deepEqual(user.roles, {
      orgRoles: ["ORG_READ_ONLY"],
      groupRoleAssignments: [
        { groupId: ids.group, groupRoles: ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"] },
      ],
    });
    equal(messages(), 20);
  });

  await t.test("says who belongs there and who is invited already, and sends these nothing", async () => {
    const { html } = await visit([
      inOrg,
      "invite",
      { addresses: `${member}\nnew@example.com\nfresh@example.com`, roles: "ORG_MEMBER" },
      /member@example\.com Already belongs to Acme; nothing was changed new@example\.com Already invited to Acme; nothing was changed or sent fresh@example\.com Invited Back$/,
    ]);
    equal(html.split('class="badge green"').length - 1, 1);
    equal(messages(), 1);
  });

  await t.test("sends nobody of a project a second message, in whichever way they are invited", async () => {
    for (const way of ["add", "alone"]) {
      await visit([
        inGroup,
        "invite",
        { addresses: invited, way, roles: "GROUP_OWNER" },
        /hello@example\.com Already invited to payments; nothing was changed or sent Back$/,
      ]);
    }
    equal(messages(), 0);
    const shown = await visit([
      inGroup,
      "invite",
      { addresses: `new@example.com, ${owner}`, roles: "GROUP_READ_ONLY" },
      /new@example\.com Invited before: that invitation now gives these roles too, without another message owner@example\.com Already belongs to payments; nothing was changed Back$/,
    ]);
    doesNotMatch(shown.html, /badge green/);
    equal(messages(), 0);
  });

  await t.test("is not there for whoever may not invite", async () => {
    const { html } = await visit(member, [inOrg, 401, /Your role does not allow this\. Ask an owner\./]);
    doesNotMatch(html, /name="addresses"/);
    await visit(member, [inOrg, "invite", { addresses: "x@example.com" }, 401]);
    equal(messages(), 0);
  });
});
