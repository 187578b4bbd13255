// Reads bodies, of requests whose caller is known as far as there is one: within a bound for each, and one for all together.
import type { IncomingMessage } from "node:http";
import { type Fault, fault } from "../contract/errors.ts";

/** A request body larger than this is refused, in bytes. */
export const largestBody = 1024 * 1024;

/** Bytes of all bodies under way. They come from callers who are known, who can be slow on purpose nevertheless. */
const mostUnderWay = 32 * largestBody;

/** The whole body; undefined where there is none. */
export type ReadBody = (request: IncomingMessage, limit?: number) => Promise<Buffer | undefined>;

const broken = (): Fault => {
  const fields = [{ description: "The connection ended before the body did.", field: "body" }];
  return fault("BAD_REQUEST", {}, { fields });
};

export function createBodies(): ReadBody {
  let underWay = 0;

  return (request, limit = largestBody) => {
    const { "content-length": length, "transfer-encoding": encoding } = request.headers;
    if (encoding === undefined && (length === undefined || length === "0")) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      // What comes after a refusal is thrown away.
      const settle = (refusal?: Fault) => {
        request.off("data", take).off("end", settle).off("close", breakOff).resume();
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
        else if (underWay > mostUnderWay) settle(busy());
      };
      // The connection may have ended while it was found out who asks.
      if (request.destroyed) settle(broken());
      else if (Number(length) > limit) settle(fault("REQUEST_TOO_LARGE", { limit }));
      else request.on("data", take).on("end", settle).on("close", breakOff);
    });
  };
}

const busy = (): Fault =>
  fault(
    "SERVICE_UNAVAILABLE",
    { reason: "The server is busy with bodies of others" },
    { headers: { "retry-after": "5" } },
  );
