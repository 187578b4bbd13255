// GET /unauth/controlPlaneIPAddresses, answer by answer.
import { test } from "node:test";
import { assertSuccess, startStage } from "../../../test/support/stage.ts";

const none = { aws: {}, azure: {}, gcp: {} };
const version = "application/vnd.atlas.2023-11-15+json";
const path = "/api/atlas/v2/unauth/controlPlaneIPAddresses";
const expected = {
  status: 200,
  limit: 300,
  headers: { "content-type": `${version};charset=utf-8` },
  json: { gateways: [], inbound: none, outbound: none },
};

test("listControlPlaneIpAddresses", async (t) => {
  const stage = await startStage(t);

  await t.test("200 without credentials, with no address of any provider", async () => {
    assertSuccess(await stage.send({ path, headers: { accept: version } }), expected);
  });

  await t.test("200 with credentials, whether or not they are good: nobody looks at them", async () => {
    assertSuccess(await stage.ask("elsewhere", { path, headers: { accept: version } }), expected);
    const headers = { accept: version, authorization: "Bearer of.no.use" };
    assertSuccess(await stage.send({ path, headers }), expected);
  });
});
