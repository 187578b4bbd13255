// How pages call operations of the API and of the console: through the same pipeline as requests from outside.
import type { RoleName } from "../client/api.ts";
import { type ApiKey, sendWithDigest } from "../client/digest.ts";
import { targetOf } from "../client/request.ts";
import type { Input, OperationId, Reply } from "../client/types.ts";
import { splitTarget } from "../contract/http-syntax.ts";
import { mediaType, versionsInOrder } from "../contract/versions.ts";
import type { Walk } from "../http/pipeline.ts";
import type { ApiAnswer } from "../http/reply.ts";
import { type ConsoleOperationId, consoleOperations } from "../operations/console/index.ts";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";

/** A call that was refused, with what an API client would have received. */
export class Refusal extends Error {
  readonly status: number;
  /** Undefined where the visitor is not signed in. */
  readonly code: string | undefined;
  readonly fields: readonly { readonly field: string; readonly description: string }[];
  /** Seconds to wait, after too many attempts. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: RefusalBody, retryAfter: number | undefined) {
    super(body.detail ?? "Nobody is signed in.");
    this.status = status;
    this.code = body.errorCode;
    this.fields = body.badRequestDetail?.fields ?? [];
    this.retryAfter = retryAfter;
  }
}

interface RefusalBody {
  readonly detail?: string;
  readonly errorCode?: string;
  readonly badRequestDetail?: { readonly fields: Refusal["fields"] };
}

/** What a console operation answers. */
export type ConsoleValue<Id extends ConsoleOperationId> = NonNullable<
  (typeof consoleOperations)[Id]["valueType"]
>;

/** The person or browser that visits. */
export interface Visitor {
  readonly origin: string;
  readonly remoteAddress: string;
  readonly userAgent: string;
  readonly requestId: string;
  /** Secret of the session; undefined for visitors who are not signed in. */
  readonly session: string | undefined;
}

/** Forms send text where calls take roles; the operation refuses unknown ones. */
type Said<T> = T extends RoleName ? string : T extends object ? { [Name in keyof T]: Said<T[Name]> } : T;

/** A call of the API, as its method of the typed client takes it. */
export interface MadeCall {
  readonly id: OperationId;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Calls with the session of a visitor. Both reject with a {@link Refusal}. */
export interface Calls {
  /** Calls so far, as calls of the API; a console operation counts as its equivalents there. */
  readonly made: readonly MadeCall[];
  /** An operation of the API, in its newest version. Takes what the method of the typed client takes. */
  api<Id extends OperationId>(id: Id, input: Said<Input<Id>>): Promise<Said<Reply<Id>>>;
  /** A console operation: parameters and body in one object. */
  perform<Id extends ConsoleOperationId>(
    id: Id,
    input?: Readonly<Record<string, unknown>>,
  ): Promise<ConsoleValue<Id>>;
  /**
   * An operation of the API as a program would call it: values are sent unchanged, the body as text, and any status is an answer.
   * Rejects for an empty path parameter.
   */
  send(id: OperationId, given: Readonly<Record<string, string>>, as: Sender): Promise<Sent>;
}

/** Credentials of a call: the visitor's session, an API key, or an access token. */
export type Sender = "visitor" | ApiKey | { readonly token: string };

export interface Sent {
  /** Path and query. */
  readonly target: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An empty parameter, such as that of a form without its id, or a path of dots is a 404. */
function aim(...[call, given]: Parameters<typeof targetOf>): string {
  try {
    return targetOf(call, given);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new Refusal(404, { detail: cause.message, errorCode: "RESOURCE_NOT_FOUND" }, undefined);
  }
}

interface Request {
  readonly target: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** A session, or the Authorization header of a program. */
  readonly by: { readonly session: string } | { readonly authorization: string } | undefined;
}

type Given = Readonly<Record<string, unknown>>;

/** Calls of the API that are equivalent to a console operation. */
const inApi: Partial<Record<ConsoleOperationId, (given: Given) => readonly MadeCall[]>> = {
  listOrgDirectory: ({ orgId }) => [{ id: "listOrgUsers", input: { orgId } }],
  listOrgEventsOf: ({ orgId }) => [{ id: "listOrgEvents", input: { orgId } }],
  listGroupEventsOf: ({ groupId }) => [{ id: "listGroupEvents", input: { groupId } }],
  listHome: () => [
    { id: "listOrgs", input: {} },
    { id: "listGroups", input: {} },
  ],
  listGroupDirectory: ({ groupId }) => [{ id: "listGroupUsers", input: { groupId } }],
  getOrgInvitation: (input) => [{ id: "getOrgInvite", input }],
  getGroupInvitation: (input) => [{ id: "getGroupInvite", input }],
};

export function callsOf(walk: Walk, visitor: Visitor): Calls {
  const ask = (operation: Operation, { target, params, body, by }: Request): Promise<ApiAnswer> => {
    const type = mediaType(versionsInOrder(operation.versions).at(-1) ?? "");
    const authorization = by !== undefined && "authorization" in by ? by.authorization : undefined;
    return walk(operation, {
      method: operation.method,
      target,
      ...splitTarget(target),
      params,
      headers: {
        accept: type,
        "content-type": type,
        "user-agent": visitor.userAgent,
        ...(authorization !== undefined && { authorization }),
      },
      readBody: async () => (body === undefined ? undefined : Buffer.from(body)),
      remoteAddress: visitor.remoteAddress,
      requestId: visitor.requestId,
      origin: visitor.origin,
      ...(by !== undefined && "session" in by && { session: by.session }),
    });
  };
  const bySession = { session: visitor.session ?? "" };
  const addressOf = (operation: Operation, given: Readonly<Record<string, unknown>>) => ({
    target: aim({ path: operation.path, query: Object.keys(operation.query) }, given),
    params: Object.fromEntries(
      Object.keys(operation.params).map((name) => [name, String(given[name] ?? "")]),
    ),
  });
  const call = async (operation: Operation, { body, ...given }: Readonly<Record<string, unknown>>) => {
    const answer = await ask(operation, {
      ...addressOf(operation, given),
      body: body === undefined ? undefined : JSON.stringify(body),
      by: bySession,
    });
    const value = answer.body === "" ? undefined : JSON.parse(answer.body);
    if (answer.status < 400) return value;
    const retryAfter = answer.headers["retry-after"];
    throw new Refusal(answer.status, value ?? {}, retryAfter === undefined ? undefined : Number(retryAfter));
  };
  const send: Calls["send"] = async (id, { body, ...given }, as) => {
    const operation: Operation = operations[id];
    const address = addressOf(operation, given);
    const request = { ...address, body };
    if (as === "visitor") return { ...address, ...(await ask(operation, { ...request, by: bySession })) };
    if ("token" in as) {
      const by = { authorization: `Bearer ${as.token}` };
      return { ...address, ...(await ask(operation, { ...request, by })) };
    }
    let answer: ApiAnswer | undefined;
    const digest = sendWithDigest(as, async ({ headers: { authorization } }) => {
      const by = authorization === undefined ? undefined : { authorization };
      answer = await ask(operation, { ...request, by });
      const { status, headers, body: text } = answer;
      return { status, headers: new Headers(headers as Record<string, string>), text };
    });
    await digest({ method: operation.method, url: `${visitor.origin}${address.target}`, headers: {} });
    return { ...address, ...(answer as unknown as ApiAnswer) };
  };
  const made: MadeCall[] = [];
  return {
    made,
    send,
    api: (id, given) => {
      const input = given as Given;
      made.push({ id, input });
      return call(operations[id], input) as never;
    },
    perform: (id, input = {}) => {
      made.push(...(inApi[id]?.(input) ?? []));
      const operation: Operation = consoleOperations[id];
      const names = [...Object.keys(operation.params), ...Object.keys(operation.query)];
      const body = Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
      return call(operation, { ...input, body: operation.body === undefined ? undefined : body }) as never;
    },
  };
}
