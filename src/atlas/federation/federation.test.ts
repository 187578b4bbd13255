// Federations, answer by answer; bodies of success are as real Atlas was recorded to answer them, but for ids and dates.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { certificate } from "../../../test/support/certificate.ts";
import { orgPath } from "../../../test/support/orgs.ts";
import {
  assertRefusal,
  assertSuccess,
  badRequest,
  eventBy,
  now,
  refusal,
  type Stage,
  startStage,
} from "../../../test/support/stage.ts";
import { ids, seedWith } from "../../../test/support/world.ts";
import type { SeedDocument } from "../../anteroom.ts";
import { orgRoleNames } from "../../core/contract/roles.ts";

const federationId = "656e4d8e91cb7d26db1bc9c6";
const saml = { id: "66a902c08811d46a1db437ca", oktaIdpId: "0oa17ziag59V93JYS358" };
const path = `/api/atlas/v2/federationSettings/${federationId}`;
const settings = `${orgPath}/federationSettings`;
const connections = `${path}/connectedOrgConfigs`;
const connection = `${connections}/${ids.org}`;
const mappings = `${connection}/roleMappings`;
const providers = `${path}/identityProviders`;

const federated = seedWith({
  federation: {
    id: federationId,
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
    org.id === ids.otherOrg ? { ...org, federation: { id: federationId } } : org,
  ),
};

const newer = { accept: "application/vnd.atlas.2023-11-15+json" };
const ofProviders = {
  limit: 300,
  headers: { "content-type": "application/vnd.atlas.2023-11-15+json;charset=utf-8" },
};
const ofOrg = { status: 200, limit: 500 };
const at = (target: string, method = "GET", body?: object) => ({
  path: target,
  method,
  ...(body && { body }),
});
const newly = (target: string, method = "GET", body?: object) => ({
  ...at(target, method, body),
  headers: newer,
});

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
const shownWorkforce = (id: string, more: object = {}) => ({
  associatedDomains: ["iam-test-domain-dev.com"],
  associatedOrgs: [],
  audience: "idp-254",
  authorizationType: "GROUP",
  clientId: "cliClients",
  createdAt: now,
  description: "CLI TEST Provider",
  displayName: "idp-254",
  groupsClaim: "groups",
  id,
  idpType: "WORKFORCE",
  issuerUri: "https://accounts.google.com",
  oktaIdpId: null,
  protocol: "OIDC",
  requestedScopes: [],
  updatedAt: null,
  userClaim: "user",
  ...more,
});
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

const missing = (resource: string) => refusal("RESOURCE_NOT_FOUND", [resource]);
const event = (type: string) => eventBy("owner", type, { orgId: ids.org });
const typesOf = (stage: Stage) => stage.events().map(({ type }) => type);
const addProvider = async (stage: Stage, body: object = workforce): Promise<string> =>
  (await stage.ask("owner", newly(providers, "POST", body))).json.id;

test("federation settings and connected organizations", async (t) => {
  const stage = await startStage(t, { seed: federated });
  const patch = (body: object) => stage.ask("owner", at(connection, "PATCH", body));

  await t.test("200: the settings of an organization", async () => {
    const json = {
      federatedDomains: [],
      hasRoleMappings: false,
      id: federationId,
      identityProviderId: null,
      identityProviderStatus: "INACTIVE",
    };
    assertSuccess(await stage.ask("owner", at(settings)), { ...ofOrg, json });
    await patch({ identityProviderId: saml.oktaIdpId });
    const connected = { federatedDomains: ["iam-test-domain-dev.com"], identityProviderId: saml.oktaIdpId };
    const used = { ...json, ...connected, identityProviderStatus: "ACTIVE" };
    assertSuccess(await stage.ask("owner", at(settings)), { ...ofOrg, json: used });
  });

  await t.test("404 without a federation", async () =>
    assertRefusal(
      await stage.ask("stranger", at(`/api/atlas/v2/orgs/${ids.otherOrg}/federationSettings`)),
      missing(ids.otherOrg),
    ),
  );

  await t.test("200: the connected organization, alone and in the list", async () => {
    const json = shownConnection();
    assertSuccess(await stage.ask("owner", at(connection)), { ...ofOrg, json });
    const href = `${stage.url}${connections}?pageNum=1&itemsPerPage=100`;
    const page = { links: [{ href, rel: "self" }], results: [json], totalCount: 1 };
    assertSuccess(await stage.ask("owner", at(connections)), { ...ofOrg, limit: 300, json: page });
  });

  await t.test("200: what the atlas CLI sends to connect and to disconnect", async () => {
    const id = await addProvider(stage);
    const connected = shownConnection({ dataAccessIdentityProviderIds: [id] });
    const { roleMappings: _, ...sent } = connected;
    assertSuccess(await patch(sent), { ...ofOrg, json: connected });
    const { json } = await stage.ask("owner", newly(`${providers}/${id}`));
    deepEqual(json.associatedOrgs, [connected]);
    const { roleMappings: __, ...back } = shownConnection({ identityProviderId: "" });
    assertSuccess(await patch(back), { ...ofOrg, json: shownConnection() });
    deepEqual(stage.events(), [
      event("IDENTITY_PROVIDER_CREATED"),
      event("OIDC_IDENTITY_PROVIDER_ENABLED"),
      event("OIDC_IDENTITY_PROVIDER_DISABLED"),
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
    const sent = { domainAllowList: ["https://accounts.google.com"], domainRestrictionEnabled: false };
    assertSuccess(await patch(sent), { ...ofOrg, json });
    deepEqual(typesOf(stage).slice(1), [
      "OIDC_IDENTITY_PROVIDER_ENABLED",
      "RESTRICT_ORG_MEMBERSHIP_ENABLED",
      "RESTRICT_ORG_MEMBERSHIP_DISABLED",
      "FEDERATION_SETTINGS_UPDATED",
      "OIDC_IDENTITY_PROVIDER_DISABLED",
      "FEDERATION_SETTINGS_UPDATED",
    ]);
  });

  await t.test(
    "200: a sent list of role mappings replaces the old one; a known group keeps its id",
    async () => {
      const mapping = (externalGroupName: string, role = "ORG_MEMBER") => ({
        externalGroupName,
        roleAssignments: [{ orgId: ids.org, role }],
      });
      const first = (await patch({ roleMappings: [mapping("a"), mapping("b")] })).json.roleMappings;
      const second = (await patch({ roleMappings: [mapping("b", "ORG_READ_ONLY"), mapping("c")] })).json
        .roleMappings;
      deepEqual(
        second.map(({ externalGroupName }: { externalGroupName: string }) => externalGroupName),
        ["b", "c"],
      );
      equal(second[0].id, first[1].id);
      equal((await stage.ask("owner", at(settings))).json.hasRoleMappings, true);
      const [made, changed, removed] = ["CREATED", "UPDATED", "DELETED"].map(
        (what) => `ROLE_MAPPING_${what}`,
      );
      deepEqual(typesOf(stage), [made, made, changed, made, removed]);
      const wrong = { externalGroupName: "d", roleAssignments: [] };
      const reply = await patch({ roleMappings: [mapping("a"), wrong] });
      const words = "At least one role in the organization must be specified.";
      assertRefusal(reply, badRequest("roleMappings.1.roleAssignments", words));
    },
  );

  for (const [what, body, refused] of [
    [
      "a provider of another federation",
      { dataAccessIdentityProviderIds: [ids.missing] },
      refusal(
        "CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION",
        [ids.missing],
        "dataAccessIdentityProviderIds",
        "Unknown provider.",
      ),
    ],
    [
      "an unknown SAML provider",
      { identityProviderId: "0oa17ziag59V93JYS359" },
      refusal(
        "CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION",
        ["0oa17ziag59V93JYS359"],
        "identityProviderId",
        "Unknown provider.",
      ),
    ],
    [
      "a role in projects for everybody",
      { postAuthRoleGrants: ["GROUP_OWNER"] },
      refusal(
        "POST_AUTH_ROLE_GRANTS_MUST_CONTAIN_ORG_ROLES",
        [],
        "postAuthRoleGrants",
        `'GROUP_OWNER' is none of ${orgRoleNames.join(", ")}.`,
      ),
    ],
  ] as const) {
    await t.test(`${refused.status} ${refused.errorCode} for ${what}, and nothing changes`, async () => {
      assertRefusal(await patch(body), refused);
      deepEqual((await stage.ask("owner", at(connection))).json, shownConnection());
    });
  }

  await t.test("400 for the last organization; 204 deletes the federation, and all is gone", async () => {
    const last = await stage.ask("owner", at(connection, "DELETE"));
    assertRefusal(last, refusal("LAST_ORG_OF_FEDERATION", [ids.org]));
    assertSuccess(await stage.ask("owner", at(path, "DELETE")), { ...ofOrg, status: 204, limit: 300 });
    deepEqual(stage.events(), [event("FEDERATION_SETTINGS_DELETED")]);
    assertRefusal(await stage.ask("owner", at(settings)), missing(ids.org));
    for (const each of [connection, connections, mappings, `${providers}/${saml.id}`]) {
      assertRefusal(await stage.ask("owner", { ...at(each), headers: newer }), missing(federationId));
    }
  });

  await t.test("201: an organization that is made joins the federation of the caller", async () => {
    const owner = { path: `${orgPath}/users` };
    const [{ id: orgOwnerId }] = (await stage.ask("owner", owner)).json.results;
    const body = { name: "Beside", orgOwnerId, federationSettingsId: federationId };
    const { status, json } = await stage.ask("owner", at("/api/atlas/v2/orgs", "POST", body));
    deepEqual([status, json.federationSettingsId], [201, federationId]);
    equal((await stage.ask("owner", at(connections))).json.totalCount, 2);
    const alien = { ...body, orgOwnerId };
    assertRefusal(
      await stage.ask("stranger", at("/api/atlas/v2/orgs", "POST", alien)),
      missing(federationId),
    );
  });
});

test("a federation of two organizations", async (t) => {
  const stage = await startStage(t, { seed: shared });

  await t.test("an owner of either reaches what they share, and only the own connection", async () => {
    equal((await stage.ask("stranger", at(connections))).json.totalCount, 2);
    equal((await stage.ask("stranger", newly(`${providers}/${saml.id}`))).status, 200);
    assertRefusal(await stage.ask("stranger", at(connection)), refusal("USER_CANNOT_ACCESS_ORG"));
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
      assertRefusal(
        await stage.ask("owner", at(path, "DELETE")),
        refusal("FEDERATION_HAS_OTHER_ORGS", [federationId]),
      );
      await stage.ask(
        "owner",
        at(mappings, "POST", {
          externalGroupName: "a",
          roleAssignments: [{ orgId: ids.org, role: "ORG_MEMBER" }],
        }),
      );
      assertSuccess(await stage.ask("owner", at(connection, "DELETE")), { ...ofOrg, status: 204 });
      deepEqual(
        stage.rows("select kind from documents where federation_id is not null and org_id is not null"),
        [{ kind: "connectedOrg" }],
      );
      assertRefusal(await stage.ask("owner", at(settings)), missing(ids.org));
      equal((await stage.ask("stranger", at(path, "DELETE"))).status, 204);
      deepEqual(stage.rows("select id from documents where federation_id is not null"), []);
    },
  );

  await t.test("a deleted organization leaves the federation, and with the last one it is gone", async () => {
    for (const [caller, orgId, groupId] of [
      ["owner", ids.org, ids.group],
      ["stranger", ids.otherOrg, ids.otherGroup],
    ] as const) {
      equal((await stage.ask(caller, at(`/api/atlas/v2/groups/${groupId}`, "DELETE"))).status, 202);
      equal((await stage.ask(caller, at(`/api/atlas/v2/orgs/${orgId}`, "DELETE"))).status, 204);
    }
    deepEqual(stage.rows("select id from documents where federation_id is not null"), []);
  });
});

test("identity providers", async (t) => {
  const stage = await startStage(t, { seed: federated });
  const list = async (query: string) => (await stage.ask("owner", at(`${providers}?${query}`))).json;

  await t.test("200 adds an OpenID provider of people, which is answered as recorded", async () => {
    const made = await stage.ask("owner", newly(providers, "POST", workforce));
    assertSuccess(made, { status: 200, ...ofProviders, json: shownWorkforce(made.json.id) });
    const again = await stage.ask("owner", newly(`${providers}/${made.json.id}`));
    assertSuccess(again, { status: 200, ...ofProviders, json: made.json });
    deepEqual(stage.events(), [event("IDENTITY_PROVIDER_CREATED")]);
  });

  await t.test(
    "200 adds one of programs: what only people need is left out, though the CLI sends it",
    async () => {
      const made = await stage.ask("owner", newly(providers, "POST", { ...workforce, idpType: "WORKLOAD" }));
      const {
        associatedDomains: _,
        clientId: __,
        requestedScopes: ___,
        ...rest
      } = shownWorkforce(made.json.id);
      assertSuccess(made, { status: 200, ...ofProviders, json: { ...rest, idpType: "WORKLOAD" } });
    },
  );

  await t.test(
    "200: groups are in the claim `groups`, identities in `sub`, unless other claims are named",
    async () => {
      const { groupsClaim: _, userClaim: __, ...bare } = workforce;
      const [groups, user] = [
        await addProvider(stage, bare),
        await addProvider(stage, { ...bare, authorizationType: "USER" }),
      ];
      const of = async (id: string) => {
        const { json } = await stage.ask("owner", newly(`${providers}/${id}`));
        return [json.groupsClaim, json.userClaim];
      };
      deepEqual(
        [await of(groups), await of(user)],
        [
          ["groups", "sub"],
          [null, "sub"],
        ],
      );
      // Terraform removes the claim by sending everything else.
      await stage.ask("owner", newly(`${providers}/${groups}`, "PATCH", { authorizationType: "USER" }));
      deepEqual(await of(groups), [null, "sub"]);
    },
  );

  await t.test("200 lists SAML providers of people unless others are asked for", async () => {
    await addProvider(stage);
    await addProvider(stage, { ...workforce, idpType: "WORKLOAD" });
    const self = (query: string) => [
      { href: `${stage.url}${providers}?${query}pageNum=1&itemsPerPage=100`, rel: "self" },
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
    const { json } = await stage.ask("owner", newly(`${providers}/${saml.oktaIdpId}`));
    deepEqual(Object.keys(json), [
      "acsUrl",
      "associatedDomains",
      "associatedOrgs",
      "audienceUri",
      "createdAt",
      "description",
      "displayName",
      "id",
      "idpType",
      "issuerUri",
      "oktaIdpId",
      "pemFileInfo",
      "protocol",
      "requestBinding",
      "responseSignatureAlgorithm",
      "slug",
      "ssoDebugEnabled",
      "ssoUrl",
      "status",
      "updatedAt",
    ]);
    // The Terraform provider reads what is in it without a look at whether it is there.
    deepEqual(json.pemFileInfo, { certificates: [], fileName: null });
    const metadata = await stage.ask("owner", at(`${providers}/${saml.oktaIdpId}/metadata.xml`));
    equal(metadata.headers["content-type"], "application/vnd.atlas.2023-01-01+json;charset=utf-8");
    match(
      metadata.text,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<md:EntityDescriptor .*entityID="https:/,
    );
    match(metadata.text, new RegExp(`Location="${json.acsUrl}"`));
  });

  await t.test("200 updates what is sent, and says when; the kinds stay", async () => {
    const id = await addProvider(stage);
    const sent = { displayName: "renamed", requestedScopes: ["groups"], protocol: "OIDC" };
    const changed = await stage.ask("owner", newly(`${providers}/${id}`, "PATCH", sent));
    const { protocol: _, ...more } = sent;
    assertSuccess(changed, {
      status: 200,
      ...ofProviders,
      json: shownWorkforce(id, { ...more, updatedAt: now }),
    });
    const off = { ssoDebugEnabled: true, status: "INACTIVE" };
    equal((await stage.ask("owner", newly(`${providers}/${saml.id}`, "PATCH", off))).json.status, "INACTIVE");
    deepEqual(typesOf(stage).slice(1), [
      "OIDC_IDENTITY_PROVIDER_UPDATED",
      "IDENTITY_PROVIDER_UPDATED",
      "IDENTITY_PROVIDER_DEACTIVATED",
    ]);
    await stage.ask("owner", newly(`${providers}/${saml.id}`, "PATCH", { ...off, status: "ACTIVE" }));
    equal(typesOf(stage).at(-1), "IDENTITY_PROVIDER_ACTIVATED");
  });

  await t.test("200: of a SAML provider's certificate the dates are kept", async () => {
    const pemFileInfo = { fileName: "idp.pem", certificates: [{ content: certificate }] };
    const body = { ssoDebugEnabled: false, pemFileInfo };
    const { json } = await stage.ask("owner", newly(`${providers}/${saml.id}`, "PATCH", body));
    equal(json.pemFileInfo.fileName, "idp.pem");
    deepEqual(json.pemFileInfo.certificates, [
      { notAfter: "2120-01-01T00:00:00Z", notBefore: "2020-01-01T00:00:00Z" },
    ]);
    const broken = { ...body, pemFileInfo: { certificates: [{ content: "no" }] } };
    const field = "pemFileInfo.certificates.0.content";
    const refused = refusal("INVALID_ATTRIBUTE", [field], field, "It is no certificate in PEM.");
    assertRefusal(await stage.ask("owner", newly(`${providers}/${saml.id}`, "PATCH", broken)), refused);
  });

  const absent = (attribute: string) =>
    refusal("MISSING_ATTRIBUTE", [attribute], attribute, "The value is required.");
  const wrong = (attribute: string, words: string) =>
    refusal("INVALID_ATTRIBUTE", [attribute], attribute, words);
  const issuer = "An issuer is an HTTP address without query and fragment.";
  for (const [what, sending, refused] of [
    [
      "a new provider without an audience",
      newly(providers, "POST", { ...workforce, audience: "" }),
      absent("audience"),
    ],
    [
      "a new SAML provider",
      newly(providers, "POST", { ...workforce, protocol: "SAML" }),
      wrong("protocol", "Only OIDC providers are made here; a seed makes SAML ones."),
    ],
    [
      "an issuer that is no address",
      newly(providers, "POST", { ...workforce, issuerUri: "urn:x" }),
      wrong("issuerUri", issuer),
    ],
    [
      "a name of 51 characters",
      newly(providers, "POST", { ...workforce, displayName: "x".repeat(51) }),
      "BAD_REQUEST",
    ],
    [
      "a change of a SAML provider that does not say ssoDebugEnabled",
      newly(`${providers}/${saml.id}`, "PATCH", {}),
      absent("ssoDebugEnabled"),
    ],
    [
      "another protocol",
      newly(`${providers}/${saml.id}`, "PATCH", { protocol: "OIDC", ssoDebugEnabled: true }),
      wrong("protocol", "It is SAML, and stays so."),
    ],
    ["a provider that is not there", newly(`${providers}/${ids.missing}`), missing(ids.missing)],
    ["keys of a SAML provider", newly(`${providers}/${saml.id}/jwks`, "DELETE"), missing(saml.id)],
  ] as const) {
    await t.test(
      `${typeof refused === "string" ? refused : refused.errorCode} for ${what}, and nothing changes`,
      async () => {
        const reply = await stage.ask("owner", sending);
        if (typeof refused === "string") equal(reply.json.errorCode, refused);
        else assertRefusal(reply, refused);
        deepEqual(stage.events(), []);
      },
    );
  }

  await t.test("404 for the metadata of an OpenID provider", async () => {
    const id = await addProvider(stage);
    assertRefusal(await stage.ask("owner", at(`${providers}/${id}/metadata.xml`)), missing(id));
  });

  await t.test(
    "204 revokes keys and deletes, as the CLI's test does; 400 while an organization is connected",
    async () => {
      const id = await addProvider(stage);
      const gone = { status: 204, ...ofProviders };
      await stage.ask("owner", at(connection, "PATCH", { dataAccessIdentityProviderIds: [id] }));
      assertSuccess(await stage.ask("owner", newly(`${providers}/${id}/jwks`, "DELETE")), gone);
      const used = await stage.ask("owner", newly(`${providers}/${id}`, "DELETE"));
      assertRefusal(used, refusal("IDENTITY_PROVIDER_IN_USE", [id]));
      await stage.ask("owner", at(connection, "PATCH", {}));
      assertSuccess(await stage.ask("owner", newly(`${providers}/${id}`, "DELETE")), gone);
      assertRefusal(await stage.ask("owner", newly(`${providers}/${id}`)), missing(id));
      deepEqual(typesOf(stage).slice(2), [
        "IDENTITY_PROVIDER_JWKS_REVOKED",
        "OIDC_IDENTITY_PROVIDER_DISABLED",
        "IDENTITY_PROVIDER_DELETED",
      ]);
    },
  );

  await t.test("406 for the version that ended in 2025", async () =>
    assertRefusal(await stage.ask("owner", at(`${providers}/${saml.id}`)), refusal("INVALID_VERSION_DATE")),
  );
});

test("role mappings", async (t) => {
  const stage = await startStage(t, { seed: federated });
  const body = {
    externalGroupName: "operators",
    roleAssignments: [
      { orgId: ids.org, role: "ORG_MEMBER" },
      { groupId: ids.group, role: "GROUP_OWNER" },
    ],
  };
  const shown = (id: string, more: object = {}) => ({
    externalGroupName: "operators",
    id,
    roleAssignments: body.roleAssignments,
    ...more,
  });
  const add = async () => (await stage.ask("owner", at(mappings, "POST", body))).json.id as string;

  await t.test("200 through a whole life: made, read, listed, replaced, deleted", async () => {
    const made = await stage.ask("owner", at(mappings, "POST", body));
    const { id } = made.json;
    assertSuccess(made, { ...ofOrg, json: shown(id) });
    assertSuccess(await stage.ask("owner", at(`${mappings}/${id}`)), { ...ofOrg, json: shown(id) });
    const page = {
      links: [{ href: `${stage.url}${mappings}`, rel: "self" }],
      results: [shown(id)],
      totalCount: 1,
    };
    assertSuccess(await stage.ask("owner", at(mappings)), { ...ofOrg, json: page });
    deepEqual((await stage.ask("owner", at(connection))).json.roleMappings, [shown(id)]);
    const roleAssignments = [{ orgId: ids.org, role: "ORG_OWNER" }];
    const put = at(`${mappings}/${id}`, "PUT", { ...body, id, roleAssignments });
    assertSuccess(await stage.ask("owner", put), { ...ofOrg, json: shown(id, { roleAssignments }) });
    assertSuccess(await stage.ask("owner", at(`${mappings}/${id}`, "DELETE")), { ...ofOrg, status: 204 });
    assertRefusal(await stage.ask("owner", at(`${mappings}/${id}`)), missing(id));
    deepEqual(
      stage.events(),
      ["CREATED", "UPDATED", "DELETED"].map((what) => event(`ROLE_MAPPING_${what}`)),
    );
  });

  const assigning = (...roleAssignments: object[]) => ({ ...body, roleAssignments });
  const member = { orgId: ids.org, role: "ORG_MEMBER" };
  for (const [what, wrong, refused] of [
    [
      "no role in the organization",
      assigning({ groupId: ids.group, role: "GROUP_OWNER" }),
      badRequest("roleAssignments", "At least one role in the organization must be specified."),
    ],
    [
      "a role of neither",
      assigning(member, { role: "ORG_MEMBER" }),
      badRequest(
        "roleAssignments.1",
        "Name either the organization (orgId) or the project (groupId) of the role.",
      ),
    ],
    [
      "another organization",
      assigning({ ...member, orgId: ids.otherOrg }),
      badRequest("roleAssignments.0.orgId", "It is another organization."),
    ],
    [
      "a role of projects in the organization",
      assigning({ ...member, role: "GROUP_OWNER" }),
      badRequest("roleAssignments.0.role", "It is no role in an organization."),
    ],
    [
      "a role of organizations in a project",
      assigning(member, { groupId: ids.group, role: "ORG_OWNER" }),
      badRequest("roleAssignments.1.role", "It is no role in a project."),
    ],
    [
      "a project of another organization",
      assigning(member, { groupId: ids.otherGroup, role: "GROUP_OWNER" }),
      refusal("GROUP_NOT_FOUND", [ids.otherGroup]),
    ],
  ] as const) {
    await t.test(`${refused.status} ${refused.errorCode} for ${what}, and nothing changes`, async () => {
      const id = await add();
      assertRefusal(await stage.ask("owner", at(mappings, "POST", wrong)), refused);
      assertRefusal(await stage.ask("owner", at(`${mappings}/${id}`, "PUT", wrong)), refused);
      const all = await stage.ask("owner", at(connection, "PATCH", { roleMappings: [wrong] }));
      equal(all.json.errorCode, refused.errorCode);
      deepEqual((await stage.ask("owner", at(mappings))).json.results, [shown(id)]);
    });
  }

  await t.test("500 and no mapping when the event cannot be written", async () => {
    stage.execute("create trigger no_events before insert on events begin select raise(abort, 'no'); end");
    assertRefusal(await stage.ask("owner", at(mappings, "POST", body)), refusal("UNEXPECTED_ERROR"));
    stage.execute("drop trigger no_events");
    equal((await stage.ask("owner", at(mappings))).json.totalCount, 0);
  });
});
