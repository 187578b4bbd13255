// Reads and changes federations: their providers, connected organizations and role mappings, each change with its event.

import {
  type Changing,
  checkRoles,
  type Giving,
  type ReadingUnit,
  type Recording,
  type Refusing,
  requireRecentSignIn,
  type Writing,
} from "../../core/changes/changing.ts";
import type { EventType } from "../../core/domain/event.ts";
import type { Instant } from "../../core/domain/instant.ts";
import { type ConnectedOrg, newConnection, type RoleMapping, usesProvider } from "./rules/federation.ts";
import type { IdentityProvider, SamlProvider } from "./rules/identity-provider.ts";

interface Documents {
  readonly identityProvider: IdentityProvider;
  readonly connectedOrg: ConnectedOrg;
  readonly roleMapping: RoleMapping;
}
type Kind = keyof Documents;

export interface Part<Document> {
  readonly id: string;
  readonly federationId: string;
  /** The organization of a connection or a mapping; null for a provider. */
  readonly orgId: string | null;
  readonly document: Document;
  readonly createdAt: Instant;
}
export type Provider = Part<IdentityProvider>;
export type Connection = Part<ConnectedOrg> & { readonly orgId: string };
export type Mapping = Part<RoleMapping>;

type Finding = ReadingUnit;
type Admitting = Recording & Pick<Giving, "isRecent">;

export const partsOf = <K extends Kind>({ tx }: Finding, federationId: string, kind: K) =>
  tx.documents.ofFederation(federationId, kind) as Promise<Part<Documents[K]>[]>;

export const connectionsIn = (reading: Finding, federationId: string) =>
  partsOf(reading, federationId, "connectedOrg") as Promise<Connection[]>;

/** Returns the connection of an organization to its federation; undefined if it has none. */
export const connectionOf = async ({ tx }: Finding, orgId: string): Promise<Connection | undefined> =>
  (await tx.documents.ofOrg(orgId, "connectedOrg"))[0] as Connection | undefined;

/** Returns the mappings, without roles in projects that were deleted or moved away. */
export async function mappingsOf({ tx }: Finding, orgId: string): Promise<Mapping[]> {
  const mappings = (await tx.documents.ofOrg(orgId, "roleMapping")) as Mapping[];
  if (mappings.length === 0) return mappings;
  const groups = new Set((await tx.groups.inOrg(orgId)).map(({ id }) => id));
  return mappings.map(({ document, ...mapping }) => {
    const isThere = ({ groupId }: RoleMapping["roleAssignments"][number]) =>
      groupId === undefined || groups.has(groupId);
    const roleAssignments = document.roleAssignments.filter(isThere);
    return { ...mapping, document: { ...document, roleAssignments } };
  });
}

export const providersOf = (reading: Finding, federationId: string) =>
  partsOf(reading, federationId, "identityProvider");

/** Finds the SAML provider of an organization, which is referred to by its older id. */
export async function samlProviderOf(
  reading: Finding,
  { federationId, document: { identityProviderId } }: Connection,
): Promise<SamlProvider | undefined> {
  if (identityProviderId === null) return undefined;
  const providers = (await providersOf(reading, federationId)).map(({ document }) => document);
  return providers
    .filter((each) => each.protocol === "SAML")
    .find(({ oktaIdpId }) => oktaIdpId === identityProviderId);
}

/** Records an event in each connected organization. */
async function tellAll({ tx, record }: Recording, federationId: string, type: EventType): Promise<void> {
  for (const { orgId } of await connectionsIn({ tx }, federationId)) await record(type, { orgId });
}

/**
 * Returns the name by which the store finds a part: the issuer of a provider; empty for the one connection of an organization.
 */
const nameOf = (id: string, document: Documents[Kind]): string => {
  if ("issuerUri" in document) return document.issuerUri;
  return "externalGroupName" in document ? id : "";
};

/** Adds a part; a seed may choose its id. */
export function addPart<K extends Kind>(
  { tx, now, newId }: Writing,
  kind: K,
  at: Pick<Part<unknown>, "federationId" | "orgId"> & { readonly id?: string | undefined },
  document: Documents[K],
): Part<Documents[K]> {
  const part = { ...at, id: at.id ?? newId(), createdAt: now };
  tx.documents.add({ ...part, kind, name: nameOf(part.id, document), document });
  return { ...part, document };
}

export function replacePart<Document extends Documents[Kind]>(
  { tx }: Finding & Pick<Changing, "tx">,
  before: Part<Document>,
  document: Document,
) {
  const { id } = before;
  tx.documents.replace({ id, name: nameOf(id, document), document, sealedSecret: null, endsAt: null });
  return { ...before, document };
}

/** Connects an organization, without a provider yet. */
export async function connectOrg(
  changing: Pick<Changing, "tx" | "now" | "newId" | "record">,
  federationId: string,
  orgId: string,
  document: ConnectedOrg = newConnection,
): Promise<Connection> {
  const isNew = !(await changing.tx.documents.federationHas(federationId, "connectedOrg"));
  const connection = addPart(changing, "connectedOrg", { federationId, orgId }, document);
  await changing.record(isNew ? "FEDERATION_SETTINGS_CREATED" : "FEDERATION_SETTINGS_UPDATED", { orgId });
  return { ...connection, orgId };
}

const lacks = (one: ConnectedOrg, other: ConnectedOrg) =>
  one.dataAccessIdentityProviderIds.some((id) => !other.dataAccessIdentityProviderIds.includes(id));

/** Returns the events for a change of a connection; none if nothing changed. */
function eventsOfConnection(before: ConnectedOrg, after: ConnectedOrg): EventType[] {
  const { dataAccessIdentityProviderIds: _, domainRestrictionEnabled: __, ...rest } = before;
  const isSame = Object.entries(rest).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(after[name as keyof ConnectedOrg]),
  );
  return [
    ...(lacks(after, before) ? (["OIDC_IDENTITY_PROVIDER_ENABLED"] as const) : []),
    ...(lacks(before, after) ? (["OIDC_IDENTITY_PROVIDER_DISABLED"] as const) : []),
    ...(after.domainRestrictionEnabled === before.domainRestrictionEnabled
      ? []
      : after.domainRestrictionEnabled
        ? (["RESTRICT_ORG_MEMBERSHIP_ENABLED"] as const)
        : (["RESTRICT_ORG_MEMBERSHIP_DISABLED"] as const)),
    ...(isSame ? [] : (["FEDERATION_SETTINGS_UPDATED"] as const)),
  ];
}

/**
 * Changes a connection. Connecting a provider gives lasting access, since it decides who people are; so does making owners by
 * default.
 */
export async function changeConnection(
  changing: Admitting & Pick<Giving, "held">,
  before: Connection,
  document: ConnectedOrg,
): Promise<Connection> {
  const { orgId } = before;
  if (lacks(document, before.document)) requireRecentSignIn(changing);
  const [was, is] = [before.document.postAuthRoleGrants, document.postAuthRoleGrants];
  checkRoles(changing, { scopeId: orgId, before: was, after: is });
  for (const type of eventsOfConnection(before.document, document)) await changing.record(type, { orgId });
  return { ...replacePart(changing, before, document), orgId };
}

export async function disconnectOrg({ tx, record }: Recording, { orgId }: Connection): Promise<void> {
  tx.documents.disconnect(orgId);
  await record("FEDERATION_SETTINGS_UPDATED", { orgId });
}

/** Removes a federation with all its parts. */
export async function removeFederation(changing: Recording, federationId: string): Promise<void> {
  await tellAll(changing, federationId, "FEDERATION_SETTINGS_DELETED");
  changing.tx.documents.removeFederation(federationId);
}

export async function addProvider(
  changing: Changing,
  federationId: string,
  document: IdentityProvider,
  id?: string,
): Promise<Provider> {
  requireRecentSignIn(changing);
  const provider = addPart(changing, "identityProvider", { federationId, orgId: null, id }, document);
  await tellAll(changing, federationId, "IDENTITY_PROVIDER_CREATED");
  return provider;
}

export async function replaceProvider(
  changing: Admitting,
  before: Provider,
  document: IdentityProvider,
): Promise<Provider> {
  requireRecentSignIn(changing);
  const statusOf = (each: IdentityProvider) => (each.protocol === "SAML" ? each.status : undefined);
  const status = statusOf(document);
  const changed =
    document.protocol === "OIDC" ? "OIDC_IDENTITY_PROVIDER_UPDATED" : "IDENTITY_PROVIDER_UPDATED";
  await tellAll(changing, before.federationId, changed);
  if (status !== statusOf(before.document)) {
    const type = status === "ACTIVE" ? "IDENTITY_PROVIDER_ACTIVATED" : "IDENTITY_PROVIDER_DEACTIVATED";
    await tellAll(changing, before.federationId, type);
  }
  return replacePart(changing, before, document);
}

export async function removeProvider(
  changing: Recording & Refusing<"IDENTITY_PROVIDER_IN_USE">,
  provider: Provider,
): Promise<void> {
  const { id, federationId } = provider;
  const users = (await connectionsIn(changing, federationId)).filter(({ document }) =>
    usesProvider(document, provider),
  );
  if (users.length > 0) throw changing.fault("IDENTITY_PROVIDER_IN_USE", { id });
  await tellAll(changing, federationId, "IDENTITY_PROVIDER_DELETED");
  changing.tx.documents.remove(id);
}

/** Records that the keys of a provider were revoked; no keys are stored here. */
export const revokeKeys = (recording: Recording, { federationId }: Provider): Promise<void> =>
  tellAll(recording, federationId, "IDENTITY_PROVIDER_JWKS_REVOKED");
