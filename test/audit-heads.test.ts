// Heads of seals that leave the machine by themselves: nobody with the database alone cuts off the end of a chain unseen.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { verifyAudit } from "../src/cli/audit.ts";
import { createHeads, lineOf, type SealHead } from "../src/core/audit/heads.ts";
import { countUncovered, findMissed, readHeads } from "../src/core/audit/sent-heads.ts";
import { hour, type Instant, minute } from "../src/core/domain/instant.ts";
import type { Store } from "../src/core/store/store.ts";
import { agreeOnSecret } from "../src/server/open-store.ts";
import { plant } from "../src/testing/seed/plant.ts";
import { anteroom } from "./support/command.ts";
import { engines, skipReason } from "./support/engines.ts";
import { startProcess } from "./support/process.ts";
import {
  findings,
  keyring,
  masters,
  now,
  open,
  otherOrg,
  record,
  sealerOf,
  secret,
  settingsOf,
  tamper,
} from "./support/sealed.ts";
import { createFolder, createStorage, type TestStorage } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { ids, seed } from "./support/world.ts";

/** A process that seals and sends: what it sent, and a switch that has it fail. */
function processOn(store: Store, { isClockSet = false, startAt = now } = {}) {
  const sent: string[] = [];
  const logged: string[] = [];
  const state = { at: startAt, ms: 0, isDown: false };
  const outlet = {
    name: "there",
    place: "there",
    async send(lines: readonly string[]) {
      if (state.isDown) throw new Error("nobody answers");
      sent.push(...lines);
    },
  };
  const log = {
    info: (_: unknown, text?: string) => void logged.push(`info ${text}`),
    error: (_: unknown, text?: string) => void logged.push(`error ${text}`),
  };
  const heads = createHeads({
    store,
    keyring,
    isClockSet,
    outlet,
    log,
    clock: { now: () => state.at },
    elapsed: () => state.ms,
  });
  const take = () => sent.splice(0).map((line) => seen(line));
  return {
    state,
    heads,
    logged,
    /** Seals what waits, at a moment, and sends: returns what went out, as organization and number of the seal. */
    async turn(afterMs = 31_000) {
      state.at += afterMs;
      state.ms += afterMs;
      await sealerOf(store, null, state.at, isClockSet, heads).look();
      await heads.look();
      return take();
    },
  };
}

const names: Readonly<Record<string, string>> = { [ids.org]: "org", [otherOrg]: "other" };
const seen = (line: string) => {
  const { orgId, seal } = JSON.parse(line) as { orgId: string; seal: number };
  return `${names[orgId]} ${seal}`;
};

async function openAgreed(t: TestContext, storage: TestStorage): Promise<Store> {
  const store = await open(t, storage);
  await agreeOnSecret(store, keyring);
  return store;
}

const head = "0".repeat(64);
const sealHead: SealHead = {
  id: "a".repeat(24),
  orgId: ids.org,
  sequence: 7,
  eventCount: 3,
  throughAt: now - minute,
  madeAt: now,
  digest: head,
};

test("a head is a line of JSON, found behind what others put before it, and after a line that was cut off", () => {
  const line = lineOf(sealHead);
  const told = { orgId: ids.org, seal: 7, head, at: "2026-08-10T03:04:53Z" };
  deepEqual(JSON.parse(line), { ...told, events: 3, through: "2026-08-10T03:03:53Z" });
  const logged = `{"level":30,"time":${now},"orgId":"${ids.org}","seal":8,"head":"${head}","msg":"events sealed"}`;
  const text = [
    line,
    `<85>1 2026-08-10T03:04:53Z host anteroom 7 audit-head - ${line}`,
    line.slice(0, 40) + line,
    logged,
    "something else",
    line.slice(0, -9),
  ].join("\n");
  deepEqual(readHeads(text), {
    heads: [told, { orgId: ids.org, seal: 8, head, at: "2026-08-10T03:04:53.000Z" }],
    unread: 1,
  });
});

for (const engine of engines) {
  test(`heads on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    await t.test("go out for each chain that has a new seal, the newest once", async (t) => {
      const store = await openAgreed(t, await createStorage(t, engine));
      const one = processOn(store);
      for (const orgId of [ids.org, otherOrg]) await record(store, { orgId }, 1);
      deepEqual(await one.turn(), ["org 1", "other 1"]);
      await record(store, { orgId: ids.org }, 300, now + minute);
      deepEqual(await one.turn(), ["org 4"]);
      deepEqual(await one.turn(), []);
      deepEqual(one.logged, []);
    });

    await t.test("wait while they cannot be sent, stop nothing, and go out after", async (t) => {
      const store = await openAgreed(t, await createStorage(t, engine));
      const one = processOn(store);
      one.state.isDown = true;
      for (let turn = 0; turn < 3; turn++) {
        await record(store, { orgId: ids.org }, 1, one.state.at);
        deepEqual(await one.turn(), []);
      }
      equal(one.heads.unsent(), 1);
      equal((await findings(store)).waiting, 0);
      one.state.isDown = false;
      deepEqual(await one.turn(), ["org 3"]);
      equal(one.heads.unsent(), 0);
      deepEqual(one.logged, [
        "error heads of seals could not be sent: they wait",
        "info heads of seals are sent again",
      ]);
    });

    await t.test("that a process could not send are sent by its next start", async (t) => {
      const store = await openAgreed(t, await createStorage(t, engine));
      const one = processOn(store);
      await record(store, { orgId: otherOrg }, 1);
      deepEqual(await one.turn(), ["other 1"]);
      one.state.isDown = true;
      await record(store, { orgId: ids.org }, 1, now + hour);
      deepEqual(await one.turn(hour), []);
      const next = processOn(store, { startAt: now + 2 * hour });
      // Those of the ten minutes before go out again: clocks may differ.
      deepEqual(await next.turn(), ["other 1", "org 1"]);
      deepEqual(await next.turn(), []);
    });

    await t.test("that one process cannot send are sent by another", async (t) => {
      const store = await openAgreed(t, await createStorage(t, engine));
      const [one, two] = [processOn(store), processOn(store)];
      await record(store, { orgId: ids.org }, 1);
      deepEqual([await one.turn(), await two.turn()], [["org 1"], []]);
      one.state.isDown = true;
      await record(store, { orgId: ids.org }, 1, now + hour);
      deepEqual(await one.turn(hour), []);
      // The other one has noted meanwhile that all is sent, since it knew of nothing else.
      await record(store, { orgId: otherOrg }, 1, now + hour);
      deepEqual(await two.turn(hour + minute), ["other 1"]);
      await one.turn();
      deepEqual(await two.turn(), ["org 2", "other 1"]);
    });

    await t.test("all go out where a place is new, or the clock can be set", async (t) => {
      const store = await openAgreed(t, await createStorage(t, engine));
      for (const orgId of [ids.org, otherOrg]) await record(store, { orgId }, 1);
      await sealerOf(store).look();
      for (const isClockSet of [true, false]) {
        const started = processOn(store, { isClockSet });
        deepEqual((await started.turn()).sort(), ["org 1", "other 1"]);
        deepEqual(await started.turn(), []);
      }
    });

    await t.test("show what was cut off, replaced, or put back", async (t) => {
      const storage = await createStorage(t, engine);
      const store = await openAgreed(t, storage);
      const file = join(createFolder(t), "heads");
      const one = processOn(store);
      const lines: string[] = [];
      for (const at of [now, now + hour, now + 2 * hour]) {
        for (const orgId of [ids.org, otherOrg]) await record(store, { orgId }, 1, at);
        await sealerOf(store, null, at, false, {
          ...one.heads,
          note: (seal) => lines.push(lineOf(seal)),
        }).look();
      }
      writeFileSync(file, `${lines.join("\n")}\n`);
      const isWhole = (files: string[]) => verifyAudit(settingsOf(storage), masters, { files });
      const missed = async () =>
        findMissed((await findings(store)).chains, readHeads(lines.join("\n")).heads).map(
          ({ orgId, seal, whole }) => [names[orgId], seal, whole],
        );
      equal(await isWhole([file]), true);
      const before = await store.read((tx) => tx.dump.take());
      const cut = (orgId: string, from: number) =>
        tamper(
          storage,
          `delete from events where seal_id in (select id from event_seals where org_id = '${orgId}' and sequence >= ${from});
           delete from event_seals where org_id = '${orgId}' and sequence >= ${from}`,
        );

      await cut(ids.org, 2);
      equal(await isWhole([]), true, "without heads nobody sees it");
      equal(await isWhole([file]), false);
      deepEqual(await missed(), [
        ["org", 2, 1],
        ["org", 3, 1],
      ]);

      // Servers go on, so that the chain is as long as before.
      for (const at of [now + 3 * hour, now + 4 * hour]) {
        await record(store, { orgId: ids.org }, 1, at);
        await sealerOf(store, null, at).look();
      }
      equal(await isWhole([]), true);
      deepEqual(await missed(), [
        ["org", 2, 3],
        ["org", 3, 3],
      ]);

      await store.write((tx) => tx.dump.restore(before));
      deepEqual(await missed(), []);
      await cut(otherOrg, 1);
      deepEqual(
        await missed(),
        [1, 2, 3].map((seal) => ["other", seal, undefined]),
      );
      equal(await isWhole([file]), false);
      const { chains } = await findings(store);
      equal(countUncovered(chains, readHeads(lines[0] ?? "").heads), 1);
      await rejects(isWhole([join(file, "none")]), /--heads .*: cannot be read/);
      writeFileSync(file, "");
      await rejects(isWhole([file]), /--heads .*: has no line with a head/);
    });

    await t.test("are sent by a server, and the attack is seen", async (t) => {
      const storage = await createStorage(t, engine);
      const planted = await open(t, storage);
      await plant(seed, { store: planted, keyring, now });
      await planted.close();
      const file = join(createFolder(t), "heads");
      const env = { ANTEROOM_SECRET: secret };
      const serve = () =>
        startProcess(t, ["serve", ...storage.flags, "--port", "0", "--audit-heads", file], env);
      const verify = (...more: string[]) => anteroom(["audit", "verify", ...storage.flags, ...more], { env });
      const server = await serve();
      await until(() => existsSync(file) && readFileSync(file, "utf8").includes("\n"));
      equal(statSync(file).mode & 0o777, 0o600);
      await server.stop();
      const heads = readFileSync(file, "utf8");
      doesHoldNoSecret(heads);
      const whole = await verify("--heads", file);
      equal(whole.code, 0, whole.stdout);
      match(whole.stdout, /^2 heads in .*heads: each is a seal$/m);

      await tamper(storage, "delete from events; delete from event_seals");
      equal((await verify()).code, 0, "with the database alone");
      const broken = await verify("--heads", file);
      equal(broken.code, 1);
      match(broken.stdout, /^2 heads in .*: BROKEN, 2 of them are no whole seal$/m);
      match(broken.stdout, /^ {2}seal 1 of organization \w{24}, sent at \S+Z: there is no chain of it$/m);
      const piped = await anteroom(["audit", "verify", ...storage.flags, "--heads", "-"], {
        env,
        input: heads.replace(/^/gm, "<85>1 2026-08-10T03:04:53Z host anteroom 7 audit-head - "),
      });
      equal(piped.code, 1);
      match(piped.stdout, /^2 heads in standard input: BROKEN/m);
    });
  });
}

function doesHoldNoSecret(text: string): void {
  for (const line of text.trim().split("\n")) {
    deepEqual(Object.keys(JSON.parse(line)).sort(), ["at", "events", "head", "orgId", "seal", "through"]);
  }
  ok(!text.includes(secret));
}

test("an older backup that is put back is seen", async (t) => {
  const storage = await createStorage(t, "sqlite");
  const folder = createFolder(t);
  const [file, backup] = [join(folder, "heads"), join(folder, "backup.sqlite")];
  const env = { ANTEROOM_SECRET: secret };
  const store = await openAgreed(t, storage);
  const one = processOn(store);
  const lines: string[] = [];
  const sealer = (at: Instant) =>
    sealerOf(store, null, at, false, { ...one.heads, note: (seal) => lines.push(lineOf(seal)) });
  await record(store, { orgId: ids.org }, 1);
  await sealer(now).look();
  equal((await anteroom(["backup", backup, ...storage.flags])).code, 0);
  await record(store, { orgId: ids.org }, 1, now + hour);
  await sealer(now + hour).look();
  await store.close();
  writeFileSync(file, lines.join("\n"));
  equal((await anteroom(["restore", backup, ...storage.flags], { env })).code, 0);
  const { code, stdout } = await anteroom(["audit", "verify", ...storage.flags, "--heads", file], { env });
  equal(code, 1);
  match(stdout, /^ {2}seal 2 of organization \w{24}, sent at \S+: is missing, only 1 are whole$/m);
});
