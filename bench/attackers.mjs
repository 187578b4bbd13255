// The attackers of bench/fairness.mjs, in a process of their own: a crowd of connections, readers that read nothing, and one customer of
// a provider who asks for codes and guesses at passwords from ever new addresses. Begins when it is sent where; ends when it is told to.
import { Agent } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { askForCode, openVisitor } from "./visitor.mjs";

/** @typedef {{ url: string, connections: number, readers: number, proxy: string, username: string }} Attack */

/** The addresses of the attackers: not 127.0.0.1, whose callers are known. */
const crowdFrom = "127.0.3.1";
const readersFrom = "127.0.2.1";
/** Askers of the customer at a time, and the pause of each: some hundred requests a second. */
const askers = 16;
const pauseMs = 50;
/** The time after which attackers that were cut off connect again, more or less. */
const againMs = 5_000;

let isOver = false;
/** @type {Map<string, number>} what each kind of attacker was answered, or how its connections ended */
const outcomes = new Map();

/** @param {string} outcome */
const count = (outcome) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);

let [held, unread] = [0, 0];

/** Holds a connection, and takes another when it is cut off. @param {Attack} attack @param {"crowd" | "readers"} kind */
function hold(attack, kind) {
  const { hostname: host, port } = new URL(attack.url);
  const isReader = kind === "readers";
  const [localAddress, path] = isReader ? [readersFrom, "/api/openapi.json"] : [crowdFrom, "/healthz"];
  const socket = connect({ host, port: Number(port), localAddress });
  const add = (/** @type {1 | -1} */ by) => (isReader ? (unread += by) : (held += by));
  add(1);
  socket.on("error", () => {});
  socket.on("close", () => {
    add(-1);
    count(`${kind} ended`);
    if (!isOver) setTimeout(() => isOver || hold(attack, kind), againMs * (0.5 + Math.random()));
  });
  socket.on("connect", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`));
  if (!isReader) socket.resume();
}

/** @param {Attack} attack @param {number} nth */
async function ask({ url, proxy, username }, nth) {
  const agent = new Agent({ keepAlive: true, localAddress: proxy });
  for (let time = 0; !isOver; time++) {
    const address = `2001:db8:bad:${(time * askers + nth).toString(16).slice(-4)}::1`;
    const given = { agent, headers: { "x-forwarded-for": address } };
    const name = nth % 4 === 0 ? username : `nobody${time}@example.com`;
    const asked =
      nth % 2 === 0
        ? openVisitor(url, given).then((visitor) => visitor.signIn(name, "a guess"))
        : askForCode(url, given);
    await asked.then(
      ({ status }) => count(`${nth % 2 === 0 ? "passwords" : "codes"} ${status}`),
      () => count("requests cut"),
    );
    await sleep(pauseMs);
  }
  agent.destroy();
}

process.once("message", async (/** @type {Attack} */ attack) => {
  process.once("message", () => {
    isOver = true;
    process.send?.({ held, unread, outcomes: Object.fromEntries([...outcomes].sort()) }, () =>
      process.exit(0),
    );
  });
  process.send?.("begun");
  for (let nth = 0; nth < askers; nth++) void ask(attack, nth);
  for (let each = 0; each < attack.readers; each++) hold(attack, "readers");
  for (let made = 0; made < attack.connections; made += 50) {
    for (let each = 0; each < 50; each++) hold(attack, "crowd");
    await sleep(100);
  }
});
process.once("disconnect", () => process.exit(1));
