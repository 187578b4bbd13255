// Proves rememberDevice: a link that was mailed lets its person in with the password that others guess at, once.
import { deepEqual, equal } from "node:assert/strict";
import {
  assertRefused,
  bodyOf,
  other,
  owner,
  password,
  testConsole,
} from "../../../test/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { refusal } from "../../../test/support/stage.ts";

const gone = refusal("PASSWORD_LINK_NOT_FOUND");

testConsole("rememberDevice", async (t, stage) => {
  const { perform } = stage;
  const linkOf = async (username: string) => stage.link({ userId: await stage.userId(username) });

  await t.test("200 and the password opens, while strangers exhaust the account", async () => {
    for (let index = 0; index < 20; index++) {
      await perform("signIn", { username: owner, password: "a guess" }, { from: `198.51.${index}.7` });
    }
    const session = await stage.session(owner);
    const json = bodyOf(await perform("rememberDevice", { token: await linkOf(owner) }));
    deepEqual(json, { device: json.device });
    equal((await perform("signIn", { username: owner, password })).status, 429);
    equal((await perform("signIn", { username: owner, password, device: json.device })).status, 200);
    equal(await stage.isOver(session), false, "nothing is ended");
  });

  await t.test("the device is of nobody else, and opens nothing by itself", async () => {
    const { device } = (await perform("rememberDevice", { token: await linkOf(other) })).json;
    deepEqual(await stage.rows("sessions"), []);
    for (let index = 0; index < 20; index++) {
      await perform("signIn", { username: owner, password: "a guess" }, { from: `198.51.${index}.7` });
    }
    equal((await perform("signIn", { username: owner, password, device })).status, 429);
    equal((await perform("signIn", { username: other, password: "a guess", device })).status, 401);
  });

  await t.test("404 for a link that was used; others of the person stay good", async () => {
    const [token, another] = [await linkOf(owner), await linkOf(owner)];
    equal((await perform("rememberDevice", { token })).status, 200);
    assertRefused(await perform("rememberDevice", { token }), gone);
    assertRefused(await perform("resetPassword", { token, password: "another staple of horses" }), gone);
    equal((await perform("rememberDevice", { token: another })).status, 200);
  });

  await t.test("of many at once with one link, one is made known", async () => {
    const token = await linkOf(owner);
    const made = await Promise.all(Array.from({ length: 5 }, () => perform("rememberDevice", { token })));
    deepEqual(pluck(made, "status").sort(), [200, 404, 404, 404, 404]);
  });
});
