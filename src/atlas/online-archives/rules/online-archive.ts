// An online archive of a collection: what a request must have, what may change, and the state at an instant. Nothing is archived.

import type {
  BackupOnlineArchive,
  BackupOnlineArchiveCreate,
  BackupOnlineArchiveRequest,
} from "../../../client/api.ts";
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { walkedTo } from "../../../core/domain/course.ts";
import { type Instant, minute } from "../../../core/domain/instant.ts";
import type { Sent } from "../../../core/domain/sent.ts";
import type { AtlasCluster, OfCluster } from "../../clusters/rules/cluster.ts";

export type SentArchive = Sent<BackupOnlineArchiveCreate>;
export type SentChange = Sent<BackupOnlineArchiveRequest>;

interface Region {
  readonly cloudProvider: "AWS" | "AZURE" | "GCP";
  readonly region: string;
}

/** The settings that an archive is made with, and that a change replaces. */
interface Settings {
  readonly collName: string;
  readonly collectionType: "STANDARD" | "TIMESERIES";
  readonly criteria: SentArchive["criteria"];
  readonly dataExpirationRule?: { readonly expireAfterDays?: number };
  readonly dataProcessRegion: Region;
  readonly dbName: string;
  readonly partitionFields: readonly { readonly fieldName: string; readonly order: number }[];
  readonly schedule: NonNullable<SentArchive["schedule"]>;
}

export interface OnlineArchive extends OfCluster, Settings {
  /** The time at which it was paused; absent if it is not. */
  readonly pausedAt?: Instant;
  /** Milliseconds from its creation to its first run, or until it is paused. */
  readonly step: number;
}

export const firstRun = 5 * minute;
export const pausing = minute;

export type ArchiveState = NonNullable<BackupOnlineArchive["state"]>;

export function stateOfArchive(
  { document, createdAt }: { readonly document: OnlineArchive; readonly createdAt: Instant },
  now: Instant,
): ArchiveState {
  const { pausedAt, step } = document;
  if (pausedAt === undefined) return walkedTo(["PENDING", "ACTIVE"], { createdAt, step }, now);
  return walkedTo(["PAUSING", "PAUSED"], { createdAt: pausedAt, step }, now);
}

export const archiveErrors = ["INVALID_ATTRIBUTE", "INVALID_ENUM_VALUE", "MISSING_ATTRIBUTE"] as const;
type Refusing = FaultMaker<(typeof archiveErrors)[number]>;

const wrong = (field: string, why: string, fault: FaultMaker<"INVALID_ATTRIBUTE">) =>
  fault("INVALID_ATTRIBUTE", { attribute: field.slice(field.lastIndexOf(".") + 1) }, wrongField(field, why));

/** The regions that archives are processed in, by provider. */
const regions: Readonly<Record<Region["cloudProvider"], readonly [string, ...string[]]>> = {
  AWS: [
    "US_EAST_1",
    "US_WEST_2",
    "SA_EAST_1",
    "EU_WEST_1",
    "EU_WEST_2",
    "EU_CENTRAL_1",
    "AP_SOUTH_1",
    "AP_SOUTHEAST_1",
    "AP_SOUTHEAST_2",
    "AP_NORTHEAST_2",
  ],
  AZURE: ["US_EAST_2", "EUROPE_WEST", "BRAZIL_SOUTH"],
  GCP: ["CENTRAL_US", "WESTERN_EUROPE"],
};

const isProvider = (name: string): name is Region["cloudProvider"] => Object.hasOwn(regions, name);

/** Chooses the region that the request names, or that of the cluster, or the first of its provider. */
function chooseRegion(
  { cloudProvider: provider, region }: NonNullable<SentArchive["dataProcessRegion"]>,
  { shards }: AtlasCluster,
  fault: Refusing,
): Region {
  const place = shards[0]?.regionConfigs[0];
  const own = place?.providerName ?? "";
  const cloudProvider = provider ?? (isProvider(own) ? own : "AWS");
  const offered = regions[cloudProvider];
  if (region === undefined) {
    const same = offered.find((each) => cloudProvider === own && each === place?.regionName);
    return { cloudProvider, region: same ?? offered[0] };
  }
  if (!offered.includes(region)) {
    throw wrong("dataProcessRegion.region", `It must be one of ${offered.join(", ")}.`, fault);
  }
  return { cloudProvider, region };
}

function checkQuery(query: string, fault: Refusing): void {
  try {
    JSON.parse(query);
  } catch {
    throw wrong("criteria.query", "It must be a query in JSON.", fault);
  }
}

const dateFormats = ["ISODATE", "EPOCH_SECONDS", "EPOCH_MILLIS", "EPOCH_NANOSECONDS", "OBJECT_ID"];

function checkDateFormat(value: string, fault: FaultMaker<"INVALID_ENUM_VALUE">): void {
  if (dateFormats.includes(value)) return;
  const why = `It must be one of ${dateFormats.join(", ")}.`;
  throw fault("INVALID_ENUM_VALUE", { value }, wrongField("criteria.dateFormat", why));
}

function chooseCriteria(sent: SentArchive["criteria"], fault: Refusing): Settings["criteria"] {
  const { type = "DATE", dateField, dateFormat = "ISODATE", expireAfterDays, query } = sent;
  if (type === "CUSTOM") {
    if (query === undefined) throw missing("criteria.query", fault);
    checkQuery(query, fault);
    return { query, type };
  }
  if (dateField === undefined) throw missing("criteria.dateField", fault);
  if (expireAfterDays === undefined) throw missing("criteria.expireAfterDays", fault);
  checkDateFormat(dateFormat, fault);
  return { dateField, dateFormat, expireAfterDays, type };
}

/** Returns what an archive of a cluster is made with. Data is divided by the date unless the request says otherwise. */
export function chooseArchive(sent: SentArchive, cluster: AtlasCluster, fault: Refusing): Settings {
  const { collName, collectionType = "STANDARD", dataExpirationRule, dataProcessRegion = {}, dbName } = sent;
  const criteria = chooseCriteria(sent.criteria, fault);
  const { dateField } = criteria;
  const usual = dateField === undefined ? [] : [{ fieldName: dateField, order: 0 }];
  return {
    collName,
    collectionType,
    criteria,
    ...(dataExpirationRule?.expireAfterDays !== undefined && { dataExpirationRule }),
    dataProcessRegion: chooseRegion(dataProcessRegion, cluster, fault),
    dbName,
    partitionFields: (sent.partitionFields ?? usual).map(({ fieldName, order }) => ({ fieldName, order })),
    schedule: sent.schedule ?? { type: "DEFAULT" },
  };
}

export const changeErrors = [
  "INVALID_ATTRIBUTE",
  "INVALID_ENUM_VALUE",
  "MISSING_ATTRIBUTE",
  "ONLINE_ARCHIVE_CANNOT_MODIFY_FIELD",
  "ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE",
] as const;

const fixed = ["type", "dateField", "dateFormat"] as const;

/** Returns the criteria after a change: how long documents stay, and which ones a query finds, may change. */
function changeCriteria(
  before: Settings["criteria"],
  sent: NonNullable<SentChange["criteria"]>,
  fault: FaultMaker<(typeof changeErrors)[number]>,
): Settings["criteria"] {
  const changed = { ...before, ...sent };
  if (sent.dateFormat !== undefined) checkDateFormat(sent.dateFormat, fault);
  const alien = before.type === "CUSTOM" ? sent.expireAfterDays : sent.query;
  if (alien !== undefined || fixed.some((name) => changed[name] !== before[name])) {
    throw fault("ONLINE_ARCHIVE_CANNOT_MODIFY_FIELD", {});
  }
  return chooseCriteria(changed, fault);
}

/** The instant of a change, the state of the archive then, and how long it takes to pause it. */
interface Changing {
  readonly now: Instant;
  readonly state: ArchiveState;
  readonly pausing: number;
  readonly fault: FaultMaker<(typeof changeErrors)[number]>;
}

/** Returns an archive after a change. One that is resumed is active at once. */
export function changeArchive(
  before: OnlineArchive,
  { paused, criteria, dataExpirationRule, schedule }: SentChange,
  { now, state, pausing, fault }: Changing,
): OnlineArchive {
  if (paused === true && state !== "ACTIVE") throw fault("ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE", {});
  if (paused === false && before.pausedAt === undefined) {
    throw fault("ONLINE_ARCHIVE_CANNOT_MODIFY_FIELD", {});
  }
  const { pausedAt, dataExpirationRule: rule, ...kept } = before;
  const newRule = dataExpirationRule ?? rule;
  return {
    ...kept,
    ...(criteria && { criteria: changeCriteria(before.criteria, criteria, fault) }),
    ...(newRule?.expireAfterDays !== undefined && { dataExpirationRule: newRule }),
    ...(schedule && { schedule }),
    ...(pausedAt !== undefined && paused !== false && { pausedAt }),
    ...(paused === true && { pausedAt: now, step: pausing }),
    ...(paused === false && { step: 0 }),
  };
}

/** Returns the type of the event of a change. */
export function eventOfChange(before: OnlineArchive, after: OnlineArchive) {
  if (before.pausedAt !== after.pausedAt) {
    return after.pausedAt === undefined ? "ONLINE_ARCHIVE_ACTIVE" : "ONLINE_ARCHIVE_PAUSE_REQUESTED";
  }
  const [was, is] = [before, after].map(({ dataExpirationRule }) => dataExpirationRule?.expireAfterDays);
  if (was === is) return "ONLINE_ARCHIVE_UPDATED";
  if (is === undefined) return "ONLINE_ARCHIVE_DATA_EXPIRATION_RULE_DISABLED";
  return was === undefined
    ? "ONLINE_ARCHIVE_DATA_EXPIRATION_RULE_ENABLED"
    : "ONLINE_ARCHIVE_DATA_EXPIRATION_RULE_UPDATED";
}
