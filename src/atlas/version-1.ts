// Versions 1.0 and 1.5 of the API, which old clients still use: their calls are answered by the operations of version 2.

import type { TSchema } from "typebox";
import { Fault, fault } from "../core/contract/errors.ts";
import type { VersionDate } from "../core/contract/versions.ts";
import type { Showing } from "../core/domain/page.ts";
import { Type } from "../core/operations/declare.ts";
import type { Operation } from "../core/operations/operation.ts";
import { copyOf, pickFrom } from "../core/spec/lazily.ts";
import { type OperationId, operations } from "./index.ts";

const base2 = "/api/atlas/v2";

/** The dated versions of version 2 that took the place of the older ones, and have their forms and paths. */
const successors = { "v1.0": "2023-01-01", "v1.5": "2023-02-01" } as const satisfies Readonly<
  Record<string, VersionDate>
>;
type Older = keyof typeof successors;

const same = <T>(given: T): T => given;

/** The operations whose path has an older name too. */
const accessLists: readonly OperationId[] = [
  "listGroupAccessListEntries",
  "createGroupAccessListEntry",
  "getGroupAccessListEntry",
  "deleteGroupAccessListEntry",
] as const;

const entries = ["getOrgApiKeyAccessListEntry", "deleteOrgApiKeyAccessListEntry"] as const;

/** Returns a path with the older name of access lists. */
const asWhitelist = (path: string): string => path.replace("/accessList", "/whitelist");
/** Returns the path with an unescaped slash in a block of addresses, as the Go client sends it. */
const withSlash = (path: string): string => `${path}/{prefixLength}`;

/** Returns a path with the older name of federated databases. */
const asDataLake = (path: string): string => path.replace("/dataFederation", "/dataLakes");
/** Returns the path of private endpoints from the time when they were at AWS alone. */
const asInterface = (path: string): string =>
  path.replace(/\/(\{cloudProvider\}\/)?endpointService/, "").replace("/endpoint", "/interfaceEndpoints");

/** Names a service that is ready as it was named at AWS. */
const asWaiting = (shown: unknown): unknown => {
  if (Array.isArray(shown)) return shown.map(asWaiting);
  const isReady = (shown as { readonly status?: string }).status === "AVAILABLE";
  return isReady ? { ...(shown as object), status: "WAITING_FOR_USER" } : shown;
};

const atInterface: Differences = { pathOf: asInterface, alter: asWaiting };
const takingInterface: Differences = {
  ...atInterface,
  body: Type.Object({ interfaceEndpointId: Type.String() }),
  read: ({ interfaceEndpointId: id }) => ({ id }),
};

/** The operations that version 1.0 has at another path or in another form, as the older Go client calls them. */
const others: readonly (readonly [OperationId, Differences])[] = [
  ["listGroupDataFederation", { pathOf: asDataLake }],
  ["createGroupDataFederation", { pathOf: asDataLake }],
  ["getGroupDataFederation", { pathOf: asDataLake }],
  ["updateGroupDataFederation", { pathOf: asDataLake }],
  ["deleteGroupDataFederation", { pathOf: asDataLake }],
  ["listGroupPrivateEndpointEndpointService", atInterface],
  ["createGroupPrivateEndpointEndpointService", atInterface],
  ["getGroupPrivateEndpointEndpointService", atInterface],
  ["deleteGroupPrivateEndpointEndpointService", atInterface],
  ["createGroupPrivateEndpointEndpointServiceEndpoint", takingInterface],
  ["getGroupPrivateEndpointEndpointServiceEndpoint", atInterface],
  ["deleteGroupPrivateEndpointEndpointServiceEndpoint", atInterface],
  ["getFederationSettingIdentityProvider", { successor: "2023-11-15" }],
  ["updateFederationSettingIdentityProvider", { successor: "2023-11-15" }],
];

/**
 * The operations that answer a page with one thing, and in the older version the thing itself, as billing exporters read it; each
 * with the operation that shows it.
 */
const single: Partial<Record<OperationId, OperationId>> = { listOrgInvoicePending: "getOrgInvoice" };

/** Lists the operations of an older version at the same path. */
const atSamePath = (older: Older): Operation[] =>
  (Object.keys(operations) as OperationId[])
    .filter((id) => successors[older] in operations[id].versions)
    .map((id) => translate(id, older));

/**
 * The operations by method and path below `/api/atlas/v1.0` and `/api/atlas/v1.5`; `/api/public` has the same. Version 1.0 also
 * has older names of paths.
 */
export const version1: readonly Operation[] = [
  ...others.map(([id, differences]) => translate(id, "v1.0", differences)),
  ...atSamePath("v1.0"),
  ...atSamePath("v1.5"),
  ...accessLists.map((id) => translate(id, "v1.0", { pathOf: asWhitelist })),
  ...(["listOrgApiKeyAccessListEntries", "createOrgApiKeyAccessListEntry", ...entries] as const).map((id) =>
    translate(id, "v1.0", { pathOf: asWhitelist }),
  ),
  ...entries.map((id) => translate(id, "v1.0", { pathOf: withSlash })),
  ...entries.map((id) => translate(id, "v1.0", { pathOf: (path) => withSlash(asWhitelist(path)) })),
];

type Params = Readonly<Record<string, string>>;

/** Returns the parameters as version 2 names them; a path of private endpoints that names no provider is of AWS. */
export const paramsOf = (path: string, { prefixLength, ...params }: Params): Params => ({
  ...(path.includes("/privateEndpoint") && { cloudProvider: "AWS" }),
  ...params,
  ...(prefixLength !== undefined && { ipAddress: `${params.ipAddress}/${prefixLength}` }),
});

/** The ways in which an operation differs in an older version from its successor. */
interface Differences {
  readonly pathOf?: (path: string) => string;
  /** The version with its form, if another took its place. */
  readonly successor?: VersionDate;
  readonly body?: TSchema;
  readonly read?: (body: Params) => unknown;
  readonly alter?: (shown: unknown) => unknown;
}

/** Translates an operation to an older version, which has the form of its successor and no known end. */
function translate(id: OperationId, older: Older, differences: Differences = {}): Operation {
  const found: Operation = operations[id];
  const { pathOf = same, successor = successors[older], body, read, alter = same } = differences;
  const shown: Operation = operations[single[id] ?? id];
  const form = shown.versions[successor] ?? {};
  const version = body
    ? Object.assign(pickFrom(form, ["query", "reply"]), { body })
    : pickFrom(form, ["body", "demands", "query", "reply"]);
  const view = shown.views[successor];
  return Object.assign(copyOf(found), {
    path: pathOf(found.path).replace(base2, `/api/atlas/${older}`),
    version1: `${older} ${id}`,
    // It uses the bucket of version 2 without announcing it, as recorded.
    limit: { ...found.limit, unannounced: true },
    versions: { unversioned: Object.assign(version, form.type && { type: plainOf(form.type) }) },
    ...((read || found.reads) && { reads: { unversioned: read ?? found.reads?.[successor] } }),
    views: {
      unversioned: view
        ? (value: never, showing: Showing) => relink(alter(view(value, showing)), showing)
        : null,
    },
    handle: async (context: never) => {
      const value = await found.handle(context).catch(tellApart);
      return single[id] === undefined
        ? value
        : (value as { readonly results: readonly unknown[] }).results[0];
    },
  });
}

/** Returns a media type without the version: `application/gzip` for `application/vnd.atlas.2023-01-01+gzip`. */
function plainOf(type: string): string {
  return type.replace(/vnd\.atlas\.[\d-]+\+/, "");
}

/** Answers 404 for an unknown key, where version 2 answers 400: Vault takes a key for deleted only at 404. */
function tellApart(reason: unknown): never {
  if (!(reason instanceof Fault) || reason.code !== "API_KEY_NOT_FOUND") throw reason;
  const [keyId = ""] = reason.parameters;
  throw fault("API_KEY_NOT_FOUND_IN_VERSION_1", { keyId });
}

/** Rewrites links to the address of the answer. */
function relink<Value>(value: Value, { origin, path }: Showing): Value {
  const [, base = ""] = /^(\/api\/\w+\/v1\.[05])/.exec(path) ?? [];
  const walk = (each: unknown, name = ""): unknown => {
    if (typeof each === "string") {
      return name === "href" ? each.replace(`${origin}${base2}`, `${origin}${base}`) : each;
    }
    if (Array.isArray(each)) return each.map((item) => walk(item));
    if (typeof each !== "object" || each === null || Buffer.isBuffer(each)) return each;
    return Object.fromEntries(Object.entries(each).map(([member, of]) => [member, walk(of, member)]));
  };
  return walk(value) as Value;
}
