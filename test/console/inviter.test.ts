// Proves what a removal shows of invitations: those that who was removed has made, with one button that revokes them all.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { browse, startPages } from "../support/console.ts";
import type { Stage } from "../support/stage.ts";
import { account, ids, keys } from "../support/world.ts";

const owner = "owner@example.com";
const member = "member@example.com";
const orgPage = `/orgs/${ids.org}`;
const groupPage = `/projects/${ids.group}`;

const idOf = (stage: Stage, sql: string) => (stage.rows(sql)[0] as { id: string }).id;
const keyId = (stage: Stage, publicKey: string) =>
  idOf(stage, `select id from api_keys where public_key = '${publicKey}'`);

/** Lets somebody else have made the seeded invitations to the organization and to its project. */
const madeBy = (stage: Stage, inviter: string) =>
  stage.execute(
    `update invites set inviter_username = '${inviter}' where id in ('${ids.orgInvite}', '${ids.invite}')`,
  );
const statuses = (stage: Stage) =>
  stage
    .rows(`select status from invites where org_id = '${ids.org}' order by id`)
    .map((row) => (row as { status: string }).status);

test("invitations of an inviter who is removed", async (t) => {
  const stage = await startPages(t);
  const { visit } = stage;

  const removals: Record<
    string,
    { inviter: string; page: string; form: string; fields: () => Record<string, string> }
  > = {
    "a person of the organization": {
      inviter: member,
      page: `${orgPage}/people/change`,
      form: "end",
      fields: () => ({ who: member }),
    },
    "a key": {
      inviter: keys.reader.publicKey,
      page: `${orgPage}/keys`,
      form: "deleteKey",
      fields: () => ({ id: keyId(stage, keys.reader.publicKey) }),
    },
    "a key, on its own page": {
      inviter: keys.reader.publicKey,
      page: `${orgPage}/keys/${keyId(stage, keys.reader.publicKey)}`,
      form: "delete",
      fields: () => ({}),
    },
    "a service account": {
      inviter: account.clientId,
      page: `${orgPage}/keys`,
      form: "deleteAccount",
      fields: () => ({ id: account.clientId }),
    },
    "a service account, on its own page": {
      inviter: account.clientId,
      page: `${orgPage}/service-accounts/${account.clientId}`,
      form: "delete",
      fields: () => ({}),
    },
  };
  for (const [name, { inviter, page, form, fields }] of Object.entries(removals)) {
    await t.test(`are shown and revoked at once: ${name}`, async () => {
      madeBy(stage, inviter);
      await visit([
        page,
        form,
        fields(),
        200,
        new RegExp(
          `^Pending invitations by ${inviter} .* (?:Removed\\.|Removed member@example\\.com\\.) .*Person To Roles Until ` +
            "hello@example\\.com payments Project Read Only in 30 days " +
            "new@example\\.com Acme Organization Member in 30 days 2 invitations Revoke all 2 Keep them$",
        ),
      ]);
      deepEqual(statuses(stage), ["PENDING", "PENDING"]);
      const address = `${orgPage}/inviters/${encodeURIComponent(inviter)}`;
      await visit([address, "revokeAll", {}, /The invitations have been revoked\./]);
      deepEqual(statuses(stage), ["REVOKED", "REVOKED"]);
      const { status, text } = await visit([address]);
      deepEqual([status, text], [404, "No invitation is pending Back"]);
    });
  }

  await t.test("are those to a project alone, when it is left", async () => {
    await visit(
      [
        `${groupPage}/people/change`,
        "end",
        { who: owner, self: "1" },
        /^Pending invitations by owner@example\.com .*hello@example\.com payments .*1 invitation Revoke all 1 Keep them$/,
      ],
      [`${groupPage}/inviters/${encodeURIComponent(owner)}`, "revokeAll", {}],
    );
    deepEqual(statuses(stage), ["REVOKED", "PENDING"]);
  });

  for (const { inviter, form, id } of [
    {
      inviter: keys.groupReader.publicKey,
      form: "removeKey",
      id: () => keyId(stage, keys.groupReader.publicKey),
    },
    { inviter: account.clientId, form: "removeAccount", id: () => account.clientId },
  ]) {
    await t.test(`are those to a project alone, when a credential leaves it: ${form}`, async () => {
      madeBy(stage, inviter);
      await visit(
        [
          `${groupPage}/keys`,
          "assignAccount",
          {
            clientId: account.clientId,
            assignedAccountRoles: "GROUP_READ_ONLY",
          },
        ],
        [
          `${groupPage}/keys`,
          form,
          { id: id() },
          new RegExp(`^Pending invitations by ${inviter} .*hello@example\\.com payments`),
        ],
      );
    });
  }

  await t.test("are not shown where there are none", async () => {
    await visit([
      `${orgPage}/people/change`,
      "end",
      { who: member },
      /^People [0-9a-f]{24} CSV Invite people Removed member@example\.com\./,
    ]);
  });

  await t.test("are shown in Korean as well, and to owners only", async () => {
    const address = `${orgPage}/inviters/${encodeURIComponent(owner)}`;
    await visit(browse(stage, owner, "ko"), [address, /초대 2건 모두 취소 그대로 두기$/]);
    await visit(member, [address, 401]);
  });
});
