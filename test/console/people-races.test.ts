// Console operations that arrive at once: an invitation ends once, an account is made once, and a link is used once.
import { deepEqual, equal } from "node:assert/strict";
import { draftUser } from "../../src/core/domain/user.ts";
import { ids, invited } from "../support/world.ts";
import {
  eventOf,
  owner,
  type Performed,
  password,
  rich,
  testOnEngines,
} from "./support/console-operations.ts";

const crowd = 20;

/** Begins all before any has ended. */
const atOnce = <T>(count: number, perform: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => perform(index)));

/** Counts each answer. */
function tally(answers: readonly Performed[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, json } of answers) {
    const answer = `${status} ${json.errorCode ?? ""}`.trim();
    counts[answer] = (counts[answer] ?? 0) + 1;
  }
  return counts;
}

testOnEngines("people at once", async (t, stage) => {
  const { perform } = stage;

  /** Makes a person with an account and a session, who belongs to no organization. */
  async function newcomer(username: string) {
    const id = "c2b6e34b3d91647abb20e7b8";
    await stage.store.write((tx) => tx.users.add(draftUser({ id, username, now: 1 }), null));
    return { id, username, session: await stage.session(username) };
  }

  await t.test("of 20 acceptances one counts, and all are answered that it is accepted", async () => {
    const person = await newcomer(rich.username);
    const links = [await stage.link({ inviteId: rich.id }), await stage.link({ inviteId: rich.id })];
    const answers = await atOnce(crowd, (index) =>
      perform("acceptInvitation", { token: links[index % 2] }, person),
    );
    deepEqual(tally(answers), { "200": crowd });
    deepEqual(await stage.events(), [
      eventOf(person, "JOINED_ORG", { orgId: ids.org }),
      eventOf(person, "JOINED_GROUP", { groupId: ids.group }),
      eventOf(person, "JOINED_TEAM", { orgId: ids.org }),
    ]);
  });

  await t.test("of accepting, declining and revoking one ends the invitation", async () => {
    const person = await newcomer(invited);
    const token = await stage.link({ inviteId: ids.invite });
    const revoke = () =>
      stage.store.write((tx) => {
        tx.locks.org(ids.org);
        return tx.invites.end(ids.invite, "REVOKED", stage.clock.now());
      });
    const [accepted, declined, revoked] = await Promise.all([
      perform("acceptInvitation", { token }, person),
      perform("declineInvitation", { token }),
      revoke(),
    ]);
    const outcomes = {
      ACCEPTED: accepted.status === 200,
      DECLINED: declined.status === 200,
      REVOKED: revoked,
    };
    const winners = Object.entries(outcomes).flatMap(([status, won]) => (won ? [status] : []));
    const ended = (await stage.rows("invites")).find(({ id }) => id === ids.invite);
    deepEqual(winners, [ended?.status]);
    const isAccepted = ended?.status === "ACCEPTED";
    equal((await stage.events()).length, isAccepted ? 2 : 0);
    equal((await stage.grants(invited)).length, isAccepted ? 2 : 0);
  });

  await t.test("of 20 who join by one link one does, with the one password that opens", async () => {
    const token = await stage.link({ inviteId: rich.id });
    const names = { firstName: "Rita", lastName: "Rich" };
    const answers = await atOnce(crowd, (index) =>
      perform("joinByInvitation", { token, ...names, password: `${password} ${index}` }),
    );
    deepEqual(tally(answers), { "200": 1, "409 INVITATION_ENDED": crowd - 1 });
    equal((await stage.rows("users")).filter(({ username }) => username === rich.username).length, 1);
    equal((await stage.rows("sessions")).length, 1);
    equal((await stage.events()).length, 3);
    const winner = answers.findIndex(({ status }) => status === 200);
    const signed = await perform("signIn", { username: rich.username, password: `${password} ${winner}` });
    equal(signed.status, 200);
  });

  await t.test("of ten uses of a link to a password one succeeds", async () => {
    const token = await stage.link({ userId: await stage.userId(owner) });
    const answers = await atOnce(10, (index) =>
      perform("resetPassword", { token, password: `${password} ${index}` }),
    );
    deepEqual(tally(answers), { "200": 1, "404 PASSWORD_LINK_NOT_FOUND": 9 });
  });

  await t.test("20 first sign-ins through a provider make one account and one identity", async () => {
    const claims = { issuer: "https://login.example.com", subject: "1234", email: "nina@example.com" };
    const person = { emailVerified: true, firstName: "Nina", lastName: "New" };
    const answers = await atOnce(crowd, () => perform("signInWithProvider", { ...claims, ...person }));
    deepEqual(tally(answers), { "200": crowd });
    equal((await stage.rows("users")).filter(({ username }) => username === claims.email).length, 1);
    equal((await stage.rows("identities")).length, 1);
    equal(new Set(answers.map(({ json }) => json.token)).size, crowd);
    equal((await stage.rows("sessions")).length, crowd);
  });
});
