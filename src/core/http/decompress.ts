// Decompresses a request body, and stops if it would become too large.
import { promisify } from "node:util";
import { gunzip, inflate, inflateRaw } from "node:zlib";
import { fault } from "../contract/errors.ts";
import { largestBody } from "./bodies.ts";

const decoders = new Map([
  ["gzip", promisify<Buffer, object, Buffer>(gunzip)],
  ["x-gzip", promisify<Buffer, object, Buffer>(gunzip)],
  ["deflate", (body: Buffer, options: object) => (isOfZlib(body) ? ofZlib : raw)(body, options)],
]);

const ofZlib = promisify<Buffer, object, Buffer>(inflate);
const raw = promisify<Buffer, object, Buffer>(inflateRaw);

/**
 * Reports whether a body has the header of zlib (RFC 1950, section 2.2). Many senders leave it out and mean the bare stream by
 * `deflate`.
 */
const isOfZlib = (body: Buffer): boolean =>
  body.length > 1 && (body.readUInt8() & 0x0f) === 8 && body.readUInt16BE() % 31 === 0;

/** Returns the body before `encoding`, a value of Content-Encoding. */
export async function decompress(
  body: Buffer | undefined,
  encoding: string | undefined,
): Promise<Buffer | undefined> {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (body === undefined || body.length === 0 || name === "" || name === "identity") return body;
  const decode = decoders.get(name);
  if (decode === undefined) {
    const headers = { "accept-encoding": "gzip, deflate" };
    throw fault("UNSUPPORTED_CONTENT_ENCODING", { encoding: name }, { headers });
  }
  try {
    return await decode(body, { maxOutputLength: largestBody });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw fault("REQUEST_TOO_LARGE", { limit: largestBody }, { cause });
    }
    const fields = [{ description: `The body is not compressed with ${name}.`, field: "body" }];
    throw fault("INVALID_JSON", {}, { fields, cause });
  }
}
