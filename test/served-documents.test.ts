// The documents that programs read of a server, over real HTTP: kept, compressed, not sent twice, and of the address that was asked.
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import { request } from "node:http";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { operations } from "../src/atlas/index.ts";
import { startWorld, type World } from "./support/world.ts";

const paths = [
  "/api/openapi.json",
  "/api/openapi.json?version=2025-03-12",
  "/api/openapi.json?profile=plain",
  "/api/openapi.json?profile=plain&version=2025-03-12",
  "/_anteroom/openapi.json",
  "/seed.schema.json",
];

/** Asks and keeps the bytes as they come. */
const ask = ({ url }: World, path: string, method = "GET", headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
    request(new URL(path, url), { method, headers }, async (incoming) => {
      const bytes = await buffer(incoming);
      resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes });
    })
      .on("error", reject)
      .end();
  });

/** Returns status and headers, without the date. */
const headOf = ({ status, headers: { date, ...rest } }: Awaited<ReturnType<typeof ask>>) => ({
  status,
  ...rest,
});

test("documents that programs read", async (t) => {
  const world = await startWorld(t);
  for (const path of paths) {
    await t.test(
      `${path} is compressed for those who can read that, known by its tag, and has a HEAD`,
      async () => {
        const plain = await ask(world, path);
        equal(plain.status, 200);
        ok(JSON.parse(plain.bytes.toString()));
        for (const [encoding, decode] of [
          ["gzip", gunzipSync],
          ["br", brotliDecompressSync],
        ] as const) {
          const packed = await ask(world, path, "GET", { "accept-encoding": encoding });
          deepEqual(decode(packed.bytes), plain.bytes);
          equal(packed.headers["content-encoding"], encoding);
          ok(packed.bytes.length * 4 < plain.bytes.length, `${packed.bytes.length} of ${plain.bytes.length}`);
        }
        deepEqual(headOf(await ask(world, path, "HEAD")), headOf(plain));
        equal((await ask(world, path, "HEAD")).bytes.length, 0);
        const { etag, vary } = plain.headers;
        deepEqual([vary, plain.headers["cache-control"]], ["accept-encoding", "no-cache"]);
        for (const method of ["GET", "HEAD"]) {
          const again = await ask(world, path, method, { "if-none-match": String(etag) });
          deepEqual(
            [again.status, again.bytes.length, again.headers.etag, again.headers["content-length"]],
            [304, 0, etag, undefined],
          );
        }
      },
    );
  }

  await t.test("a document is of the address it was asked at, and has another tag there", async () => {
    const { port } = new URL(world.url);
    const there = await ask(world, "/api/openapi.json", "GET", { host: `localhost:${port}` });
    const here = await ask(world, "/api/openapi.json");
    equal(JSON.parse(there.bytes.toString()).servers[0].url, `http://localhost:${port}`);
    equal(JSON.parse(here.bytes.toString()).servers[0].url, world.url);
    notEqual(there.headers.etag, here.headers.etag);
    const known = { "if-none-match": String(here.headers.etag) };
    equal(
      (await ask(world, "/api/openapi.json", "GET", { host: `localhost:${port}`, ...known })).status,
      200,
    );
  });

  await t.test("more addresses than are kept get documents of their own", async () => {
    for (let round = 0; round < 2; round++) {
      for (let host = 1; host <= 12; host++) {
        const { bytes } = await ask(world, "/api/openapi.json", "GET", { host: `127.0.0.${host}:1` });
        equal(JSON.parse(bytes.toString()).servers[0].url, `http://127.0.0.${host}:1`);
      }
    }
  });

  await t.test("400 for a profile that there is not, with those that there are", async () => {
    for (const [profile, shown] of [
      ["java", "java"],
      ["", ""],
      ["plain&profile=plain", "plain,plain"],
      ["toString", "toString"],
    ]) {
      const { status, json } = await world.send({ path: `/api/openapi.json?profile=${profile}` });
      deepEqual(
        { status, code: json.errorCode, fields: json.badRequestDetail.fields },
        {
          status: 400,
          code: "INVALID_QUERY_PARAMETER",
          fields: [{ description: `'${shown}' is no profile; there is: plain.`, field: "profile" }],
        },
      );
    }
  });

  await t.test("every profile has every operation, and no broken reference", async () => {
    for (const path of ["/api/openapi.json", "/api/openapi.json?profile=plain"]) {
      const { json } = await world.send({ path });
      const described = Object.values(json.paths as Record<string, Record<string, { operationId: string }>>)
        .flatMap((methods) => Object.values(methods))
        .map(({ operationId }) => operationId);
      deepEqual(described.sort(), Object.keys(operations).sort());
      const references = [...JSON.stringify(json).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
      ok(references.length > 0);
      for (const [, name = ""] of references) ok(name in json.components.schemas, `${name} is missing`);
    }
  });
});
