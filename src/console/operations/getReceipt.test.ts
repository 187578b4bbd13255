// Proves getOrgReceipt and getGroupReceipt: who removed whom and when, with losses and parts; and who may read them.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { member, other, owner } from "../../../test/console/support/console-operations.ts";
import { startLeaving } from "../../../test/console/support/leaving.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group: groupId, missing: receiptId } = ids;

test("getOrgReceipt", async (t) => {
  const stage = await startLeaving(t, "sqlite");
  const { as, get, inOrg, made, perform, rows } = stage;
  const remove = async () => await get("removeOrgLeaver", { ...inOrg(), codes: [made.key] }, await as(owner));

  await t.test("200 with who, when and by whom, and what was seen before", async () => {
    const { json: before } = await perform("getOrgLeaver", inOrg(), await as(owner));
    const removed = await remove();
    const { json } = await perform("getOrgReceipt", { orgId, ...removed }, await as(owner));
    const { parts, losses, ...receipt } = json;
    deepEqual(receipt, {
      id: removed.receiptId,
      userId: made.userId,
      username: member,
      firstName: "",
      lastName: "",
      at: "2026-08-10T03:04:53Z",
      by: { username: owner, firstName: "Ada", lastName: "Example" },
    });
    deepEqual(losses, before.losses);
    const fate = ({ code }: { code: string }) => (code === made.key ? "TAKEN" : "KEPT");
    deepEqual(
      parts,
      before.made.map((part: { code: string }) => ({ ...part, fate: fate(part) })),
    );
  });

  await t.test("404 in another organization, and for an event that is no removal", async () => {
    const elsewhere = { orgId: ids.otherOrg, ...(await remove()) };
    const read = async (at: object, username: string) =>
      (await perform("getOrgReceipt", { ...at }, await as(username))).json.errorCode;
    equal(await read(elsewhere, other), "ORG_EVENT_NOT_FOUND");
    const created = (await rows("events")).find(({ type }) => type === "API_KEY_CREATED")?.id;
    equal(await read({ orgId, receiptId: created }, owner), "ORG_EVENT_NOT_FOUND");
  });
});

test("getGroupReceipt", async (t) => {
  const stage = await startLeaving(t, "sqlite");
  const { as, inGroup, made, perform } = stage;

  await t.test("200 with the parts; 404 for one that is not of the project", async () => {
    const { json } = await perform("removeGroupLeaver", { ...inGroup(), codes: [] }, await as(owner));
    const receipt = await perform("getGroupReceipt", { groupId, ...json }, await as(owner));
    deepEqual([receipt.json.userId, receipt.json.parts.length], [made.userId, 2]);
    const none = await perform("getGroupReceipt", { groupId, receiptId }, await as(owner));
    equal(none.json.errorCode, "EVENT_NOT_FOUND");
  });
});
