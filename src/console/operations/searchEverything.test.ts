// Proves searchEverything: what a person finds by words, an address or an id, and that nobody finds what they may not read.
import { deepEqual, equal, ok } from "node:assert/strict";
import {
  member,
  other,
  owner,
  rich,
  testOnEngines,
} from "../../../test/console/support/console-operations.ts";
import { account, ids, invited } from "../../../test/support/world.ts";

interface Row {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly hasPage: boolean;
}

testOnEngines("searchEverything", async (t, stage) => {
  const ask = async (as: string, text: string): Promise<Row[]> => {
    const reply = await stage.ask(as, "searchEverything", { text });
    equal(reply.status, 200, JSON.stringify(reply.json));
    return reply.json;
  };
  const find = async (as: string, text: string) =>
    (await ask(as, text)).map(({ kind, name }) => `${kind} ${name}`);
  const keyId = async () => (await ask(owner, "orgowner"))[0]?.id ?? "";

  await t.test("200 with what has the words in its name or address", async () => {
    deepEqual(await find(owner, "ada exam"), ["USER Ada Example"]);
    deepEqual(await find(owner, "PAY"), ["GROUP payments"]);
    deepEqual(await find(owner, "acme"), ["ORG Acme", "GROUP payments"]);
    deepEqual(await find(owner, "core"), ["TEAM core"]);
    deepEqual(await find(owner, "hello"), [`INVITE ${invited}`]);
    deepEqual(await find(owner, "orgowner"), ["API_KEY seeded"]);
    deepEqual(await find(owner, "ci"), ["SERVICE_ACCOUNT ci"]);
    deepEqual(await find(owner, "%"), []);
    deepEqual(await find(owner, " "), []);
  });

  await t.test("200 with what an id is of", async () => {
    for (const [id, expected] of [
      [ids.org, "ORG Acme"],
      [ids.group, "GROUP payments"],
      [ids.team, "TEAM core"],
      [ids.invite, `INVITE ${invited}`],
      [ids.orgInvite, "INVITE new@example.com"],
      [rich.id, `INVITE ${rich.username}`],
      [account.clientId, "SERVICE_ACCOUNT ci"],
      [await stage.userId(owner), `USER ${owner}`],
      [await keyId(), "API_KEY orgowner"],
      [ids.group.toUpperCase(), "GROUP payments"],
    ] as const) {
      deepEqual(await find(owner, id), [expected], id);
    }
    deepEqual(await find(owner, ids.missing), []);
  });

  await t.test("200 with nothing that the person may not read", async () => {
    const things = [
      ids.org,
      ids.group,
      ids.team,
      ids.invite,
      ids.orgInvite,
      account.clientId,
      await keyId(),
      await stage.userId(owner),
      owner,
      "ada",
      "acme",
      "payments",
      "core",
      "new@example.com",
      "ci",
      "orgowner",
    ];
    for (const thing of things) {
      ok((await ask(owner, thing)).length > 0, thing);
      deepEqual(await find(other, thing), [], thing);
    }
    // A member sees people, teams, keys and people invited to the organization; no project, and nobody who is invited to one.
    for (const thing of [ids.group, "payments", ids.invite, invited, account.clientId, "ci"]) {
      deepEqual(await find(member, thing), [], thing);
    }
    deepEqual(await find(member, "ada"), ["USER Ada Example"]);
    deepEqual(await find(member, "core"), ["TEAM core"]);
    // Only owners have the pages of invitations to an organization.
    for (const [who, hasPage] of [
      [owner, true],
      [member, false],
    ] as const) {
      deepEqual(
        (await ask(who, ids.orgInvite)).map((each) => each.hasPage),
        [hasPage],
        who,
      );
    }
  });

  await t.test("200 for who is in a project alone: its people, and nothing of the organization", async () => {
    await stage.give(other, "GROUP_READ_ONLY");
    deepEqual(await find(other, "payments"), ["GROUP payments"]);
    deepEqual(await find(other, "ada"), ["USER Ada Example"]);
    for (const thing of ["acme", member, "core", ids.team, ids.invite, ids.orgInvite, "orgowner"]) {
      deepEqual(await find(other, thing), [], thing);
    }
  });

  await t.test("200 without invitations that ran out", async () => {
    stage.pass(31 * 86_400_000);
    deepEqual(await find(owner, "hello"), []);
  });
});
