// A project's own keys for encryption at rest, one of each provider: what is required to turn one on, and which members are
// secret.

import type { ProviderName } from "../../../core/contract/cluster-hardware.ts";
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { sortMembers } from "../../../core/domain/sorted-members.ts";
import { uuid } from "../../provider-access/rules/provider-access.ts";

interface Service {
  readonly provider: ProviderName;
  readonly needed: readonly string[];
  readonly uuids?: readonly string[];
  /** The member that is never shown. */
  readonly secret: "secretAccessKey" | "secret" | "serviceAccountKey";
}

const services = {
  awsKms: { provider: "AWS", needed: ["customerMasterKeyID", "region"], secret: "secretAccessKey" },
  azureKeyVault: {
    provider: "AZURE",
    needed: ["keyIdentifier", "keyVaultName", "resourceGroupName", "subscriptionID"],
    uuids: ["clientID", "subscriptionID", "tenantID"],
    secret: "secret",
  },
  googleCloudKms: { provider: "GCP", needed: ["keyVersionResourceID"], secret: "serviceAccountKey" },
} as const satisfies Record<string, Service>;

export type KeyServiceName = keyof typeof services;
export const keyServiceNames = Object.keys(services) as KeyServiceName[];
export const providerOf = (name: KeyServiceName): ProviderName => services[name].provider;
export const secretOf = (name: KeyServiceName): Service["secret"] => services[name].secret;

export interface KeyService {
  readonly enabled: boolean;
  readonly roleId?: string;
  readonly requirePrivateNetworking?: boolean;
  readonly [member: string]: string | boolean | undefined;
}

/** The settings without secrets. */
export interface EncryptionAtRest extends Readonly<Record<KeyServiceName, KeyService>> {
  readonly enabledForSearchNodes: boolean;
}

/** The secret of each provider that has one. */
export type KeySecrets = Readonly<Partial<Record<KeyServiceName, string>>>;

type SentService = Readonly<Record<string, string | boolean | undefined>>;
export type SentEncryption = Readonly<Partial<Record<KeyServiceName, SentService>>> & {
  readonly enabledForSearchNodes?: boolean;
};

type Codes = "INVALID_ATTRIBUTE" | "MISSING_ATTRIBUTE";

const off = { enabled: false };

export const noEncryption: EncryptionAtRest = {
  awsKms: off,
  azureKeyVault: off,
  enabledForSearchNodes: false,
  googleCloudKms: off,
};

/**
 * Merges a request into the settings. A provider that is turned off is removed; otherwise members that are not sent stay, the
 * secret too.
 */
export function chooseEncryption(
  before: { readonly shown: EncryptionAtRest; readonly secrets: KeySecrets },
  sent: SentEncryption,
  fault: FaultMaker<Codes>,
): { shown: EncryptionAtRest; secrets: KeySecrets } {
  const shown: Record<KeyServiceName, KeyService> = { ...before.shown };
  const secrets: Partial<Record<KeyServiceName, string>> = { ...before.secrets };
  for (const name of keyServiceNames) {
    const { [secretOf(name)]: secret, valid: _, ...members } = sent[name] ?? {};
    if (members.enabled === false) delete secrets[name];
    if (typeof secret === "string") secrets[name] = secret;
    const kept = members.enabled === false ? off : shown[name];
    shown[name] = { ...kept, ...members } as KeyService;
    checkUuids(name, shown[name], fault);
    if (shown[name].enabled) checkService(name, shown[name], secrets[name], fault);
  }
  const { enabledForSearchNodes = before.shown.enabledForSearchNodes } = sent;
  return { shown: { ...shown, enabledForSearchNodes }, secrets };
}

function checkUuids(name: KeyServiceName, service: KeyService, fault: FaultMaker<"INVALID_ATTRIBUTE">): void {
  const { uuids = [] }: Service = services[name];
  const wrong = uuids.find((member) => service[member] !== undefined && !uuid.test(String(service[member])));
  if (wrong === undefined) return;
  const attribute = `${name}.${wrong}`;
  throw fault("INVALID_ATTRIBUTE", { attribute }, wrongField(attribute, "It is not a UUID."));
}

function checkService(
  name: KeyServiceName,
  service: KeyService,
  secret: string | undefined,
  fault: FaultMaker<Codes>,
): void {
  for (const member of services[name].needed) {
    if (!service[member]) throw missing(`${name}.${member}`, fault);
  }
  if (service.roleId === undefined && !secret) throw missing(`${name}.${secretOf(name)}`, fault);
}

/** Shows a key as clients read it, with `valid`, which is assumed here. Google's has no private networking. */
export function showService(name: KeyServiceName, service: KeyService): KeyService {
  if (!service.enabled) return sortMembers(service);
  const network = name === "googleCloudKms" ? {} : { requirePrivateNetworking: false };
  return sortMembers({ ...network, ...service, valid: true });
}
