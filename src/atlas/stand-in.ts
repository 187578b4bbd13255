// Answers requests for operations that Anteroom does not have: calls of version 1.0, gaps, and what Atlas does not have either.
// They take the same path as others: credentials and scope are checked before the refusal. Loaded with the first such request.
import { fault } from "../core/contract/errors.ts";
import { neighbourSets } from "../core/contract/limits.ts";
import { pathParams } from "../core/contract/schemas/common.ts";
import { inVersion1, type VersionDate } from "../core/contract/versions.ts";
import { type Door, door } from "../core/domain/access.ts";
import type { Instant } from "../core/domain/instant.ts";
import { findAmong } from "../core/http/routes.ts";
import type { Offered, StandIn } from "../core/http/stand-in.ts";
import { type Operation, operation } from "../core/operations/operation.ts";
import { endingRowOf } from "../core/spec/endings.ts";
import { findGap, gapRows } from "./gaps.ts";
import { paramsOf, version1 } from "./version-1.ts";

const nothing = operation("GET /api", {
  tag: "",
  summary: "",
  description: "",
  surface: "none",
  door: door.signedIn,
  limit: neighbourSets.unlisted,
  versions: { unversioned: {} },
}).handle(async () => {});

const refusing = (refused: Partial<Operation>, refuse: (now?: Instant) => Error): Operation => ({
  ...nothing,
  query: {},
  handle: async ({ now }: { readonly now: Instant }) => {
    throw refuse(now);
  },
  ...refused,
});

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

export function standIn(method: string, path: string, here?: Offered): StandIn {
  const older = inVersion1(path);
  if (older !== undefined) return standInOfVersion1(method, path, older);
  // The router would ignore an extra slash.
  const { gap, offered } = path.endsWith("//") ? {} : findGap(method, path);
  const methods = here ?? offered;
  if (gap !== undefined) return gap;
  if (methods !== undefined) return methods;
  const refuse = () => fault("OPERATION_NOT_FOUND", { method, path });
  return { operation: refusing(doorOf(path), refuse), params: {}, refuse };
}

/** Calls that Atlas has ended altogether, so that its document lists them no more: each with the day, and what takes its place. */
const ended: readonly (readonly [call: RegExp, sunset: VersionDate, successor: string])[] = [
  [/^POST .*\/serverless$/, "2026-01-22", "createGroupFlexCluster"],
  [/^PATCH .*\/serverless\/[^/]+$/, "2026-01-22", "updateGroupFlexCluster"],
  [/^DELETE .*\/serverless\/[^/]+$/, "2026-01-22", "deleteGroupFlexCluster"],
  [/^\w+ .*\/groups\/[^/]+\/pipelines(\/|$)/, "2025-09-30", "createGroupDataFederation"],
];

/** Returns the end of a call that Atlas ended with its operation of version 2, or before. */
function endOf(method: string, path: string) {
  const gap = findAmong(gapRows)(path.replace(/v1\.[05]/, "v2"))?.offered.get(method);
  const { versions = {}, successor = "" } = gap === undefined ? {} : (endingRowOf(gap.id) ?? {});
  const [sunset] = Object.values(versions).map((version) => version?.sunset);
  if (sunset !== undefined) return { sunset, successor };
  const found = ended.find(([call]) => call.test(`${method} ${path}`));
  return found && { sunset: found[1], successor: found[2] };
}

/** Returns the stand-in for a call of an old client, such as Vault and Steampipe. */
function standInOfVersion1(method: string, path: string, older: string): StandIn {
  const found = path.endsWith("//") ? undefined : findAmong(version1)(older);
  const operation = found?.offered.get(method);
  if (found !== undefined && operation !== undefined) {
    return { operation, params: paramsOf(path, found.params) };
  }
  const [, scope = "", id = ""] = /\/(group|org)s\/([0-9a-f]{24})(?=\/|$)/.exec(path) ?? [];
  const end = endOf(method, older);
  const refuse = (now = 0) =>
    end !== undefined && now >= Date.parse(end.sunset)
      ? fault("VERSION_GONE", { version: "1.0", ...end })
      : fault("OPERATION_OF_VERSION_1", { method, path });
  return { operation: refusing(doorOf(`{${scope}Id}`), refuse), params: { [`${scope}Id`]: id }, refuse };
}
