// The page on which somebody is removed: what they lose, what they made and what goes with them; its receipt; and whom it refuses.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { browse, type Pages, type Shown, startPages } from "../support/console.ts";
import type { Stage } from "../support/stage.ts";
import { idOf } from "../support/users.ts";
import { ids } from "../support/world.ts";

const [owner, member] = ["owner@example.com", "member@example.com"];
const orgRoot = `/orgs/${ids.org}`;
const groupRoot = `/projects/${ids.group}`;

/** The member owns the organization, and made keys and an invitation. */
async function busy(stage: Pages) {
  const userId = idOf(stage, member);
  const roles = {
    orgRoles: ["ORG_OWNER"],
    groupRoleAssignments: [{ groupId: ids.group, groupRoles: ["GROUP_OWNER"] }],
  };
  await stage.get("updateOrgUser", { params: { userId }, body: { roles, teamIds: [ids.team] } });
  const made = await stage.visit(member, [
    `${orgRoot}/keys`,
    "createKey",
    {
      desc: "deployments",
      keyRoles: "ORG_OWNER",
    },
  ]);
  const [, publicKey = ""] = /made-0">(\w+)</.exec(made.html) ?? [];
  await stage.visit(member, [
    `${groupRoot}/keys`,
    "createKey",
    { desc: "nightly", keyRoles: "GROUP_READ_ONLY" },
  ]);
  stage.execute(`update invites set inviter_username = '${member}' where id = '${ids.orgInvite}'`);
  return {
    userId,
    publicKey,
    leave: `${orgRoot}/people/${userId}/leave`,
    inGroup: `${groupRoot}/people/${userId}/leave`,
  };
}

const values = ({ html }: Shown) =>
  [...html.matchAll(/name="codes" value="([^"]+)"/g)].map(([, value]) => value);
const isMember = (stage: Stage, userId: string) =>
  stage.rows(`select role from grants where principal_id = '${userId}' and group_id is null`).length > 0;

test("leaving", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;

  await t.test(
    "says what is lost, what was made and what stays; all of it goes in one form, with a receipt",
    async () => {
      const { userId, publicKey, leave } = await busy(stage);
      const shown = await visit([
        leave,
        new RegExp(
          "^Remove member@example.com from Acme Loses Roles Organization Owner Teams core Projects \\(1\\) payments : Owner " +
            "Made All of it keeps working, except what you tick\\. .* " +
            `Delete too deployments ${publicKey} API key · Organization Owner · never used nightly .* payments: Read Only · never used ` +
            "Revoke too new@example.com Invitation · Organization Member .* " +
            "Stays Their account, their other organizations, and all events\\. (Remove Cancel|Cancel Remove)$",
        ),
      ]);
      const codes = values(shown);
      equal(codes.length, 3);
      await visit([
        leave,
        "remove",
        { codes: [publicKey, codes[2] ?? "", "vanished"] },
        /^member@example.com was removed from Acme Removed by Ada Example on .* deployments API key Organization Owner Deleted nightly API key .* Keeps working new@example.com Invitation .* Revoked vanished API key Was gone already/,
      ]);
      equal(isMember(stage, userId), false);
      deepEqual(stage.rows(`select public_key from api_keys where public_key = '${publicKey}'`), []);
      deepEqual(stage.rows(`select status from invites where id = '${ids.orgInvite}'`), [
        { status: "REVOKED" },
      ]);
    },
  );

  await t.test(
    "the receipt can be read again, and saved as text and as JSON; no answer of the API has it",
    async () => {
      const { leave, publicKey } = await busy(stage);
      const gone = await visit(
        [leave, "remove", { codes: publicKey }],
        [
          leave,
          404,
          /^member@example.com is not in Acme any more Removed by owner@example.com on .* Receipt Keys they made Back$/,
        ],
      );
      const [, receipt = ""] = new RegExp(`"(${orgRoot}/receipts/[0-9a-f]{24})"`).exec(gone.html) ?? [];
      const text = await visit([`${receipt}?as=text`]);
      match(
        String(text.headers["content-disposition"]),
        /attachment; filename="removal-member@example.com-2026-08-10.txt"/,
      );
      match(text.html, new RegExp(`API key deployments \\(${publicKey}\\), Organization Owner: Deleted`));
      const json = JSON.parse((await visit([`${receipt}?as=json`])).html);
      deepEqual(
        [json.orgId, json.username, json.by.username, json.losses.roles, json.parts[0].fate],
        [ids.org, member, owner, ["ORG_OWNER"], "TAKEN"],
      );
      const { text: events } = await stage.call("listOrgEvents", { query: "includeRaw=true" });
      match(events, /REMOVED_FROM_ORG/);
      ok(!/losses|receipt|"kept"/.test(events));
      await visit([`${orgRoot}/keys?q=${encodeURIComponent(member)}`, /1 API key$/, /nightly/]);
    },
  );

  await t.test("removed by the API alone, keys stay and nothing has a receipt", async () => {
    const { userId, leave, publicKey } = await busy(stage);
    await stage.get("removeOrgUser", { params: { userId } });
    equal(stage.rows(`select public_key from api_keys where public_key = '${publicKey}'`).length, 1);
    await visit([leave, /is not in Acme any more Removed by orgowner on .* UTC Keys they made Back$/]);
  });

  await t.test("from a project they lose their own roles, and keys their roles in it", async () => {
    const { userId, inGroup } = await busy(stage);
    const shown = await visit([
      inGroup,
      /^Remove member@example.com from payments Loses Roles Project Owner Made .* Take out of the project too nightly/,
      /Stays In this project: Owner \(via Acme\)\. Their membership of the organization/,
    ]);
    const [nightly = ""] = values(shown);
    await visit([
      inGroup,
      "remove",
      { codes: nightly },
      /^member@example.com was removed from payments .* nightly API key .* Taken out/,
    ]);
    equal(isMember(stage, userId), true);
    const held = `select role from grants join api_keys on id = principal_id where public_key = '${nightly}'`;
    deepEqual(stage.rows(held), [{ role: "ORG_MEMBER" }]);
  });

  await t.test("a remote MCP configuration that they made goes with both of its accounts", async () => {
    const { userId, inGroup } = await busy(stage);
    const { clientId } = await stage.get("createGroupMcpConfig", {
      body: { mcpConfigName: "agents", roles: ["GROUP_READ_ONLY"] },
    });
    stage.execute(
      `update events set actor_kind = 'USER', actor_id = '${userId}', actor_name = '${member}' where type = 'SERVICE_ACCOUNT_CREATED'`,
    );
    const kept = () => stage.rows("select id from service_accounts where mcp_config_id is not null").length;
    equal(kept(), 2);
    const { html } = await visit([`${orgRoot}/service-accounts/${clientId}`, /agents/]);
    ok(!html.includes('name="delete"') && !html.includes('name="save"'));
    await visit([inGroup, "remove", { codes: clientId }, /agents Service account .* Taken out/]);
    equal(kept(), 0);
  });

  await t.test("several at once are told what keys they made, and the keys stay", async () => {
    const { publicKey } = await busy(stage);
    await visit(
      [
        `${orgRoot}/people/change?act=end&who=${member}&who=new@example.com`,
        /Keys and service accounts that they made keep working\. member@example.com made (nightly and deployments|deployments and nightly)\./,
      ],
      [`${orgRoot}/people/change`, "end", { who: member }],
    );
    equal(stage.rows(`select public_key from api_keys where public_key = '${publicKey}'`).length, 1);
  });

  await t.test("nobody removes themselves here, and who is the last owner is told so", async () => {
    const { userId } = await busy(stage);
    const own = await visit(member, [
      `${orgRoot}/people/${userId}/leave`,
      "remove",
      {},
      /^You cannot remove yourself here/,
    ]);
    ok(!/>Remove</.test(own.html));
    equal(own.status, 409);
    equal(isMember(stage, userId), true);
    await visit(
      [`${orgRoot}/people/${userId}/leave`, "remove", {}],
      [
        `${orgRoot}/people/${idOf(stage, owner)}/leave`,
        /Ada Example from Acme owner@example.com The last owner of the organization cannot be removed\./,
      ],
    );
  });

  await t.test("who may not remove anybody is told so, and a stranger is nobody", async () => {
    const path = `${orgRoot}/people/${idOf(stage, owner)}/leave`;
    await visit(member, [path, /Your role does not allow this/]);
    await visit([`${orgRoot}/people/${idOf(stage, "other@example.com")}/leave`, 404]);
    await visit("other@example.com", [path, 401]);
  });

  await t.test("an invitation is revoked on its own page, not here", async () => {
    const [row] = stage.rows(`select user_id as id from invites where id = '${ids.orgInvite}'`) as {
      id: string;
    }[];
    await visit([
      `${orgRoot}/people/${row?.id}/leave`,
      { to: `${orgRoot}/people/change?${new URLSearchParams({ act: "end", who: "new@example.com" })}` },
    ]);
  });

  await t.test(
    "both pages of a person and the row of the list lead there, and the id can be copied",
    async () => {
      const { leave, inGroup, userId } = await busy(stage);
      for (const page of [`${orgRoot}/people`, `${orgRoot}/people/${userId}`]) {
        await visit([page, { html: `href="${leave}"` }]);
      }
      for (const page of [`${groupRoot}/people`, `${groupRoot}/people/${userId}`]) {
        await visit([page, { html: `href="${inGroup}"` }]);
      }
      await visit([`${orgRoot}/people`, { html: `data-text="${ids.org}"` }]);
    },
  );

  await t.test("in Korean as well", async () => {
    const { leave } = await busy(stage);
    await visit(browse(stage, owner, "ko"), [leave, /^Acme에서 member@example.com 님 제거 잃는 것/]);
  });
});
