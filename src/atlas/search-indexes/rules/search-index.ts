// A search index of a cluster: its definition, and its state at an instant. Nothing is indexed.
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import type { ClusterSpeed } from "../../../core/domain/cluster-speed.ts";
import { type Instant, minute, second } from "../../../core/domain/instant.ts";
import { type Cluster, isTenant, type OfCluster } from "../../clusters/rules/cluster.ts";

export interface Definition {
  readonly analyzers?: readonly object[];
  readonly fields?: readonly object[];
  readonly mappings?: { readonly dynamic?: unknown };
  readonly synonyms?: readonly object[];
}

/** The members by which an index of a collection is known. */
export interface IndexName {
  readonly database: string;
  readonly collectionName: string;
  readonly name: string;
}

export interface SearchIndex extends IndexName, OfCluster {
  /** Its type; absent where no request said one, as it then is in answers. Such an index is one for texts. */
  readonly type?: "search" | "vectorSearch";
  readonly definition: Definition;
  /** The number of changes of the definition. */
  readonly version: number;
  /** The time at which the definition was changed; absent if it never was. */
  readonly changedAt?: Instant;
  /** The time from which it can be queried. */
  readonly queryableAt: Instant;
  /** The time from which the definition is in effect. */
  readonly readyAt: Instant;
}

export type IndexState = "PENDING" | "READY" | "DELETING";

/** Returns how long it takes to build an index, or to remove it. */
export function buildTimeOf(speed: ClusterSpeed): number {
  if (speed === "atlas") return minute;
  return speed === "fast" ? 2 * second : 0;
}

export function stateOfIndex(
  { document, endsAt }: { readonly document: SearchIndex; readonly endsAt: Instant | null },
  now: Instant,
): IndexState {
  if (endsAt !== null) return "DELETING";
  return now < document.readyAt ? "PENDING" : "READY";
}

export const definitionErrors = ["ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE"] as const;

/** Refuses a definition whose analyzers share a name. */
export function checkDefinition(
  { analyzers = [] }: Definition,
  fault: FaultMaker<(typeof definitionErrors)[number]>,
): void {
  const names = analyzers.map((each) => ("name" in each ? String(each.name) : ""));
  const name = names.find((each, index) => names.indexOf(each) < index);
  if (name !== undefined) throw fault("ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE", { name });
}

export const shapeErrors = ["INVALID_ATTRIBUTE", "MISSING_ATTRIBUTE"] as const;

/** Refuses a definition that lacks the member which its type requires, or whose mappings are dynamic in an unknown way. */
export function requireDefinition(
  type: SearchIndex["type"],
  definition: Definition,
  fault: FaultMaker<(typeof shapeErrors)[number]>,
): void {
  const member = type === "vectorSearch" ? "fields" : "mappings";
  if (definition[member] === undefined) throw missing(`definition.${member}`, fault);
  const { dynamic = false } = definition.mappings ?? {};
  if (typeof dynamic === "boolean" || (typeof dynamic === "object" && dynamic !== null)) return;
  const why = wrongField("definition.mappings.dynamic", "It must be true, false or an object.");
  throw fault("INVALID_ATTRIBUTE", { attribute: "dynamic" }, why);
}

/** Returns the most search indexes of a cluster; undefined if there is no limit. */
export function mostIndexesOf(cluster: Cluster): number | undefined {
  if (cluster.kind === "FLEX") return 10;
  return isTenant(cluster) ? 3 : undefined;
}
