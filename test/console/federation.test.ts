// Proves the page on the federation of an organization: role mappings, and the identity providers that it uses.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { SeedDocument } from "../../src/anteroom.ts";
import { startPages } from "../support/console.ts";
import { ids, seed } from "../support/world.ts";

const federation = `/orgs/${ids.org}/federation`;
const provider = "b".repeat(24);
const [acme, ...others] = seed.orgs as [SeedDocument["orgs"][number], ...SeedDocument["orgs"][number][]];
const federated: SeedDocument = {
  ...seed,
  orgs: [
    {
      ...acme,
      federation: {
        identityProviders: [
          { id: provider, displayName: "Login", issuerUri: "https://login.example.com" },
          { protocol: "SAML", displayName: "Older login", issuerUri: "urn:idp:default" },
        ],
        domainRestrictionEnabled: true,
        domainAllowList: ["example.com"],
        roleMappings: [{ externalGroupName: "operators", roles: ["ORG_READ_ONLY"] }],
      },
    },
    ...others,
  ],
};

test("the page says where role mappings do not count, as the operator has not named the organization", async (t) => {
  for (const [federatedOrgs, isSaid] of [
    [[ids.otherOrg], true],
    [[ids.org], false],
    [null, false],
  ] as const) {
    const stage = await startPages(t, { seed: federated, policy: { federatedOrgs } });
    const { visit } = stage;
    const { text } = await visit([federation]);
    equal(text.includes(`must name this organization with --oidc-orgs ${ids.org}`), isSaid);
  }
});

test("the federation of an organization", async (t) => {
  const stage = await startPages(t, { seed: federated });
  const { get, visit } = stage;
  const ofFederation = async () => {
    const { id } = await get("getOrgFederationSettings");
    return { federationSettingsId: id };
  };
  const connection = async () =>
    get("getFederationSettingConnectedOrgConfig", { params: await ofFederation() });
  const groups = async () =>
    (await connection()).roleMappings.map(
      ({ externalGroupName: name }: { externalGroupName: string }) => name,
    );

  await t.test("shows mappings and providers, and is among an owner's pages", async () => {
    await visit([
      federation,
      200,
      /^Federation .* operators Organization Read Only .*1 role mapping Identity providers /,
      /Login OIDC https:\/\/login\.example\.com Not connected Connect Delete/,
      /Older login SAML urn:idp:default Not connected Delete/,
      { html: new RegExp(`href="${federation}"`) },
    ]);
  });

  await t.test(
    "a role in a project is told with the project, apart from the same role in the organization",
    async () => {
      const params = await ofFederation();
      const roleAssignments = [
        { orgId: ids.org, role: "ORG_READ_ONLY" },
        { groupId: ids.group, role: "GROUP_READ_ONLY" },
      ];
      const body = { externalGroupName: "readers", roleAssignments };
      const { id } = await get("createFederationSettingConnectedOrgConfigRoleMapping", { params, body });
      await visit([federation, /readers Organization Read Only Project Read Only in payments /]);
      await get("deleteFederationSettingConnectedOrgConfigRoleMapping", { params: { ...params, id } });
    },
  );

  await t.test("a mapping is added with roles in the organization, and deleted", async () => {
    const fields = { externalGroupName: "auditors", roles: ["ORG_READ_ONLY", "ORG_BILLING_READ_ONLY"] };
    await visit([federation, "addMapping", fields, /The role mapping has been added\. .*2 role mappings/]);
    const made = (await connection()).roleMappings[1];
    deepEqual(
      made.roleAssignments.map(({ role }: { role: string }) => role),
      fields.roles,
    );
    await visit([
      federation,
      "removeMapping",
      { id: made.id },
      /Deleted the role mapping of auditors\. .*1 role mapping/,
    ]);
    deepEqual(await groups(), ["operators"]);
  });

  await t.test("a mapping without roles is refused, and stays typed", async () => {
    await visit([
      federation,
      "addMapping",
      { externalGroupName: "auditors" },
      400,
      /^Check what you entered\. Choose at least one role\./,
      { html: /value="auditors"/ },
    ]);
    deepEqual(await groups(), ["operators"]);
  });

  await t.test("a provider is connected and disconnected; what else is set stays", async () => {
    const before = await connection();
    await visit([
      federation,
      "connect",
      { id: provider },
      /uses the identity provider from now on\. .*Login OIDC \S+ Connected Disconnect/,
    ]);
    deepEqual(await connection(), { ...before, dataAccessIdentityProviderIds: [provider] });
    await visit([federation, "disconnect", { id: provider }]);
    deepEqual(await connection(), before);
  });

  await t.test(
    "an OpenID provider is added and connected; only one that is not used can be deleted",
    async () => {
      const issuerUri = "https://new.example.com";
      const fields = { displayName: "New", issuerUri, audience: "us", groupsClaim: "" };
      await visit([
        federation,
        "addProvider",
        fields,
        /has been added and connected\. .*New OIDC https:\/\/new\.example\.com Connected Disconnect/,
      ]);
      const [id = ""] = (await connection()).dataAccessIdentityProviderIds;
      await visit(
        [federation, "removeProvider", { id }, 400],
        [federation, "removeProvider", { id: provider }, /The identity provider has been deleted\./],
      );
    },
  );

  await t.test("an organization without a federation is told so, and members see nothing", async () => {
    await visit("other@example.com", [
      `/orgs/${ids.otherOrg}/federation`,
      /This organization has no federation\./,
    ]);
    await visit("member@example.com", [federation, 401]);
  });
});
