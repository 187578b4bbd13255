// GET /orgs/{orgId}, answer by answer.
import { test } from "node:test";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const path = `/api/atlas/v2/orgs/${ids.org}`;

test("getOrg", async (t) => {
  const stage = await startStage(t);

  await t.test("200 answers the organization with links to all that belongs to it", async () => {
    const json = {
      id: ids.org,
      isDeleted: false,
      links: [
        { href: `${stage.url}${path}`, rel: "self" },
        { href: `${stage.url}${path}/groups`, rel: "https://cloud.mongodb.com/groups" },
        { href: `${stage.url}${path}/teams`, rel: "https://cloud.mongodb.com/teams" },
        { href: `${stage.url}${path}/users`, rel: "https://cloud.mongodb.com/users" },
      ],
      name: "Acme",
      skipDefaultAlertsSettings: false,
    };
    assertSuccess(await stage.ask("member", { path }), { status: 200, limit: 500, json });
  });

  await t.test("404 INVALID_ORG_ID for what is no id", async () => {
    assertRefusal(
      await stage.ask("owner", { path: path.replace(ids.org, "acme") }),
      refusal("INVALID_ORG_ID", ["acme"]),
    );
  });
});
