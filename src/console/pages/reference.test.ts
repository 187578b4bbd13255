// Proves that the search of the reference understands words that the operations do not have.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { searchOperations } from "./reference.tsx";

const found = (text: string) => searchOperations(text).map(({ id }) => id);

test("operations are found by what people say", () => {
  for (const text of ["remove someone", "kick people", "사람 삭제"]) {
    for (const id of ["removeOrgUser", "removeGroupUser"]) ok(found(text).includes(id), `${text}: ${id}`);
  }
  ok(found("how do I remove someone from a team").includes("removeOrgTeamUser"));
  ok(found("who is in the kitchen")[0] === undefined);
  ok(found("remove someone").slice(0, 7).includes("removeOrgUser"), "what is called so comes first");
  deepEqual(found("updateGroupInvites"), ["updateGroupInvites"]);
  deepEqual(found("no such thing"), []);
});
