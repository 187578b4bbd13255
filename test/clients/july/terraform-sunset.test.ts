// The requests with which Terraform's provider (v2.16) refreshes three of its resources, on 1 July 2027: what
// docs/guides/july-2027.md says of them.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { startStage } from "../../support/stage.ts";
import { ids, invited, v2023 } from "../../support/world.ts";

/** A resource by its name, with the requests of its refresh in their order; the last one is the one that ends. */
const resources = [
  {
    name: "team",
    requests: [`/orgs/${ids.org}/teams/${ids.team}`, `/orgs/${ids.org}/teams/${ids.team}/users`],
    operationId: "listOrgTeamUsers",
    successor: "listOrgTeamUsers in version 2025-02-19",
  },
  {
    name: "project_invitation",
    requests: [`/groups/${ids.group}/invites/${ids.invite}`],
    operationId: "getGroupInvite",
    successor: "getGroupUser",
  },
  {
    name: "org_invitation",
    requests: [`/orgs/${ids.org}/invites/${ids.orgInvite}`],
    operationId: "getOrgInvite",
    successor: "getOrgUser",
  },
];

test("three resources of Terraform before 1 July 2027 and on that day", async (t) => {
  const stage = await startStage(t);
  const userAgentOf = (name: string) => `terraform-provider-mongodbatlas/2.16 Name/${name} Operation/read`;

  for (const { name, requests, operationId, successor } of resources) {
    const refresh = async () => {
      const answers: [number, string | undefined][] = [];
      for (const path of requests) {
        const headers = { accept: v2023, "user-agent": userAgentOf(name) };
        const sending = { method: "GET", path: `/api/atlas/v2${path}`, headers };
        const { status, json } = await stage.ask("owner", sending);
        answers.push([status, json.errorCode === "VERSION_GONE" ? json.detail : undefined]);
      }
      return answers;
    };

    await t.test(`mongodbatlas_${name}`, async () => {
      stage.clock.set({ now: "2026-09-01" });
      deepEqual(
        await refresh(),
        requests.map(() => [200, undefined]),
      );
      stage.clock.set({ now: "2027-07-01" });
      const detail = `Version 2023-01-01 of this resource was removed on 2027-07-01. Use ${successor} instead.`;
      deepEqual(await refresh(), [...requests.slice(1).map(() => [200, undefined]), [410, detail]]);

      const { json } = await stage.send({ path: "/_anteroom/v1/deprecations" });
      const counted = json.filter((each: { userAgent: string }) => each.userAgent === userAgentOf(name));
      deepEqual(
        counted.map((each: { operationId: string; successor: string; count: number }) => [
          each.operationId,
          each.successor,
          each.count,
        ]),
        [[operationId, successor, 2]],
      );
    });
  }

  await t.test("the newer resource sees the person, but not an invitation to the project alone", async () => {
    const list = async (path: string) => {
      const accept = "application/vnd.atlas.2025-02-19+json";
      const sending = { method: "GET", path: `/api/atlas/v2${path}`, headers: { accept } };
      return (await stage.ask("owner", sending)).json.results.map(
        ({ username }: { username: string }) => username,
      );
    };
    equal((await list(`/groups/${ids.group}/users?username=${invited}`)).length, 0);
    deepEqual(await list(`/orgs/${ids.org}/users?username=new@example.com`), ["new@example.com"]);
  });
});
