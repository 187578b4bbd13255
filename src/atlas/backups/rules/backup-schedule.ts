// The schedule of a cluster's backups: the default, changes, and when the next backup is due.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { day, hour, type Instant, minute } from "../../../core/domain/instant.ts";
import type { SentSchedule } from "../../../core/domain/sent.ts";
import { checkRegion } from "../../clusters/rules/region.ts";
import { hashOf, hexOf } from "./derived-ids.ts";

type SentItem = NonNullable<SentSchedule["policies"]>[number]["policyItems"][number];

export interface PolicyItem {
  readonly id: string;
  readonly frequencyInterval: number;
  readonly frequencyType: SentItem["frequencyType"];
  readonly retentionUnit: SentItem["retentionUnit"];
  readonly retentionValue: number;
}

type SentCopy = NonNullable<SentSchedule["copySettings"]>[number];
export type CopySetting = Omit<SentCopy, "replicationSpecId" | "zoneId"> & { readonly zoneId: string };

export interface BackupSchedule {
  readonly policyId: string;
  readonly items: readonly PolicyItem[];
  readonly copySettings: readonly CopySetting[];
  readonly referenceHourOfDay: number;
  readonly referenceMinuteOfHour: number;
  readonly restoreWindowDays: number;
  /** The settings that are stored as they are sent; absent members are not shown. */
  readonly settings: Pick<
    SentSchedule,
    | "autoCopySettingsEnabled"
    | "autoExportEnabled"
    | "copyPolicyItemsEnabled"
    | "export"
    | "extraRetentionSettings"
    | "useOrgAndGroupNamesInExportPrefix"
  >;
}

/** A period in which snapshots were made by a schedule. */
export interface Era {
  readonly since: Instant;
  readonly until: Instant;
  readonly schedule: BackupSchedule;
}

/** The past of a cluster's backups, kept once they were turned on later, paused, or made by another schedule. */
export interface BackupHistory {
  /** The instant at which backups were turned on. */
  readonly begun: Instant;
  /** The instant at which the present period began. */
  readonly since: Instant;
  /** Earlier periods whose snapshots may still exist. */
  readonly earlier: readonly Era[];
}

/**
 * Returns ids that are always the same for a cluster: its id with a hash in place of the last digits, and those that follow.
 */
function idsFor(clusterId: string, count: number): string[] {
  const hash = hashOf(`backup ${clusterId}`);
  return [...Array(count).keys()].map((each) => clusterId.slice(0, -8) + hexOf(hash + each));
}

/** The items of a new cluster with backups, as recorded. */
const firstItems = [
  ["hourly", 6, 7, "days"],
  ["daily", 1, 7, "days"],
  ["weekly", 6, 4, "weeks"],
  ["monthly", 40, 12, "months"],
  ["yearly", 12, 1, "years"],
] as const;

export function firstSchedule({ id, createdAt }: { readonly id: string; readonly createdAt: Instant }) {
  const [policyId = "", ...itemIds] = idsFor(id, firstItems.length + 1);
  const at = new Date(createdAt);
  const schedule: BackupSchedule = {
    policyId,
    items: firstItems.map(([frequencyType, frequencyInterval, retentionValue, retentionUnit], index) => ({
      id: itemIds[index] ?? "",
      frequencyInterval,
      frequencyType,
      retentionUnit,
      retentionValue,
    })),
    copySettings: [],
    referenceHourOfDay: at.getUTCHours(),
    referenceMinuteOfHour: at.getUTCMinutes(),
    restoreWindowDays: 7,
    settings: {},
  };
  return schedule;
}

export const scheduleErrors = [
  "INVALID_ATTRIBUTE",
  "INVALID_BACKUP_POLICY",
  "INVALID_FREQUENCY_TYPE_CHANGE",
  "INVALID_POLICY_ID",
  "INVALID_POLICY_ITEM_ID",
  "INVALID_REFERENCE_HOUR_OF_DAY",
  "INVALID_REFERENCE_MINUTE_OF_HOUR",
  "INVALID_RESTORE_WINDOW",
] as const;
type Refusing = FaultMaker<(typeof scheduleErrors)[number]>;

/** A zone of a cluster, with both of its ids. */
export interface Zone {
  readonly zoneId: string;
  readonly earlierId: string;
  readonly regionConfigs: readonly { readonly providerName: string; readonly regionName: string }[];
}

interface Choosing {
  readonly zones: readonly Zone[];
  /** True if the cluster can be restored at any instant of the window. */
  readonly hasWindow: boolean;
  readonly newId: () => string;
  readonly fault: Refusing;
}

/** Merges a request into the existing schedule. A policy replaces the items; one with an id refers to an existing item. */
export function chooseSchedule(
  before: BackupSchedule,
  sent: SentSchedule,
  choosing: Choosing,
): BackupSchedule {
  const { fault } = choosing;
  const {
    referenceHourOfDay = before.referenceHourOfDay,
    referenceMinuteOfHour = before.referenceMinuteOfHour,
    restoreWindowDays = before.restoreWindowDays,
  } = sent;
  if (referenceHourOfDay < 0 || referenceHourOfDay > 23) {
    const field = wrongField("referenceHourOfDay", "It is not 0 to 23.");
    throw fault("INVALID_REFERENCE_HOUR_OF_DAY", { hour: referenceHourOfDay }, field);
  }
  if (referenceMinuteOfHour < 0 || referenceMinuteOfHour > 59) {
    const field = wrongField("referenceMinuteOfHour", "It is not 0 to 59.");
    throw fault("INVALID_REFERENCE_MINUTE_OF_HOUR", { minute: referenceMinuteOfHour }, field);
  }
  if (restoreWindowDays < 1) {
    throw fault("INVALID_RESTORE_WINDOW", {}, wrongField("restoreWindowDays", "It is less than 1."));
  }
  const [policy] = sent.policies ?? [];
  if (policy?.id !== undefined && policy.id !== before.policyId) {
    const field = wrongField("policies.id", "The schedule has no such policy.");
    throw fault("INVALID_POLICY_ID", { policyId: policy.id }, field);
  }
  const items = policy ? policy.policyItems.map((item) => chooseItem(before, item, choosing)) : before.items;
  if (choosing.hasWindow) checkWindow(items, restoreWindowDays, fault);
  return {
    policyId: before.policyId,
    items,
    copySettings: sent.copySettings?.map((each) => chooseCopy(each, choosing)) ?? before.copySettings,
    referenceHourOfDay,
    referenceMinuteOfHour,
    restoreWindowDays,
    settings: settingsAfter(before.settings, sent),
  };
}

/** The interval of a monthly item that is due on the last day. */
const lastOfMonth = 40;

const intervals: Readonly<Record<PolicyItem["frequencyType"], readonly number[]>> = {
  hourly: [1, 2, 4, 6, 8, 12],
  daily: [1],
  weekly: [...Array(7).keys()].map((each) => each + 1),
  monthly: [...Array(28).keys()].map((each) => each + 1).concat(lastOfMonth),
  yearly: [...Array(12).keys()].map((each) => each + 1),
};

/** An item that a compliance policy requires of schedules. */
type Least = Omit<PolicyItem, "id">;

/** The interval of an item whose backups may be made on any day. */
const anyDay = 0;

/** The mistakes in a member of a policy item. */
const mistakes = {
  frequencyInterval: "It is no interval of this frequency.",
  retentionValue: "It is less than 1.",
} as const;

interface Flaw {
  readonly member: keyof typeof mistakes;
  readonly reason: string;
}

/** Returns the fault option for a flaw of an item in one of these lists of the request. */
export const flawed = (list: string, { member }: Flaw) => wrongField(`${list}.${member}`, mistakes[member]);

/** Returns why an item of a compliance policy is invalid for its frequency; undefined for a valid one. */
export const flawOfLeast = (item: Least): Flaw | undefined =>
  flawOf(item.frequencyType === "hourly" ? item : onSomeDay(item));

/** Gives an item the first day, if any day would do. */
const onSomeDay = <Item extends Least>(item: Item): Item =>
  item.frequencyInterval === anyDay ? { ...item, frequencyInterval: 1 } : item;

function flawOf({ frequencyType, frequencyInterval, retentionValue }: Least): Flaw | undefined {
  if (!intervals[frequencyType].includes(frequencyInterval)) {
    const reason = `${frequencyInterval} is no interval of a ${frequencyType} policy item`;
    return { member: "frequencyInterval", reason };
  }
  const reason = `a ${frequencyType} policy item must be kept for at least 1`;
  return retentionValue < 1 ? { member: "retentionValue", reason } : undefined;
}

const inPolicies = "policies.policyItems";

function chooseItem({ items }: BackupSchedule, sent: SentItem, { newId, fault }: Choosing): PolicyItem {
  const known = items.find(({ id }) => id === sent.id);
  if (sent.id !== undefined && known === undefined) {
    const field = wrongField(`${inPolicies}.id`, "The policy has no such item.");
    throw fault("INVALID_POLICY_ITEM_ID", { policyItemId: sent.id }, field);
  }
  if (known !== undefined && known.frequencyType !== sent.frequencyType) {
    const field = wrongField(`${inPolicies}.frequencyType`, `The item is ${known.frequencyType}.`);
    throw fault("INVALID_FREQUENCY_TYPE_CHANGE", { policyItemId: known.id }, field);
  }
  const flaw = flawOf(sent);
  if (flaw !== undefined) {
    throw fault("INVALID_BACKUP_POLICY", { reason: flaw.reason }, flawed(inPolicies, flaw));
  }
  const { frequencyInterval, frequencyType, retentionUnit, retentionValue } = sent;
  return { id: known?.id ?? newId(), frequencyInterval, frequencyType, retentionUnit, retentionValue };
}

/** Chooses a region for copies: one of the provider, but not the one that the snapshots of the zone are in already. */
function chooseCopy(
  { replicationSpecId, zoneId, ...copy }: SentCopy,
  { zones, hasWindow, fault }: Choosing,
): CopySetting {
  const wrong = (member: keyof SentCopy, description: string) => {
    const attribute = `copySettings.${member}`;
    return fault("INVALID_ATTRIBUTE", { attribute }, wrongField(attribute, description));
  };
  const zone = zones.find((each) =>
    zoneId === undefined ? each.earlierId === replicationSpecId : each.zoneId === zoneId,
  );
  if (zone === undefined) {
    throw wrong(zoneId === undefined ? "replicationSpecId" : "zoneId", "The cluster has no such zone.");
  }
  const [own] = zone.regionConfigs;
  const { cloudProvider = own?.providerName ?? "", regionName, shouldCopyOplogs } = copy;
  if (regionName !== undefined) checkRegion(cloudProvider, regionName, "copySettings.regionName", fault);
  if (own?.providerName === cloudProvider && own.regionName === regionName) {
    throw wrong("regionName", "The snapshots of the zone are in this region.");
  }
  if (shouldCopyOplogs && !hasWindow) {
    throw wrong("shouldCopyOplogs", "The cluster has no continuous backups.");
  }
  return { ...copy, zoneId: zone.zoneId };
}

const settingNames = [
  "autoCopySettingsEnabled",
  "autoExportEnabled",
  "copyPolicyItemsEnabled",
  "export",
  "extraRetentionSettings",
  "useOrgAndGroupNamesInExportPrefix",
] as const satisfies readonly (keyof BackupSchedule["settings"])[];

/** Returns the settings after a change. Without automatic exports there is no place for them, unless the change names one. */
function settingsAfter(before: BackupSchedule["settings"], sent: SentSchedule): BackupSchedule["settings"] {
  const { export: _, ...others } = before;
  const kept = sent.autoExportEnabled === false ? others : before;
  return {
    ...kept,
    ...Object.fromEntries(
      settingNames.flatMap((name) => (sent[name] === undefined ? [] : [[name, sent[name]]])),
    ),
  };
}

const daysOf = { days: 1, weeks: 7, months: 31, years: 366 } as const;
export const retentionDays = ({
  retentionUnit,
  retentionValue,
}: Pick<PolicyItem, "retentionUnit" | "retentionValue">): number => retentionValue * daysOf[retentionUnit];

const order = ["hourly", "daily", "weekly", "monthly", "yearly"] as const;

/** Compares items by how often they are due: the rarer comes last. */
export const byFrequency = (a: PolicyItem, b: PolicyItem): number =>
  order.indexOf(a.frequencyType) - order.indexOf(b.frequencyType);

/** Checks that the most frequent backups reach back as far as the restore window. */
function checkWindow(items: readonly PolicyItem[], restoreWindowDays: number, fault: Refusing): void {
  const [first] = items.toSorted(byFrequency);
  if (first === undefined || retentionDays(first) >= restoreWindowDays) return;
  const reason = `the ${first.frequencyType} policy item retention cannot be less than restore window`;
  const field = wrongField("restoreWindowDays", "It is longer than the most frequent backups are kept.");
  throw fault("INVALID_BACKUP_POLICY", { reason }, field);
}

const isMetBy = (least: Least, item: PolicyItem): boolean =>
  item.frequencyType === least.frequencyType &&
  (item.frequencyType !== "hourly" || item.frequencyInterval <= least.frequencyInterval) &&
  retentionDays(item) >= retentionDays(least);

/** Lists the items of `least` that no item of the schedule meets. */
export const unmetBy = <Item extends Least>({ items }: BackupSchedule, least: readonly Item[]): Item[] =>
  least.filter((each) => !items.some((item) => isMetBy(each, item)));

/** Returns the schedule with the required items in place of those that do not meet them. */
export function meeting(
  schedule: BackupSchedule,
  least: readonly Least[],
  restoreWindowDays: number,
  newId: () => string,
): BackupSchedule {
  const added = unmetBy(schedule, least);
  const isReplaced = ({ frequencyType }: PolicyItem) =>
    (frequencyType === "hourly" || frequencyType === "daily") &&
    added.some((each) => each.frequencyType === frequencyType);
  const items = [
    ...schedule.items.filter((item) => !isReplaced(item)),
    ...added.map((each) => ({ ...onSomeDay(each), id: newId() })),
  ].sort((a, b) => order.indexOf(a.frequencyType) - order.indexOf(b.frequencyType));
  const window = Math.max(schedule.restoreWindowDays, restoreWindowDays);
  return { ...schedule, items, restoreWindowDays: window };
}

/** Returns when the next backup is due; undefined if none is made. `since` is when backups began. */
export function nextBackup(schedule: BackupSchedule, since: Instant, now: Instant): Instant | undefined {
  const due = schedule.items.map((item) => duesOf(item, referenceOf(schedule, since), now).next().value);
  return due.length === 0 ? undefined : Math.min(...due);
}

/** Returns the time of day at which backups are due, in milliseconds. */
export const referenceOf = (
  { referenceHourOfDay, referenceMinuteOfHour }: BackupSchedule,
  since: Instant,
): number => referenceHourOfDay * hour + referenceMinuteOfHour * minute + (since % minute);

const stepOf = ({ frequencyType, frequencyInterval }: PolicyItem): number =>
  frequencyType === "hourly" ? frequencyInterval * hour : day;

/** Returns the instants after another one at which backups of an item are due. They have no end. */
export function* duesOf(item: PolicyItem, reference: number, after: Instant): Generator<Instant, never> {
  const step = stepOf(item);
  for (let at = after - ((after - reference) % step) + step; ; at += step) {
    if (isDueOn(item, at)) yield at;
  }
}

export const isDueAt = (item: PolicyItem, reference: number, at: Instant): boolean =>
  (at - reference) % stepOf(item) === 0 && isDueOn(item, at);

function isDueOn({ frequencyType, frequencyInterval }: PolicyItem, at: Instant): boolean {
  if (frequencyType === "hourly" || frequencyType === "daily") return true;
  const date = new Date(at);
  if (frequencyType === "weekly") return (date.getUTCDay() || 7) === frequencyInterval;
  if (frequencyType === "yearly") {
    return date.getUTCMonth() + 1 === frequencyInterval && date.getUTCDate() === 1;
  }
  if (frequencyInterval === lastOfMonth) return new Date(at + day).getUTCDate() === 1;
  return date.getUTCDate() === frequencyInterval;
}
