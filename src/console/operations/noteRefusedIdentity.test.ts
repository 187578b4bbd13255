// Proves noteRefusedIdentity: the person and the organizations get a message about a second subject, but not at every attempt.
import { deepEqual } from "node:assert/strict";
import { owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";

const issuer = "https://login.example.com";
const claims = { issuer, subject: "1", email: owner, emailVerified: true, firstName: "", lastName: "" };
const newcomer = { issuer, subject: "9", email: owner.toUpperCase() };

testConsole("noteRefusedIdentity", async (t, stage) => {
  const { get, perform } = stage;

  await t.test("200: a mail to the person and an event, with address, issuer and subject", async () => {
    await perform("signInWithProvider", claims);
    await get("noteRefusedIdentity", newcomer, { from: "203.0.113.5" });
    deepEqual(
      (await stage.rows("events")).map(
        ({ type, org_id, target_username, actor_id, remote_address, details }) => [
          type,
          org_id,
          target_username,
          actor_id,
          remote_address,
          JSON.parse(String(details)),
        ],
      ),
      [["IDENTITY_REFUSED", ids.org, owner, null, "203.0.113.5", { issuer, subject: "9" }]],
    );
    const { event } = (await stage.read(owner, "listOrgEventsOf", { orgId: ids.org })).results[0];
    deepEqual(
      [event.eventTypeName, event.remoteAddress, "username" in event, "userId" in event],
      ["IDENTITY_REFUSED", "203.0.113.5", false, false],
    );
    const at = Date.parse(now);
    deepEqual(
      (await stage.rows("outbox")).map(({ address, notice }) => [address, JSON.parse(String(notice))]),
      [[owner, { what: "IDENTITY_REFUSED", remoteAddress: "203.0.113.5", at, about: [issuer, "9"] }]],
    );
  });

  await t.test(
    "200 and nothing is told of whoever has the account, or of an account that nobody has",
    async () => {
      await perform("noteRefusedIdentity", newcomer);
      await perform("signInWithProvider", claims);
      for (const more of [
        { subject: "1" },
        { issuer: "https://other.example.com" },
        { email: "x@example.com" },
      ]) {
        await get("noteRefusedIdentity", { ...newcomer, ...more });
      }
      deepEqual([await stage.events(), await stage.rows("outbox")], [[], []]);
    },
  );

  await t.test("200 at every attempt, of which the first few are told", async () => {
    await perform("signInWithProvider", claims);
    for (let attempt = 0; attempt < 9; attempt++) {
      await get("noteRefusedIdentity", newcomer);
    }
    deepEqual([(await stage.events()).length, (await stage.rows("outbox")).length], [3, 3]);
  });
});
