// Listens in between a server and PostgreSQL: which statements are sent, and how often an answer is waited for.
import { once } from "node:events";
import { connect, createServer } from "node:net";

/**
 * @typedef {{ sql: string, values: (string | null)[] }} Sent
 * @typedef {{ statements: Sent[], waits: number }} Heard `waits`: round trips, but for the commit of what only read, whose answer
 *   nobody waits for
 */

/** @param {URL} url of the database */
export async function tapPostgres(url) {
  /** @type {Heard} */
  let heard = { statements: [], waits: 0 };
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer((client) => {
    const upstream = connect(Number(url.port), url.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay(true));
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
    }
    const reader = createReader((sent) => heard.statements.push(sent));
    let isWaiting = false;
    client.on("data", (bytes) => {
      const spoken = reader.read(bytes);
      if (!isWaiting && spoken.some((sql) => sql !== "commit" || !reader.onlyReads())) {
        heard.waits += 1;
        isWaiting = true;
      }
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      isWaiting = false;
      client.write(bytes);
    });
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const through = new URL(url);
  through.port = String(/** @type {import("node:net").AddressInfo} */ (server.address()).port);
  return {
    /** Leads through here. */
    url: through.href,
    /** Returns what was heard since the last call. */
    take() {
      const before = heard;
      heard = { statements: [], waits: 0 };
      return before;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/**
 * Reads the messages of one connection's client: https://www.postgresql.org/docs/current/protocol-message-formats.html
 * @param {(sent: Sent) => void} onSent
 */
function createReader(onSent) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  let isStarted = false;
  let isReadOnly = false;
  /** @type {Map<string, string>} */
  const prepared = new Map();

  /** @param {string} type @param {Buffer} body @returns {string | undefined} the statement that is sent */
  function take(type, body) {
    const texts = body.toString("utf8").split("\0");
    if (type === "P") prepared.set(texts[0] ?? "", texts[1] ?? "");
    if (type === "Q") {
      const sql = texts[0] ?? "";
      if (sql.startsWith("begin")) isReadOnly = sql.endsWith("read only");
      onSent({ sql, values: [] });
      return sql;
    }
    if (type !== "B") return undefined;
    const sql = prepared.get(texts[1] ?? "") ?? "";
    onSent({ sql, values: readValues(body) });
    return sql;
  }

  return {
    onlyReads: () => isReadOnly,
    /** @param {Buffer} bytes @returns {string[]} the statements in them */
    read(bytes) {
      rest = Buffer.concat([rest, bytes]);
      const sent = [];
      for (;;) {
        // The first message has no letter; none that matters here does.
        const offset = isStarted ? 1 : 0;
        if (rest.length < offset + 4) return sent;
        const end = offset + rest.readUInt32BE(offset);
        if (rest.length < end) return sent;
        if (isStarted) {
          const sql = take(String.fromCharCode(rest[0] ?? 0), rest.subarray(offset + 4, end));
          if (sql !== undefined) sent.push(sql);
        }
        isStarted = true;
        rest = rest.subarray(end);
      }
    },
  };
}

/** Reads the values of a Bind message: two names, formats, values. @param {Buffer} body @returns {(string | null)[]} */
function readValues(body) {
  let at = body.indexOf(0, body.indexOf(0) + 1) + 1;
  at += 2 + 2 * body.readUInt16BE(at);
  const count = body.readUInt16BE(at);
  at += 2;
  return Array.from({ length: count }, () => {
    const length = body.readInt32BE(at);
    at += 4 + Math.max(0, length);
    return length < 0 ? null : body.toString("utf8", at - length, at);
  });
}
