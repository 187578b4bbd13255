// Reads bodies, with a limit for each body and one for all bodies together.
import { type Fault, fault, wrongField } from "../contract/errors.ts";
import type { HttpRequest } from "./request.ts";

/** The largest request body that is accepted, in bytes. */
export const largestBody = 1024 * 1024;
/** The most bytes of all bodies that are being received. */
const mostUnderWay = 32 * largestBody;

/** Reads the whole body; undefined if there is none. */
export type ReadBody = (
  request: Pick<HttpRequest, "headers" | "body">,
  limit?: number,
) => Promise<Buffer | undefined>;

/** Reads bodies; when too many are under way, the oldest makes room: slow senders cannot starve others. */
export function createBodies(): ReadBody {
  let underWay = 0;
  /** The bodies being received, oldest first, each with the function that refuses it. */
  const arriving = new Set<(refusal: Fault) => void>();

  return async ({ headers, body }, limit = largestBody) => {
    const { "content-length": length, "transfer-encoding": encoding } = headers;
    if (encoding === undefined && (length === undefined || length === "0")) return undefined;
    if (body === undefined || Buffer.isBuffer(body)) {
      if (body !== undefined && body.length > limit) throw fault("REQUEST_TOO_LARGE", { limit });
      return body;
    }
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      // The rest of a refused body is discarded.
      const settle = (refusal?: Fault) => {
        body.off("data", take).off("end", settle).off("close", breakOff).resume();
        arriving.delete(settle);
        underWay -= size;
        if (refusal === undefined) resolve(Buffer.concat(chunks, size));
        else reject(refusal);
      };
      const breakOff = () => settle(broken());
      const take = (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        underWay += chunk.length;
        if (size > limit) settle(fault("REQUEST_TOO_LARGE", { limit }));
        for (const refuse of arriving) {
          if (underWay <= mostUnderWay) break;
          refuse(busy());
        }
      };
      // The connection may have ended while the caller was identified.
      if (body.destroyed) settle(broken());
      else if (Number(length) > limit) settle(fault("REQUEST_TOO_LARGE", { limit }));
      else {
        arriving.add(settle);
        body.on("data", take).on("end", settle).on("close", breakOff);
      }
    });
  };
}

const brokenOff = wrongField("body", "The connection ended before the body did.");
const broken = (): Fault => fault("BAD_REQUEST", {}, brokenOff);
const others = { reason: "The server is busy with bodies of others" };
const busy = (): Fault => fault("SERVICE_UNAVAILABLE", others, { headers: { "retry-after": "5" } });
