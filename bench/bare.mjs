// The yardstick: a node:http server that answers in Anteroom's shape and does nothing else.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * @typedef {{ headers: string[], dated: boolean, body: string }} Shape `headers` flat, without those Node writes itself
 * @typedef {{ get: Shape, list: Shape, patch: Shape, post: Shape, namesTimeout: boolean }} Shapes
 */

const challenge =
  'Digest realm="bare", domain="", nonce="00000000000000000000000000000000", algorithm=MD5, qop="auth", stale=false';

const empty = { headers: [], dated: true, body: "{}" };
/** @type {Shapes} */
const shapes =
  process.argv[2] === undefined
    ? { get: empty, list: empty, patch: empty, post: empty, namesTimeout: true }
    : JSON.parse(readFileSync(process.argv[2], "utf8"));
const written = { PATCH: JSON.parse(shapes.patch.body), POST: JSON.parse(shapes.post.body) };

const server = createServer((request, response) => {
  const { method, url } = request;
  if (request.headers.authorization === undefined) {
    response.writeHead(401, { "WWW-Authenticate": challenge, "Content-Length": 0 }).end();
  } else if (method === "PATCH" || method === "POST") {
    /** @type {Buffer[]} */
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const { roles, username } = JSON.parse(Buffer.concat(chunks).toString());
      const shape = method === "PATCH" ? shapes.patch : shapes.post;
      answer(response, shape, JSON.stringify({ ...written[method], roles, username }));
    });
  } else {
    const shape = url?.endsWith("/invites") === true ? shapes.list : shapes.get;
    answer(response, shape, shape.body);
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
