// The yardstick: a node:http server that answers in Anteroom's shape and does nothing else.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * @typedef {{ headers: string[], dated: boolean, body: string }} Shape `headers` flat, without those Node writes itself
 * @typedef {{ get: Shape, patch: Shape, namesTimeout: boolean }} Shapes
 */

const challenge =
  'Digest realm="bare", domain="", nonce="00000000000000000000000000000000", algorithm=MD5, qop="auth", stale=false';

/** @type {Shapes} */
const shapes =
  process.argv[2] === undefined
    ? {
        get: { headers: [], dated: true, body: "{}" },
        patch: { headers: [], dated: true, body: "{}" },
        namesTimeout: true,
      }
    : JSON.parse(readFileSync(process.argv[2], "utf8"));
const patched = JSON.parse(shapes.patch.body);

const server = createServer((request, response) => {
  if (request.headers.authorization === undefined) {
    response.writeHead(401, { "WWW-Authenticate": challenge, "Content-Length": 0 }).end();
  } else if (request.method === "GET") {
    answer(response, shapes.get, shapes.get.body);
  } else {
    /** @type {Buffer[]} */
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const { roles, username } = JSON.parse(Buffer.concat(chunks).toString());
      answer(response, shapes.patch, JSON.stringify({ ...patched, roles, username }));
    });
  }
});

/** @param {import("node:http").ServerResponse} response @param {Shape} shape @param {string} body */
function answer(response, shape, body) {
  response.sendDate = shape.dated;
  response.writeHead(200, [...shape.headers, "Content-Length", String(Buffer.byteLength(body))]).end(body);
}

// Node names the idle timeout in a header of its own, and only when there is one.
if (!shapes.namesTimeout) server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  console.log(`bare ready http://127.0.0.1:${port}`);
});
process.once("SIGTERM", () => process.exit(0));
