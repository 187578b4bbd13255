// Proves listOrgMakers: who created each key and account, those that a seed created, those whose creator is not known, and who
// may call it.
import { deepEqual } from "node:assert/strict";
import { member, owner, testOnEngines } from "../../../test/console/support/console-operations.ts";
import { ids } from "../../../test/support/world.ts";
import { heldInOrg, makeAccount, makeKey } from "../../atlas/api-keys/credentials.ts";
import { changingOf } from "../../core/changes/changing.ts";
import { toClientId } from "../../core/contract/client-id.ts";
import type { Actor } from "../../core/domain/event.ts";
import { createIssue } from "../../core/secrets/issue.ts";
import { createKeyring } from "../../core/secrets/keyring.ts";
import { mintBytes, mintId } from "../../core/secrets/mint.ts";

const { org: orgId } = ids;

testOnEngines("listOrgMakers", async (t, stage) => {
  const issue = createIssue(createKeyring(mintBytes(32)));
  const roles = heldInOrg(["ORG_MEMBER"]);

  const make = (actor: Actor) =>
    stage.store.write(async (tx) => {
      const now = stage.clock.now();
      const changing = changingOf({ tx, now, newId: () => mintId(now) }, actor);
      const key = await makeKey(changing, { orgId, description: "ci", roles }, issue.apiKey());
      const account = { orgId, name: "ci", description: "", roles, secretExpiresAfterHours: 8 };
      const { id } = await makeAccount(changing, account, issue.clientSecret);
      return { key, clientId: toClientId(id) };
    });

  await t.test("200 with people, keys and the seed; without those whose events are gone", async () => {
    const userId = await stage.userId(owner);
    const remoteAddress = {};
    const byAda = await make({ kind: "USER", id: userId, name: owner, remoteAddress });
    const { id, publicKey } = byAda.key;
    const byKey = await make({ kind: "API_KEY", id, name: publicKey, remoteAddress });
    const bySeed = await make(null);
    const json = await stage.read(member, "listOrgMakers", { orgId });
    const ada = { kind: "USER", id: userId, name: owner, firstName: "Ada", lastName: "Example" };
    const nameless = { firstName: "", lastName: "" };
    const key = { kind: "API_KEY", id, name: publicKey, ...nameless };
    const seed = { kind: "SEED", id: "", name: "", ...nameless };
    const inOrder = (all: { of: string }[]) => all.sort((a, b) => (a.of < b.of ? -1 : 1));
    deepEqual(
      inOrder(json),
      inOrder([
        { of: publicKey, ...ada },
        { of: byAda.clientId, ...ada },
        { of: byKey.key.publicKey, ...key },
        { of: byKey.clientId, ...key },
        { of: bySeed.key.publicKey, ...seed },
        { of: bySeed.clientId, ...seed },
      ]),
    );
  });
});
