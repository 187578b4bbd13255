// The integrations that forward a project's alerts and metrics, one of each type: their settings, and how secrets are shown.
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { mask } from "../../../core/domain/mask.ts";

const hexKey = /^[\da-f]{32}$/i;

interface Type {
  /** The members it must have. */
  readonly required: readonly string[];
  /** The secrets, of which only the ends are shown. */
  readonly secrets: readonly string[];
  /** The members that are never shown. */
  readonly hidden?: readonly string[];
  /** The other members, with their defaults; absent members are not shown. */
  readonly others?: Readonly<Record<string, string | boolean | null | undefined>>;
  readonly regions?: readonly string[];
  readonly key?: readonly [name: string, code: "INVALID_DATADOG_API_KEY" | "INVALID_PAGER_DUTY_SERVICE_KEY"];
}

const us = { region: "US" };

/** The types in the order in which they are listed. */
export const integrationTypes = {
  PAGER_DUTY: {
    required: ["serviceKey"],
    secrets: ["serviceKey"],
    others: us,
    regions: ["US", "EU"],
    key: ["serviceKey", "INVALID_PAGER_DUTY_SERVICE_KEY"],
  },
  SLACK: {
    required: ["apiToken", "channelName"],
    secrets: ["apiToken"],
    others: { channelName: null, teamName: undefined },
  },
  DATADOG: {
    required: ["apiKey"],
    secrets: ["apiKey"],
    others: {
      customEndpoint: null,
      ...us,
      sendCollectionLatencyMetrics: false,
      sendDatabaseMetrics: false,
      sendQueryStatsMetrics: false,
      sendUserProvidedResourceTags: false,
    },
    key: ["apiKey", "INVALID_DATADOG_API_KEY"],
  },
  NEW_RELIC: {
    required: ["accountId", "licenseKey", "readToken", "writeToken"],
    secrets: ["accountId", "licenseKey", "readToken", "writeToken"],
  },
  OPS_GENIE: { required: ["apiKey"], secrets: ["apiKey"], others: us, regions: ["US", "EU"] },
  VICTOR_OPS: { required: ["apiKey"], secrets: ["apiKey"], others: { routingKey: undefined } },
  WEBHOOK: {
    required: ["url"],
    secrets: ["secret", "url"],
    others: { bodyTemplate: null, headersTemplate: null },
  },
  PROMETHEUS: {
    required: ["enabled", "password", "serviceDiscovery", "username"],
    secrets: [],
    hidden: ["password"],
    others: {
      enabled: undefined,
      sendUserProvidedResourceTagsEnabled: false,
      serviceDiscovery: undefined,
      username: undefined,
    },
  },
  MICROSOFT_TEAMS: { required: ["microsoftTeamsWebhookUrl"], secrets: ["microsoftTeamsWebhookUrl"] },
} as const satisfies Record<string, Type>;

export type IntegrationType = keyof typeof integrationTypes;
export const integrationTypeNames = Object.keys(integrationTypes) as IntegrationType[];

type Value = string | boolean | null;
export type Secrets = Readonly<Record<string, string>>;
/** An integration as it is shown, with only the ends of its secrets. */
export type Integration = Readonly<Record<string, Value>> & { readonly type: IntegrationType };
export type SentIntegration = Readonly<Record<string, Value | undefined>>;

export const integrationErrors = [
  "INVALID_DATADOG_API_KEY",
  "INVALID_INTEGRATION_SETTINGS",
  "INVALID_PAGER_DUTY_SERVICE_KEY",
  "MISSING_ATTRIBUTE",
] as const;

/**
 * Splits a request into shown settings and secrets. A secret that comes back masked, or that only answers leave out, stays as
 * it is.
 */
export function chooseIntegration(
  type: IntegrationType,
  sent: SentIntegration,
  before: { readonly shown: Integration; readonly secrets: Secrets } | undefined,
  fault: FaultMaker<(typeof integrationErrors)[number]>,
): { shown: Integration; secrets: Secrets } {
  const { required, secrets: shownSecrets, hidden = [], others = {}, key }: Type = integrationTypes[type];
  refuseOthers(type, sent, fault);
  const secretOf = (name: string): string | undefined => {
    const value = sent[name];
    const isAsShown = before !== undefined && (value ?? undefined) === before.shown[name];
    return isAsShown ? before.secrets[name] : typeof value === "string" ? value : undefined;
  };
  const secrets = pick([...shownSecrets, ...hidden], secretOf);
  const plain = pick(Object.keys(others), (name) => sent[name] ?? others[name]);
  for (const name of required) {
    const value = secrets[name] ?? plain[name];
    if (value === undefined || value === null || value === "") throw missing(name, fault);
  }
  if (key !== undefined && !hexKey.test(secrets[key[0]] ?? "")) {
    const description = "It is not made of 32 hexadecimal digits.";
    throw fault(key[1], {}, wrongField(key[0], description));
  }
  return { shown: showSettings(type, { ...sent, ...secrets }), secrets };
}

/** Returns the shown settings of an integration, with defaults and masked secrets. A masked value stays as it is. */
export function showSettings(type: IntegrationType, sent: SentIntegration): Integration {
  const { secrets, others = {} }: Type = integrationTypes[type];
  const plain = pick(Object.keys(others), (name) => sent[name] ?? others[name]);
  const masked = pick(secrets, (name) => (typeof sent[name] === "string" ? mask(sent[name]) : undefined));
  return { ...plain, ...masked, type };
}

function refuseOthers(
  type: IntegrationType,
  { id: _ignored, ...sent }: SentIntegration,
  fault: FaultMaker<"INVALID_INTEGRATION_SETTINGS">,
): void {
  const { secrets, hidden = [], others = {}, regions }: Type = integrationTypes[type];
  const known = new Set([...secrets, ...hidden, ...Object.keys(others), "type"]);
  const wrong = Object.keys(sent).find((name) => sent[name] !== undefined && !known.has(name));
  const isOther = sent.type !== undefined && sent.type !== type;
  const isElsewhere = regions !== undefined && !regions.includes(String(sent.region ?? regions[0]));
  const field = wrong ?? (isOther ? "type" : isElsewhere ? "region" : undefined);
  if (field === undefined) return;
  const description = `It does not belong to an integration of type ${type}.`;
  throw fault("INVALID_INTEGRATION_SETTINGS", { type }, wrongField(field, description));
}

const pick = <V>(names: readonly string[], of: (name: string) => V | undefined): Record<string, V> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = of(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
