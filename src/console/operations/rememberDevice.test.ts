// Proves rememberDevice: a mailed link lets its person in once with the password that others try to guess.
import { deepEqual, equal } from "node:assert/strict";
import { other, owner, password, testConsole } from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";

const gone = refusal("PASSWORD_LINK_NOT_FOUND");

testConsole("rememberDevice", async (t, stage) => {
  const { get, perform, refuses } = stage;
  const linkOf = async (username: string) => stage.link({ userId: await stage.userId(username) });

  await t.test("200 and the password opens, while strangers exhaust the account", async () => {
    for (let index = 0; index < 20; index++) {
      await perform("signIn", { username: owner, password: "a guess" }, { from: `198.51.${index}.7` });
    }
    const session = await stage.session(owner);
    const json = await get("rememberDevice", { token: await linkOf(owner) });
    deepEqual(json, { device: json.device });
    equal((await perform("signIn", { username: owner, password })).status, 429);
    await get("signIn", { username: owner, password, device: json.device });
    equal(await stage.isOver(session), false, "nothing is ended");
  });

  await t.test("the device is of nobody else, and opens nothing by itself", async () => {
    const { device } = await get("rememberDevice", { token: await linkOf(other) });
    deepEqual(await stage.rows("sessions"), []);
    for (let index = 0; index < 20; index++) {
      await perform("signIn", { username: owner, password: "a guess" }, { from: `198.51.${index}.7` });
    }
    equal((await perform("signIn", { username: owner, password, device })).status, 429);
    equal((await perform("signIn", { username: other, password: "a guess", device })).status, 401);
  });

  await t.test("404 for a link that was used; others of the person stay good", async () => {
    const [token, another] = [await linkOf(owner), await linkOf(owner)];
    await get("rememberDevice", { token });
    await refuses("rememberDevice", { token }, gone);
    await refuses("resetPassword", { token, password: "another staple of horses" }, gone);
    await get("rememberDevice", { token: another });
  });

  await t.test("of many at once with one link, one is made known", async () => {
    const token = await linkOf(owner);
    const made = await Promise.all(Array.from({ length: 5 }, () => perform("rememberDevice", { token })));
    deepEqual(pluck(made, "status").sort(), [200, 404, 404, 404, 404]);
  });
});
