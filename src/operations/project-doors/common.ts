// What the operations on settings of a project that only its databases would follow share: tags, limits, paths.
import { isIP } from "node:net";
import type { Static } from "typebox";
import type { ContainerShown } from "../../domain/cluster-containers.ts";
import { type EncryptionAtRest, showService } from "../../domain/encryption-at-rest.ts";
import { type FaultMaker, limitSets, type schemas, Type } from "../declare.ts";

const group = "/api/atlas/v2/groups/{groupId}";

export const auditing = { tag: "Auditing", limit: limitSets.auditing } as const;
export const auditPath = `${group}/auditLog` as const;

export const dns = { tag: "AWS Clusters DNS", limit: limitSets.awsCustomDns } as const;
export const dnsPath = `${group}/awsCustomDNS` as const;

export const encryption = {
  tag: "Encryption at Rest using Customer Key Management",
  limit: limitSets.encryptionAtRest,
} as const;
export const encryptionPath = `${group}/encryptionAtRest` as const;

export const showEncryption = ({ enabledForSearchNodes, ...services }: EncryptionAtRest) =>
  ({
    awsKms: showService("awsKms", services.awsKms),
    azureKeyVault: showService("azureKeyVault", services.azureKeyVault),
    enabledForSearchNodes,
    googleCloudKms: showService("googleCloudKms", services.googleCloudKms),
  }) as Static<typeof schemas.EncryptionAtRest>;

export const maintenance = { tag: "Maintenance Windows", limit: limitSets.maintenance } as const;
export const maintenancePath = `${group}/maintenanceWindow` as const;

export const peering = { tag: "Network Peering", limit: limitSets.networkPeering } as const;
export const peeringPath = group;

export const endpoints = { tag: "Private Endpoint Services", limit: limitSets.privateEndpoints } as const;
export const endpointsPath = `${group}/privateEndpoint` as const;

export const tracking = { tag: "Access Tracking", limit: limitSets.accessTracking } as const;
export const trackingPath = `${group}/dbAccessHistory` as const;
export const trackingQuery = {
  authResult: Type.Boolean({ description: "Whether only logins that succeeded, or failed, are listed." }),
  end: Type.String({ description: "Until when, in milliseconds since 1970; needs `start`." }),
  ipAddress: Type.String({ description: "Address that the login came from." }),
  nLogs: Type.Integer({ minimum: 0, maximum: 20_000, description: "How many are listed at most." }),
  start: Type.String({ description: "From when, in milliseconds since 1970; needs `end`." }),
};

/** Atlas reads no logins before 2008. */
const earliestLogin = Date.UTC(2008, 0, 1);
const isInstant = (text: string): boolean => /^\d{1,15}$/.test(text) && Number(text) >= earliestLogin;

/** Refuses a period with one end, and what is no instant or no address. */
export function checkTracking(
  { start, end, ipAddress }: Readonly<Partial<Record<"start" | "end" | "ipAddress", string | undefined>>>,
  fault: FaultMaker<"INVALID_QUERY_PARAMETER">,
): void {
  const wrong =
    (start !== undefined && !isInstant(start) && "start") ||
    (end !== undefined && !isInstant(end) && "end") ||
    (ipAddress !== undefined && isIP(ipAddress) === 0 && "ipAddress") ||
    (start === undefined && end !== undefined && "start") ||
    (end === undefined && start !== undefined && "end");
  if (wrong) throw fault("INVALID_QUERY_PARAMETER", { parameter: wrong });
}

export const showContainer = ({ providerName, regionName, ...container }: ContainerShown) => ({
  atlasCidrBlock: container.atlasCidrBlock,
  id: container.id,
  providerName,
  provisioned: container.provisioned,
  ...(providerName === "AZURE" && regionName && { region: regionName }),
  ...(providerName === "AWS" && regionName && { regionName }),
  ...(providerName === "GCP" && { regions: [] }),
});

export const asIs = <Value>(value: Value): Value => value;
