// Answers requests for operations that Anteroom does not have. They take the same path as others: credentials and scope are
// checked before the refusal. Loaded with the first such request.
import { type Fault, fault } from "../core/contract/errors.ts";
import { neighbourSets } from "../core/contract/limits.ts";
import { pathParams } from "../core/contract/schemas/common.ts";
import { inVersion1 } from "../core/contract/versions.ts";
import { type Door, door } from "../core/domain/access.ts";
import { findAmong, type Row } from "../core/http/routes.ts";
import type { Offered, StandIn } from "../core/http/stand-in.ts";
import { type Operation, operation } from "../core/operations/operation.ts";
import { published } from "../core/spec/definition.ts";
import { endingRowOf } from "../core/spec/endings.ts";
import { clusterName } from "./clusters/common.ts";
import { findErrors, findFlexCluster } from "./flex-clusters/common.ts";
import { operations } from "./index.ts";
import { paramsOf, version1 } from "./version-1.ts";

interface Gap extends Row {
  readonly id: string;
}

/**
 * Lists the operations that Atlas publishes and Anteroom does not have. Of paths that differ only in the names of parameters,
 * the first is used for all.
 */
function listGaps(): Gap[] {
  const paths = new Map<string, string>();
  return Object.entries(published)
    .filter(([id]) => !(id in operations))
    .map(([id, call]) => {
      const [method = "", path = ""] = call.split(" ");
      const nameless = path.replace(/\{\w+\}/g, "{}");
      if (!paths.has(nameless)) paths.set(nameless, path);
      return { id, method, path: paths.get(nameless) ?? path };
    });
}

export const gapRows: readonly Gap[] = listGaps();

const gapErrors = ["NOT_IMPLEMENTED_BY_ANTEROOM"] as const;

const refusalOf = ({ id }: Gap, asked: Asked): Fault =>
  fault("NOT_IMPLEMENTED_BY_ANTEROOM", { operationId: id, ...asked });

interface Asked {
  readonly method: string;
  readonly path: string;
}

const nothing = operation("GET /api", {
  tag: "",
  summary: "",
  description: "",
  surface: "none",
  door: door.signedIn,
  limit: neighbourSets.unlisted,
  versions: { unversioned: {} },
}).handle(async () => {});

const refusing = (refused: Partial<Operation>, refuse: () => Error): Operation => ({
  ...nothing,
  query: {},
  handle: async () => {
    throw refuse();
  },
  ...refused,
});

/** The reads of backups that clients try first on any cluster; they go on when told that it is not a flex cluster. */
const readsOfFlex: ReadonlySet<string> = new Set([
  "getGroupFlexClusterBackupRestoreJob",
  "getGroupFlexClusterBackupSnapshot",
  "listGroupFlexClusterBackupRestoreJobs",
  "listGroupFlexClusterBackupSnapshots",
]);

function standInOfGap(gap: Gap, refuse: () => Error): Operation {
  const { id, path } = gap;
  const { door, params } = doorOf(path);
  if (!readsOfFlex.has(id)) {
    return refusing({ id, door, params, errors: gapErrors, ...lifetimesOf(id) }, refuse);
  }
  const handle = async (context: Parameters<typeof findFlexCluster>[0]) => {
    await findFlexCluster(context);
    throw refuse();
  };
  const errors = [...gapErrors, ...findErrors];
  return refusing({ id, door, params: { ...params, name: clusterName }, errors, handle }, refuse);
}

/**
 * Returns the door of a path. As at Atlas, the path says whether credentials are needed and which scope it belongs to; any role
 * is accepted.
 */
function doorOf(path: string): { readonly door: Door; readonly params: Operation["params"] } {
  const { groupId, orgId } = pathParams;
  if (path.includes("/unauth/")) return { door: door.open, params: {} };
  if (path.includes("{groupId}")) return { door: door.group("GROUP_READ_ONLY"), params: { groupId } };
  if (path.includes("{orgId}")) return { door: door.org("ORG_MEMBER"), params: { orgId } };
  return { door: door.signedIn, params: {} };
}

/** Lists the versions that end, so that their calls are counted and refused in time; all others are treated as one version. */
function lifetimesOf(id: string): Pick<Operation, "versions" | "successor"> | undefined {
  const row = endingRowOf(id);
  if (row === undefined) {
    return undefined;
  }
  return { versions: { ...row.versions, unversioned: {} }, successor: row.successor };
}

export function standIn(method: string, path: string, here?: Offered): StandIn {
  const older = inVersion1(path);
  if (older !== undefined) return standInOfVersion1(method, path, older);
  const found = findBelow(gapRows, path);
  const gap = found?.offered.get(method);
  if (found !== undefined && gap !== undefined) {
    const refuse = () => refusalOf(gap, { method, path });
    return { operation: standInOfGap(gap, refuse), params: found.params, refuse };
  }
  const offered = here ?? found?.offered;
  if (offered !== undefined) return offered;
  const refuse = () => fault("OPERATION_NOT_FOUND", { method, path });
  return { operation: refusing(doorOf(path), refuse), params: {}, refuse };
}

/** Returns the stand-in for a call of an old client, such as Vault and Steampipe. */
function standInOfVersion1(method: string, path: string, older: string): StandIn {
  const found = findBelow(version1, older);
  const operation = found?.offered.get(method);
  if (found !== undefined && operation !== undefined) return { operation, params: paramsOf(found.params) };
  const [, scope = "", id = ""] = /\/(group|org)s\/([0-9a-f]{24})(?=\/|$)/.exec(path) ?? [];
  const refuse = () => fault("OPERATION_OF_VERSION_1", { method, path });
  return { operation: refusing(doorOf(`{${scope}Id}`), refuse), params: { [`${scope}Id`]: id }, refuse };
}

/** Finds the row of a path; the router would ignore an extra slash. */
const findBelow = <R extends Row>(rows: readonly R[], path: string) =>
  path.endsWith("//") ? undefined : findAmong(rows)(path);
