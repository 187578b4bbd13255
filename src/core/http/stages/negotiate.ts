// Stage: chooses the dated version of the operation that answers the request.
import { fault } from "../../contract/errors.ts";
import {
  mediaType,
  type VersionName,
  versionOn,
  versionsAsked,
  versionsInOrder,
} from "../../contract/versions.ts";
import type { Instant } from "../../domain/instant.ts";
import type { Operation } from "../../operations/operation.ts";
import type { PipelineRequest } from "../pipeline-request.ts";

export const negotiateVersion = ({ lenientAccept: lenient }: { readonly lenientAccept: boolean }) =>
  function negotiateVersion(request: PipelineRequest): undefined {
    const { operation, received, now } = request;
    request.version = negotiate(operation, received.headers.accept, { lenient, now });
  };

/**
 * Chooses the newest version that is not newer than the requested date. Without a date the answer is 406, as recorded, or the
 * newest version if `lenient`; after its sunset, 410.
 */
export function negotiate(
  operation: Operation,
  accept: string | undefined,
  { lenient, now }: { lenient: boolean; now: Instant },
): VersionName {
  const version = chooseVersion(operation, accept ?? "", lenient);
  if (version === undefined) throw fault("INVALID_VERSION_DATE", {});
  const sunset = operation.versions[version]?.sunset;
  if (sunset !== undefined && now >= Date.parse(`${sunset}T00:00:00Z`)) {
    throw fault("VERSION_GONE", { version, sunset, successor: operation.successor ?? "a newer version" });
  }
  return version;
}

const named = new WeakMap<Operation, ReadonlyMap<string, VersionName>>();

/** Returns the versions of an operation by their exact names, which nearly every client sends. */
function namedVersions(operation: Operation): ReadonlyMap<string, VersionName> {
  let versions = named.get(operation);
  if (versions === undefined) {
    const names = versionsInOrder(operation.versions).filter((name) => name !== "unversioned");
    versions = new Map(
      names.flatMap((name) => [
        [mediaType(name), name],
        [operation.versions[name]?.type ?? mediaType(name), name],
      ]),
    );
    named.set(operation, versions);
  }
  return versions;
}

/** Returns the kinds of content by which a client may ask for a version: JSON, and what versions have in its place, such as gzip. */
const kindsOf = ({ versions }: Operation): string[] => [
  "json",
  ...Object.values(versions).flatMap(({ type }) => /\+(\w+)$/.exec(type ?? "")?.[1] ?? []),
];

/** Returns the version that an Accept header asks for, whether it has ended or not; undefined if it has none. */
export function chooseVersion(
  operation: Operation,
  accept: string,
  lenient: boolean,
): VersionName | undefined {
  const exact = namedVersions(operation).get(accept);
  if (exact !== undefined) return exact;
  const newestFirst = versionsInOrder(operation.versions).reverse();
  for (const date of versionsAsked(accept, kindsOf(operation))) {
    const version = versionOn(newestFirst, date);
    if (version !== undefined) return version;
  }
  if (newestFirst.at(-1) === "unversioned") return "unversioned";
  const unversioned = accept === "" || /(^|[\s,])(\*\/\*|application\/(\*|json))($|[\s,;])/i.test(accept);
  return lenient && unversioned ? newestFirst[0] : undefined;
}
