// Reads bodies: within a bound for each, and one for all together that are under way.
import { type Fault, fault, wrongField } from "../contract/errors.ts";
import type { HttpRequest } from "./request.ts";

/** A request body larger than this is refused, in bytes. */
export const largestBody = 1024 * 1024;
/** Bytes of all bodies under way together. */
const mostUnderWay = 32 * largestBody;

/** The whole body; undefined where there is none. */
export type ReadBody = (
  request: Pick<HttpRequest, "headers" | "body">,
  limit?: number,
) => Promise<Buffer | undefined>;

/** Reads bodies; when too many are under way, the oldest makes room: slow senders cannot starve others. */
export function createBodies(): ReadBody {
  let underWay = 0;
  /** Refuses each, longest first. */
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
      // The rest of a refused body is thrown away.
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
