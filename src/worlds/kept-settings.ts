// Settings of a project that are kept as a whole, as they are read and compared: a row for each.
import type { AtlasClient, DataProtectionSettings20231001, EncryptionAtRest } from "../client/client.ts";
import { type KeyService, keyServiceNames, providerOf, secretOf } from "../domain/encryption-at-rest.ts";
import type { SeedGroup } from "../seed/document.ts";
import { itemText, keepItem } from "./backups.ts";
import type { DoorItem } from "./item.ts";
import { pick } from "./keep.ts";
import { type PartsReader, parts } from "./parts.ts";

/** How one is read and kept; null where nothing is set. */
interface Kept<Setting> {
  readonly part: (groupId: string) => string;
  read(client: AtlasClient, groupId: string): Promise<Setting | null>;
  /** Lists the setting as it is compared. */
  items(setting: Setting): Omit<DoorItem, "part">[];
}

type SeedEncryption = NonNullable<SeedGroup["encryptionAtRest"]>;
type Services = Readonly<Partial<Record<(typeof keyServiceNames)[number], Partial<KeyService>>>>;

const unkept = ["enabled", "requirePrivateNetworking", "valid"];

/** Keeps the settings of keys that are used; null where there are none. */
export function keepEncryption({
  enabledForSearchNodes,
  ...encryption
}: EncryptionAtRest): SeedEncryption | null {
  const services = encryption as Services;
  const kept = keyServiceNames.flatMap((name) => {
    const service = services[name] ?? {};
    if (service.enabled !== true) return [];
    const members = Object.keys(service).filter((member) => !unkept.includes(member));
    const isPrivate = service.requirePrivateNetworking === true && { requirePrivateNetworking: true };
    return [[name, { ...pick<object>(service, members.sort()), ...isPrivate }]];
  });
  const seed = {
    ...Object.fromEntries(kept),
    ...(enabledForSearchNodes === true && { enabledForSearchNodes }),
  };
  return Object.keys(seed).length === 0 ? null : seed;
}

function encryptionItems({ enabledForSearchNodes, ...encryption }: SeedEncryption): Omit<DoorItem, "part">[] {
  const services = encryption as Services;
  const used = keyServiceNames.flatMap((name) => {
    const { [secretOf(name)]: _, enabled = true, ...service } = services[name] ?? { enabled: false };
    const values = { requirePrivateNetworking: false, ...service };
    return enabled ? [{ name: providerOf(name), values }] : [];
  });
  const all = enabledForSearchNodes ? [...used, { name: "search nodes", values: {} }] : used;
  return all.map((each) => ({ noun: "encryption at rest", lists: {}, ...each }));
}

type SeedPolicy = NonNullable<SeedGroup["backupCompliancePolicy"]>;

const policyFlags = ["copyProtectionEnabled", "encryptionAtRestEnabled", "pitEnabled"] as const;

/** Null where there is none. */
export function keepCompliance({
  onDemandPolicyItem,
  restoreWindowDays = 0,
  scheduledPolicyItems = [],
  ...policy
}: DataProtectionSettings20231001): SeedPolicy | null {
  const { authorizedEmail, authorizedUserFirstName = "", authorizedUserLastName = "" } = policy;
  if (authorizedEmail === undefined) return null;
  const on = policyFlags.filter((flag) => policy[flag] === true);
  return {
    authorizedEmail,
    authorizedUserFirstName,
    authorizedUserLastName,
    ...Object.fromEntries(on.map((flag) => [flag, true])),
    ...(onDemandPolicyItem && { onDemandPolicyItem: keepItem(onDemandPolicyItem) }),
    ...(restoreWindowDays > 0 && { restoreWindowDays }),
    ...(scheduledPolicyItems.length > 0 && { scheduledPolicyItems: scheduledPolicyItems.map(keepItem) }),
  } as SeedPolicy;
}

function complianceItems(policy: SeedPolicy): Omit<DoorItem, "part">[] {
  const { onDemandPolicyItem, scheduledPolicyItems = [], restoreWindowDays = 0, ...values } = policy;
  const items = [...scheduledPolicyItems, ...(onDemandPolicyItem ? [onDemandPolicyItem] : [])];
  const flags = Object.fromEntries(policyFlags.map((flag) => [flag, policy[flag] ?? false]));
  return [
    {
      noun: "backup compliance policy",
      name: "of the project",
      lists: { backups: items.map(itemText).sort() },
      values: { ...values, ...flags, restoreWindowDays },
    },
  ];
}

const settings = {
  backupCompliancePolicy: {
    part: parts.groupCompliance,
    read: async (client, groupId) => keepCompliance(await client.getGroupBackupCompliancePolicy({ groupId })),
    items: complianceItems,
  },
  encryptionAtRest: {
    part: parts.groupEncryption,
    read: async (client, groupId) => keepEncryption(await client.getGroupEncryptionAtRest({ groupId })),
    items: encryptionItems,
  },
} satisfies { readonly [Name in KeptName]: Kept<NonNullable<SeedGroup[Name]>> };

type KeptName = "backupCompliancePolicy" | "encryptionAtRest";
const names = Object.keys(settings) as KeptName[];

export type KeptSettings = Pick<SeedGroup, KeptName>;

export async function readKeptSettings(reader: PartsReader, client: AtlasClient, groupId: string) {
  const kept: [KeptName, unknown][] = [];
  for (const name of names) {
    const { part, read } = settings[name];
    const setting = await reader.one(part(groupId), (): Promise<object | null> => read(client, groupId));
    if (setting !== undefined && setting !== null) kept.push([name, setting]);
  }
  return Object.fromEntries(kept) as KeptSettings;
}

export const keptItems = (group: SeedGroup): DoorItem[] =>
  names.flatMap((name) => {
    const { part, items } = settings[name];
    const setting = group[name];
    if (setting === undefined) return [];
    return items(setting as never).map((item) => ({ ...item, part: part(group.id ?? "") }));
  });
