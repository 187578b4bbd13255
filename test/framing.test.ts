// Requests whose end or receiver could be read in two ways (RFC 9112), byte by byte: each is refused or answered once, and its
// connection ends wherever a proxy may have seen another request in it.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { exchange, requestOf } from "./support/raw-http.ts";
import { startWorld } from "./support/world.ts";

const host = "Host: localhost";
const smuggled = `GET /healthz?smuggled HTTP/1.1\r\n${host}\r\n\r\n`;
const post = (...headers: string[]) => requestOf("POST /healthz HTTP/1.1", host, ...headers);
const chunked = (body: string) => `${post("Transfer-Encoding: chunked")}${body}`;
const get = (...headers: string[]) => requestOf("GET /healthz HTTP/1.1", ...headers);
const many = (count: number) => Array.from({ length: count }, (_, nth) => `A${nth}: 1`);

/** The texts that are sent in one write before `smuggled`, each with the statuses that come back until the connection ends. */
const refused: readonly (readonly [what: string, sent: string, status: number])[] = [
  ["a length and pieces", `${post("Content-Length: 4", "Transfer-Encoding: chunked")}0\r\n\r\n`, 400],
  ["pieces and a length", `${post("Transfer-Encoding: chunked", "Content-Length: 4")}0\r\n\r\n`, 400],
  ["two lengths", `${post("Content-Length: 0", "Content-Length: 4")}`, 400],
  ["two lengths that are one", `${post("Content-Length: 0", "Content-Length: 0")}`, 400],
  ["a list of lengths", post("Content-Length: 0, 4"), 400],
  ["a length with a sign", `${post("Content-Length: +3")}abc`, 400],
  ["a length below zero", post("Content-Length: -1"), 400],
  ["a length in hexadecimal", `${post("Content-Length: 0x3")}abc`, 400],
  ["a length that is no number", post("Content-Length: 3 3"), 400],
  ["a length beyond all numbers", post(`Content-Length: ${"9".repeat(40)}`), 400],
  ["a blank before the colon", post("Content-Length : 0"), 400],
  ["a blank before the colon of a coding", post("Transfer-Encoding : chunked"), 400],
  ["a folded header", post("X: a", " Content-Length: 4"), 400],
  ["a folded coding", post("Transfer-Encoding:", " chunked"), 400],
  ["a first header with a blank", requestOf("GET /healthz HTTP/1.1", " X: a", host), 400],
  ["a bare line feed", `GET /healthz HTTP/1.1\n${host}\n\n`, 400],
  ["a bare line feed behind a header", `GET /healthz HTTP/1.1\r\n${host}\nX: a\r\n\r\n`, 400],
  ["a bare carriage return", `GET /healthz HTTP/1.1\r\n${host}\r\nX: a\rY: b\r\n\r\n`, 400],
  ["a NUL in a header", get(host, "X: a\0b"), 400],
  ["a name of a header that is none", get(host, "X(: a"), 400],
  ["a header without a name", get(host, ": a"), 400],
  ["another coding", `${post("Transfer-Encoding: gzip, chunked")}0\r\n\r\n`, 501],
  ["pieces of pieces", `${post("Transfer-Encoding: chunked, chunked")}0\r\n\r\n`, 400],
  ["two codings", `${post("Transfer-Encoding: gzip", "Transfer-Encoding: chunked")}0\r\n\r\n`, 501],
  ["a coding behind pieces", `${post("Transfer-Encoding: chunked, gzip")}0\r\n\r\n`, 400],
  ["a coding alone", post("Transfer-Encoding: gzip"), 400],
  ["no coding", post("Transfer-Encoding: identity"), 400],
  ["a coding like pieces", `${post("Transfer-Encoding: xchunked")}0\r\n\r\n`, 400],
  [
    "pieces in HTTP/1.0",
    `${requestOf("POST /healthz HTTP/1.0", host, "Connection: keep-alive", "Transfer-Encoding: chunked")}0\r\n\r\n`,
    400,
  ] as unknown as [string, string, number],
  ["HTTP/0.9", "GET /healthz\r\n\r\n", 400],
  ["HTTP/2.0", requestOf("GET /healthz HTTP/2.0", host), 400],
  ["a version of two digits", requestOf("GET /healthz HTTP/1.10", host), 400],
  ["no Host", get(), 400],
  ["two Hosts", get(host, "Host: evil.example"), 400],
  ["two equal Hosts", get(host, host), 400],
  ["two Hosts in HTTP/1.0", requestOf("GET /healthz HTTP/1.0", host, "Connection: keep-alive", host), 400],
  ["a Host with a path", get("Host: a/b?c"), 400],
  ["a Host with a name of a person", get("Host: a@b"), 400],
  ["a list of Hosts", get("Host: a, b"), 400],
  ["a Host with a port that is none", get("Host: a:b"), 400],
  ["a Host in half brackets", get("Host: [::1"), 400],
  ["200 headers and Host", get(host, ...many(200)), 431],
  ["a size of a piece with a sign", chunked("+1\r\na\r\n0\r\n\r\n"), 400],
  ["a size of a piece with 0x", chunked("0x1\r\na\r\n0\r\n\r\n"), 400],
  ["a size of a piece behind a blank", chunked(" 1\r\na\r\n0\r\n\r\n"), 400],
  ["a size of a piece beyond all numbers", chunked(`1${"0".repeat(16)}\r\na\r\n0\r\n\r\n`), 400],
  ["a size of a piece with a bare line feed", chunked("1\na\r\n0\r\n\r\n"), 400],
  ["an extension of a piece with a bare line feed", chunked("1;x\na\r\n0\r\n\r\n"), 400],
  ["an extension of a piece without end", chunked(`1;${"x".repeat(20_000)}\r\na\r\n0\r\n\r\n`), 400],
  ["trailers without end", chunked(`0\r\nX: ${"x".repeat(20_000)}\r\n\r\n`), 431],
];

/** The texts that a server must accept, with two answers, because their length is not in doubt. */
const taken: readonly (readonly [what: string, sent: string])[] = [
  ["a request", get(host)],
  ["199 headers and Host", get(host, ...many(199))],
  ["no name of Host", get("Host:")],
  ["Host with a port", get("Host: localhost:8080")],
  ["Host of IPv6", get("Host: [::1]:8080")],
];

const statusesOf = (answers: string) =>
  [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));

test("what is in doubt is refused once, and its connection ends", async (t) => {
  const { url } = await startWorld(t);
  for (const [what, sent, status] of refused) {
    await t.test(`${status} for ${what}`, async () => {
      const answers = await exchange(url, sent + smuggled);
      deepEqual(statusesOf(answers), [status], answers);
      ok(/\r\nconnection: close\r\n/i.test(answers), answers);
    });
  }
});

test("what is wrong with a body whose request is answered already ends the connection, without another answer", async (t) => {
  const { url } = await startWorld(t);
  for (const body of ["1\r\nab\r\n0\r\n\r\n", "1\r\na\n0\r\n\r\n"]) {
    deepEqual(statusesOf(await exchange(url, chunked(""), body + smuggled)), [405]);
  }
});

test("what is not in doubt is answered, and so is what follows it", async (t) => {
  const { url } = await startWorld(t);
  const last = get(host, "Connection: close");
  for (const [what, sent] of taken) {
    await t.test(what, async () => {
      const statuses = statusesOf(await exchange(url, sent + last));
      deepEqual([statuses.length, statuses.at(-1)], [2, 200]);
    });
  }
});

test("what is sent in one write ahead of a request to upgrade is answered; behind it the connection ends, as its answer says", async (t) => {
  const { url } = await startWorld(t);
  for (const name of ["h2c", "websocket"]) {
    const upgrade = get(host, "Connection: Upgrade", `Upgrade: ${name}`);
    const answers = await exchange(url, get(host) + get(host) + upgrade + smuggled);
    deepEqual(statusesOf(answers), [200, 200, 200]);
    equal(answers.match(/\r\nconnection: close\r\n/gi)?.length, 1);
    ok(/\r\nconnection: close\r\n/i.test(answers.slice(answers.lastIndexOf("HTTP/1.1"))));
  }
});
