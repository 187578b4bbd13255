// Tests moving a project to another organization: its people, the limits, the events.
import { deepEqual, rejects } from "node:assert/strict";
import { test } from "node:test";
import { now, tellChange } from "../../../test/support/told-store.ts";
import { moveGroup } from "./groups.ts";

const few = { "groups.countInOrg": [249] };
const full = { "groups.countInOrg": [250] };
const tooMany = { code: "MAX_GROUPS_PER_ORG_EXCEEDED", parameters: ["250", "o"] };
const taken = { code: "GROUP_ALREADY_EXISTS", parameters: ["payments"] };

const moving = { id: "p", orgId: "old", name: "payments" } as never;
const to = (mostUsers: number) => ({ id: "o", mostUsers }) as never;
const member = (username: string, status = "ACTIVE") => ({ username, status });
const people = ["Ada@example.com", "bob@example.com", "eve@example.com", "kim@example.com"].map(
  (username) => ({
    id: username,
    username,
  }),
);

test("a project moves with its people, who join where they are not active yet", async () => {
  const { changing, called } = tellChange({
    ...few,
    "members.current": [[member("ada@example.com"), member("bob@example.com", "PENDING")]],
    "groupMoves.people": [people],
    "documents.endedIn": [[]],
    "serviceAccounts.ofMcpConfigs": [[]],
  });
  await moveGroup(changing, moving, to(4));
  deepEqual(called("groupMoves.move", "record", "grants.give"), [
    ["groupMoves.move", "p", "o"],
    ["record", "GROUP_MOVED_FROM_ORG", { orgId: "old" }],
    ["record", "GROUP_MOVED", { orgId: "o", groupId: "p" }],
    ...["bob@example.com", "eve@example.com", "kim@example.com"].flatMap((id) => [
      ["record", "JOINED_ORG", { orgId: "o", targetUsername: id }],
      ["grants.give", id, { orgId: "o", groupId: null }, "ORG_MEMBER", now],
    ]),
  ]);
});

test("a project does not move where its name is taken, or its people or itself have no room", async () => {
  const members = {
    "members.current": [[member("ada@example.com"), member("bob@example.com", "PENDING")]],
    "serviceAccounts.ofMcpConfigs": [[]],
  };
  for (const [answers, mostUsers, refusal] of [
    [few, 3, { code: "MAX_USERS_PER_ORG_EXCEEDED", parameters: [3, "o"] }],
    [full, 9, tooMany],
    [{ ...few, "groups.named": [{}] }, 9, taken],
  ] as const) {
    const { changing, called } = tellChange({ ...members, "groupMoves.people": [people], ...answers });
    await rejects(moveGroup(changing, moving, to(mostUsers)), refusal);
    deepEqual(called("groupMoves.move"), []);
  }
});
