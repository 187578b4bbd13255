// Tests the delivery of messages in the outbox, on both engines: with a transport that each test controls.
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "../../test/support/engines.ts";
import { type Desk, startDesk } from "../../test/support/mail.ts";
import { now } from "../../test/support/stage.ts";
import { ids } from "../../test/support/world.ts";
import { day, hour, minute, second } from "../core/domain/instant.ts";
import { inviteLifetime } from "../core/domain/invite.ts";
import { draftUser } from "../core/domain/user.ts";
import { hashSecret } from "../core/secrets/keyring.ts";
import { mintId } from "../core/secrets/mint.ts";
import { pauseAfter } from "./delivery.ts";
import { createPacing } from "./pacing.ts";
import { type Message, Undelivered } from "./transport.ts";

const at = Date.parse(now);
const refusal = (code: string, isFinal: boolean) =>
  new Undelivered(`${code} as it is said`, { code, isFinal });

/** Creates a transport that takes messages, or handles the next ones as a test prescribes. */
function createOutlet() {
  const sent: Message[] = [];
  const next: ((message: Message, signal: AbortSignal) => Promise<void> | void)[] = [];
  return {
    atOnce: 5,
    sent,
    next,
    async send(message: Message, signal: AbortSignal) {
      await next.shift()?.(message, signal);
      sent.push(message);
    },
    close: async () => {},
  };
}

const tokenIn = (message: Message | undefined): string =>
  /https:\/\/atlas\.example\.com\/[a-z-]+\/([\w-]{43})\n/.exec(message?.text ?? "")?.[1] ?? "";

const addZoe = ({ store }: Desk) =>
  store.write((tx) =>
    tx.users.add(draftUser({ id: mintId(at), username: "zoe@example.com", now: at }), null),
  );

/** Puts a message about a new password into the outbox, for each address. */
const remind = ({ store }: Desk, ...addresses: string[]) =>
  store.write(async (tx) => {
    for (const address of addresses) await tx.outbox.add({ id: mintId(at), about: { address }, now: at });
  });

for (const engine of engines) {
  test(`the outbox on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    /** Tests one case, with a store and an outlet of its own. */
    const testCase = (
      title: string,
      work: (given: { desk: Desk; outlet: ReturnType<typeof createOutlet> }) => Promise<void>,
    ) => t.test(title, async (t) => work({ desk: await startDesk(t, engine), outlet: createOutlet() }));

    await testCase(
      "more mail than one person should get in an hour waits, and is sent then",
      async ({ desk, outlet }) => {
        await addZoe(desk);
        await remind(desk, ...Array<string>(32).fill("zoe@example.com"));
        const worker = desk.worker(outlet, { pacing: createPacing(desk) });
        await worker.flush();
        equal(outlet.sent.length, 30);
        const waiting = (await desk.rows()).filter(({ status }) => status === "WAITING");
        equal(waiting.length, 2);
        for (const { due_at, problem } of waiting) {
          // The next message can be sent after two minutes; half an hour is the spread.
          equal(Number(due_at), at + 32 * minute);
          match(problem ?? "", /as much mail as an hour allows/);
        }
        desk.pass(hour);
        await worker.flush();
        equal(outlet.sent.length, 32);
      },
    );

    await testCase(
      "two workers on one store send together what an hour allows, and a restart forgets nothing",
      async ({ desk, outlet }) => {
        await addZoe(desk);
        await remind(desk, ...Array<string>(80).fill("zoe@example.com"));
        const workers = [0, 1].map(() => desk.worker(outlet, { pacing: createPacing(desk) }));
        await Promise.all(workers.map((worker) => worker.flush()));
        equal(outlet.sent.length, 30);
        await remind(desk, "zoe@example.com");
        await desk.worker(outlet, { pacing: createPacing(desk) }).flush();
        equal(outlet.sent.length, 30);
      },
    );

    await testCase("invitations keep no link for a new password from anybody", async ({ desk, outlet }) => {
      const pacing = createPacing(desk);
      const inviteId = await desk.invite("owner@example.com");
      for (let count = 0; count < 30; count++) {
        const invitation = { inviter: { kind: "person", name: `${count}@example.com` } } as never;
        const common = { kind: "INVITE", to: "owner@example.com", linkExpiresAt: 0 } as const;
        await pacing.wait({ ...common, inviteId, invitation, founderId: `org ${count}` }, at);
      }
      await remind(desk, "owner@example.com");
      // The worker starts here, so that it has not looked before.
      await desk.worker(outlet, { pacing }).flush();
      equal(outlet.sent.length, 1);
      match(outlet.sent[0]?.text ?? "", /reset-password/);
    });

    await testCase("an invitation is sent once, with a link that leads to it", async ({ desk, outlet }) => {
      const inviteId = await desk.invite("zoe@example.com");
      const worker = desk.worker(outlet);
      await worker.flush();
      desk.pass(day);
      await worker.flush();
      deepEqual(
        outlet.sent.map(({ to, subject }) => ({ to, subject })),
        [{ to: "zoe@example.com", subject: "Invitation to the project payments" }],
      );
      const hash = hashSecret(tokenIn(outlet.sent[0]));
      const linkAt = (instant: number) => desk.store.read((tx) => tx.outbox.link(hash, instant));
      const linkEnds = at + inviteLifetime + 30 * day;
      deepEqual(await linkAt(linkEnds - 1), { inviteId, userId: null });
      equal(await linkAt(linkEnds), undefined);
      const mails = await desk.store.read((tx) => tx.outbox.ofInvite(inviteId));
      // People who manage the invitation see when it was sent.
      deepEqual(
        mails.map(({ id: _, ...mail }) => mail),
        [{ status: "SENT", attempts: 1, createdAt: at, at, problem: null }],
      );
    });

    await testCase("it names the roles that the invitation has when it is sent", async ({ desk, outlet }) => {
      const inviteId = await desk.invite("zoe@example.com");
      const group = { id: ids.group, orgId: ids.org, name: "payments" };
      await desk.store.write(async (tx) => {
        const invite = await tx.invites.pendingById(group, inviteId, at);
        ok(invite);
        await tx.invites.replaceRoles(invite, ["GROUP_OWNER", "GROUP_DATA_ACCESS_ADMIN"], at);
      });
      await desk.worker(outlet).flush();
      match(
        outlet.sent[0]?.text ?? "",
        /Roles in the project:\n {2}- Project Owner\n {2}- Project Data Access Admin\n\n/,
      );
    });

    await testCase(
      "an invitation that ended, or ran out, before its turn is not sent",
      async ({ desk, outlet }) => {
        const revoked = await desk.invite("revoked@example.com");
        await desk.store.write((tx) => tx.invites.end(revoked, "REVOKED", at));
        const worker = desk.worker(outlet);
        await worker.flush();
        desk.clock.freeze(at + inviteLifetime);
        await desk.invite("late@example.com");
        await worker.flush();
        deepEqual([outlet.sent, await desk.rows()], [[], []]);
      },
    );

    await testCase("a new password is offered by a link of one hour", async ({ desk, outlet }) => {
      await remind(desk, "owner@example.com");
      const userId = (await desk.store.read((tx) => tx.users.byAddress("owner@example.com")))?.id;
      await desk.worker(outlet).flush();
      match(outlet.sent[0]?.text ?? "", /https:\/\/atlas\.example\.com\/reset-password\/[\w-]{43}\n/);
      const hash = hashSecret(tokenIn(outlet.sent[0]));
      const linkAt = (instant: number) => desk.store.read((tx) => tx.outbox.link(hash, instant));
      deepEqual(await linkAt(at + hour - 1), { inviteId: null, userId });
      equal(await linkAt(at + hour), undefined);
    });

    await testCase(
      "whom a provider has identified is told so, and gets no link",
      async ({ desk, outlet }) => {
        await desk.store.write(async (tx) => {
          const { id: userId = "", username: address = "" } =
            (await tx.users.byAddress("owner@example.com")) ?? {};
          await tx.sessions.identify({ issuer: "https://login.example.com", subject: "1", userId, now: at });
          await tx.outbox.add({ id: mintId(at), about: { address }, now: at });
        });
        await desk.worker(outlet).flush();
        equal(outlet.sent[0]?.subject, "Your account signs in through its provider");
        doesNotMatch(outlet.sent[0]?.text ?? "", /reset-password/);
      },
    );

    await testCase(
      "a notice says what happened, when and from where, with no link that opens anything",
      async ({ desk, outlet }) => {
        const notice = {
          what: "IDENTITY_REFUSED",
          at,
          remoteAddress: "203.0.113.5",
          about: ["https://login.example.com", "4711"],
        } as const;
        await desk.store.write((tx) => {
          for (const address of ["owner@example.com", "nobody@example.com"]) {
            tx.outbox.add({ id: mintId(at), about: { address, notice }, now: at });
          }
        });
        await desk.worker(outlet, { pacing: createPacing(desk) }).flush();
        deepEqual(
          outlet.sent.map(({ to, text }) => [to, text]),
          [
            [
              "owner@example.com",
              `Somebody else was refused at your account

The sign-in provider named another person with your address owner@example.com. That person was not let into your account.

About:
  - https://login.example.com
  - 4711

Time:
  - 2026-08-10T03:04:53Z

From the address:
  - 203.0.113.5

Open your account:
https://atlas.example.com/account

If this was not you, sign in, change your password, sign out everywhere, and tell an owner of your organization.
`,
            ],
          ],
        );
        deepEqual((await desk.store.read((tx) => tx.dump.take())).links, []);
        match(desk.logged.join(" "), /"kind":"NOTICE"/);
      },
    );

    await testCase(
      "where a new password was asked for without an account, nothing is sent or kept",
      async ({ desk, outlet }) => {
        await remind(desk, "nobody@example.com", "");
        await desk.worker(outlet).flush();
        deepEqual([outlet.sent, await desk.rows()], [[], []]);
      },
    );

    await testCase(
      "what a server puts off is tried again, later each time, under the same id",
      async ({ desk, outlet }) => {
        await desk.invite("zoe@example.com");
        const worker = desk.worker(outlet);
        const tried: string[] = [];
        for (const [attempts, pause] of [5, 10, 20].entries()) {
          outlet.next.push((message) => {
            tried.push(message.id);
            throw refusal("451", false);
          });
          const [before] = await desk.rows();
          await worker.flush();
          const [row] = await desk.rows();
          equal(row?.attempts, attempts + 1);
          equal(row?.status, "WAITING");
          equal(row?.problem, "451 as it is said");
          if (before !== undefined) desk.pass(pause * second - 1);
          await worker.flush();
          equal((await desk.rows())[0]?.attempts, attempts + 1, "before its time");
          desk.pass(1);
        }
        await worker.flush();
        deepEqual(
          outlet.sent.map(({ id }) => id),
          [tried[0]],
        );
        equal(new Set(tried).size, 1);
        deepEqual((await desk.rows())[0]?.problem, null);
      },
    );

    await testCase("what a server refuses for good has failed, in its words", async ({ desk, outlet }) => {
      await desk.invite("nobody@example.com");
      outlet.next.push((message) => {
        throw new Undelivered(`550 no ${tokenIn(message)} here`, { code: "550", isFinal: true });
      });
      const worker = desk.worker(outlet);
      await worker.flush();
      desk.pass(day);
      await worker.flush();
      deepEqual(outlet.sent, []);
      deepEqual(
        (await desk.rows()).map(({ status, attempts, problem, due_at }) => [
          status,
          attempts,
          problem,
          due_at,
        ]),
        // The link is not stored with them.
        [["FAILED", 1, "550 no … here", at]],
      );
    });

    await testCase("nothing is tried more than thirty times, about a day", async ({ desk, outlet }) => {
      await desk.invite("zoe@example.com");
      const worker = desk.worker(outlet);
      let tried = 0;
      for (let count = 0; count < 40; count++) {
        outlet.next[0] = () => {
          tried++;
          throw refusal("ECONNREFUSED", false);
        };
        await worker.flush();
        desk.pass(2 * hour);
      }
      equal(tried, 30);
      equal((await desk.rows())[0]?.status, "FAILED");
    });

    await testCase(
      "what a process took and then died with is sent by another after five minutes",
      async ({ desk, outlet }) => {
        await desk.invite("zoe@example.com");
        const dying = createOutlet();
        const taken = new Promise<Message>((resolve) => {
          dying.next.push(async (message, signal) => {
            resolve(message);
            await new Promise((_, reject) => signal.addEventListener("abort", reject));
          });
        });
        desk.worker(dying).nudge();
        const before = await taken;
        const worker = desk.worker(outlet);
        desk.pass(5 * minute - 1);
        await worker.flush();
        deepEqual(outlet.sent, []);
        desk.pass(1);
        await worker.flush();
        deepEqual(
          outlet.sent.map(({ id }) => id),
          [before.id],
        );
        // Either link leads to the invitation, since either message may have arrived.
        for (const message of [before, outlet.sent[0]]) {
          ok(await desk.store.read((tx) => tx.outbox.link(hashSecret(tokenIn(message)), at)));
        }
      },
    );

    await testCase("two processes send each of fifty invitations once", async ({ desk }) => {
      const addresses = Array.from({ length: 50 }, (_, number) => `person${number}@example.com`);
      for (const address of addresses) await desk.invite(address);
      const outlets = [createOutlet(), createOutlet()];
      const workers = outlets.map((outlet) => desk.worker(outlet));
      await Promise.all(workers.map((worker) => worker.flush()));
      // The worker that lost a lease may end before the other has sent what it won.
      await Promise.all(workers.map((worker) => worker.flush()));
      const sent = outlets.flatMap((outlet) => outlet.sent.map(({ to }) => to));
      deepEqual(sent.toSorted(), addresses.toSorted());
      ok((await desk.rows()).every(({ status }) => status === "SENT"));
    });

    await testCase("what was sent, but could not be marked, is not sent again", async ({ desk, outlet }) => {
      await desk.invite("zoe@example.com");
      let isBroken = false;
      outlet.next.push(() => void (isBroken = true));
      const store: typeof desk.store = {
        ...desk.store,
        async write(work) {
          if (isBroken) throw new Error("the disk is full");
          return desk.store.write(work);
        },
      };
      const worker = desk.worker(outlet, { store });
      await worker.flush();
      isBroken = false;
      equal((await desk.rows())[0]?.status, "WAITING");
      desk.pass(5 * minute);
      await worker.flush();
      equal(outlet.sent.length, 1);
      equal((await desk.rows())[0]?.status, "SENT");
    });

    await testCase(
      "the end of a process waits for what is under way, and then no longer",
      async ({ desk, outlet }) => {
        await desk.invite("zoe@example.com");
        const worker = desk.worker(outlet);
        const begun = new Promise<() => void>((resolve) => {
          outlet.next.push(() => new Promise((finish) => resolve(finish)));
        });
        const finish = await begun;
        const closed = worker.close(minute);
        finish();
        await closed;
        equal((await desk.rows())[0]?.status, "SENT");

        await desk.invite("ann@example.com");
        const stuck = createOutlet();
        const other = desk.worker(stuck);
        const stuckBegun = new Promise<void>((resolve) => {
          stuck.next.push(async (_, signal) => {
            resolve();
            await new Promise((_, reject) =>
              signal.addEventListener("abort", () => reject(refusal("EABORT", false))),
            );
          });
        });
        await stuckBegun;
        await other.close(1);
        const row = (await desk.rows()).find(({ status }) => status === "WAITING");
        equal(row?.problem, "EABORT as it is said");
      },
    );

    await testCase(
      "the log has what was sent to how many, and to whom only when debugging",
      async ({ desk, outlet }) => {
        await desk.invite("zoe@example.com");
        await desk.invite("ann@example.com");
        outlet.next.push(() => {
          throw refusal("550", true);
        });
        await desk.worker(outlet).flush();
        deepEqual(desk.logged.filter((line) => !line.startsWith("debug")).toSorted(), [
          'info mail sent {"kind":"INVITE","attempt":1,"recipients":1}',
          'warn mail failed, and is not tried again {"kind":"INVITE","attempt":1,"code":"550"}',
        ]);
        const all = desk.logged.join("\n");
        match(all, /^debug .*zoe@example\.com/m);
        ok(!all.includes(tokenIn(outlet.sent[0])) && !all.includes("https://"));
      },
    );

    await testCase(
      "the log says when a message was sent and the store could not be told",
      async ({ desk, outlet }) => {
        await desk.invite("zoe@example.com");
        let isAway = false;
        outlet.next.push(() => void (isAway = true));
        const write: typeof desk.store.write = (work, asker) =>
          isAway ? Promise.reject(new Error("the store is away")) : desk.store.write(work, asker);
        await desk.worker(outlet, { store: { ...desk.store, write } }).flush();
        equal(outlet.sent.length, 1);
        ok(desk.logged.some((line) => line.startsWith("error settling mail failed")));
      },
    );
  });
}

test("pauses double from five seconds to one hour, spread by half of themselves to either side", () => {
  deepEqual(
    [1, 2, 3, 10, 11, 30].map((attempts) => pauseAfter(attempts, 0.5) / second),
    [5, 10, 20, 2560, 3600, 3600],
  );
  deepEqual([pauseAfter(1, 0), pauseAfter(1, 0.999)], [2500, 7495]);
});
