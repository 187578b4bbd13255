// Proves listPasskeys: the caller's own passkeys, and the factors that this session has proven.
import { deepEqual, equal } from "node:assert/strict";
import { owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { enroll } from "../../../test/console/support/passkeys.ts";
import { ids } from "../../../test/support/world.ts";

testConsole("listPasskeys", async (t, stage) => {
  const list = (session: string) => stage.perform("listPasskeys", {}, { session });

  await t.test("200 with the own, in a session that an organization would refuse", async () => {
    const { device, session: proven } = await enroll(stage);
    await stage.perform("setFactorRule", { orgId: ids.org, rule: "owners" }, { session: proven });
    const { status, json } = await list(await stage.session(owner));
    equal(status, 200);
    const [{ id } = {}] = await stage.rows("passkeys");
    const passkey = { id, credentialId: device.last().id, name: "Laptop" };
    deepEqual(json, {
      passkeys: [{ ...passkey, createdAt: "2026-08-10T03:04:53Z", lastUsedAt: null }],
      codesLeft: 10,
      hasSecondFactor: false,
      hasPassword: true,
    });
  });
});
