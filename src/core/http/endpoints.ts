// Endpoints other than the operations: they accept forms, and answer with tokens that no cache on the way may keep.
import { Fault, fault, wrongField } from "../contract/errors.ts";
import { isForm } from "../contract/http-syntax.ts";
import type { SecurityEvent } from "../contract/security-events.ts";
import type { Asker } from "../store/places.ts";
import type { Route } from "./answer.ts";
import type { ReadBody } from "./bodies.ts";
import { decompress } from "./decompress.ts";
import type { ApiAnswer } from "./reply.ts";
import type { Report } from "./report.ts";
import type { HttpRequest } from "./request.ts";

export interface EndpointRequest extends HttpRequest {
  readonly body: Buffer | undefined;
}

/** Returns the asker of a request until a credential is proven: its address. */
export const strangerOf = ({
  remoteAddress,
  connection,
}: Pick<EndpointRequest, "remoteAddress"> & Partial<Pick<EndpointRequest, "connection">>): Asker => ({
  share: remoteAddress.ip ?? "",
  isGone: connection?.isGone,
});

export interface Endpoint {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** The name of a request in the security log; absent if it is not logged. */
  readonly securityEvent?: SecurityEvent;
  /** Returns the caller that a request claims, if the answer does not name one. */
  claimed?(request: EndpointRequest): string | undefined;
  answer(request: EndpointRequest): Promise<ApiAnswer>;
  /** Writes a fault in the form that clients of the endpoint read. */
  refuse(known: Fault): ApiAnswer;
}

export type AnswerEndpoint = (request: EndpointRequest) => Promise<ApiAnswer>;

/** A wrapper of the pipeline around the work of an endpoint. */
export type EndpointWrapper = (endpoint: Endpoint, next: AnswerEndpoint) => AnswerEndpoint;

/** The largest request for a token in bytes, since its sender is not known yet. */
const largestForm = 16 * 1024;

/** Makes the route of an endpoint. Each wrapper goes around those before it. */
export function endpointRoute(
  endpoint: Endpoint,
  { readForm, report }: { readonly readForm: ReadBody; readonly report: Report },
  wrappers: readonly EndpointWrapper[] = [],
): Route {
  const { method, path, refuse } = endpoint;
  const own = inForm(endpoint, report);
  const answer = wrappers.reduce<AnswerEndpoint>(
    (next, wrap) => wrap(endpoint, next),
    (request) => own(() => endpoint.answer(request)),
  );
  return {
    method,
    path,
    refuse,
    isObserved: true,
    answer: async (request) => answer({ ...request, body: await readForm(request, largestForm) }),
  };
}

/** Turns refusals of the work into the endpoint's own form. */
export const inForm =
  ({ method, path, refuse }: Endpoint, report: Report) =>
  async <T>(work: () => Promise<T>): Promise<T | ApiAnswer> => {
    try {
      return await work();
    } catch (reason) {
      if (!(reason instanceof Fault)) throw reason;
      report(reason, { method, path });
      return refuse(reason);
    }
  };

const refused = (field: string, description: string): Fault =>
  fault("BAD_REQUEST", {}, wrongField(field, description));

/** Reads the fields of a form, none of which may be repeated. */
export async function readForm({
  headers,
  body,
}: Pick<EndpointRequest, "headers" | "body">): Promise<URLSearchParams> {
  if (!isForm(headers["content-type"])) {
    throw refused("body", "Send the parameters as application/x-www-form-urlencoded.");
  }
  const plain = await decompress(body, headers["content-encoding"]);
  const form = new URLSearchParams(plain?.toString("utf8"));
  const names = new Set<string>();
  for (const name of form.keys()) {
    // The description must be ASCII (RFC 6749, section 3.2 and 5.2).
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
