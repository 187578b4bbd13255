// What somebody holds throughout an organization, and where each role comes from.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { tellStore } from "../../test/support/told-store.ts";
import { rolesHeldThroughout } from "./explaining.ts";

test("roles of the organization count in each of its projects, those of a project and of teams in it there alone", async () => {
  const team = { id: "t", name: "core" };
  const grant = (role: string, groupId: string | null, ofTeam: object | null = null) => ({
    role,
    groupId,
    team: ofTeam,
  });
  const { calls, tx } = tellStore({
    "grants.held": [
      [grant("GROUP_OWNER", "q", team), grant("GROUP_READ_ONLY", "p"), grant("ORG_READ_ONLY", null)],
    ],
    "groups.visible": [
      {
        results: [
          { id: "p", name: "payments" },
          { id: "q", name: "ledger" },
        ],
      },
    ],
  });
  const inOrg = { role: "ORG_READ_ONLY", from: { kind: "ORG", id: "o", name: "Acme" } };
  deepEqual(await rolesHeldThroughout(tx, { id: "o", name: "Acme" }, "u"), {
    inOrg: [inOrg],
    inGroups: [
      {
        id: "p",
        name: "payments",
        held: [inOrg, { role: "GROUP_READ_ONLY", from: { kind: "GROUP", id: "p", name: "payments" } }],
      },
      {
        id: "q",
        name: "ledger",
        held: [inOrg, { role: "GROUP_OWNER", from: { kind: "TEAM", ...team } }],
      },
    ],
  });
  const every = { pageNum: 1, itemsPerPage: 250, includeCount: false };
  deepEqual(calls, [
    ["grants.held", { orgId: "o" }, { principalId: "u" }],
    ["groups.visible", { principalId: "u", orgId: "o" }, every],
  ]);
});
