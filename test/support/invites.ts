// Cases that several operations of project invitations share.
import { deepEqual, equal } from "node:assert/strict";
import type { TestContext } from "node:test";
import {
  assertRefusal,
  assertSuccess,
  badRequest,
  deprecated,
  eventBy,
  expiry,
  invitation,
  type Refusal,
  refusal,
  type Stage,
} from "./stage.ts";
import { ids, invited, type Sending } from "./world.ts";

export const invitesPath = `/api/atlas/v2/groups/${ids.group}/invites`;
export const invitePath = `${invitesPath}/${ids.invite}`;

export const reader = ["GROUP_READ_ONLY"];
export const readers = ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"];

export const notFound = (resource: string): Refusal => refusal("RESOURCE_NOT_FOUND", [resource]);

/** The same where no Atlas has an operation. */
export const notOffered = (method: string, path: string): Refusal => ({
  ...refusal("OPERATION_NOT_FOUND", [method, path]),
  errorCode: "RESOURCE_NOT_FOUND",
});

/** The roles a request may not name; `naming` makes the request that names them, or none at all. */
export async function refusedRoles(t: TestContext, stage: Stage, naming: (roles?: string[]) => Sending) {
  const refused = async (roles: string[] | undefined, refusal: Refusal) => {
    assertRefusal(await stage.ask("owner", naming(roles)), refusal);
    deepEqual(stage.events(), []);
  };
  const badRoles = (...descriptions: string[]) => badRequest("_roles", ...descriptions);

  await t.test("400 MISSING_ATTRIBUTE without roles", () =>
    refused(
      undefined,
      refusal(
        "MISSING_ATTRIBUTE",
        ["roles"],
        "roles",
        "Name the roles as an array with at least one project role.",
      ),
    ),
  );
  await t.test("400 BAD_REQUEST for no role at all", () =>
    refused([], badRoles("At least one role must be specified.")),
  );
  await t.test("400 BAD_REQUEST for roles that do not exist, each named once", () =>
    refused(
      ["GROUP_READ_ONLY", "INVALID_ROLE", "group_owner", "INVALID_ROLE"],
      badRoles(
        "Invalid role name 'INVALID_ROLE'. Must be a valid Role name.",
        "Invalid role name 'group_owner'. Must be a valid Role name.",
      ),
    ),
  );
  await t.test("400 INVALID_ROLE_FOR_GROUP for a role of organizations", () =>
    refused(
      ["GROUP_READ_ONLY", "ORG_OWNER"],
      refusal(
        "INVALID_ROLE_FOR_GROUP",
        ["ORG_OWNER", ids.group],
        "_roles",
        "ORG_OWNER is an organization role. Name project roles only.",
      ),
    ),
  );
}

/** The usernames a request may not name. */
export async function refusedUsernames(t: TestContext, stage: Stage, naming: (username?: string) => Sending) {
  await t.test("400 MISSING_ATTRIBUTE without username", async () => {
    assertRefusal(
      await stage.ask("owner", naming(undefined)),
      refusal("MISSING_ATTRIBUTE", ["username"], "username", "Name the invited e-mail address."),
    );
  });
  await t.test("400 INVALID_USERNAME when the username is no address", async () => {
    assertRefusal(
      await stage.ask("owner", naming("hello")),
      refusal(
        "INVALID_USERNAME",
        ["hello"],
        "username",
        "Must be an e-mail address, such as ada@example.com.",
      ),
    );
  });
}

/** An invitation that ended, in whatever way, is not there any more. */
export async function refusedAfterItsEnd(
  t: TestContext,
  stage: Stage,
  sending: Sending,
  refusal: Refusal,
  path = invitePath,
) {
  const id = path.slice(path.lastIndexOf("/") + 1);
  for (const ending of ["accept", "decline", "expire"] as const) {
    await t.test(`${refusal.status} ${refusal.errorCode} after ${ending}`, async () => {
      await stage.end(id, ending);
      assertRefusal(await stage.ask("owner", sending), refusal);
    });
  }
  await t.test(`${refusal.status} ${refusal.errorCode} after it was revoked`, async () => {
    equal((await stage.ask("owner", { method: "DELETE", path })).status, 204);
    assertRefusal(await stage.ask("owner", sending), refusal);
  });
  await t.test(`${refusal.status} ${refusal.errorCode} from the last of the thirty days on`, async () => {
    stage.clock.set({ now: expiry });
    assertRefusal(await stage.ask("owner", sending), refusal);
  });
}

/** What a change of roles answers, whether the invitation is named by its id or by its address. */
export async function roleChanges(t: TestContext, stage: Stage, patch: (roles?: string[]) => Sending) {
  const success = { status: 200, limit: 1200, headers: deprecated };
  const change = patch(readers);
  await t.test("200 replaces the roles and keeps id, dates, inviter and address", async () => {
    stage.clock.set({ advance: "P1D" });
    const changed = { ...success, json: { ...invitation, roles: readers } };
    assertSuccess(await stage.ask("groupOwner", change), changed);
    assertSuccess(await stage.ask("groupOwner", { path: invitePath }), changed);
  });
  await t.test("200 takes away the roles that are not named", async () => {
    const reply = await stage.ask("owner", patch(["GROUP_CLUSTER_MANAGER"]));
    assertSuccess(reply, { ...success, json: { ...invitation, roles: ["GROUP_CLUSTER_MANAGER"] } });
  });
  await t.test("200 names each role once, in one order, however they were sent", async () => {
    const reply = await stage.ask("owner", patch([...readers, ...readers].reverse()));
    assertSuccess(reply, { ...success, json: { ...invitation, roles: readers } });
  });
  await t.test("200 again when the roles are held already", async () => {
    for (const _ of [1, 2]) {
      assertSuccess(await stage.ask("owner", patch(reader)), { ...success, json: invitation });
    }
  });
  await t.test("the change writes its event", async () => {
    await stage.ask("groupOwner", change);
    const about = { groupId: ids.group, target: invited };
    deepEqual(stage.events(), [eventBy("groupOwner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await refusedRoles(t, stage, patch);
}
