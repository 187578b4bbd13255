// Tests that secrets of people are in no table, no event, no log, and in no answer but the one that shows them first.
import { deepEqual, equal, ok } from "node:assert/strict";
import { inspect } from "node:util";
import { draftUser } from "../../src/core/domain/user.ts";
import { pluck } from "../support/pluck.ts";
import { ids, invited } from "../support/world.ts";
import { owner, password, rich, testConsole } from "./support/console-operations.ts";

testConsole("secrets of people", async (t, stage) => {
  const fresh = "another staple of horses";

  /** Performs each operation that takes or makes a secret; gives the answers, and which of them may show it. */
  async function live() {
    const answers: string[] = [];
    const secrets = new Map<string, number | null>([
      [password, null],
      [fresh, null],
    ]);
    const perform: typeof stage.perform = async (...all) => {
      const answer = await stage.perform(...all);
      for (const secret of [answer.json?.token, answer.json?.device]) {
        if (secret !== undefined) secrets.set(secret, answers.length);
      }
      answers.push(JSON.stringify(answer));
      return answer;
    };
    const link = async (about: Parameters<typeof stage.link>[0]) => {
      const token = await stage.link(about);
      secrets.set(token, null);
      return token;
    };

    const toOrg = await link({ inviteId: rich.id });
    const toGroup = await link({ inviteId: ids.invite });
    await perform("getInvitation", { token: toOrg });
    await perform("joinByInvitation", { token: toOrg, firstName: "Rita", lastName: "Rich", password });
    const id = "c2b6e34b3d91647abb20e7b8";
    await stage.store.write((tx) => tx.users.add(draftUser({ id, username: invited, now: 1 }), null));
    await stage.ask(invited, "acceptInvitation", { token: toGroup });
    await perform("declineInvitation", { token: toGroup });
    const signed = await perform("signIn", { username: owner, password });
    const { token: session, device } = signed.json;
    await perform("signIn", { username: owner, password: fresh, device });
    const changed = await perform("changePassword", { current: password, password: fresh }, { session });
    await perform("signOut", { token: changed.json.token });
    const toPassword = await link({ userId: await stage.userId(owner) });
    await perform("resetPassword", { token: toPassword, password });
    await perform("resetPassword", { token: toPassword, password });
    return { answers, secrets };
  }

  await t.test("each is in the answer that shows it first, and nowhere else", async () => {
    const { answers, secrets } = await live();
    const kept = JSON.stringify(await stage.dump());
    equal(secrets.size, 12);
    for (const [secret, shown] of secrets) {
      const places = answers.flatMap((answer, index) => (answer.includes(secret) ? [index] : []));
      deepEqual(places, shown === null ? [] : [shown]);
      equal(kept.includes(secret), false);
    }
    deepEqual(stage.reported, []);
  });

  await t.test("nor is one logged when the store fails", async () => {
    for (const table of ["sessions", "invites", "users"]) {
      for (const change of ["insert", "update", "delete"]) {
        stage.execute(
          `create trigger no_${change}_${table} before ${change} on ${table} begin select raise(abort, 'not today'); end`,
        );
      }
    }
    const links = [await stage.link({ inviteId: rich.id }), await stage.link({ inviteId: ids.invite })];
    const [join, decline] = links;
    const names = { firstName: "Rita", lastName: "Rich" };
    const answers = [
      await stage.perform("joinByInvitation", { token: join, ...names, password }),
      await stage.perform("declineInvitation", { token: decline }),
      await stage.perform("signIn", { username: owner, password }),
    ];
    for (const table of ["sessions", "invites", "users"]) {
      for (const change of ["insert", "update", "delete"]) {
        stage.execute(`drop trigger no_${change}_${table}`);
      }
    }
    const statuses = pluck(answers, "status");
    deepEqual(statuses, [500, 500, 500]);
    for (const { json } of answers) {
      deepEqual(json, {
        detail: "Unexpected error.",
        error: 500,
        errorCode: "UNEXPECTED_ERROR",
        parameters: [],
        reason: "Internal Server Error",
      });
    }
    const logged = inspect(stage.reported, { depth: null, showHidden: true });
    ok(logged.includes("not today"));
    for (const secret of [...links, password]) ok(!logged.includes(secret ?? ""));
  });
});
