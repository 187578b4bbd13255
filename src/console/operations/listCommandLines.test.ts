// Proves listCommandLines: a person's own command lines, as long as they are signed in.
import { deepEqual, equal } from "node:assert/strict";
import { member, owner, testConsole } from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { now } from "../../../test/support/stage.ts";

testConsole("listCommandLines", async (t, stage) => {
  const list = (username: string) => stage.read(username, "listCommandLines");

  await t.test("200 with those of the person, the newest first", async () => {
    const first = await stage.commandLine(owner, "BCDFGHJK");
    stage.pass(60_000);
    const second = await stage.commandLine(owner, "BCDFGHJL");
    await stage.commandLine(member, "BCDFGHJM");
    await stage.waiting("BCDFGHJN");
    const lines = await list(owner);
    deepEqual(pluck(lines, "id"), [second, first]);
    deepEqual(lines[1], {
      client: "Atlas CLI",
      userAgent: "AtlasCLI/1.58.1",
      remoteAddress: "127.0.0.1",
      createdAt: now,
      expiresAt: "2026-08-10T07:04:53Z",
      id: first,
      renewedAt: now,
    });
  });

  await t.test("200 without those that were not renewed for four hours", async () => {
    const id = await stage.commandLine(owner, "BCDFGHJP");
    const isListed = async () => (await list(owner)).some((line: { id: string }) => line.id === id);
    stage.pass(4 * 3_600_000 - 1);
    equal(await isListed(), true);
    stage.pass(1);
    equal(await isListed(), false);
  });
});
