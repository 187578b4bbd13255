// Mail from the API to the inbox: which requests send it, through real SMTP servers that behave and that do not.
import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import type { SeenMail } from "../src/anteroom.ts";
import { day, minute } from "../src/core/domain/instant.ts";
import { createCapture } from "../src/mail/transport.ts";
import { certificate, certificateKey } from "./support/certificate.ts";
import { anteroom } from "./support/command.ts";
import { engines, skipReason } from "./support/engines.ts";
import { readMessage, smtpTo, startDesk, startPostOffice } from "./support/mail.ts";
import { startOperations } from "./support/operations.ts";
import { pluck } from "./support/pluck.ts";
import { startProcess } from "./support/process.ts";
import { openStoreFile } from "./support/sqlite-file.ts";
import { now } from "./support/stage.ts";
import { createFolder } from "./support/storage.ts";
import { until } from "./support/until.ts";
import { digest, ids, keys, nonceOf, send, startWorld } from "./support/world.ts";

const invitesPath = `/api/atlas/v2/groups/${ids.group}/invites`;
const zoe = "zoe@example.com";
const roles = ["GROUP_READ_ONLY"];

test("requests that invite", async (t) => {
  const stage = await startOperations(t);
  const { get, refuses } = stage;
  const listed = async () => (await stage.mail.list()).filter(({ at }) => at === "2026-08-10T03:04:53.000Z");
  let before = 0;
  t.beforeEach(async () => {
    before = (await listed()).length;
  });
  const fresh = async (): Promise<SeenMail[]> => {
    const all = await listed();
    return all.slice(0, all.length - before);
  };

  const orgUser = { username: zoe, roles: { orgRoles: ["ORG_MEMBER"] } };
  const offered = [
    { orgId: ids.org, roleName: "ORG_MEMBER" },
    { groupId: ids.group, roleName: "GROUP_OWNER" },
  ];
  const person = { username: zoe, password: "not a common one 4711", firstName: "Zoe", lastName: "Example" };
  const inviting = {
    createGroupInvite: { username: zoe, roles },
    createOrgInvite: { username: zoe, roles: ["ORG_MEMBER"] },
    createOrgUser: orgUser,
    addGroupUsers: { username: zoe, roles },
    addGroupAccessUser: { username: zoe, roles },
    createUser: { ...person, country: "US", mobileNumber: "2125550198", roles: offered },
  };
  for (const [id, body] of Object.entries(inviting)) {
    await t.test(`${id} sends one message, and the answer does not show its link`, async () => {
      const reply = await stage.call(id as keyof typeof inviting, { body });
      ok(reply.status < 300, reply.text);
      const mails = await fresh();
      deepEqual(pluck(mails, "to"), [zoe]);
      const link = new RegExp(`${stage.url}/invitations/([\\w-]{43})`).exec(mails[0]?.text ?? "");
      ok(link);
      ok(!reply.text.includes(link[1] ?? ""));
      ok(!JSON.stringify(stage.rows("select * from events")).includes(link[1] ?? ""));
    });
  }

  await t.test("nothing for a refused invitation, a changed one, or a member's new role", async () => {
    const none = "At least one role must be specified.";
    await refuses(
      "createGroupInvite",
      { body: { username: zoe, roles: [] } },
      "BAD_REQUEST",
      [],
      "_roles",
      none,
    );
    await get("updateGroupInvites", { body: { username: "hello@example.com", roles } });
    await get("addGroupUsers", { body: { username: "member@example.com", roles } });
    deepEqual(await fresh(), []);
  });

  await t.test("the seed sends nothing", async () => {
    equal(stage.rows("select * from outbox").length, 0);
  });
});

test("captured mail", async (t) => {
  const world = await startWorld(t);
  world.clock.set({ now });
  const list = async () => (await world.send({ path: "/_anteroom/v1/mail" })).json as SeenMail[];
  const invite = (username: string) =>
    world.as(keys.owner, { method: "POST", path: invitesPath, body: { username, roles } });

  await t.test("is listed newest first, as the program sees it", async () => {
    await invite(zoe);
    deepEqual(pluck(await list(), "to"), [zoe]);
    await invite("ann@example.com");
    const mails = await list();
    deepEqual(
      mails.map(({ to, subject, at }) => ({ to, subject, at })),
      ["ann@example.com", zoe].map((to) => ({
        to,
        subject: "Invitation to the project payments",
        at: "2026-08-10T03:04:53.000Z",
      })),
    );
    deepEqual(Object.keys(mails[0] ?? {}).sort(), ["at", "html", "id", "subject", "text", "to"]);
    deepEqual(await world.mail.list(), mails);
  });

  await t.test("is put back with a snapshot, and goes with a reset", async () => {
    const before = await list();
    equal(before.length, 2);
    await world.snapshot.take("here");
    await invite("eve@example.com");
    equal((await list()).length, 3);
    await world.reset();
    deepEqual(await list(), []);
    await world.snapshot.restore("here");
    deepEqual(await list(), before);
    await world.reset();
    deepEqual(await list(), []);
  });

  await t.test("is the last thousand messages", async () => {
    const capture = createCapture({ now: () => 0 });
    for (let number = 1; number <= 1001; number++) {
      await capture.send(
        { id: String(number).padStart(4, "0"), to: zoe, subject: "", text: "", html: "" },
        new AbortController().signal,
      );
    }
    deepEqual(
      [capture.list().length, capture.list()[0]?.id, capture.list()[999]?.id],
      [1000, "1001", "0002"],
    );
  });

  await t.test("404 when there is a server that mail goes to", async (t) => {
    const office = await startPostOffice(t);
    const sending = await startWorld(t, { mailUrl: office.url, mailFrom: "no-reply@example.com" });
    deepEqual((await sending.send({ path: "/_anteroom/v1/mail" })).json, {
      error: 404,
      detail: "mail goes to the server of --mail-url and is not captured",
    });
  });
});

test("a message arrives with both parts, in the language that was asked for", async (t) => {
  const office = await startPostOffice(t);
  const world = await startWorld(t, {
    mailUrl: office.url,
    mailFrom: "Anteroom <no-reply@example.com>",
    mailLanguage: "ko",
  });
  const body = { username: zoe, roles };
  equal((await world.as(keys.owner, { method: "POST", path: invitesPath, body })).status, 200);
  await until(() => office.received.length === 1);
  const [received] = office.received;
  deepEqual([received?.from, received?.to], ["no-reply@example.com", [zoe]]);
  const { headers, parts } = readMessage(received?.raw ?? "");
  deepEqual(
    { from: headers.from, to: headers.to, automatic: headers["auto-submitted"] },
    { from: "Anteroom <no-reply@example.com>", to: zoe, automatic: "auto-generated" },
  );
  match(headers["message-id"] ?? "", /^<[0-9a-f]{24}@example\.com>$/);
  match(headers["content-type"] ?? "", /^multipart\/alternative;/);
  match(headers.subject ?? "", /^=\?UTF-8\?[BQ]\?/);
  deepEqual(Object.keys(parts), ["text/plain", "text/html"]);
  match(parts["text/plain"] ?? "", /^payments 프로젝트 참여\n/);
  match(parts["text/html"] ?? "", /<html lang="ko">/);
  const links = Object.values(parts).map((part) => /\/invitations\/[\w-]{43}/.exec(part)?.[0]);
  equal(links[0], links[1]);
});

test("an address brings no other recipient and a subject no other header", async (t) => {
  const office = await startPostOffice(t);
  const smtp = smtpTo(office.url);
  t.after(() => smtp.close());
  const message = {
    id: ids.missing,
    subject: "Hello\r\nBcc: all@example.com",
    text: "text",
    html: "<p>html</p>",
  };
  const { signal } = new AbortController();
  for (const to of [
    `${zoe}, ann@example.com`,
    `${zoe}>\r\nRCPT TO:<ann@example.com`,
    `Ann <ann@example.com>, ${zoe}`,
    "friends: ann@example.com;",
    "",
  ]) {
    await rejects(smtp.send({ ...message, to }, signal), { message: "not one address", isFinal: true });
  }
  await smtp.send({ ...message, to: zoe }, signal);
  const [received] = office.received;
  deepEqual([office.received.length, received?.to], [1, [zoe]]);
  deepEqual(Object.keys(readMessage(received?.raw ?? "").headers).sort(), [
    "auto-submitted",
    "content-type",
    "date",
    "from",
    "message-id",
    "mime-version",
    "subject",
    "to",
  ]);
});

for (const engine of engines) {
  test(`an SMTP server and the outbox on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const start = async (t: TestContext, url: string) => {
      const desk = await startDesk(t, engine);
      return { desk, worker: desk.worker(smtpTo(url)) };
    };
    const statusesOf = async ({ rows }: Awaited<ReturnType<typeof startDesk>>) =>
      (await rows()).map(({ status, attempts, problem }) => ({ status, attempts, problem }));
    const sentAfter = (attempts: number) => [{ status: "SENT", attempts, problem: null }];

    await t.test("a server that is down is asked again until it is up", async (t) => {
      const gone = await startPostOffice(t);
      await gone.kill();
      const { desk, worker } = await start(t, gone.url);
      await desk.invite(zoe);
      for (let count = 0; count < 3; count++) {
        await worker.flush();
        desk.pass(minute);
      }
      const [row] = await statusesOf(desk);
      deepEqual([row?.status, row?.attempts], ["WAITING", 3]);
      match(row?.problem ?? "", /ECONNREFUSED/);
      const office = await startPostOffice(t, {}, gone.port);
      await worker.flush();
      desk.pass(day);
      await worker.flush();
      equal(office.received.length, 1);
      deepEqual(await statusesOf(desk), sentAfter(4));
    });

    await t.test("a slow server is waited for", async (t) => {
      const later = (_: unknown, __: unknown, done?: () => void) => void setTimeout(() => done?.(), 300);
      const office = await startPostOffice(t, {
        onConnect: (_, done) => void setTimeout(done, 600),
        onMailFrom: later,
        onRcptTo: later,
      });
      const { desk, worker } = await start(t, office.url);
      await desk.invite(zoe);
      await worker.flush();
      equal(office.received.length, 1);
      deepEqual(await statusesOf(desk), sentAfter(1));
    });

    await t.test("an address that is refused has failed, in the words of the server", async (t) => {
      const office = await startPostOffice(t, {
        onRcptTo: ({ address }, _, done) =>
          done(
            address === zoe
              ? Object.assign(new Error("5.1.1 No such person"), { responseCode: 550 })
              : undefined,
          ),
      });
      const { desk, worker } = await start(t, office.url);
      await desk.invite(zoe);
      await desk.invite("ann@example.com");
      await worker.flush();
      deepEqual(
        (await statusesOf(desk)).toSorted((a, b) => (a.status < b.status ? -1 : 1)),
        [{ status: "FAILED", attempts: 1, problem: "550 5.1.1 No such person" }, ...sentAfter(1)],
      );
      deepEqual(pluck(office.received, "to"), [["ann@example.com"]]);
    });

    await t.test("greylisting puts a message off, and it is delivered once", async (t) => {
      let asked = 0;
      const office = await startPostOffice(t, {
        onRcptTo: (_, __, done) =>
          done(
            ++asked === 1
              ? Object.assign(new Error("Greylisted, come back later"), { responseCode: 451 })
              : undefined,
          ),
      });
      const { desk, worker } = await start(t, office.url);
      await desk.invite(zoe);
      await worker.flush();
      deepEqual(await statusesOf(desk), [
        { status: "WAITING", attempts: 1, problem: "451 Greylisted, come back later" },
      ]);
      for (let count = 0; count < 3; count++) {
        desk.pass(minute);
        await worker.flush();
      }
      equal(office.received.length, 1);
      deepEqual(await statusesOf(desk), sentAfter(2));
    });

    await t.test("a server that dies in the middle of a message gets it again", async (t) => {
      let office = await startPostOffice(t, {
        onData(stream) {
          stream.once("data", () => void office.kill());
        },
      });
      const { desk, worker } = await start(t, office.url);
      await desk.invite(zoe);
      await worker.flush();
      equal((await statusesOf(desk))[0]?.status, "WAITING");
      office = await startPostOffice(t, {}, office.port);
      desk.pass(minute);
      await worker.flush();
      equal(office.received.length, 1);
      deepEqual(await statusesOf(desk), sentAfter(2));
    });

    await t.test("fifty invitations arrive, each once", async (t) => {
      const office = await startPostOffice(t);
      const { desk, worker } = await start(t, office.url);
      const addresses = Array.from({ length: 50 }, (_, number) => `person${number}@example.com`);
      for (const address of addresses) await desk.invite(address);
      await worker.flush();
      deepEqual(office.received.flatMap(({ to }) => to).toSorted(), addresses.toSorted());
    });

    await t.test("a password that is wrong puts messages off; none of them has failed", async (t) => {
      const office = await startPostOffice(t, {
        disabledCommands: ["STARTTLS"],
        allowInsecureAuth: true,
        onAuth: (_, __, done) => done(new Error("Wrong password")),
      });
      const { desk, worker } = await start(t, office.url.replace("//", "//post:wrong@"));
      await desk.invite(zoe);
      await worker.flush();
      deepEqual(
        (await desk.rows()).map(({ status, attempts }) => ({ status, attempts })),
        [{ status: "WAITING", attempts: 1 }],
      );
    });

    await t.test("a password is not sent to another machine in the clear", async (t) => {
      let sent = 0;
      const office = await startPostOffice(t, {
        disabledCommands: ["STARTTLS"],
        allowInsecureAuth: true,
        onAuth: ({ username }, _, done) => {
          sent++;
          done(null, { user: username });
        },
      });
      // No loopback address by its looks, though it leads there.
      const { desk, worker } = await start(t, `smtp://post:secret@0.0.0.0:${office.port}`);
      await desk.invite(zoe);
      await worker.flush();
      deepEqual([sent, office.received], [0, []]);
      equal((await desk.rows())[0]?.status, "WAITING");
    });

    await t.test("a certificate of nobody known is not trusted", async (t) => {
      const office = await startPostOffice(t, {
        disabledCommands: ["AUTH"],
        cert: certificate,
        key: certificateKey,
      });
      const { desk, worker } = await start(t, office.url);
      await desk.invite(zoe);
      await worker.flush();
      const [row] = await statusesOf(desk);
      equal(row?.status, "WAITING");
      match(row?.problem ?? "", /self-signed certificate/);
      deepEqual(office.received, []);
    });
  });
}

/** Invites somebody through a process that serves the seed below. */
const key = { publicKey: "abcdefgh", privateKey: "00000000-0000-4000-8000-000000000001" };
const seeded = {
  orgs: [
    {
      name: "Acme",
      apiKeys: [{ ...key, roles: ["ORG_OWNER"] }],
      groups: [{ id: ids.group, name: "payments" }],
    },
  ],
};
async function inviteThrough(url: string, username: string): Promise<void> {
  const sending = {
    method: "POST",
    path: invitesPath,
    headers: { accept: "application/vnd.atlas.2023-01-01+json", "content-type": "application/json" },
    body: { username, roles },
  };
  const nonce = nonceOf(await send(url, sending));
  const authorization = digest(key, { method: "POST", uri: invitesPath, nonce });
  const reply = await send(url, { ...sending, headers: { ...sending.headers, authorization } });
  equal(reply.status, 200, reply.text);
}

function serving(t: TestContext, mailUrl: string) {
  const data = createFolder(t);
  const seed = join(data, "seed.json");
  writeFileSync(seed, JSON.stringify(seeded));
  const args = ["serve", "--data", data, "--port", "0", "--seed", seed, "--log-level", "debug"];
  const env = {
    ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642",
    ANTEROOM_BASE_URL: "https://atlas.example.com",
    ANTEROOM_MAIL_URL: mailUrl,
    ANTEROOM_MAIL_FROM: "Anteroom <no-reply@example.com>",
  };
  return { data, args, env };
}

test("a process that is killed in the middle of a message loses nothing", async (t) => {
  let begun = 0;
  const stuck = await startPostOffice(t, { onData: (stream) => void stream.once("data", () => begun++) });
  const { data, args, env } = serving(t, stuck.url);
  const first = await startProcess(t, args, env);
  await inviteThrough(first.url, zoe);
  await until(() => begun === 1);
  await first.kill();
  await stuck.kill();
  const database = openStoreFile(data);
  const [row] = database.rows("select status, attempts, due_at from outbox");
  deepEqual([row?.status, row?.attempts], ["WAITING", 1]);
  ok(Number(row?.due_at) > Date.now() + 4 * minute);
  // As if the five minutes had passed for which it belonged to the process that was killed.
  database.exec("update outbox set due_at = 0");
  const office = await startPostOffice(t, {}, stuck.port);
  await startProcess(t, args, env);
  await until(() => office.received.length === 1);
  match(
    readMessage(office.received[0]?.raw ?? "").parts["text/plain"] ?? "",
    /https:\/\/atlas\.example\.com\/invitations\//,
  );
  await until(() => database.rows("select status from outbox")[0]?.status === "SENT");
  database.close();
});

for (const [name, secure] of [
  ["STARTTLS", false],
  ["TLS at once", true],
] as const) {
  test(`a password goes over ${name}, to a server whose authority NODE_EXTRA_CA_CERTS names`, async (t) => {
    const office = await startPostOffice(t, {
      secure,
      cert: certificate,
      key: certificateKey,
      disabledCommands: [],
      onAuth: ({ username, password }, _, done) =>
        password === "p@ss/word" ? done(null, { user: username }) : done(new Error("Wrong password")),
    });
    const scheme = secure ? "smtps" : "smtp";
    const { data, args, env } = serving(t, `${scheme}://post:p%40ss%2Fword@localhost:${office.port}`);
    const authority = join(data, "authority.pem");
    writeFileSync(authority, certificate);
    const { url } = await startProcess(t, args, { ...env, NODE_EXTRA_CA_CERTS: authority });
    await inviteThrough(url, zoe);
    await until(() => office.received.length === 1);
    const [received] = office.received;
    deepEqual([received?.user, received?.isEncrypted], ["post", true]);
  });
}

test("a server that says nothing holds up neither the store nor the end", async (t) => {
  const silent = createServer(() => {});
  silent.listen(0, "127.0.0.1");
  await once(silent, "listening");
  t.after(() => silent.close());
  const { port } = silent.address() as AddressInfo;
  const desk = await startDesk(t, "sqlite");
  const worker = desk.worker(smtpTo(`smtp://127.0.0.1:${port}`));
  await desk.invite(zoe);
  const accepted = once(silent, "connection");
  worker.nudge();
  await accepted;
  // The store goes on meanwhile.
  await desk.invite("ann@example.com");
  await worker.close(50);
  const [first] = await desk.rows();
  deepEqual([first?.status, first?.attempts], ["WAITING", 1]);
  match(first?.problem ?? "", /abort/i);
});

test("serve refuses to send links that begin with an address nobody may reach", async (t) => {
  const { args, env } = serving(t, "smtp://127.0.0.1:2525");
  const { ANTEROOM_BASE_URL: _, ...others } = env;
  const { code, stderr } = await anteroom(args, { env: others });
  equal(code, 2);
  match(stderr, /--mail-url needs --base-url/);
});
