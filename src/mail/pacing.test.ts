import { equal } from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { engines, skipReason } from "../../test/support/engines.ts";
import { startDesk } from "../../test/support/mail.ts";
import { hour, minute } from "../core/domain/instant.ts";
import { createPacing } from "./pacing.ts";
import type { Subject } from "./subject.ts";

const at = Date.parse("2026-03-01T00:00:00Z");

const invite = (to: string, name: string, founderId = `org of ${name}`): Subject => ({
  kind: "INVITE",
  inviteId: "52b6e34b3d91647abb20e7b8",
  to,
  linkExpiresAt: 0,
  founderId,
  invitation: {
    inviter: { kind: "person", name },
    expiresAt: 0,
    group: null,
    org: { id: "", name: "" },
  } as never,
});

const reset = (to: string): Subject => ({ kind: "PASSWORD_RESET", userId: "", to, linkExpiresAt: 0 });

for (const engine of engines) {
  test(`pacing of mail on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    /** Opens as many as requested, each as if in a process of its own. */
    async function open(t: TestContext) {
      const { store } = await startDesk(t, engine);
      return { store, pacing: createPacing({ store }), another: () => createPacing({ store }) };
    }

    await t.test(
      "one person gets thirty invitations, whoever sends them, however they are written",
      async (t) => {
        const { pacing } = await open(t);
        for (let count = 0; count < 30; count++) {
          equal(await pacing.wait(invite("Ada@example.com", `inviter${count}@example.com`), at), undefined);
        }
        const next = invite("ada@EXAMPLE.com", "another@example.com");
        equal(await pacing.wait(next, at), at + 2 * minute);
        equal(await pacing.wait(invite("bob@example.com", "another@example.com"), at), undefined);
        equal(await pacing.wait(next, at + 2 * minute), undefined);
        equal(await pacing.wait(next, at + 2 * minute), at + 4 * minute);
      },
    );

    await t.test("all processes count together, also those that begin later", async (t) => {
      const { pacing, another } = await open(t);
      const both = [pacing, another()];
      const waits = await Promise.all(
        Array.from({ length: 60 }, (_, count) =>
          both[count % 2]?.wait(invite("ada@example.com", `inviter${count}@example.com`), at),
        ),
      );
      equal(waits.filter((wait) => wait === undefined).length, 30);
      equal(await another().wait(invite("ada@example.com", "next@example.com"), at), at + 2 * minute);
    });

    await t.test(
      "one sender takes a third of what a person gets, and what waits counts for nobody",
      async (t) => {
        const { pacing } = await open(t);
        for (let count = 0; count < 10; count++) {
          equal(await pacing.wait(invite("ada@example.com", `key${count}`, "founder"), at), undefined);
        }
        for (let count = 0; count < 30; count++) {
          const wait = await pacing.wait(invite("ada@example.com", `more${count}`, "founder"), at);
          equal(wait, at + 6 * minute);
        }
        for (let count = 0; count < 20; count++) {
          equal(await pacing.wait(invite("ada@example.com", `other${count}`), at), undefined);
        }
        equal(await pacing.wait(invite("ada@example.com", "late"), at), at + 2 * minute);
      },
    );

    await t.test("invitations keep no new password from anybody", async (t) => {
      const { pacing } = await open(t);
      for (let count = 0; count < 31; count++) {
        await pacing.wait(invite("ada@example.com", `inviter${count}@example.com`), at);
      }
      for (let count = 0; count < 30; count++) {
        equal(await pacing.wait(reset("ada@example.com"), at), undefined);
      }
      equal(await pacing.wait(reset("Ada@example.com"), at), at + 2 * minute);
    });

    await t.test(
      "one sender causes five hundred, however many keys and organizations it mints",
      async (t) => {
        const { pacing, another } = await open(t);
        const both = [pacing, another()];
        for (let count = 0; count < 500; count++) {
          const wait = await both[count % 2]?.wait(
            invite(`${count}@example.com`, `key${count % 7}`, "founder"),
            at,
          );
          equal(wait, undefined);
        }
        equal(await pacing.wait(invite("next@example.com", "another", "founder"), at), at + hour / 500);
        equal(await pacing.wait(invite("next@example.com", "another", "stranger"), at), undefined);
        equal(await pacing.wait(reset("next@example.com"), at), undefined);
      },
    );

    await t.test("buckets that are full again are forgotten", async (t) => {
      const { store, pacing } = await open(t);
      await pacing.wait(reset("ada@example.com"), at);
      await pacing.wait(reset("bob@example.com"), at + hour);
      const { buckets } = await store.read((tx) => tx.dump.take());
      equal(buckets?.length, 1);
    });
  });
}
