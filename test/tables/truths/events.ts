// The statements of recordings on events, beside those of their nouns.
import { G, O, T, type Truths } from "./truth.ts";

export const events: Truths = {
  "of an access list": {
    call: "createOrgApiKeyAccessListEntry: its event has whitelistEntry",
    by: "CLI recording of the organization's events",
    ask: async ({ read }) => {
      const { id } = await read(`POST /orgs/${O}/apiKeys`, { desc: "a", roles: ["ORG_MEMBER"] });
      await read(`POST /orgs/${O}/apiKeys/${id}/accessList`, [{ ipAddress: "192.0.2.7" }]);
      return (await read(`GET /orgs/${O}/events`)).results[0].whitelistEntry;
    },
    expected: "192.0.2.7",
  },
  "of a team in a project": {
    call: "addGroupTeams: its event has groupId and orgId",
    by: "CLI recording of the organization's events",
    ask: async ({ read }) => {
      await read(`POST /groups/${G}/teams`, [{ teamId: T, roleNames: ["GROUP_READ_ONLY"] }]);
      const [{ eventTypeName, groupId, orgId }] = (await read(`GET /groups/${G}/events`)).results;
      return [eventTypeName, groupId, orgId];
    },
    expected: ["TEAM_ADDED_TO_GROUP", G, O],
  },
  "of joining a team": {
    call: "createOrgTeam with people: JOINED_TEAM has no teamId",
    by: "CLI recording of the organization's events",
    ask: async ({ read }) => {
      await read(`POST /orgs/${O}/teams`, { name: "a", usernames: ["owner@example.com"] });
      const [, joined] = (await read(`GET /orgs/${O}/events`)).results;
      return [joined.eventTypeName, joined.targetUsername, "teamId" in joined];
    },
    expected: ["JOINED_TEAM", "owner@example.com", false],
  },
  "of a key": {
    call: "any change by an API key: its event names the key",
    by: "CLI recording of the organization's events",
    ask: async ({ read }) => {
      await read(`PATCH /orgs/${O}`, { name: "Acme Inc" });
      const [{ publicKey, isGlobalAdmin, remoteAddress }] = (await read(`GET /orgs/${O}/events`)).results;
      return [publicKey, isGlobalAdmin, remoteAddress];
    },
    expected: ["orgowner", false, "127.0.0.1"],
  },
};
