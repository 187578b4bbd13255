// Invitations to an organization that are made at once, on both engines.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "./support/engines.ts";
import { ids, keys, startWorld } from "./support/world.ts";

for (const engine of engines) {
  test(`of ten that invite one address to an organization at once, one does: ${engine}`, {
    skip: skipReason(engine),
  }, async (t) => {
    const world = await startWorld(t, { engine });
    const path = `/api/atlas/v2/orgs/${ids.org}/invites`;
    const groupRoleAssignments = [{ groupId: ids.group, roles: ["GROUP_READ_ONLY", "GROUP_OWNER"] }];
    const body = { username: "zoe@example.com", roles: ["ORG_MEMBER"], groupRoleAssignments };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.as(keys.owner, { method: "POST", path, body })),
    );
    deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(409)]);
  });
}
