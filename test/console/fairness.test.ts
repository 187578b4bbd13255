// Attacks of one network, over HTTP: what it is refused, and that others are still let in. `npm run bench:fairness` measures the same.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { openBrowser } from "../support/console.ts";
import { times } from "../support/field.ts";
import { requestToken } from "../support/oauth.ts";
import { password, peopledSeed } from "../support/people.ts";
import { startProcess } from "../support/process.ts";
import { createFolder } from "../support/storage.ts";
import { account, ids, keys, send } from "../support/world.ts";

const username = "owner@example.com";
const from = (address: string) => ({ "x-forwarded-for": address });
/** An address of the network that attacks, 2001:db8:bad::/48. */
const bad = (host: number) => from(`2001:db8:bad:${host.toString(16)}::1`);

async function start(t: TestContext) {
  const anteroom = await createAnteroom({ seed: peopledSeed, limits: "atlas", trustProxy: 1 });
  t.after(() => anteroom.close());
  return anteroom;
}

const guess =
  (server: { readonly url: string }, address: string, given = "a guess") =>
  () =>
    openBrowser(server, "en", from(address)).send("/sign-in", "signIn", { username, password: given });

/** Statuses by how often they came. */
async function tally(requests: Iterable<() => Promise<{ readonly status: number }>>) {
  const statuses = new Map<number, number>();
  for (const request of requests) {
    const { status } = await request();
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return (status: number) => statuses.get(status) ?? 0;
}

test("an account that others guess at lets its person in by a mailed link, with the same password", async (t) => {
  const anteroom = await start(t);
  const near = await tally(times(12, (host) => guess(anteroom, `2001:db8:bad:${host}::1`)));
  ok(near(429) > 0, "one customer does not take all attempts");
  const far = await tally(times(12, (network) => guess(anteroom, `2001:db8:${network}::1`)));
  deepEqual([near(401) + far(401), near(429) + far(429)], [20, 4]);

  const own = openBrowser(anteroom, "en", from("192.0.2.7"));
  const signIn = () => own.send("/sign-in", "signIn", { username, password });
  const refused = await signIn();
  equal(refused.status, 429);
  match(refused.text, /Too many attempts\..* we can mail you a link\./);
  match(refused.html, new RegExp(`<input type="hidden" name="username" value="${username}"`));
  const sent = await own.send("/sign-in", "mailLink", { username });
  match(sent.text, /^Check your mail/);
  const [letter] = await anteroom.mail.list();
  const link = /\/reset-password\/[\w-]+/.exec(letter?.text ?? "")?.[0] ?? "";
  match((await own.send(link, "keep")).text, /This browser is known now\. Sign in with your password\./);
  equal((await own.open(link)).status, 404);
  const { status, html } = await signIn();
  deepEqual([status, html.includes("payments")], [200, true]);
  equal(
    (await guess(anteroom, "192.0.2.8", password)()).status,
    429,
    "to everybody else the account stays closed",
  );
});

test("mail is no weapon: links are counted by person and network", async (t) => {
  const anteroom = await start(t);
  const ask = (host: number) => () =>
    openBrowser(anteroom, "en", bad(host)).send("/sign-in", "mailLink", { username });
  equal((await tally(times(6, ask)))(200), 6);
  equal((await anteroom.mail.list()).length, 3);
});

test("where no mail is sent, no link is offered", async (t) => {
  const file = join(createFolder(t), "seed.json");
  writeFileSync(file, JSON.stringify(peopledSeed));
  const args = ["serve", "--memory", "--port", "0", "--seed", file, "--trust-proxy"];
  const server = await startProcess(t, args, { ANTEROOM_SECRET: "8f5d1ce07a93b264e1f0957c3ab8d642" });
  equal((await tally(times(5, () => guess(server, "192.0.2.7"))))(401), 5);
  const { status, html } = await guess(server, "192.0.2.7")();
  deepEqual([status, html.includes("mailLink")], [429, false]);
});

test("the codes of command lines that one customer takes are not those of others", async (t) => {
  const anteroom = await start(t);
  const authorize = (headers: object) => () =>
    send(anteroom.url, {
      method: "POST",
      path: "/api/private/unauth/account/device/authorize",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: "client_id=0oabtxactgS3gHIR0297",
    });
  const near = await tally(times(200, (each) => authorize(bad(each % 33))));
  ok(near(200) >= 80 && near(200) < 120 && near(200) + near(429) === 200, `${near(200)} for one customer`);
  // Five customers with all that each may have: more than there are for all.
  const many = await tally(times(400, (each) => authorize(from(`2001:db8:${each % 5}:${each % 20}::1`))));
  ok(many(200) >= 345 && many(429) > 0, `${many(200)} for five`);
  equal((await tally([authorize(from("192.0.2.7"))]))(200), 1);
});

test("wrong secrets and wrong named keys are slowed, and right ones let in from elsewhere", async (t) => {
  const anteroom = await start(t);
  const asking = (secret: string, headers: object) => () =>
    send(anteroom.url, {
      method: "POST",
      path: "/api/oauth/token",
      body: "grant_type=client_credentials",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        authorization: `Basic ${Buffer.from(`${account.clientId}:${secret}`).toString("base64")}`,
        ...headers,
      },
    });
  const wrong = await tally(times(40, () => asking("mdb_sa_sk_wrong", bad(1))));
  deepEqual([wrong(401), wrong(429)], [30, 10]);
  const { status, headers } = await asking(account.clientSecret, bad(1))();
  deepEqual([status, Number(headers["retry-after"]) <= 60], [429, true]);
  const right = await asking(account.clientSecret, from("192.0.2.7"))();
  equal(right.status, 200);

  const move = (privateKey: string, address: object) => () =>
    send(anteroom.url, {
      method: "POST",
      path: `/api/atlas/v2/groups/${ids.group}:migrate`,
      headers: {
        accept: "application/vnd.atlas.2024-05-30+json",
        "content-type": "application/json",
        authorization: `Bearer ${right.json.access_token}`,
        ...address,
      },
      body: {
        destinationOrgId: ids.otherOrg,
        destinationOrgPublicApiKey: keys.stranger.publicKey,
        destinationOrgPrivateApiKey: privateKey,
      },
    });
  const named = await tally(times(40, () => move("wrong", bad(1))));
  deepEqual([named(401), named(429)], [30, 10]);
  equal((await move(keys.stranger.privateKey, bad(1))()).status, 429);
  equal((await move(keys.stranger.privateKey, from("192.0.2.7"))()).status, 200);
});

test("strangers of one network hold a twentieth of the connections, and more once one of them is known", {
  skip: process.platform !== "linux" && "SKIPPED: only Linux has all of 127.0.0.0/8 to connect from",
}, async (t) => {
  const anteroom = await createAnteroom({ seed: peopledSeed });
  t.after(() => anteroom.close());
  const { port } = new URL(anteroom.url);
  /** Opens so many, asks on each for what is there without a credential, and keeps them. */
  const hold = async (network: number, count: number): Promise<Socket[]> => {
    const sockets: Socket[] = [];
    for (const host of times(count, (nth) => 1 + (nth % 250))) {
      const socket = connect({ port: Number(port), localAddress: `127.0.${network}.${host}` });
      t.after(() => socket.destroy());
      socket.on("error", () => {});
      await ask(socket, "");
      sockets.push(socket);
    }
    return sockets;
  };
  const ask = async (socket: Socket, header: string): Promise<number> => {
    socket.write(`GET /api/atlas/v2/groups HTTP/1.1\r\nHost: localhost\r\n${header}\r\n`);
    const [answer] = await once(socket, "data");
    return Number(String(answer).slice(9, 12));
  };
  const isOpen = (socket: Socket) => !socket.closed;

  const near = await hold(3, 260);
  await sleep(100);
  deepEqual(
    [near.filter(isOpen).length, near.slice(10).every(isOpen)],
    [250, true],
    "those that rest make room",
  );
  const { json } = await requestToken(anteroom);
  const accept = "Accept: application/vnd.atlas.2023-01-01+json";
  equal(await ask(near.at(-1) as Socket, `Authorization: Bearer ${json.access_token}\r\n${accept}\r\n`), 200);
  const more = await hold(3, 100);
  await sleep(100);
  deepEqual([near, more].flat().filter(isOpen).length, 350);

  const own = openBrowser(anteroom, "en");
  await own.send("/sign-in", "signIn", { username, password });
  const [first = ""] = [...own.cookies]
    .map(([name, value]) => `${name}=${value}`)
    .filter((each) => each.includes("session"));
  const far = await hold(4, 250);
  const page = far[0] as Socket;
  page.write(`GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${first}\r\n\r\n`);
  await once(page, "data");
  const others = await hold(4, 10);
  await sleep(100);
  equal([far, others].flat().filter(isOpen).length, 260, "a session in a browser is proof as well");
});
