// Cases that several operations of organization invitations share.
import { deepEqual, equal } from "node:assert/strict";
import type { TestContext } from "node:test";
import { fill } from "./fill.ts";
import { refusedAfterItsEnd as refusedInviteAfterItsEnd } from "./invites.ts";
import {
  assertRefusal,
  assertSuccess,
  badRequest,
  eventBy,
  expiry,
  now,
  type Refusal,
  refusal,
  type Stage,
} from "./stage.ts";
import { ids, type Sending } from "./world.ts";

export const orgInvitesPath = `/api/atlas/v2/orgs/${ids.org}/invites`;
export const orgInvitePath = `${orgInvitesPath}/${ids.orgInvite}`;

export const orgInvited = "new@example.com";

/** The seeded invitation to the organization as the API answers it. */
export const orgInvitation = {
  createdAt: now,
  expiresAt: expiry,
  groupRoleAssignments: [] as { groupId: string; groupRole: string }[],
  id: ids.orgInvite as string,
  inviterUsername: "owner@example.com",
  orgId: ids.org,
  orgName: "Acme",
  roles: ["ORG_MEMBER"],
  teamIds: [] as string[],
  username: orgInvited,
};

export const deprecatedForOrgs = {
  deprecation: "Wed, 19 Feb 2025 00:00:00 GMT",
  sunset: "Thu, 1 Jul 2027 00:00:00 GMT",
};

export const orgNotFound: Refusal = refusal("ORG_NOT_FOUND", [ids.missing]);

/** The one team of the seed. */
export const teamIdOf = (stage: Stage): string =>
  (stage.rows("select id from teams") as { id: string }[])[0]?.id ?? "";

/** What a request may not give; `naming` makes the request that gives it. */
export async function refusedGifts(t: TestContext, stage: Stage, naming: (gifts: object) => Sending) {
  const refused = async (gifts: object, refusal: Refusal) => {
    assertRefusal(await stage.ask("owner", naming(gifts)), refusal);
    deepEqual(stage.events(), []);
  };
  const roles = ["ORG_MEMBER"];

  await t.test("400 MISSING_ATTRIBUTE without roles", () =>
    refused(
      {},
      refusal(
        "MISSING_ATTRIBUTE",
        ["roles"],
        "roles",
        "Name the roles as an array with at least one organization role.",
      ),
    ),
  );
  await t.test("400 BAD_REQUEST for no role at all, and for too many", async () => {
    await refused({ roles: [] }, badRequest("_roles", "At least one role must be specified."));
    const many = Array.from({ length: 101 }, () => "ORG_MEMBER");
    await refused(
      { roles: many },
      badRequest("_roles", "101 roles were specified. At most 100 are accepted."),
    );
  });
  await t.test("400 BAD_REQUEST for roles that do not exist, each named once", () =>
    refused(
      { roles: ["ORG_MEMBER", "ORG_KING", "org_owner", "ORG_KING"] },
      badRequest(
        "_roles",
        "Invalid role name 'ORG_KING'. Must be a valid Role name.",
        "Invalid role name 'org_owner'. Must be a valid Role name.",
      ),
    ),
  );
  await t.test("400 INVALID_ROLE_FOR_ORG for a role of projects", async () => {
    const reply = await stage.ask("owner", naming({ roles: ["ORG_MEMBER", "GROUP_OWNER"] }));
    equal(reply.json.errorCode, "INVALID_ROLE_FOR_ORG");
    equal(reply.status, 400);
    deepEqual(reply.json.parameters, ["GROUP_OWNER", ids.org]);
    deepEqual(stage.events(), []);
  });
  await t.test("400 MISSING_ATTRIBUTE for project roles without a project", () =>
    refused(
      { roles, groupRoleAssignments: [{ roles: ["GROUP_OWNER"] }] },
      refusal(
        "MISSING_ATTRIBUTE",
        ["groupRoleAssignments.0.groupId"],
        "groupRoleAssignments.0.groupId",
        "Name the project the roles are for.",
      ),
    ),
  );
  await t.test("400 INVALID_ROLE_FOR_GROUP for an organization role in a project", () =>
    refused(
      { roles, groupRoleAssignments: [{ groupId: ids.group, roles: ["ORG_OWNER"] }] },
      refusal(
        "INVALID_ROLE_FOR_GROUP",
        ["ORG_OWNER", ids.group],
        "_roles",
        "ORG_OWNER is an organization role. Name project roles only.",
      ),
    ),
  );
  await t.test("404 GROUP_NOT_FOUND for a project of another organization, or of none", async () => {
    for (const groupId of [ids.otherGroup, ids.missing]) {
      await refused(
        { roles, groupRoleAssignments: [{ groupId, roles: ["GROUP_OWNER"] }] },
        refusal("GROUP_NOT_FOUND", [groupId]),
      );
    }
  });
  await t.test("404 TEAM_NOT_FOUND for a team of another organization, or of none", async () => {
    const foreign = "d2b6e34b3d91647abb20e7b8";
    fill(stage, "teams", { id: foreign, org_id: ids.otherOrg, name: "night" });
    for (const teamId of [foreign, ids.missing, "core", "\0"]) {
      await refused({ roles, teamIds: [teamId] }, refusal("TEAM_NOT_FOUND", [teamId]));
    }
  });
  await t.test("400 BAD_REQUEST for more teams than there can be", () =>
    refused(
      { roles, teamIds: Array.from({ length: 251 }, () => ids.missing) },
      badRequest("teamIds", "251 were specified. At most 250 are accepted."),
    ),
  );
}

/** An invitation that ended, in whatever way, is not there any more. */
export const refusedAfterItsEnd = (t: TestContext, stage: Stage, sending: Sending, refusal: Refusal) =>
  refusedInviteAfterItsEnd(t, stage, sending, refusal, orgInvitePath);

/** What a change answers, whether the invitation is named by its id or by its address. */
export async function orgInviteChanges(t: TestContext, stage: Stage, patch: (body?: object) => Sending) {
  const success = { status: 200, limit: 500, headers: deprecatedForOrgs };
  const path = orgInvitePath;
  await t.test("200 replaces the roles; id, dates and inviter stay", async () => {
    const json = { ...orgInvitation, roles: ["ORG_READ_ONLY"] };
    assertSuccess(await stage.ask("owner", patch()), { ...success, json });
    stage.clock.set({ advance: "P1D" });
    const both = { ...json, roles: ["ORG_GROUP_CREATOR", "ORG_BILLING_ADMIN"] };
    const roles = ["ORG_BILLING_ADMIN", "ORG_GROUP_CREATOR", "ORG_BILLING_ADMIN"];
    assertSuccess(await stage.ask("owner", patch({ roles })), { ...success, json: both });
    deepEqual((await stage.ask("owner", { path })).json, both);
  });
  await t.test("200 replaces project roles and teams that are sent, and leaves what is not", async () => {
    const teamIds = [teamIdOf(stage)];
    const groupRoleAssignments = [{ groupId: ids.group, groupRole: "GROUP_OWNER" }];
    const given = { groupRoleAssignments: [{ groupId: ids.group, roles: ["GROUP_OWNER"] }], teamIds };
    const json = { ...orgInvitation, groupRoleAssignments, roles: ["ORG_READ_ONLY"], teamIds };
    for (const body of [given, {}]) {
      assertSuccess(await stage.ask("owner", patch(body)), { ...success, json });
    }
    const emptied = { ...json, groupRoleAssignments: [], teamIds: [] };
    const reply = await stage.ask("owner", patch({ groupRoleAssignments: [], teamIds: [] }));
    assertSuccess(reply, { ...success, json: emptied });
    deepEqual((await stage.ask("owner", { path })).json, emptied);
  });
  await t.test("the change writes its event", async () => {
    await stage.ask("owner", patch());
    const about = { orgId: ids.org, target: orgInvited };
    deepEqual(stage.events(), [eventBy("owner", "USER_ROLES_CHANGED_AUDIT", about)]);
  });

  await refusedGifts(t, stage, (gifts) => patch({ roles: undefined, ...gifts }));
}
