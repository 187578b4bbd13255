// The calls that pages make to operations of the API and of the console, through the same pipeline as requests from outside.

import { operations } from "../atlas/index.ts";
import type { EventTypeForNdsGroup, EventTypeForOrg, RoleName } from "../client/api.ts";
import { type ApiKey, sendWithDigest } from "../client/digest.ts";
import { targetOf } from "../client/request.ts";
import type { Input, OperationId, Reply } from "../client/types.ts";
import { splitTarget } from "../core/contract/http-syntax.ts";
import { mediaType, versionsInOrder } from "../core/contract/versions.ts";
import type { RemoteAddress } from "../core/domain/proxies.ts";
import type { Walk } from "../core/http/pipeline.ts";
import type { OperationRequest } from "../core/http/pipeline-request.ts";
import type { ReceivedRequest } from "../core/http/request.ts";
import type { Operation } from "../core/operations/operation.ts";
import { type ConsoleOperationId, consoleOperations } from "./operations/index.ts";

/** A call that was refused, with the error that an API client would have received. */
export class Refusal extends Error {
  readonly status: number;
  /** The error code; undefined if the visitor is not signed in. */
  readonly code: string | undefined;
  readonly fields: readonly { readonly field: string; readonly description: string }[];
  /** The seconds to wait, after too many attempts. */
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

export type ConsoleValue<Id extends ConsoleOperationId> = NonNullable<
  (typeof consoleOperations)[Id]["valueType"]
>;

export interface Visitor {
  readonly origin: string;
  readonly remoteAddress: RemoteAddress;
  readonly userAgent: string;
  readonly requestId: string;
  readonly prove: ReceivedRequest["prove"];
  readonly isGone: OperationRequest["isGone"];
  /** The secret of the session; undefined for visitors who are not signed in. */
  readonly session: string | undefined;
}

/** The type of a form's value: forms send text for roles and types of events, and the operation refuses unknown roles. */
type Said<T> = T extends RoleName | EventTypeForOrg | EventTypeForNdsGroup
  ? string
  : T extends string
    ? T
    : T extends object
      ? { [Name in keyof T]: Said<T[Name]> }
      : T;

/** A call of the API, as its method of the typed client takes it. */
export interface MadeCall {
  readonly id: OperationId;
  readonly input: Readonly<Record<string, unknown>>;
  /** True if the page shows the answer of this call; its other calls only fill filters and names. */
  readonly isSubject?: true;
}

/** Calls with the session of a visitor. Both reject with a {@link Refusal}. */
export interface Calls {
  /** The calls so far, as calls of the API; a console operation counts as its equivalents there. */
  readonly made: readonly MadeCall[];
  /** Calls an operation of the API in its newest version, with the same argument as the method of the typed client. */
  api<Id extends OperationId>(id: Id, input: Said<Input<Id>>): Promise<Said<Reply<Id>>>;
  /** Calls a console operation, with its parameters and body in one object. */
  perform<Id extends ConsoleOperationId>(
    id: Id,
    input?: Readonly<Record<string, unknown>>,
  ): Promise<ConsoleValue<Id>>;
  /**
   * Sends a call as a program would: any status is an answer, and the body is text. Rejects if a path parameter is empty.
   */
  send(id: OperationId, given: Readonly<Record<string, string>>, as: Sender): Promise<Sent>;
}

/** The credentials of a call: the visitor's session, an API key, or an access token. */
export type Sender = "visitor" | ApiKey | { readonly token: string };

export interface Sent {
  /** The path and query. */
  readonly target: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Builds the target. An empty parameter, such as that of a form without its id, or a path of dots is a 404. */
function aim(...[call, given]: Parameters<typeof targetOf>): string {
  try {
    return targetOf(call, given);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new Refusal(404, { detail: cause.message, errorCode: "RESOURCE_NOT_FOUND" }, undefined);
  }
}

type Given = Readonly<Record<string, unknown>>;

/** Returns the part of a directory search that the API supports: a complete address and a state. */
function searchIn({ search, state }: Given) {
  const status = { ACTIVE: "ACTIVE", INVITED: "PENDING" }[String(state)];
  const isAddress = /^\S+@\S+\.\S+$/.test(String(search ?? ""));
  return { ...(isAddress && { username: search }), ...(status && { orgMembershipStatus: status }) };
}

/** The calls of the API that are equivalent to a console operation. */
const inApi: Partial<Record<ConsoleOperationId, (given: Given) => readonly MadeCall[]>> = {
  listOrgDirectory: ({ orgId, teamId, ...asked }) =>
    teamId === undefined
      ? [{ id: "listOrgUsers", input: { orgId, ...searchIn(asked) } }]
      : [{ id: "listOrgTeamUsers", input: { orgId, teamId, ...searchIn(asked) } }],
  listOrgEventsOf: ({ orgId }) => [{ id: "listOrgEvents", input: { orgId } }],
  listGroupEventsOf: ({ groupId }) => [{ id: "listGroupEvents", input: { groupId } }],
  listHome: () => [
    { id: "listOrgs", input: {} },
    { id: "listGroups", input: {} },
  ],
  listGroupDirectory({ groupId, ...asked }) {
    const { orgMembershipStatus: status, ...username } = searchIn(asked);
    const people = {
      groupId,
      flattenTeams: true,
      ...username,
      ...(status && { orgMembershipStatus: status }),
    };
    const invites = { id: "listGroupInvites", input: { groupId, ...username } } as const;
    return [{ id: "listGroupUsers", input: people }, ...(status === "ACTIVE" ? [] : [invites])];
  },
  getOrgInvitation: (input) => [{ id: "getOrgInvite", input }],
  getGroupInvitation: (input) => [{ id: "getGroupInvite", input }],
};

/** A session, or the Authorization header of a program. */
type By = { readonly session: string } | { readonly authorization: string } | undefined;

const addressOf = ({ path, query, params }: Operation, given: Given) => ({
  target: aim({ path, query: Object.keys(query) }, given),
  params: Object.fromEntries(Object.keys(params).map((name) => [name, String(given[name] ?? "")])),
});

type Ask = (operation: Operation, given: Given, body: string | undefined, by: By) => Promise<Sent>;

/** Describes a file, which no page shows. */
const sizeOf = ({ length }: Buffer): string => `${length} bytes`;

/** Sends a request through the pipeline as this visitor's browser would. */
const askingBy =
  (walk: Walk, { remoteAddress, requestId, origin, userAgent, prove, isGone }: Visitor): Ask =>
  async (operation, given, body, by) => {
    const type = mediaType(versionsInOrder(operation.versions).at(-1) ?? "");
    const { session, ...program }: { session?: string; authorization?: string } = by ?? {};
    const address = addressOf(operation, given);
    const answer = await walk(operation, {
      method: operation.method,
      ...address,
      ...splitTarget(address.target),
      headers: { accept: type, "content-type": type, "user-agent": userAgent, ...program },
      readBody: async () => (body === undefined ? undefined : Buffer.from(body)),
      remoteAddress,
      requestId,
      origin,
      prove,
      isGone,
      ...(session !== undefined && { session }),
    });
    const { body: answered } = answer;
    return { ...address, ...answer, body: typeof answered === "string" ? answered : sizeOf(answered) };
  };

/** Answers the challenge of the first request in a second one, as a client with an API key does. */
async function askWithDigest(key: ApiKey, method: string, url: string, askBy: (by: By) => Promise<Sent>) {
  let sent: Sent | undefined;
  const send = sendWithDigest(key, async ({ headers: { authorization } }) => {
    sent = await askBy(authorization === undefined ? undefined : { authorization });
    return { status: sent.status, headers: new Headers(sent.headers), text: sent.body };
  });
  await send({ method, url, headers: {} });
  return sent as unknown as Sent;
}

export function callsOf(walk: Walk, visitor: Visitor): Calls {
  const ask = askingBy(walk, visitor);
  const bySession = { session: visitor.session ?? "" };
  const call = async (operation: Operation, { body, ...given }: Given) => {
    const answer = await ask(
      operation,
      given,
      body === undefined ? undefined : JSON.stringify(body),
      bySession,
    );
    const value = answer.body === "" ? undefined : JSON.parse(answer.body);
    if (answer.status < 400) return value;
    const retryAfter = answer.headers["retry-after"];
    throw new Refusal(answer.status, value ?? {}, retryAfter === undefined ? undefined : Number(retryAfter));
  };
  const made: MadeCall[] = [];
  return {
    made,
    async send(id, { body, ...given }, as) {
      const operation: Operation = operations[id];
      const askBy = (by: By) => ask(operation, given, body, by);
      if (as === "visitor") return askBy(bySession);
      if ("token" in as) return askBy({ authorization: `Bearer ${as.token}` });
      const url = `${visitor.origin}${addressOf(operation, given).target}`;
      return askWithDigest(as, operation.method, url, askBy);
    },
    api: (id, given) => {
      const input = given as Given;
      made.push({ id, input });
      return call(operations[id], input) as never;
    },
    perform: (id, input = {}) => {
      made.push(...(inApi[id]?.(input) ?? []).map((call) => ({ ...call, isSubject: true as const })));
      const operation: Operation = consoleOperations[id];
      const names = [...Object.keys(operation.params), ...Object.keys(operation.query)];
      const body = Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
      return call(operation, { ...input, body: operation.body === undefined ? undefined : body }) as never;
    },
  };
}
