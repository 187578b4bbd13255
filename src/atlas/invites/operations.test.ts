// Invitations to projects and to organizations, answer by answer.
import { deepEqual, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { inviteMany } from "../../../test/support/fill.ts";
import { type Asked, type RefusedCall, startOperations } from "../../../test/support/operations.ts";
import { orgInvitation } from "../../../test/support/org-invites.ts";
import { expiry, invitation, now } from "../../../test/support/stage.ts";
import { account, ids, invited, keys } from "../../../test/support/world.ts";

const username = "zoe@example.com";
const pending = "new@example.com";
const readers = ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"];
const email = "Must be an e-mail address, such as ada@example.com.";
const onlyOrg = "GROUP_OWNER is a project role. Name organization roles only.";
const onlyGroup = "ORG_OWNER is an organization role. Name project roles only.";
const unknown = (role: string) => `Invalid role name '${role}'. Must be a valid Role name.`;

/** The invitation of the seed on each side, and the differences between the sides. */
const sides = {
  group: {
    create: "createGroupInvite",
    get: "getGroupInvite",
    list: "listGroupInvites",
    remove: "deleteGroupInvite",
    update: "updateGroupInviteById",
    updateAll: "updateGroupInvites",
    invitation,
    scopeId: ids.group as string,
    noun: "project",
    roles: readers,
    other: "GROUP_CLUSTER_MANAGER",
    foreign: ["ORG_OWNER", "INVALID_ROLE_FOR_GROUP", onlyGroup],
    /** An invitation of the other side, and the refusal of its removal. */
    misplaced: [ids.orgInvite, "CANNOT_DELETE_ORG_INVITATION"],
    duplicate: "DUPLICATE_INVITATION",
    already: ["Owner@example.com", "USER_ALREADY_IN_GROUP"],
    full: [498, "MAX_USERS_PER_GROUP_EXCEEDED"],
    invitedTo: [
      ["INVITED_TO_GROUP", "group", username],
      ["INVITED_TO_ORG", "org", username],
    ],
    deleted: "GROUP_INVITATION_DELETED",
    strangers: ["nobody@example.com", pending, "owner@example.com"],
  },
  org: {
    create: "createOrgInvite",
    get: "getOrgInvite",
    list: "listOrgInvites",
    remove: "deleteOrgInvite",
    update: "updateOrgInviteById",
    updateAll: "updateOrgInvites",
    invitation: orgInvitation,
    scopeId: ids.org as string,
    noun: "organization",
    roles: ["ORG_READ_ONLY"],
    other: "ORG_MEMBER",
    foreign: ["GROUP_OWNER", "INVALID_ROLE_FOR_ORG", onlyOrg],
    misplaced: [ids.invite, "CANNOT_DELETE_GROUP_INVITATION"],
    duplicate: "DUPLICATE_ORG_INVITATION",
    already: ["Member@example.com", "USER_ALREADY_IN_ORG"],
    full: [497, "MAX_USERS_PER_ORG_EXCEEDED"],
    invitedTo: [["INVITED_TO_ORG", "org", username]],
    deleted: "ORG_INVITATION_DELETED",
    strangers: ["nobody@example.com", invited, "member@example.com"],
  },
} as const;
type Side = (typeof sides)["group" | "org"];

for (const [scope, side] of Object.entries(sides) as ["group" | "org", Side][]) {
  test(`invitations to a ${side.noun}`, async (t) => {
    const stage = await startOperations(t);
    const { answers, call, get, refuses, testRefusals, told } = stage;
    const { scopeId, roles } = side;
    const shown: object = side.invitation;
    const { id: invitationId, username: address } = side.invitation;
    const by = (id: string) => ({ params: { invitationId: id } });
    const one = by(invitationId);
    const to = (name: string, more: object = {}) => ({ body: { username: name, roles, ...more } });
    const created = (more: object) => (made: { id: string }) => {
      const inviter = { inviterUsername: keys.owner.publicKey };
      const written = { createdAt: stage.clock.now().replace(".000", ""), ...inviter, roles, username };
      return { ...shown, ...written, id: made.id, ...more };
    };
    const inAnyCase = address.toUpperCase();

    await t.test("200 invites for thirty days, in the name of the key, which is told", async () => {
      const made = await answers(side.create, to(username), created({ createdAt: now }));
      await answers(side.get, by(made.id), made);
      deepEqual(told(), [...side.invitedTo]);
    });

    await t.test(
      "200 names a service account by its client id, keeps the spelling, and each role once",
      async () => {
        const spelled = "Zoe@Example.com";
        const more = { createdAt: now, inviterUsername: account.clientId, username: spelled };
        const twice = { roles: [...roles, ...roles].reverse() };
        await answers(side.create, { as: "account", ...to(spelled, twice) }, created(more));
      },
    );

    for (const [name, end, ended] of [
      ["declined", () => stage.end(invitationId, "decline"), "DECLINED"],
      ["expired", () => stage.end(invitationId, "expire"), "EXPIRED"],
      ["older than thirty days", async () => stage.clock.set({ now: expiry }), "EXPIRED"],
      ["revoked", () => get(side.remove, one), "REVOKED"],
    ] as const) {
      await t.test(`200 invites anew when the invitation before was ${name}, which is history`, async () => {
        await end();
        const made = await get(side.create, to(address));
        notEqual(made.id, invitationId);
        await answers(side.list, {}, [made]);
        deepEqual(stage.rows(`select status from invites where id = '${invitationId}'`), [
          { status: scope === "org" ? "REVOKED" : ended },
        ]);
      });
    }

    await t.test("of twenty that invite one address at once, one does", async () => {
      const replies = await Promise.all(Array.from({ length: 20 }, () => call(side.create, to(username))));
      deepEqual(replies.map(({ status }) => status).sort(), [200, ...Array(19).fill(409)]);
    });

    await t.test(
      "200 lists a bare array, oldest first, and only the address asked for, in any case",
      async () => {
        const others = [];
        for (const name of [username, "ada@example.com"]) {
          stage.clock.set({ advance: "PT1S" });
          others.push(await get(side.create, to(name)));
        }
        await answers(side.list, {}, [shown, ...others]);
        await answers(side.list, { query: "username=" }, [shown, ...others]);
        await answers(side.list, { query: `username=${inAnyCase}` }, [shown]);
        for (const name of ["nobody%40example.com", side.strangers[1], "no-address"]) {
          await answers(side.list, { query: `username=${name}` }, []);
        }
        stage.clock.set({ now: "2026-09-09T03:04:52Z" });
        await answers(side.get, one, shown);
        await get(side.remove, by(others[0].id));
        stage.clock.set({ now: expiry });
        await answers(side.list, {}, others.slice(1));
      },
    );

    for (const ending of ["accept", "decline", "expire"] as const) {
      await t.test(`200 leaves out an invitation after ${ending}`, async () => {
        await stage.end(invitationId, ending);
        await answers(side.list, {}, []);
      });
    }

    for (const id of [side.update, side.updateAll]) {
      const patch = (body: object, name = address): Asked =>
        id === side.update ? { ...one, body } : { body: { username: name, ...body } };

      await t.test(
        `${id}: 200 replaces the roles, each once; id, dates, inviter and address stay`,
        async () => {
          stage.clock.set({ advance: "P1D" });
          const changed = { ...shown, roles };
          await answers(id, patch({ roles: [...roles, ...roles].reverse() }), changed);
          await answers(side.get, one, changed);
          for (const _ of ["replaces", "changes nothing"]) {
            await answers(id, patch({ roles: [side.other] }, inAnyCase), { ...shown, roles: [side.other] });
          }
          const types = stage.events().map(({ type, target_username }) => [type, target_username]);
          deepEqual(types, Array(types.length).fill(["USER_ROLES_CHANGED_AUDIT", address]));
        },
      );
    }

    await t.test("the event names a service account by its client id", async () => {
      await call(side.updateAll, { as: "account", ...to(address) });
      const [event] = stage.events();
      deepEqual([event?.actor_kind, event?.actor_name], ["SERVICE_ACCOUNT", account.clientId]);
    });

    await t.test("204 ends the invitation, keeps it as history, and leaves every other alone", async () => {
      await answers(side.remove, one);
      deepEqual(stage.rows("select id from invites where status = 'REVOKED'"), [{ id: invitationId }]);
      deepEqual(told(), [[side.deleted, scope, address]]);
    });

    const gone: RefusedCall[] = (
      [
        ...(["accept", "decline", "expire"] as const).map(
          (ending) => [`after ${ending}`, () => stage.end(invitationId, ending)] as const,
        ),
        ["after it was revoked", () => get(side.remove, one)],
        ["on the last of the thirty days", () => stage.clock.set({ now: expiry })],
      ] as const
    ).map(([when, before]) => [`an invitation ${when}`, { before }, "RESOURCE_NOT_FOUND", [invitationId]]);
    const wrongIds = [ids.missing, ids.otherInvite, side.misplaced[0]];
    await testRefusals({ [side.get]: one, [side.update]: { ...one, body: { roles } } }, [
      ...gone,
      ...wrongIds.map(
        (id): RefusedCall => [`${id}, which is no invitation to it`, by(id), "RESOURCE_NOT_FOUND", [id]],
      ),
    ]);
    await testRefusals({ [side.updateAll]: to(address) }, [
      ...gone.map(([why, change, code]): RefusedCall => [why, change, code, [address]]),
      ...side.strangers.map(
        (name): RefusedCall => [`${name}, who is not invited`, to(name), "RESOURCE_NOT_FOUND", [name]],
      ),
    ]);
    await testRefusals({ [side.remove]: one }, [
      ...gone.map(([why, change]): RefusedCall => [why, change, "INVALID_INVITATION_ID", [invitationId]]),
      ...wrongIds
        .slice(0, 2)
        .map(
          (id): RefusedCall => [`${id}, which is no invitation to it`, by(id), "INVALID_INVITATION_ID", [id]],
        ),
      ["one of the other kind", by(side.misplaced[0]), side.misplaced[1], [side.misplaced[0]]],
    ]);

    const [foreign, code, said] = side.foreign;
    const wrongRoles: RefusedCall[] = [
      [
        "no roles",
        { body: { roles: undefined } },
        "MISSING_ATTRIBUTE",
        ["roles"],
        "roles",
        `Name the roles as an array with at least one ${side.noun} role.`,
      ],
      [
        "no role at all",
        { body: { roles: [] } },
        "BAD_REQUEST",
        [],
        "_roles",
        "At least one role must be specified.",
      ],
      [
        "a role of the other scope",
        { body: { roles: [...roles, foreign] } },
        code,
        [foreign, scopeId],
        "_roles",
        said,
      ],
      [
        "101 roles",
        { body: { roles: Array(101).fill(roles[0]) } },
        "BAD_REQUEST",
        [],
        "_roles",
        "At most 100 roles are accepted, not 101.",
      ],
    ];
    await testRefusals(
      {
        [side.create]: to(username),
        [side.update]: { ...one, body: { roles } },
        [side.updateAll]: to(address),
      },
      wrongRoles,
    );
    await t.test("400 BAD_REQUEST for roles that do not exist, each named once", async () => {
      const names = ["INVALID_ROLE", "group_owner", "INVALID_ROLE"];
      const { json } = await call(side.create, to(username, { roles: [...roles, ...names] }));
      const fields = names.slice(0, 2).map((name) => ({ description: unknown(name), field: "_roles" }));
      deepEqual([json.errorCode, json.badRequestDetail.fields], ["BAD_REQUEST", fields]);
    });
    await testRefusals({ [side.create]: to(username), [side.updateAll]: to(address) }, [
      [
        "no username",
        { body: { username: undefined } },
        "MISSING_ATTRIBUTE",
        ["username"],
        "username",
        "Name the invited e-mail address.",
      ],
      ["what is no address", to("hello"), "INVALID_USERNAME", ["hello"], "username", email],
    ]);
    const [already, alreadyCode] = side.already;
    const [count, full] = side.full;
    await testRefusals({ [side.create]: to(username) }, [
      ["an address that is pending", to(address), side.duplicate, [address, scopeId]],
      ["an address that is pending, in any case", to(inAnyCase), side.duplicate, [inAnyCase, scopeId]],
      ["a member, in any case", to(already), alreadyCode, [already, scopeId]],
      [
        "an invitation that was accepted",
        { ...to(address), before: () => stage.end(invitationId, "accept") },
        alreadyCode,
        [address, scopeId],
      ],
      ["five hundred", { before: () => inviteMany(stage, count, scope) }, full, [500, scopeId]],
    ]);
    await t.test("200 for the five hundredth", async () => {
      inviteMany(stage, count - 1, scope);
      await get(side.create, to(username));
    });
    await refuses(side.get, by(ids.missing), "RESOURCE_NOT_FOUND", [ids.missing]);
  });
}

test("invitations to a project, beside those to its organization", async (t) => {
  const stage = await startOperations(t);
  const { get, told } = stage;
  const to = (name: string) => ({ body: { username: name, roles: readers } });

  await t.test("200 for an address that is pending elsewhere, which stays as it is", async () => {
    await get("createGroupInvite", to(pending));
    await get("createGroupInvite", { as: "stranger", params: { groupId: ids.otherGroup }, ...to(username) });
    await get("createGroupInvite", to(username));
    await get("updateGroupInvites", to(invited));
    const other = {
      as: "stranger" as const,
      params: { groupId: ids.otherGroup, invitationId: ids.otherInvite },
    };
    deepEqual((await get("getGroupInvite", other)).roles, ["GROUP_OWNER"]);
  });

  await t.test("a member of the organization is told to the project alone", async () => {
    await get("createGroupInvite", to("member@example.com"));
    deepEqual(told(), [["INVITED_TO_GROUP", "group", "member@example.com"]]);
  });

  const elsewhere = { groupId: ids.otherGroup, invitationId: ids.orgInvite };
  await stage.testRefusals({ deleteGroupInvite: { as: "stranger", params: elsewhere } }, [
    ["one to another organization, of which nothing is shown", {}, "INVALID_INVITATION_ID", [ids.orgInvite]],
  ]);
});
