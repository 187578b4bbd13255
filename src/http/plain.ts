// Answers beside the API: pages, controls, documents and monitoring. None of them was recorded of Atlas.
import type { ServerResponse } from "node:http";
import { pipeline, type Readable } from "node:stream";
import type { Asked } from "./asked.ts";

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer | Readable;
}

/** What is answered at a path beside the operations; its parameters stand in braces. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** May reject with a fault. */
  answer(request: Asked, params: Readonly<Record<string, string>>): Promise<PlainAnswer>;
}

export const jsonAnswer = (
  value: unknown,
  { status = 200, headers = {} }: Partial<Pick<PlainAnswer, "status" | "headers">> = {},
): PlainAnswer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(value),
});

/** Node leaves the body out where a HEAD was asked. `fail` is told why a body could not be read to its end. */
export function writePlain(
  response: ServerResponse,
  { status, headers, body }: PlainAnswer,
  fail: (reason: Error) => void = () => {},
): void {
  const isWhole = typeof body === "string" || Buffer.isBuffer(body);
  const length = isWhole && status !== 204 ? { "content-length": Buffer.byteLength(body) } : {};
  response.writeHead(status, { ...headers, ...length });
  if (isWhole) return void response.end(body);
  pipeline(body, response, (reason) => {
    const hasGone = reason?.code === "ERR_STREAM_PREMATURE_CLOSE";
    if (reason && !hasGone) fail(reason);
  });
}
