// A stored role that this version does not know is reported with its row, gives nothing, and leaves other rows as they are.
import { deepEqual, equal } from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type TestContext, test } from "node:test";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { openDatabase, openStore } from "../src/server/open-store.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { type EngineName, engines, skipReason } from "./support/engines.ts";
import { createStorage, locationOf } from "./support/storage.ts";
import { ids, invited, keys, seed } from "./support/world.ts";

const now = Date.parse("2026-08-01T00:00:00Z");
const group = { id: ids.group, orgId: ids.org, name: "payments" };
const org = { id: ids.org, name: "Acme" };

/** A planted store, of which some rows were changed by these statements, and what it warned of. */
async function begin(t: TestContext, engine: EngineName, ...statements: readonly string[]) {
  const location = locationOf(await createStorage(t, engine));
  const planted = await openStore(location);
  await plant(seed, { store: planted, keyring: createKeyring(randomBytes(32)), now });
  await planted.close();
  const database = await openDatabase(location);
  for (const sql of statements) {
    await database.write((connection) => connection.change({ sql, values: [] }));
  }
  await database.close();
  const warnings: string[] = [];
  const store = await openStore(location, { warn: (sentence) => void warnings.push(sentence) });
  t.after(() => store.close());
  return { store, warnings };
}

for (const engine of engines) {
  test(`a stored role that is not known on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    await t.test("is left out of an invitation, which can be amended", async (t) => {
      const { store, warnings } = await begin(
        t,
        engine,
        `update invites set roles = 'GROUP_BOGUS GROUP_READ_ONLY' where id = '${ids.invite}'`,
        `update invites set roles = 'ORG_BOGUS' where id = '${ids.orgInvite}'`,
      );
      for (let time = 0; time < 2; time++) {
        const [invite] = await store.read((tx) => tx.invites.pendingInGroup(group, now));
        deepEqual([invite?.id, invite?.roles], [ids.invite, ["GROUP_READ_ONLY"]]);
        const members = await store.read((tx) => tx.members.current(org, now));
        deepEqual(
          members.filter(({ status }) => status === "PENDING").map(({ roles }) => roles),
          [[]],
        );
      }
      deepEqual(warnings, [
        `invitation ${ids.invite}: unknown role GROUP_BOGUS`,
        `invitation ${ids.orgInvite}: unknown role ORG_BOGUS`,
      ]);
      const held = await store.write(async (tx) => {
        const invite = await tx.invites.pendingByAddress(group, invited, now);
        if (invite !== undefined) tx.invites.replaceRoles(invite, ["GROUP_OWNER"], now);
        return tx.invites.holdingsOf({ id: ids.invite, groupId: ids.group });
      });
      deepEqual(held.roles, ["GROUP_OWNER"]);
    });

    await t.test("opens no door, by a grant of one's own or of a team", async (t) => {
      const { store, warnings } = await begin(
        t,
        engine,
        `update grants set role = 'GROUP_BOGUS' where group_id = '${ids.group}'`,
        `insert into team_grants (team_id, org_id, group_id, role) values ('${ids.team}', '${ids.org}', '${ids.group}', 'GROUP_BOGUS')`,
      );
      await store.read(async (tx) => {
        const key = await tx.credentials.apiKey(keys.groupOwner.publicKey);
        const entered = await tx.groups.enter(ids.group, { id: key?.id ?? "", kind: "API_KEY" });
        deepEqual([entered?.group.id, entered?.roles], [ids.group, ["ORG_MEMBER"]]);
        deepEqual(await tx.grants.inGroup(key?.id ?? "", ids.group), []);
        const found = await tx.apiKeys.find(ids.org, key?.id ?? "");
        deepEqual(
          found?.roles.map(({ role }) => role),
          ["ORG_MEMBER"],
        );
        deepEqual(await tx.teams.inGroup(ids.group), []);
        equal((await tx.members.current(org, now)).length > 0, true);
      });
      deepEqual(
        warnings.every((warning) => /^(grant of|team) \w+.*: unknown role GROUP_BOGUS$/.test(warning)),
        true,
      );
    });
  });
}
