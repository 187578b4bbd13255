// Proves listOrgHolders and listGroupHolders: who may perform an action, and by which grant.
import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  owner,
  places,
  testConsole,
} from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";
import { account, ids, keys } from "../../../test/support/world.ts";

const { group: groupId, org: orgId } = ids;
const ofOrg = { role: "ORG_OWNER", from: places.org };
const ofGroup = { role: "GROUP_OWNER", from: places.group };
const owners = [
  ["USER", owner, [ofOrg, ofGroup]],
  ["SERVICE_ACCOUNT", account.clientId, [ofOrg]],
  ["API_KEY", keys.elsewhere.publicKey, [ofOrg]],
  ["API_KEY", keys.owner.publicKey, [ofOrg]],
  ["API_KEY", keys.groupOwner.publicKey, [ofGroup]],
] as const;

testConsole("holders of a role", async (t, stage) => {
  const inOrg = (role: string) => stage.ask(owner, "listOrgHolders", { orgId, role });
  const inGroup = (role: string, more = {}) =>
    stage.ask(owner, "listGroupHolders", { groupId, role, ...more });
  const shown = async (role: string) => pluck((await inGroup(role)).json.results, "kind", "name", "by");

  await t.test("200 with who holds it in the organization itself, or one that implies it", async () => {
    const { json } = await inOrg("ORG_READ_ONLY");
    deepEqual(pluck(json.results, "name", "by"), [
      [owner, [ofOrg]],
      [account.clientId, [ofOrg]],
      [keys.elsewhere.publicKey, [ofOrg]],
      [keys.owner.publicKey, [ofOrg]],
      [keys.reader.publicKey, [{ role: "ORG_READ_ONLY", from: places.org }]],
    ]);
    equal(json.total, 5);
  });

  await t.test("200 with people, accounts and keys, and the role that lets each in", async () => {
    deepEqual(await shown("GROUP_OWNER"), owners);
  });

  await t.test("200 with the roles of the organization alone that imply one of its own", async () => {
    deepEqual(
      await shown("ORG_OWNER"),
      owners.slice(0, 4).map(([kind, name]) => [kind, name, [ofOrg]]),
    );
  });

  await t.test("200 with the team that gives a role, beside those of its own", async () => {
    await stage.giveTeam(["GROUP_OWNER"]);
    await stage.give(owner, "GROUP_ACCESS_MANAGER");
    const byTeam = { role: "GROUP_OWNER", from: places.team };
    deepEqual(await shown("GROUP_OWNER"), [["USER", owner, [ofOrg, ofGroup, byTeam]], ...owners.slice(1)]);
    const { json } = await inGroup("GROUP_ACCESS_MANAGER");
    deepEqual(pluck(json.results[0].by, "role"), [
      "ORG_OWNER",
      "GROUP_ACCESS_MANAGER",
      "GROUP_OWNER",
      "GROUP_OWNER",
    ]);
  });

  await t.test("200 page by page", async () => {
    const { json } = await inGroup("GROUP_OWNER", { itemsPerPage: 2, pageNum: 2 });
    equal(json.total, owners.length);
    deepEqual(
      pluck(json.results, "name"),
      owners.slice(2, 4).map(([, name]) => name),
    );
  });

  await t.test("404 for a role that is none, and for one of projects in an organization", async () => {
    assertRefused(await inGroup("KING"), refusal("RESOURCE_NOT_FOUND", ["KING"]));
    assertRefused(await inOrg("GROUP_OWNER"), refusal("RESOURCE_NOT_FOUND", ["GROUP_OWNER"]));
  });
});
