// The requests of Terraform's `mongodbatlas_project`, in the order and with the headers of its provider (v2.16): create,
// read, refresh, change and destroy.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { startStage } from "../support/stage.ts";
import { ids } from "../support/world.ts";

const media = (date: string) => `application/vnd.atlas.${date}+json`;

test("mongodbatlas_project lives from create to destroy", async (t) => {
  const stage = await startStage(t);

  for (const caller of ["owner", "account"] as const) {
    await t.test(`with ${caller === "account" ? "a service account" : "an API key"}`, async () => {
      const send = async (method: string, path: string, body?: unknown, date = "2023-01-01") => {
        const headers = {
          accept: media(date),
          "user-agent": "terraform-provider-mongodbatlas/2.16 Name/project",
          ...(body !== undefined && { "content-type": media(date) }),
        };
        const sending = { method, path: `/api/atlas/v2/groups${path}`, headers };
        return stage.ask(caller, body === undefined ? sending : { ...sending, body });
      };
      const created = await send("POST", "", { name: `terraform ${caller}`, orgId: ids.org });
      equal(created.status, 201, created.text);
      const one = `/${created.json.id}`;
      const read = async () => {
        for (const part of ["", "/teams", "/limits", "/settings", "/ipAddresses"]) {
          const { status, text } = await send("GET", `${one}${part}`);
          equal(status, 200, text);
        }
        const { status, text } = await send("GET", `${one}/managedSlowMs`);
        equal(status, 200, text);
        return JSON.parse(text);
      };
      const settings = { isDataExplorerEnabled: false, isSchemaAdvisorEnabled: true };
      equal((await send("PATCH", `${one}/settings`, settings)).status, 200);

      equal(await read(), true);
      equal((await send("POST", `${one}/managedSlowMs/enable`)).status, 204);
      equal(await read(), true);
      equal((await send("DELETE", `${one}/managedSlowMs/disable`)).status, 204);
      equal((await send("PATCH", `${one}/settings`, { isDataExplorerEnabled: true })).status, 200);
      equal(await read(), false);

      const { status, json } = await send("GET", `${one}/clusters`, undefined, "2024-08-05");
      deepEqual([status, json.results, json.totalCount], [200, [], 0]);
      equal((await send("DELETE", one)).status, 202);
      equal((await send("GET", one)).headers["x-error-code"], "GROUP_NOT_FOUND");
    });
  }

  await t.test("without asking for anything that is not there", async () => {
    deepEqual((await stage.send({ path: "/_anteroom/v1/missing" })).json, []);
  });
});
