// Federations, answer by answer; bodies of success are those recorded from real Atlas, except ids and dates.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { certificate } from "../../../test/support/certificate.ts";
import {
  type Asked,
  type Operations,
  type RefusedCall,
  request,
  startOperations,
} from "../../../test/support/operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids, seedWith } from "../../../test/support/world.ts";
import type { SeedDocument } from "../../anteroom.ts";
import { orgRoleNames } from "../../core/contract/roles.ts";

const federationSettingsId = "656e4d8e91cb7d26db1bc9c6";
const params = { federationSettingsId };
const saml = { id: "66a902c08811d46a1db437ca", oktaIdpId: "0oa17ziag59V93JYS358" };

const federated = seedWith({
  federation: {
    id: federationSettingsId,
    identityProviders: [
      {
        ...saml,
        protocol: "SAML",
        displayName: "FedTest",
        issuerUri: "urn:idp:default",
        associatedDomains: ["iam-test-domain-dev.com"],
      },
    ],
    postAuthRoleGrants: ["ORG_OWNER"],
  },
});
/** The seed with a second organization, whose owner is a stranger to the first. */
const shared: SeedDocument = {
  ...federated,
  orgs: federated.orgs.map((org) =>
    org.id === ids.otherOrg ? { ...org, federation: { id: federationSettingsId } } : org,
  ),
};

const workforce = {
  associatedDomains: ["iam-test-domain-dev.com"],
  audience: "idp-254",
  authorizationType: "GROUP",
  clientId: "cliClients",
  description: "CLI TEST Provider",
  displayName: "idp-254",
  groupsClaim: "groups",
  idpType: "WORKFORCE",
  issuerUri: "https://accounts.google.com",
  protocol: "OIDC",
  userClaim: "user",
};
/** Returns the provider as answered. */
const shownWorkforce = (id: string, more: object = {}) => {
  const { issuerUri, protocol, userClaim, ...first } = workforce;
  const { associatedDomains, audience, authorizationType, clientId, idpType, ...named } = first;
  return {
    associatedDomains,
    associatedOrgs: [],
    audience,
    authorizationType,
    clientId,
    createdAt: now,
    ...named,
    id,
    idpType,
    issuerUri,
    oktaIdpId: null,
    protocol,
    requestedScopes: [],
    updatedAt: null,
    userClaim,
    ...more,
  };
};
const shownConnection = (more: object = {}) => ({
  dataAccessIdentityProviderIds: [],
  domainAllowList: [],
  domainRestrictionEnabled: false,
  identityProviderId: null,
  instantUserProvisioningDisabled: false,
  orgId: ids.org,
  postAuthRoleGrants: ["ORG_OWNER"],
  roleMappings: [],
  userConflicts: null,
  ...more,
});

const ofProvider = (identityProviderId: string, body?: object): Asked => ({
  params: { identityProviderId },
  body,
});
const ofSaml = (body?: object) => ofProvider(saml.id, body);
const connecting = "updateFederationSettingConnectedOrgConfig";
const inFederation = "select kind from documents where federation_id is not null";
const typesOf = ({ told }: Operations) => told().map(([type]) => type);
const addProvider = async ({ get }: Operations, body: object = workforce): Promise<string> =>
  (await get("createFederationSettingIdentityProvider", { body })).id;

test("federation settings and connected organizations", async (t) => {
  const stage = await startOperations(t, { seed: federated, params });
  const { answers, get, lists, refuses, testRefusals } = stage;
  const patch = (body: object) => get(connecting, { body });

  await t.test("200: the settings of an organization", async () => {
    const json = {
      federatedDomains: [],
      hasRoleMappings: false,
      id: federationSettingsId,
      identityProviderId: null,
      identityProviderStatus: "INACTIVE",
    };
    await answers("getOrgFederationSettings", {}, json);
    await patch({ identityProviderId: saml.oktaIdpId });
    const connected = { federatedDomains: ["iam-test-domain-dev.com"], identityProviderId: saml.oktaIdpId };
    const used = { ...json, ...connected, identityProviderStatus: "ACTIVE" };
    await answers("getOrgFederationSettings", {}, used);
  });

  await t.test("200: the connected organization, alone and in the list", async () => {
    await answers("getFederationSettingConnectedOrgConfig", {}, shownConnection());
    await lists("listFederationSettingConnectedOrgConfigs", {}, [shownConnection()]);
  });

  await t.test("200: what the atlas CLI sends to connect and to disconnect", async () => {
    const id = await addProvider(stage);
    const connected = shownConnection({ dataAccessIdentityProviderIds: [id] });
    const { roleMappings: _, ...sent } = connected;
    await answers(connecting, { body: sent }, connected);
    const { associatedOrgs } = await get("getFederationSettingIdentityProvider", ofProvider(id));
    deepEqual(associatedOrgs, [connected]);
    const { roleMappings: __, ...back } = shownConnection({ identityProviderId: "" });
    await answers(connecting, { body: back }, shownConnection());
    deepEqual(stage.told(), [
      ["IDENTITY_PROVIDER_CREATED", "org"],
      ["OIDC_IDENTITY_PROVIDER_ENABLED", "org"],
      ["OIDC_IDENTITY_PROVIDER_DISABLED", "org"],
    ]);
  });

  await t.test("200: what is not sent stays, but for providers and the restriction", async () => {
    const id = await addProvider(stage);
    await patch({ dataAccessIdentityProviderIds: [id], domainRestrictionEnabled: true });
    await patch({ instantUserProvisioningDisabled: true, dataAccessIdentityProviderIds: [id] });
    const json = shownConnection({
      domainAllowList: ["https://accounts.google.com"],
      instantUserProvisioningDisabled: true,
    });
    const body = { domainAllowList: ["https://accounts.google.com"], domainRestrictionEnabled: false };
    await answers(connecting, { body }, json);
    deepEqual(typesOf(stage).slice(1), [
      "OIDC_IDENTITY_PROVIDER_ENABLED",
      "RESTRICT_ORG_MEMBERSHIP_ENABLED",
      "RESTRICT_ORG_MEMBERSHIP_DISABLED",
      "FEDERATION_SETTINGS_UPDATED",
      "OIDC_IDENTITY_PROVIDER_DISABLED",
      "FEDERATION_SETTINGS_UPDATED",
    ]);
  });

  const mapping = (externalGroupName: string, role = "ORG_MEMBER") => ({
    externalGroupName,
    roleAssignments: [{ orgId: ids.org, role }],
  });
  await t.test(
    "200: a sent list of role mappings replaces the old one; a known group keeps its id",
    async () => {
      const first = (await patch({ roleMappings: [mapping("a"), mapping("b")] })).roleMappings;
      const sent = [mapping("b", "ORG_READ_ONLY"), mapping("c")];
      const second = (await patch({ roleMappings: sent })).roleMappings;
      deepEqual(
        second.map(({ externalGroupName }: { externalGroupName: string }) => externalGroupName),
        ["b", "c"],
      );
      equal(second[0].id, first[1].id);
      equal((await get("getOrgFederationSettings")).hasRoleMappings, true);
      const [made, changed, removed] = ["CREATED", "UPDATED", "DELETED"].map(
        (what) => `ROLE_MAPPING_${what}`,
      );
      deepEqual(typesOf(stage), [made, made, changed, made, removed]);
    },
  );

  await testRefusals({ getOrgFederationSettings: { as: "stranger", params: { orgId: ids.otherOrg } } }, [
    ["an organization without a federation", {}, "RESOURCE_NOT_FOUND", [ids.otherOrg]],
  ]);
  const foreign = "CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION";
  await testRefusals({ [connecting]: {} }, [
    [
      "a mapping without roles",
      { body: { roleMappings: [mapping("a"), { externalGroupName: "d", roleAssignments: [] }] } },
      "BAD_REQUEST",
      [],
      "roleMappings.1.roleAssignments",
      "At least one role in the organization must be specified.",
    ],
    [
      "a provider of another federation",
      { body: { dataAccessIdentityProviderIds: [ids.missing] } },
      foreign,
      [ids.missing],
      "dataAccessIdentityProviderIds",
      "Unknown provider.",
    ],
    [
      "an unknown SAML provider",
      { body: { identityProviderId: "0oa17ziag59V93JYS359" } },
      foreign,
      ["0oa17ziag59V93JYS359"],
      "identityProviderId",
      "Unknown provider.",
    ],
    [
      "a role in projects for everybody",
      { body: { postAuthRoleGrants: ["GROUP_OWNER"] } },
      "POST_AUTH_ROLE_GRANTS_MUST_CONTAIN_ORG_ROLES",
      [],
      "postAuthRoleGrants",
      `'GROUP_OWNER' is none of ${orgRoleNames.join(", ")}.`,
    ],
  ]);
  await testRefusals({ removeFederationSettingConnectedOrgConfig: {} }, [
    ["the last organization", {}, "LAST_ORG_OF_FEDERATION", [ids.org]],
  ]);

  await t.test("204 deletes the federation, and all is gone", async () => {
    await answers("deleteFederationSetting");
    deepEqual(stage.told(), [["FEDERATION_SETTINGS_DELETED", "org"]]);
    await refuses("getOrgFederationSettings", {}, "RESOURCE_NOT_FOUND", [ids.org]);
    for (const id of [
      "getFederationSettingConnectedOrgConfig",
      "listFederationSettingConnectedOrgConfigs",
      "listFederationSettingConnectedOrgConfigRoleMappings",
      "getFederationSettingIdentityProvider",
    ] as const) {
      await refuses(id, ofSaml(), "RESOURCE_NOT_FOUND", [federationSettingsId]);
    }
  });

  await t.test("201: an organization that is made joins the federation of the caller", async () => {
    const [{ id: orgOwnerId }] = (await get("listOrgUsers")).results;
    const body = { name: "Beside", orgOwnerId, federationSettingsId };
    equal((await get("createOrg", { body })).federationSettingsId, federationSettingsId);
    equal((await get("listFederationSettingConnectedOrgConfigs")).totalCount, 2);
    await refuses("createOrg", { as: "stranger", body }, "RESOURCE_NOT_FOUND", [federationSettingsId]);
  });
});

test("a federation of two organizations", async (t) => {
  const stage = await startOperations(t, { seed: shared, params });
  const { answers, get, refuses } = stage;
  const stranger: Asked = { as: "stranger" };

  await t.test("an owner of either reaches what they share, and only the own connection", async () => {
    equal((await get("listFederationSettingConnectedOrgConfigs", stranger)).totalCount, 2);
    await get("getFederationSettingIdentityProvider", { ...ofSaml(), ...stranger });
    await refuses("getFederationSettingConnectedOrgConfig", stranger, "USER_CANNOT_ACCESS_ORG");
  });

  await t.test("events of a provider are told to both", async () => {
    await addProvider(stage);
    deepEqual(
      stage.events().map(({ org_id }) => org_id),
      [ids.org, ids.otherOrg],
    );
  });

  await t.test(
    "400 while both are connected; one leaves with its mappings, and the other may delete all",
    async () => {
      await refuses("deleteFederationSetting", {}, "FEDERATION_HAS_OTHER_ORGS", [federationSettingsId]);
      const roleAssignments = [{ orgId: ids.org, role: "ORG_MEMBER" }];
      await get("createFederationSettingConnectedOrgConfigRoleMapping", {
        body: { externalGroupName: "a", roleAssignments },
      });
      await answers("removeFederationSettingConnectedOrgConfig");
      deepEqual(stage.rows(`${inFederation} and org_id is not null`), [{ kind: "connectedOrg" }]);
      await refuses("getOrgFederationSettings", {}, "RESOURCE_NOT_FOUND", [ids.org]);
      await answers("deleteFederationSetting", stranger);
      deepEqual(stage.rows(inFederation), []);
    },
  );

  await t.test("a deleted organization leaves the federation, and with the last one it is gone", async () => {
    for (const asked of [
      { as: "owner", params: {} },
      { as: "stranger", params: { orgId: ids.otherOrg, groupId: ids.otherGroup } },
    ] as const) {
      await get("deleteGroup", asked);
      await get("deleteOrg", asked);
    }
    deepEqual(stage.rows(inFederation), []);
  });
});

test("identity providers", async (t) => {
  const stage = await startOperations(t, { seed: federated, params });
  const { answers, call, get, refuses, testRefusals } = stage;
  const list = (query: string) =>
    get("listFederationSettingIdentityProviders", { query, version: "2023-01-01" });
  const adding = "createFederationSettingIdentityProvider";
  const reading = "getFederationSettingIdentityProvider";
  const changing = "updateFederationSettingIdentityProvider";

  await t.test("200 adds an OpenID provider of people, which is answered as recorded", async () => {
    const made = await answers(adding, { body: workforce }, ({ id }: { id: string }) => shownWorkforce(id));
    await answers(reading, ofProvider(made.id), made);
    deepEqual(stage.told(), [["IDENTITY_PROVIDER_CREATED", "org"]]);
  });

  await t.test("200 lists SAML providers of people unless others are asked for", async () => {
    await addProvider(stage);
    await addProvider(stage, { ...workforce, idpType: "WORKLOAD" });
    const { path } = request(adding, { params });
    const self = (query: string) => [
      { href: `${stage.url}${path}?${query}pageNum=1&itemsPerPage=100`, rel: "self" },
    ];
    const bare = await list("");
    deepEqual([bare.links, bare.totalCount, bare.results[0].id], [self(""), 1, saml.id]);
    const programs = await list("protocol=OIDC&idpType=WORKLOAD");
    deepEqual(programs.links, self("idpType=WORKLOAD&protocol=OIDC&"));
    equal(programs.totalCount, 1);
    equal((await list("protocol=OIDC&protocol=SAML")).totalCount, 2);
    equal((await list("protocol=OIDC&protocol=SAML&idpType=WORKLOAD&idpType=WORKFORCE")).totalCount, 3);
  });

  await t.test("200: a SAML provider of the seed has the members that were recorded", async () => {
    const json = await get(reading, ofProvider(saml.oktaIdpId));
    equal(
      Object.keys(json).join(" "),
      "acsUrl associatedDomains associatedOrgs audienceUri createdAt description displayName id idpType issuerUri oktaIdpId pemFileInfo protocol requestBinding responseSignatureAlgorithm slug ssoDebugEnabled ssoUrl status updatedAt",
    );
    // The Terraform provider reads its members without checking that it is there.
    deepEqual(json.pemFileInfo, { certificates: [], fileName: null });
    const metadata = await call("getFederationSettingIdentityProviderMetadata", ofProvider(saml.oktaIdpId));
    equal(metadata.headers["content-type"], "application/vnd.atlas.2023-01-01+json;charset=utf-8");
    match(
      metadata.text,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<md:EntityDescriptor .*entityID="https:/,
    );
    match(metadata.text, new RegExp(`Location="${json.acsUrl}"`));
  });

  await t.test("200 updates what is sent, and says when; the kinds stay", async () => {
    const id = await addProvider(stage);
    const more = { displayName: "renamed", requestedScopes: ["groups"] };
    const changed = shownWorkforce(id, { ...more, updatedAt: now });
    await answers(changing, ofProvider(id, { ...more, protocol: "OIDC" }), changed);
    const off = { ssoDebugEnabled: true, status: "INACTIVE" };
    equal((await get(changing, ofSaml(off))).status, "INACTIVE");
    await get(changing, ofSaml({ ...off, status: "ACTIVE" }));
    deepEqual(typesOf(stage).slice(1), [
      "OIDC_IDENTITY_PROVIDER_UPDATED",
      "IDENTITY_PROVIDER_UPDATED",
      "IDENTITY_PROVIDER_DEACTIVATED",
      "IDENTITY_PROVIDER_UPDATED",
      "IDENTITY_PROVIDER_ACTIVATED",
    ]);
  });

  const certified = (content: string) => ({
    ssoDebugEnabled: false,
    pemFileInfo: { fileName: "idp.pem", certificates: [{ content }] },
  });
  await t.test("200: of a SAML provider's certificate the dates are kept", async () => {
    const { pemFileInfo } = await get(changing, ofSaml(certified(certificate)));
    deepEqual(pemFileInfo, {
      certificates: [{ notAfter: "2120-01-01T00:00:00Z", notBefore: "2020-01-01T00:00:00Z" }],
      fileName: "idp.pem",
    });
  });

  const required = "The value is required.";
  await testRefusals({ [adding]: { body: workforce } }, [
    ["no audience", { body: { audience: "" } }, "MISSING_ATTRIBUTE", ["audience"], "audience", required],
    [
      "SAML",
      { body: { protocol: "SAML" } },
      "INVALID_ATTRIBUTE",
      ["protocol"],
      "protocol",
      "Only OIDC providers are made here; a seed makes SAML ones.",
    ],
    [
      "an issuer that is no address",
      { body: { issuerUri: "urn:x" } },
      "INVALID_ATTRIBUTE",
      ["issuerUri"],
      "issuerUri",
      "An issuer is an HTTP address without query and fragment.",
    ],
    [
      "a name of 51 characters",
      { body: { displayName: "x".repeat(51) } },
      "BAD_REQUEST",
      [],
      "displayName",
      "The value must be a string of 1 to 50 characters.",
    ],
  ]);
  const inCertificate = "pemFileInfo.certificates.0.content";
  await testRefusals({ [changing]: ofSaml({ ssoDebugEnabled: true }) }, [
    [
      "a SAML provider without ssoDebugEnabled",
      { body: { ssoDebugEnabled: undefined } },
      "MISSING_ATTRIBUTE",
      ["ssoDebugEnabled"],
      "ssoDebugEnabled",
      required,
    ],
    [
      "another protocol",
      { body: { protocol: "OIDC" } },
      "INVALID_ATTRIBUTE",
      ["protocol"],
      "protocol",
      "It is SAML, and stays so.",
    ],
    [
      "what is no certificate",
      { body: certified("no") },
      "INVALID_ATTRIBUTE",
      [inCertificate],
      inCertificate,
      "It is no certificate in PEM.",
    ],
  ]);
  await testRefusals({ [reading]: ofSaml() }, [
    ["a provider that is not there", ofProvider(ids.missing), "RESOURCE_NOT_FOUND", [ids.missing]],
    ["the version that ended in 2025", { version: "2023-01-01" }, "INVALID_VERSION_DATE"],
  ]);
  await testRefusals({ revokeFederationSettingIdentityProviderJwks: ofSaml() }, [
    ["keys of a SAML provider", {}, "RESOURCE_NOT_FOUND", [saml.id]],
  ]);

  await t.test("404 for the metadata of an OpenID provider", async () => {
    const id = await addProvider(stage);
    await refuses("getFederationSettingIdentityProviderMetadata", ofProvider(id), "RESOURCE_NOT_FOUND", [id]);
  });

  await t.test(
    "204 revokes keys and deletes, as the CLI's test does; 400 while an organization is connected",
    async () => {
      const id = await addProvider(stage);
      const removing = "deleteFederationSettingIdentityProvider";
      await get(connecting, { body: { dataAccessIdentityProviderIds: [id] } });
      await answers("revokeFederationSettingIdentityProviderJwks", ofProvider(id));
      await refuses(removing, ofProvider(id), "IDENTITY_PROVIDER_IN_USE", [id]);
      await get(connecting, { body: {} });
      await answers(removing, ofProvider(id));
      await refuses(reading, ofProvider(id), "RESOURCE_NOT_FOUND", [id]);
      deepEqual(typesOf(stage).slice(2), [
        "IDENTITY_PROVIDER_JWKS_REVOKED",
        "OIDC_IDENTITY_PROVIDER_DISABLED",
        "IDENTITY_PROVIDER_DELETED",
      ]);
    },
  );
});

test("role mappings", async (t) => {
  const stage = await startOperations(t, { seed: federated, params });
  const { answers, get, refuses, testRefusals } = stage;
  const roleAssignments = [
    { orgId: ids.org, role: "ORG_MEMBER" },
    { groupId: ids.group, role: "GROUP_OWNER" },
  ];
  const body = { externalGroupName: "operators", roleAssignments };
  const adding = "createFederationSettingConnectedOrgConfigRoleMapping";
  const listing = "listFederationSettingConnectedOrgConfigRoleMappings";
  const reading = "getFederationSettingConnectedOrgConfigRoleMapping";
  const replacing = "updateFederationSettingConnectedOrgConfigRoleMapping";

  await t.test("200 through a whole life: made, read, listed, replaced, deleted", async () => {
    const { externalGroupName } = body;
    const made = ({ id }: { id: string }) => ({ externalGroupName, id, roleAssignments });
    const shown = await answers(adding, { body }, made);
    const ofMapping = { params: { id: shown.id } };
    await answers(reading, ofMapping, shown);
    const links = [{ href: `${stage.url}${request(listing, { params }).path}`, rel: "self" }];
    await answers(listing, {}, { links, results: [shown], totalCount: 1 });
    deepEqual((await get("getFederationSettingConnectedOrgConfig")).roleMappings, [shown]);
    const replaced = { ...shown, roleAssignments: [{ orgId: ids.org, role: "ORG_OWNER" }] };
    await answers(replacing, { ...ofMapping, body: replaced }, replaced);
    await answers("deleteFederationSettingConnectedOrgConfigRoleMapping", ofMapping);
    await refuses(reading, ofMapping, "RESOURCE_NOT_FOUND", [shown.id]);
    deepEqual(
      stage.told(),
      ["CREATED", "UPDATED", "DELETED"].map((what) => [`ROLE_MAPPING_${what}`, "org"]),
    );
  });

  const member = { orgId: ids.org, role: "ORG_MEMBER" };
  const wrong = (place: string, body: (roleAssignments: object[]) => object): RefusedCall[] => [
    [
      "no role in the organization",
      { body: body([{ groupId: ids.group, role: "GROUP_OWNER" }]) },
      "BAD_REQUEST",
      [],
      place,
      "At least one role in the organization must be specified.",
    ],
    [
      "a role of neither",
      { body: body([member, { role: "ORG_MEMBER" }]) },
      "BAD_REQUEST",
      [],
      `${place}.1`,
      "Name either the organization (orgId) or the project (groupId) of the role.",
    ],
    [
      "another organization",
      { body: body([{ ...member, orgId: ids.otherOrg }]) },
      "BAD_REQUEST",
      [],
      `${place}.0.orgId`,
      "It is another organization.",
    ],
    [
      "a role of projects in the organization",
      { body: body([{ ...member, role: "GROUP_OWNER" }]) },
      "BAD_REQUEST",
      [],
      `${place}.0.role`,
      "It is no role in an organization.",
    ],
    [
      "a role of organizations in a project",
      { body: body([member, { groupId: ids.group, role: "ORG_OWNER" }]) },
      "BAD_REQUEST",
      [],
      `${place}.1.role`,
      "It is no role in a project.",
    ],
    [
      "a project of another organization",
      { body: body([member, { groupId: ids.otherGroup, role: "GROUP_OWNER" }]) },
      "GROUP_NOT_FOUND",
      [ids.otherGroup],
    ],
  ];
  await testRefusals(
    {
      [adding]: { body },
      [replacing]: async () => ({ params: { id: (await get(adding, { body })).id }, body }),
    },
    wrong("roleAssignments", (roleAssignments) => ({ roleAssignments })),
  );
  await testRefusals(
    { [connecting]: {} },
    wrong("roleMappings.0.roleAssignments", (roleAssignments) => ({
      roleMappings: [{ ...body, roleAssignments }],
    })),
  );

  await t.test("500 and no mapping when the event cannot be written", async () => {
    stage.execute("create trigger no_events before insert on events begin select raise(abort, 'no'); end");
    await refuses(adding, { body }, "UNEXPECTED_ERROR");
    stage.execute("drop trigger no_events");
    equal((await get(listing)).totalCount, 0);
  });
});
