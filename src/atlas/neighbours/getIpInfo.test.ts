// GET /api/private/ipinfo, answer by answer.
import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const path = "/api/private/ipinfo";

test("getIpInfo", async (t) => {
  const stage = await startStage(t);

  await t.test("200 the address of the caller as plain JSON, whatever is accepted", async () => {
    for (const accept of ["application/json", "*/*", "application/vnd.atlas.2025-03-12+json"]) {
      assertSuccess(await stage.ask("member", { path, headers: { accept } }), {
        status: 200,
        limit: null,
        headers: { "content-type": "application/json" },
        json: { currentIpv4Address: "127.0.0.1" },
      });
    }
  });

  await t.test("401 with a challenge without credentials", async () => {
    const reply = await stage.send({ path });
    equal(reply.status, 401);
    match(reply.headers["www-authenticate"] ?? "", /^Digest /);
  });
});
