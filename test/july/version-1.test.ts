// Calls in version 1.0 in the list of the test controls and in a report.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { remarksOnVersion1 } from "../../src/july/report/version-1.ts";
import { findingsOf } from "../../src/july/report/write-report.ts";
import type { Finding } from "../../src/server/july-room.ts";
import { startStage } from "../support/stage.ts";
import { ids, type Reply } from "../support/world.ts";

test("calls in version 1.0 are counted with what they move to", async (t) => {
  const stage = await startStage(t);
  const headers = { "user-agent": "vault/1.20" };
  const ask = (method: string, path: string, body?: object) =>
    stage.ask("owner", { method, path: `/api/atlas/v1.0${path}`, headers, ...(body && { body }) });
  await ask("GET", "/orgs");
  await ask("GET", "/orgs");
  const made = await ask("POST", `/orgs/${ids.org}/apiKeys`, { desc: "made", roles: ["ORG_MEMBER"] });
  await ask("POST", `/orgs/${ids.org}/apiKeys/${made.json.id}/accessList`, [{ ipAddress: "192.0.2.7" }]);
  await ask("POST", `/groups/${ids.group}/invites`, { username: "new@example.com", roles: ["GROUP_OWNER"] });
  const control = async (name: string) => (await stage.send({ path: `/_anteroom/v1/${name}` })).json;

  const found: Finding[] = await control("deprecations");
  const counted = found.sort((a, b) => (a.operationId < b.operationId ? -1 : 1));
  deepEqual(
    counted.map(({ operationId, count, sunset, successor }) => [operationId, count, sunset, successor]),
    [
      ["v1.0 createGroupInvite", 1, null, "addGroupUsers"],
      ["v1.0 createOrgApiKey", 1, null, "createOrgApiKey"],
      ["v1.0 createOrgApiKeyAccessListEntry", 1, null, "createOrgApiKeyAccessListEntry"],
      ["v1.0 listOrgs", 2, null, "listOrgs"],
    ],
  );
  equal(counted[1]?.request, `POST /api/atlas/v1.0/orgs/${ids.org}/apiKeys`);
  match(counted[1]?.instead.curl ?? "", /\/api\/atlas\/v2\/orgs\/.*"roles": \["ORG_MEMBER"\]/s);
  match(counted[0]?.instead.curl ?? "", /\/users/);

  deepEqual(findingsOf(counted), []);
  deepEqual(remarksOnVersion1(counted), [
    "vault/1.20 calls version 1 of the API, which is outside of the July 2027 list and moves to version 2: listOrgs (2); createGroupInvite, now addGroupUsers (1); createOrgApiKey (1); createOrgApiKeyAccessListEntry (1).",
  ]);
  const answered = (await control("requests")).filter(({ status }: Reply) => status !== 401);
  deepEqual(answered[0].operationId, "v1.0 createGroupInvite");
});
