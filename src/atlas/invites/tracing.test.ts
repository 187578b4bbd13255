// Tests of the details of an invitation: its roles, its inviter, its messages and its events.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { day, minute } from "../../core/domain/instant.ts";
import { describeInvite, inviterOf } from "./describing.ts";
import { traceInvite } from "./tracing.ts";

const now = Date.UTC(2026, 7, 10);
const createdAt = now - day;
const groupNames: Record<string, string> = { p: "payments", l: "ledger" };
const invite = {
  id: "i",
  orgId: "o",
  groupId: null,
  userId: "u",
  username: "new@example.com",
  status: "PENDING",
  inviterUsername: "Ada@example.com",
  createdAt,
  expiresAt: now + 29 * day,
  endedAt: null,
};
const roleGrant = (groupId: string, role: string) => ({ groupId, role });
const holdings = {
  roles: ["ORG_READ_ONLY", "ORG_OWNER"],
  groupRoles: [
    roleGrant("p", "GROUP_READ_ONLY"),
    roleGrant("l", "GROUP_OWNER"),
    roleGrant("p", "GROUP_OWNER"),
    roleGrant("x", "GROUP_OWNER"),
  ],
  teamIds: ["t2", "t1", "gone"],
};
const eventOf = (id: string, at: number, rest: object = {}) => ({
  id,
  at,
  type: "INVITED_TO_ORG",
  actor: null,
  groupId: undefined,
  kept: undefined,
  ...rest,
});

interface World {
  readonly events?: Record<string, object[]>;
  readonly mails?: object[];
  readonly credential?: object | undefined;
}

function start({ events = {}, mails = [], credential }: World = {}) {
  const asked: unknown[] = [];
  const tx = {
    users: {
      byAddress: async (name: string) =>
        name.startsWith("Ada") ? { firstName: "Ada", lastName: "Lovelace" } : undefined,
    },
    credentials: { named: async () => credential },
    invites: {
      holdingsOf: async ({ groupId }: typeof invite) =>
        groupId === null ? holdings : { ...holdings, groupRoles: [], teamIds: [] },
    },
    groups: { nameOf: async (id: string) => groupNames[id] },
    teams: { find: async (_org: string, id: string) => (id === "gone" ? undefined : { name: `team ${id}` }) },
    orgs: { find: async (id: string) => (id === "o" ? { name: "Acme" } : undefined) },
    events: {
      about: async (scope: { orgId?: string; groupId?: string }, about: { types: readonly string[] }) => {
        const { types, ...rest } = about;
        asked.push([scope, rest, types.filter((type) => /^(JOINED|INVITED)/.test(type))]);
        return events[scope.orgId ?? scope.groupId ?? ""] ?? [];
      },
    },
    outbox: { ofInvite: async (id: string) => (id === "i" ? mails : []) },
  };
  return { asked, tx: tx as never, looking: { tx, now } as never };
}

test("an invitation offers roles in their order, projects and teams by name, and no name of what is gone", async () => {
  const { tx } = start();
  deepEqual(await describeInvite(tx, invite), {
    orgName: "Acme",
    groupName: null,
    roles: ["ORG_OWNER", "ORG_READ_ONLY"],
    groupRoles: [
      { groupId: "x", groupName: "", roles: ["GROUP_OWNER"] },
      { groupId: "l", groupName: "ledger", roles: ["GROUP_OWNER"] },
      { groupId: "p", groupName: "payments", roles: ["GROUP_OWNER", "GROUP_READ_ONLY"] },
    ],
    teams: ["", "team t1", "team t2"],
  });
  const { orgName, groupName } = await describeInvite(tx, { ...invite, orgId: "gone", groupId: "p" });
  deepEqual([orgName, groupName], ["", "payments"]);
  equal((await describeInvite(tx, { ...invite, groupId: "x" })).groupName, "");
});

test("an inviter is a person by name, or a credential of the organization by what it is called", async () => {
  const named = (inviterUsername: string, credential?: object) =>
    inviterOf(start({ credential }).tx, { orgId: "o", inviterUsername });
  const known = { orgId: "o", label: "for CI" };
  deepEqual(await named("Ada@example.com", known), {
    name: "Ada@example.com",
    firstName: "Ada",
    lastName: "Lovelace",
    label: "",
  });
  const nameless = { firstName: "", lastName: "" };
  deepEqual(await named("gone@example.com"), { name: "gone@example.com", ...nameless, label: "" });
  deepEqual(await named("abcdefgh", known), { name: "abcdefgh", ...nameless, label: "for CI" });
  equal((await named("abcdefgh", { ...known, orgId: "other" })).label, "");
  equal((await named("abcdefgh")).label, "");
});

test("one to an organization has the events of it and of its projects, the newest first", async () => {
  const actor = { kind: "USER", id: "a", name: "ada@example.com" };
  const key = { kind: "API_KEY", id: "k", name: "abcdefgh" };
  const { looking, asked } = start({
    credential: { orgId: "o", label: "for CI" },
    events: {
      o: [eventOf("1", createdAt, { actor }), eventOf("3", now, { actor: key })],
      p: [
        eventOf("2", now, {
          type: "USER_ROLES_CHANGED_AUDIT",
          groupId: "p",
          kept: { roles: { before: [], after: ["GROUP_OWNER"] } },
        }),
      ],
      l: [eventOf("4", createdAt + minute, { groupId: "moved" })],
    },
  });
  const { events, groupName } = await traceInvite(looking, invite as never);
  equal(groupName, null);
  const shown = { type: "INVITED_TO_ORG", actor: null, groupName: "", roles: null };
  deepEqual(events, [
    // The activity page uses the same names.
    {
      ...shown,
      id: "3",
      at: "2026-08-10T00:00:00Z",
      actor: { kind: "API_KEY", name: "abcdefgh", label: "for CI" },
    },
    {
      ...shown,
      id: "2",
      at: "2026-08-10T00:00:00Z",
      type: "USER_ROLES_CHANGED_AUDIT",
      groupName: "payments",
      roles: { before: [], after: ["GROUP_OWNER"] },
    },
    { ...shown, id: "4", at: "2026-08-09T00:01:00Z" },
    {
      ...shown,
      id: "1",
      at: "2026-08-09T00:00:00Z",
      actor: { kind: "USER", name: "ada@example.com", label: "" },
    },
  ]);
  const about = { username: "new@example.com", from: createdAt, to: now };
  const ofGroup = ["INVITED_TO_GROUP", "JOINED_GROUP"];
  deepEqual(asked, [
    [{ orgId: "o" }, about, ["INVITED_TO_ORG", "JOINED_ORG", "INVITED_TO_TEAM", "JOINED_TEAM"]],
    ...["x", "l", "p"].map((groupId) => [{ groupId }, about, ofGroup]),
  ]);
});

test("one to a project has the events of it alone, until it ended", async () => {
  const endedAt = createdAt + minute;
  const { looking, asked } = start({ events: { p: [eventOf("1", createdAt, { groupId: "p" })] } });
  const traced = await traceInvite(looking, { ...invite, groupId: "p", userId: null, endedAt } as never);
  deepEqual(
    [traced.events[0]?.groupName, traced.endedAt, traced.userId],
    ["payments", "2026-08-09T00:01:00Z", null],
  );
  const about = { username: "new@example.com", from: createdAt, to: endedAt };
  deepEqual(asked, [[{ groupId: "p" }, about, ["INVITED_TO_GROUP", "JOINED_GROUP"]]]);
});
