// Plants what organizations and projects have, other than people and credentials: the handler of the operation does it, as the
// server itself, and a row adds what else there is to do.

import { addNetworkEntries } from "../../atlas/access-lists/network-access.ts";
import { addKey, secretPrefix, setLimits } from "../../atlas/ai-models/kept.ts";
import { closeAlert, openAlert } from "../../atlas/alerts/alerts.ts";
import { makeSecret } from "../../atlas/api-keys/credentials.ts";
import { userCertificates } from "../../atlas/certificates/kept.ts";
import { certificateName, madeFor } from "../../atlas/certificates/rules/user-certificate.ts";
import { containers } from "../../atlas/clusters/kept.ts";
import type { ContainerShown } from "../../atlas/clusters/rules/cluster-containers.ts";
import type { DatabaseSeen } from "../../atlas/data-federation/federated-databases.ts";
import { proofsOf } from "../../atlas/database-users/rules/database-user.ts";
import { keyServiceNames, secretOf } from "../../atlas/encryption-at-rest/rules/encryption-at-rest.ts";
import { operations } from "../../atlas/index.ts";
import { addIntegration } from "../../atlas/integrations/integrating.ts";
import { integrationTypes } from "../../atlas/integrations/rules/integration.ts";
import { makeConfig } from "../../atlas/mcp-configs/configs.ts";
import type { EndpointService } from "../../atlas/private-endpoints/rules/endpoint-service.ts";
import { maintenanceWindows } from "../../atlas/project-settings/kept.ts";
import type { ProviderAccess } from "../../atlas/provider-access/rules/provider-access.ts";
import { addPeering, answerPeering } from "../../atlas/streams/networks.ts";
import type { Workspace } from "../../atlas/streams/rules/workspace.ts";
import type { OperationId } from "../../client/types.ts";
import type { Resource } from "../../core/changes/resources.ts";
import { fromClientId } from "../../core/contract/client-id.ts";
import { toCidr } from "../../core/domain/access-entry.ts";
import { secretHours } from "../../core/domain/credential.ts";
import { chooseNamedGroupRoles, chooseNamedOrgRoles } from "../../core/domain/role-list.ts";
import type { Team } from "../../core/domain/team.ts";
import { parseBody } from "../../core/http/parse-values.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { hashSecret } from "../../core/secrets/keyring.ts";
import type { Mint } from "../../core/secrets/mint.ts";
import { addSecrets, changeSecrets } from "../../core/spec/secrets.ts";
import { isEmpty, withoutEmpty } from "../worlds/form.ts";
import { plantCluster } from "./clusters.ts";
import type { SeedKind } from "./kinds.ts";
import {
  at,
  dated,
  madeIn,
  type Planting,
  type PlantingInGroup,
  type PlantingInOrg,
  plantEach,
} from "./planting.ts";
import type { SeedGroup, SeedOrg } from "./types.ts";

type ItemOf<List> = List extends readonly (infer Item)[] ? Item : List;
type ValueOf<Name extends keyof SeedGroup> = ItemOf<NonNullable<SeedGroup[Name]>>;

interface Part<Value, Within> {
  /** Makes a body from a seed, for example with a secret that it leaves out. */
  readonly complete?: (value: Value, mint: Mint) => object;
  /** Lists its ids in the order in which the handler mints them, undefined for one to be minted; its own alone if absent. */
  readonly ids?: (value: Value) => readonly (string | undefined)[];
  /** Returns the parts of the request other than its body, such as the caller. */
  readonly asks?: (value: Value) => object;
  /** Returns the members of its document that only a seed says; those that are empty are left out. */
  readonly patch?: (value: Value) => object;
  /** Returns the row of what the handler made, if that is not its result. */
  readonly row?: (planting: Within, done: never) => Promise<object | undefined>;
  /** Plants what a seed has beyond the body, with the result of the handler. */
  readonly after?: (planting: Within, made: never, value: Value) => Promise<unknown>;
  /** Plants it instead of the operation's handler. */
  readonly plant?: (planting: Within, value: Value) => Promise<unknown>;
}

const orgParts = {
  mcpConfigs: {
    plant: plantMcpConfig,
  },
  resourcePolicies: {
    ids: ({ id, policies }) => [id, ...policies.map((each) => each.id)],
    patch: ({ createdByUser: createdBy, lastUpdatedByUser: updatedBy, lastUpdatedDate }) => {
      return { createdBy, updatedBy, updatedAt: instantOf(lastUpdatedDate) };
    },
  },
  teams: {
    after: async ({ planted }, { id, name, orgId }: Team, team) => {
      planted.made.push({ kind: "teams", names: [team.name], orgId, handle: { id, name, orgId } });
    },
  },
} as const satisfies {
  readonly [Name in keyof SeedOrg]?: Part<ItemOf<NonNullable<SeedOrg[Name]>>, PlantingInOrg>;
};

/** A thing whose cloud provider is in the path of its operation. */
const ofProvider = {
  complete: ({ cloudProvider: _, ...body }: { readonly cloudProvider: string }) => body,
  asks: ({ cloudProvider }: { readonly cloudProvider: string }) => ({ params: { cloudProvider } }),
};

/** A thing of a cluster, which is in the path of its operation. */
const ofCluster = {
  complete: ({ clusterName: _, ...body }: { readonly clusterName: string }) => body,
  asks: ({ clusterName }: { readonly clusterName: string }) => ({ params: { clusterName } }),
};

const groupParts = {
  limits: {
    asks: ({ name: limitName }) => ({ params: { limitName } }),
  },
  maintenanceWindow: {
    row: (planting) => maintenanceWindows.find(planting, planting.group),
    patch: ({ numberOfDeferrals }) => ({ numberOfDeferrals }),
  },
  mcpConfigs: {
    plant: plantMcpConfig,
  },
  accessList: {
    plant: (planting, { entry, ...sent }) =>
      addNetworkEntries(planting, planting.group, [{ ...sent, ...sentEntry(entry) }], { isOfSeed: true }),
  },
  databaseUsers: {
    complete: ({ certificates: _, ...user }, mint) => withPassword(user, mint),
    after: plantCertificates,
  },
  networkContainers: {
    row: (planting, { id }: ContainerShown) => containers.find(planting, planting.group, id),
  },
  privateEndpointServices: {
    complete: ({ endpoints: _, ...service }) => service,
    after: plantEndpoints,
  },
  clusters: {
    plant: plantCluster,
  },
  searchIndexes: ofCluster,
  federatedDatabases: {
    complete: ({ queryLimits: _, ...database }) => database,
    asks: () => ({ query: { skipRoleValidation: true } }),
    row: async (_, { database }: DatabaseSeen) => database,
    after: plantLimits,
  },
  onlineArchives: ofCluster,
  streamVpcPeerings: {
    plant: async (planting, { id = planting.newId(), isAccepted, ...requested }) => {
      const peering = await addPeering(planting, planting.group, id, requested);
      if (isAccepted) await answerPeering({ ...planting, clusterSpeed: "instant" }, peering, "accept");
    },
  },
  streamWorkspaces: {
    complete: ({ connections: _, processors: __, ...workspace }) => workspace,
    after: plantStreams,
  },
  userSecurity: {
    complete: withBindPassword,
  },
  integrations: {
    plant: ({ group, keyring, ...planting }, { id, ...integration }) =>
      addIntegration(
        { ...planting, ...keyring, newId: giving([id], planting.newId) },
        group,
        integration.type,
        withSecrets(integration, keyring.mint),
      ),
  },
  alertConfigs: {
    complete: ({ alerts: _, updatedAt: __, ...config }) => ({ enabled: true, ...config }),
    patch: ({ updatedAt }) => ({ updatedAt: instantOf(updatedAt) }),
    after: plantAlerts,
  },
  cloudProviderAccess: {
    after: authorize,
  },
  encryptionAtRest: {
    complete: withKeySecrets,
  },
  encryptionAtRestPrivateEndpoints: ofProvider,
  backupPrivateEndpoints: ofProvider,
  backupSnapshots: ofCluster,
  backupExports: ofCluster,
  backupRestoreJobs: ofCluster,
  aiModelApiKeys: {
    plant: plantModelKey,
  },
  aiModelRateLimits: {
    plant: (planting, { modelGroupName, ...limits }) =>
      setLimits(planting, planting.group, modelGroupName, limits),
  },
  backupCompliancePolicy: {
    ids: ({ onDemandPolicyItem, scheduledPolicyItems = [] }) =>
      [...(onDemandPolicyItem ? [onDemandPolicyItem] : []), ...scheduledPolicyItems].map(({ id }) => id),
    asks: ({ authorizedEmail, updatedUser: name = authorizedEmail, updatedDate }) => ({
      caller: { name },
      query: { overwriteBackupPolicies: false },
      ...withoutEmpty({ now: instantOf(updatedDate) }),
    }),
  },
} as const satisfies { readonly [Name in keyof SeedGroup]?: Part<ValueOf<Name>, PlantingInGroup> };

const parts: Readonly<Record<string, Part<never, never>>> = { ...orgParts, ...groupParts };
type Scope = Partial<Pick<PlantingInOrg, "org"> & Pick<PlantingInGroup, "group">>;

export async function plantKinds(
  kinds: Readonly<Record<string, SeedKind>>,
  planting: Planting,
  seed: SeedOrg | SeedGroup,
  scope: Scope,
  place: string,
): Promise<void> {
  const members: Readonly<Record<string, unknown>> = { ...seed };
  for (const [name, kind] of Object.entries(kinds)) {
    const given = members[name];
    const partAt = `${place}.${name}`;
    const plantOne = (value: object, valueAt: string) =>
      plantPart({ ...kind, ...parts[name] }, { ...planting, ...scope, place: valueAt }, value);
    if (Array.isArray(given)) await plantEach(planting, given, partAt, plantOne);
    else if (given !== undefined) await at(partAt, () => plantOne(given as object, partAt));
  }
}

type Planted = Part<never, never> & Pick<SeedKind, "of" | "secrets" | "made">;

async function plantPart(
  { of, secrets, made = [], complete, ids, asks, patch, row, after, plant }: Planted,
  within: Within,
  value: object,
): Promise<void> {
  const given = value as Readonly<Record<string, string | undefined>>;
  const { deleteAfterDate: end, createdAt } = given;
  if (end !== undefined && Date.parse(end) <= within.now) return;
  if (plant !== undefined) {
    await plant(within as never, value as never);
    return;
  }
  const planting = { ...within, now: madeIn(within, createdAt) };
  const { id, createdAt: _, ...whole }: Dated = complete?.(value as never, planting.keyring.mint) ?? value;
  const newId = giving(ids?.(value as never) ?? [id], planting.newId);
  const kept = withoutEmpty(Object.fromEntries(made.map((name) => [name, given[name]])));
  const body = Object.fromEntries(Object.entries(whole).filter(([name]) => !(name in kept)));
  const sent = secrets === undefined ? body : completeBody(operations[of], body, planting.keyring.mint);
  const done = await perform(of, { ...planting, newId }, { body: sent, ...asks?.(value as never) });
  const more = withoutEmpty({ ...patch?.(value as never), made: kept });
  if (!isEmpty(more)) {
    const thing = (await row?.(planting as never, done as never)) ?? done;
    const { document, ...known } = { ...ofRows, ...(thing as Resource<object>) };
    planting.tx.documents.replace({ ...known, document: { ...document, ...more } });
    Object.assign((thing as Resource<object>).document, more);
  }
  await after?.(planting as never, done as never, value as never);
}

interface Dated {
  readonly id?: string;
  readonly createdAt?: string;
}

/** Members that rows of settings and of organizations leave out. */
const ofRows = { name: "", sealedSecret: null, endsAt: null };

const instantOf = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));

type Within = Planting & Scope & { readonly place: string };

/** Returns the body of a kind that keeps bodies, with the secrets that a seed leaves out or masks; refuses what the API would. */
function completeBody(operation: Operation, body: object, { bytes, linkToken }: Mint): unknown {
  const digits = ({ length }: string) => bytes(length).toString("hex").slice(0, length);
  const { body: schema = {} } = operation;
  const given = addSecrets(body, schema, linkToken);
  const whole = changeSecrets(given, schema, (secret) => secret.replace(/^\*+/, digits));
  return parseBody(operation, "application/json", Buffer.from(JSON.stringify(whole)));
}

/** Performs an operation as the server itself, by its handler. */
function perform(of: OperationId, planting: Planting & Scope, request: object): Promise<unknown> {
  const { keyring, org, group } = planting;
  const asked = { params: { orgId: org?.id, groupId: group?.id }, query: {}, caller: null, ...request };
  const hasCollection = () => true;
  const services = { issue: keyring, clusterSpeed: "instant", forbidding: undefined, hasCollection };
  return operations[of].handle({ ...planting, ...services, ...asked } as never);
}

/** Returns the ids of the seed first: a handler mints the id of its main thing before those of its parts. */
function giving(ids: readonly (string | undefined)[], newId: () => string): () => string {
  const left = ids.values();
  return () => left.next().value ?? newId();
}

const sentEntry = (entry: string | undefined) => {
  if (entry === undefined) return {};
  return toCidr(entry) === undefined ? { awsSecurityGroup: entry } : { cidrBlock: entry };
};

function withPassword(user: ValueOf<"databaseUsers">, { linkToken }: Mint): ValueOf<"databaseUsers"> {
  const needsOne = user.password === undefined && proofsOf(user).length === 0;
  return needsOne ? { ...user, password: linkToken() } : user;
}

/** Plants the certificates of a user that have not ended. Nothing is signed: a seed has no keys. */
async function plantCertificates(
  planting: PlantingInGroup,
  _made: unknown,
  { username, certificates = [] }: ValueOf<"databaseUsers">,
): Promise<void> {
  for (const { serial, createdAt, notAfter } of certificates) {
    const endsAt = Date.parse(notAfter);
    if (endsAt <= planting.now) continue;
    const document = { username, serial };
    const now = createdAt === undefined ? planting.now : madeFor(Date.parse(createdAt));
    const made = { ...planting, now };
    await userCertificates.add(made, planting.group, certificateName(document), { document, endsAt });
  }
}

function withBindPassword(security: ValueOf<"userSecurity">, { linkToken }: Mint): ValueOf<"userSecurity"> {
  const { ldap } = security;
  if (!ldap?.authenticationEnabled && !ldap?.authorizationEnabled) return security;
  return { ...security, ldap: { ...ldap, bindPassword: ldap.bindPassword ?? linkToken() } };
}

/** Turns encryption on, and adds a secret if nothing else lets the key be used. */
function withKeySecrets(
  { enabledForSearchNodes, ...encryption }: ValueOf<"encryptionAtRest">,
  { linkToken }: Mint,
) {
  const services = keyServiceNames.flatMap((name) => {
    const service: Readonly<Record<string, string | boolean | undefined>> | undefined = encryption[name];
    if (service === undefined) return [];
    const secret = service.roleId === undefined ? { [secretOf(name)]: linkToken() } : {};
    return [[name, { enabled: true, ...secret, ...service }]];
  });
  return {
    ...(enabledForSearchNodes !== undefined && { enabledForSearchNodes }),
    ...Object.fromEntries(services),
  };
}

/** Replaces the stars of a masked secret, as answers show it, by minted digits. */
function withSecrets({ type, ...settings }: ValueOf<"integrations">, { bytes, linkToken }: Mint) {
  const secrets: readonly string[] = integrationTypes[type].secrets;
  const digits = ({ length }: string) => bytes(length).toString("hex").slice(0, length);
  const filled = Object.entries(settings).map(([name, value]) =>
    typeof value === "string" && secrets.includes(name)
      ? [name, value.replace(/^\*+/, digits)]
      : [name, value],
  );
  return { ...(type === "PROMETHEUS" && { password: linkToken() }), ...Object.fromEntries(filled) };
}

type SeedConfig = ItemOf<NonNullable<SeedOrg["mcpConfigs"]>> | ValueOf<"mcpConfigs">;

async function plantMcpConfig(planting: Planting & Scope, seed: SeedConfig): Promise<void> {
  const { org, group, keyring, fault } = planting;
  const { id = keyring.mint.uuid(), mcpConfigName, clientId, egressClientId, secret } = seed;
  const orgId = group?.orgId ?? org?.id ?? "";
  const groupId = group?.id ?? null;
  const { ingress } = await makeConfig(
    planting,
    { orgId, groupId },
    {
      id,
      mcpConfigName,
      roles:
        groupId === null
          ? chooseNamedOrgRoles(seed.roles, orgId, fault)
          : chooseNamedGroupRoles(seed.roles, groupId, fault),
      ipAccessList: (seed.ipAccessList ?? []).map((cidrBlock) => ({ cidrBlock })),
      ingressId: clientId && fromClientId(clientId),
      egressId: egressClientId && fromClientId(egressClientId),
    },
  );
  if (secret === undefined) return;
  await makeSecret(planting, ingress, secretHours.most, { secret, hash: hashSecret(secret) });
}

/** Replaces the stars of a masked secret, as answers show it, by minted characters. */
function plantModelKey(
  planting: PlantingInGroup,
  { id, name, createdAt, createdBy = "seeded", maskedSecret }: ValueOf<"aiModelApiKeys">,
) {
  const minted = planting.keyring.mint.linkToken();
  const secret = maskedSecret?.replace("****", minted.slice(4)) ?? `${secretPrefix}${minted}`;
  const key = { id, name, createdBy, secret, secretHash: hashSecret(secret) };
  return addKey(dated(planting, madeIn(planting, createdAt)), planting.group, key);
}

async function plantAlerts(
  planting: PlantingInGroup,
  config: Parameters<typeof openAlert>[1],
  { alerts = [] }: ValueOf<"alertConfigs">,
): Promise<void> {
  await plantEach(planting, alerts, `${planting.place}.alerts`, async ({ id, isClosed, ...about }) => {
    const alert = await openAlert(planting, config, about, id);
    if (isClosed) await closeAlert(planting, alert);
  });
}

async function plantEndpoints(
  planting: PlantingInGroup,
  { name: endpointServiceId }: Resource<EndpointService>,
  { providerName, endpoints = [] }: ValueOf<"privateEndpointServices">,
): Promise<void> {
  const params = { groupId: planting.group.id, endpointServiceId, cloudProvider: providerName };
  await plantEach(planting, endpoints, `${planting.place}.endpoints`, (body) =>
    perform("createGroupPrivateEndpointEndpointServiceEndpoint", planting, { params, body }),
  );
}

async function plantStreams(
  planting: PlantingInGroup,
  { name: tenantName }: Resource<Workspace>,
  { connections = [], processors = [] }: ValueOf<"streamWorkspaces">,
): Promise<void> {
  const params = { groupId: planting.group.id, tenantName };
  const withId = (id: string | undefined) => ({ ...planting, newId: giving([id], planting.newId) });
  await plantEach(planting, connections, `${planting.place}.connections`, async (connection, place) => {
    const { id, failoverConnections = [], ...body } = connection;
    await perform("createGroupStreamConnection", withId(id), { params, body });
    const ofOne = { ...params, connectionName: body.name };
    await plantEach(planting, failoverConnections, `${place}.failoverConnections`, (failover) => {
      const { id: failoverId, ...sent } = failover;
      const request = { params: ofOne, body: sent };
      return perform("createGroupStreamConnectionFailoverConnection", withId(failoverId), request);
    });
  });
  await plantEach(planting, processors, `${planting.place}.processors`, async (processor) => {
    const { id, isStarted, ...body } = processor;
    await perform("createGroupStreamProcessor", withId(id), { params, body });
    if (!isStarted) return;
    const ofOne = { params: { ...params, processorName: body.name } };
    await perform("startGroupStreamProcessor", planting, ofOne);
  });
}

async function plantLimits(
  planting: PlantingInGroup,
  _: DatabaseSeen,
  { name: tenantName, queryLimits = [] }: ValueOf<"federatedDatabases">,
): Promise<void> {
  await plantEach(planting, queryLimits, `${planting.place}.queryLimits`, (limit) =>
    perform("setGroupDataFederationLimit", planting, {
      params: { groupId: planting.group.id, tenantName, limitName: limit.name },
      body: limit,
      now: madeIn(planting, limit.lastModifiedDate),
    }),
  );
}

async function authorize(
  planting: PlantingInGroup,
  { name: roleId }: Resource<ProviderAccess>,
  {
    iamAssumedRoleArn,
    providerName,
    authorizedDate,
    lastUpdatedDate = authorizedDate,
  }: ValueOf<"cloudProviderAccess">,
): Promise<void> {
  if (iamAssumedRoleArn === undefined && lastUpdatedDate === undefined) return;
  const params = { groupId: planting.group.id, roleId };
  const body = { providerName, ...(iamAssumedRoleArn !== undefined && { iamAssumedRoleArn }) };
  const now = madeIn(planting, lastUpdatedDate);
  await perform("authorizeGroupCloudProviderAccessRole", planting, { params, body, now });
}
