// Plants the federation of an organization and its SAML providers, which real Atlas only creates on its pages, and everything
// else in it.
import {
  addProvider,
  changeConnection,
  connectionOf,
  connectOrg,
  providersOf,
} from "../../atlas/federation/federations.ts";
import { addMapping, mappingPlace } from "../../atlas/federation/role-mappings.ts";
import { chooseConnection, chooseMapping } from "../../atlas/federation/rules/federation.ts";
import {
  chooseProvider,
  type IdentityProvider,
  seededProvider,
} from "../../atlas/federation/rules/identity-provider.ts";
import { fault } from "../../core/contract/errors.ts";
import type { Org } from "../../core/domain/org.ts";
import { withoutRepeats } from "../../core/domain/repeats.ts";
import type { CompleteOrg } from "./complete.ts";
import { assignmentsOf } from "./invites.ts";
import { at, type Planting, plantEach, problem, reserve } from "./planting.ts";

type Federation = NonNullable<CompleteOrg["federation"]>;
type Provider = Federation["identityProviders"][number];

/** The service provider that SAML providers name; nothing answers there. */
const samlService = "https://saml.anteroom.invalid";

function toProvider({ id, protocol = "OIDC", idpType = "WORKFORCE", ...seed }: Provider): IdentityProvider {
  if (protocol === "OIDC") {
    return chooseProvider({ audience: seededProvider.OIDC.audience, ...seed, idpType, protocol }, fault);
  }
  const { displayName, issuerUri, description = "", associatedDomains = [] } = seed;
  const { oktaIdpId = id.slice(-20), ssoUrl, status } = { ...seededProvider.SAML, ...seed };
  return {
    protocol,
    idpType: "WORKFORCE",
    displayName,
    issuerUri,
    description,
    oktaIdpId,
    ssoUrl,
    status,
    acsUrl: `${samlService}/${oktaIdpId}`,
    associatedDomains: withoutRepeats(associatedDomains),
    audienceUri: `${samlService}/audience/${oktaIdpId}`,
    pemFileInfo: { certificates: [], fileName: null },
    requestBinding: "HTTP-POST",
    responseSignatureAlgorithm: "SHA-256",
    slug: "",
    ssoDebugEnabled: false,
    updatedAt: null,
  };
}

export async function plantFederation(
  planting: Planting,
  { federation }: CompleteOrg,
  org: Org,
  place: string,
): Promise<void> {
  if (federation === undefined) return;
  const { id, identityProviders, roleMappings, ...wanted } = federation;
  const here = `${place}.federation`;
  // Several organizations may be connected to one federation.
  reserve(planting, id, `federation ${id}`, here);
  if ((await connectionOf(planting, org.id)) !== undefined) {
    throw problem(here, `the organization ${org.id} has a federation already`);
  }
  const connection = await connectOrg(planting, id, org.id);
  await plantEach(planting, identityProviders, `${here}.identityProviders`, (provider) =>
    addProvider(planting, id, toProvider(provider), provider.id),
  );
  const providers = await providersOf(planting, id);
  await at(here, () =>
    changeConnection(planting, connection, chooseConnection(connection.document, wanted, providers, fault)),
  );
  await plantEach(planting, roleMappings, `${here}.roleMappings`, async (mapping, mappingAt) => {
    const given = await assignmentsOf(planting, mapping.groupRoleAssignments ?? [], org, mappingAt);
    const roleAssignments = [
      ...mapping.roles.map((role) => ({ orgId: org.id, role })),
      ...given.flatMap(({ groupId, roles }) => roles.map((role) => ({ groupId, role }))),
    ];
    const sent = { externalGroupName: mapping.externalGroupName, roleAssignments };
    const document = chooseMapping(sent, await mappingPlace(planting.tx, org), fault);
    await addMapping(planting, connection, document, mapping.id);
  });
}
