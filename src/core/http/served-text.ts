// A text that is served from memory: hashed once, compressed once for each encoding, and not sent again to a client that has
// it.
import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import Negotiator from "negotiator";
import type { Answer } from "./answer.ts";

/** The encoders, the smallest result first. */
const encoders = {
  // The default quality, 11, takes a hundred times as long as 5.
  br: (text: Buffer) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text: Buffer) => gzipSync(text),
  identity: (text: Buffer) => text,
};
type Encoding = keyof typeof encoders;
const encodings = Object.keys(encoders) as Encoding[];

/** Answers a GET or HEAD with these headers. */
export type ServeText = (asked: IncomingHttpHeaders) => Answer;

/**
 * Makes a server of a text. `headers` are sent with every answer; unless they say otherwise, caches ask each time whether their
 * copy is current.
 */
export function serveText(
  text: string,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): ServeText {
  const plain = Buffer.from(text);
  const hash = createHash("sha256").update(plain).digest("base64url").slice(0, 22);
  const bodies = new Map<Encoding, Buffer>();
  const encode = (encoding: Encoding): Buffer => {
    const body = bodies.get(encoding) ?? encoders[encoding](plain);
    bodies.set(encoding, body);
    return body;
  };
  return (asked) => {
    const encoding = chooseEncoding(asked["accept-encoding"]);
    const isPlain = encoding === "identity";
    // A strong tag identifies the bytes, which differ between encodings.
    const etag = `"${hash}${isPlain ? "" : `-${encoding}`}"`;
    const about = { "cache-control": "no-cache", ...headers, vary: "accept-encoding", etag };
    if (isNamed(etag, asked["if-none-match"])) return { status: 304, headers: about, body: "" };
    const coded = !isPlain && { "content-encoding": encoding };
    return { status: 200, headers: { ...about, "content-type": type, ...coded }, body: encode(encoding) };
  };
}

function chooseEncoding(accepted: string | undefined): Encoding {
  const named = new Negotiator({ headers: { "accept-encoding": accepted } }).encodings(encodings);
  return encodings.find((each) => named.includes(each)) ?? "identity";
}

/** Reports whether If-None-Match has the tag. Its comparison is weak, because a proxy may have added W/. */
const isNamed = (etag: string, header = ""): boolean =>
  header.trim() === "*" || [...header.matchAll(/"[^"]*"/g)].some(([each]) => each === etag);
