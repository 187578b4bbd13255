// A seed is refused for what the API refuses: the error names the place in the document and the reason, and nothing of the
// seed is planted.
import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { createKeyring } from "../src/core/secrets/keyring.ts";
import { mintBytes } from "../src/core/secrets/mint.ts";
import { openStore } from "../src/server/open-store.ts";
import { checkSeed, SeedError } from "../src/testing/seed/document.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { engines, skipReason } from "./support/engines.ts";
import { createStorage, locationOf } from "./support/storage.ts";
import { credentialRefusals } from "./tables/seed-credentials.ts";
import { named, nameRefusals } from "./tables/seed-names.ts";
import { peopleRefusals } from "./tables/seed-people.ts";
import { scopeRefusals, tolerated } from "./tables/seed-scopes.ts";

const refusals = { ...credentialRefusals, ...peopleRefusals, ...scopeRefusals, ...nameRefusals };
const now = Date.parse("2026-08-10T03:04:53Z");

for (const engine of engines) {
  test(`seeds on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const storage = await createStorage(t, engine);
    const store = await openStore(locationOf(storage));
    t.after(() => store.close());
    const target = { store, keyring: createKeyring(mintBytes(32)), now };
    t.beforeEach(() => store.write((tx) => tx.dump.restore({})));

    for (const [title, { orgs, line }] of Object.entries(refusals)) {
      await t.test(`refused: ${title}`, async () => {
        await rejects(
          async () => plant(checkSeed({ orgs }), target),
          (reason) => {
            ok(reason instanceof SeedError, `${reason}`);
            ok(
              reason.message.split("\n").some((each) => each.startsWith("  - ") && line.test(each)),
              reason.message,
            );
            return true;
          },
        );
        equal(await store.read((tx) => tx.orgs.exist()), false);
      });
    }

    for (const [title, { orgs, sql, rows }] of Object.entries({ ...tolerated, ...named })) {
      await t.test(`planted: ${title}`, async () => {
        await plant(checkSeed({ orgs }), target);
        deepEqual(
          (await storage.rows(sql)).map((row) => ({ ...(row as object) })),
          rows,
        );
      });
    }
  });
}
