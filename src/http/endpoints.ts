// Endpoints beside the table of operations: they take forms, and answer with tokens that nobody on the way may keep.
import { type Fault, fault } from "../contract/errors.ts";
import { isForm } from "../contract/forms.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import { decompress } from "./decompress.ts";
import type { ApiAnswer } from "./reply.ts";
import type { Connection } from "./request.ts";

export interface EndpointRequest {
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  /** Of Content-Encoding. */
  readonly encoding: string | undefined;
  readonly body: Buffer | undefined;
  readonly userAgent: string;
  readonly remoteAddress: string;
  readonly requestId: string;
  readonly connection: Connection;
  /** Scheme and authority that links start with. */
  readonly origin: string;
}

export interface Endpoint {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** What the security log calls a request; absent for what it does not tell of. */
  readonly securityEvent?: SecurityEvent;
  /** Whom a request says to come from, where the answer does not say who it was. */
  claimed?(request: EndpointRequest): string | undefined;
  /** May reject with a fault. */
  answer(request: EndpointRequest): Promise<ApiAnswer>;
  /** Writes a fault in the form that clients of the endpoint read. */
  refuse(known: Fault): ApiAnswer;
}

const refused = (field: string, description: string): Fault =>
  fault("BAD_REQUEST", {}, { fields: [{ description, field }] });

/** The fields of a form, each of which it has once. */
export async function readForm({
  contentType,
  encoding,
  body,
}: Pick<EndpointRequest, "contentType" | "encoding" | "body">): Promise<URLSearchParams> {
  if (!isForm(contentType)) {
    throw refused("body", "Send the parameters as application/x-www-form-urlencoded.");
  }
  const form = new URLSearchParams((await decompress(body, encoding))?.toString("utf8"));
  const names = new Set<string>();
  for (const name of form.keys()) {
    // RFC 6749, section 3.2. Of the description, section 5.2 wants ASCII.
    const sent = encodeURIComponent(name);
    if (names.has(name)) throw refused(sent, `The parameter ${sent} is sent more than once.`);
    names.add(name);
  }
  return form;
}

export const unstored = (
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): ApiAnswer => ({
  status,
  headers: { "cache-control": "no-store", "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});
