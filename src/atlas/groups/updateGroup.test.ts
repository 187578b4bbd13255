// PATCH /groups/{groupId}, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  badTags,
  groupsPath,
  invalidName,
  nameTaken,
  groupPath as path,
  shownGroup,
} from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, eventBy, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const patch = (body: object) => ({ method: "PATCH", path, body });
const name = "billing";
const tags = [
  { key: "team", value: "core" },
  { key: "env", value: "test" },
];

test("updateGroup", async (t) => {
  const stage = await startStage(t);
  const success = { status: 200, limit: 1200 };
  const about = { orgId: ids.org, groupId: ids.group };

  await t.test("200 renames the project and leaves the rest", async () => {
    await stage.ask("owner", patch({ tags }));
    stage.clock.set({ advance: "P1D" });
    const reply = await stage.ask("groupOwner", patch({ name }));
    assertSuccess(reply, { ...success, json: shownGroup(stage.url, { name, tags }) });
    const seen = await stage.ask("groupOwner", { path });
    assertSuccess(seen, { ...success, json: shownGroup(stage.url, { name, tags }) });
  });

  await t.test("200 replaces the tags, and clears them with an empty list", async () => {
    await stage.ask("owner", patch({ tags }));
    const other = [{ key: "env", value: "prod" }];
    const replaced = await stage.ask("owner", patch({ tags: other }));
    assertSuccess(replaced, { ...success, json: shownGroup(stage.url, { tags: other }) });
    assertSuccess(await stage.ask("owner", patch({ tags: [] })), { ...success, json: shownGroup(stage.url) });
    assertSuccess(await stage.ask("owner", { path }), { ...success, json: shownGroup(stage.url) });
  });

  await t.test("200 changes the alert setting", async () => {
    const reply = await stage.ask("owner", patch({ withDefaultAlertsSettings: false }));
    const json = shownGroup(stage.url, { withDefaultAlertsSettings: false });
    assertSuccess(reply, { ...success, json });
    assertSuccess(await stage.ask("owner", { path }), { ...success, json });
  });

  await t.test("200 for the name it has, and for no change at all, without an event", async () => {
    for (const body of [{ name: "payments" }, {}]) {
      assertSuccess(await stage.ask("owner", patch(body)), { ...success, json: shownGroup(stage.url) });
    }
    deepEqual(stage.events(), []);
  });

  await t.test("200 shows pending invitations under the new name", async () => {
    await stage.ask("owner", patch({ name }));
    const [invite] = (await stage.ask("owner", { path: `${path}/invites` })).json;
    equal(invite.groupName, name);
  });

  await t.test("each change writes its event", async () => {
    await stage.ask("groupOwner", patch({ name, tags }));
    deepEqual(stage.events(), [
      eventBy("groupOwner", "GROUP_NAME_CHANGED", about),
      eventBy("groupOwner", "GROUP_TAGS_MODIFIED", about),
    ]);
    const { results } = (await stage.ask("groupOwner", { path: `${path}/events` })).json;
    const [{ resourceId, resourceType }] = results;
    deepEqual([resourceId, resourceType], [ids.group, "project"]);
  });

  await t.test("400 INVALID_GROUP_NAME for other characters, blanks alone, and over 64", async () => {
    for (const name of ["pay/ments", "  ", "", "x".repeat(65)]) {
      assertRefusal(await stage.ask("owner", patch({ name })), invalidName(name));
    }
    deepEqual(stage.events(), []);
  });

  await t.test("400 BAD_REQUEST for tags with other characters, or two of one key", async () => {
    for (const { tags, refusal } of badTags) {
      assertRefusal(await stage.ask("owner", patch({ tags })), refusal);
    }
  });

  await t.test("409 GROUP_ALREADY_EXISTS when the name is taken in the organization", async () => {
    await stage.ask("owner", { method: "POST", path: groupsPath, body: { name, orgId: ids.org } });
    assertRefusal(await stage.ask("owner", patch({ name })), nameTaken(name));
    assertSuccess(await stage.ask("owner", { path }), { ...success, json: shownGroup(stage.url) });
  });
});
