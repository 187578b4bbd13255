// Tests of the ways other than passwords in which the databases of a project authenticate users, answer by answer.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, free, ofOne } from "../../../test/support/clusters.ts";
import { request, startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { mintCertificate } from "../../core/tls/mint.ts";

const bindPassword = "a word of the directory";
const mapping = {
  match: "(.+)@ENGINEERING.EXAMPLE.COM",
  substitution: "cn={0},ou=engineering,dc=example,dc=com",
};
const reading = "getGroupUserSecurityLdapVerify";
type Begun = { readonly requestId: string };
/** The settings as recorded. */
const recorded = {
  authenticationEnabled: false,
  authorizationEnabled: false,
  bindUsername: "cn=admin,dc=example,dc=org",
  hostname: "2.tcp.ngrok.io",
  port: 19657,
  userToDNMapping: [mapping],
};

test("how the databases of a project know users", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", clusterSpeed: "now" });
  const { answers, get, refuses, testRefusals } = stage;
  const untouched = { customerX509: {}, ldap: { authenticationEnabled: false, authorizationEnabled: false } };
  const secrets = () =>
    stage.rows("select sealed_secret from documents where kind not in ('cluster', 'container')");

  await t.test("a directory: recorded answers, and its password in no answer and no row", async () => {
    await answers("getGroupUserSecurity", {}, untouched);
    const json = { customerX509: {}, ldap: recorded };
    await answers("updateGroupUserSecurity", { body: { ldap: { ...recorded, bindPassword } } }, json);
    await answers("getGroupUserSecurity", {}, json);
    equal(JSON.stringify(stage.rows("select * from documents")).includes(bindPassword), false);

    const before = secrets();
    const { userToDNMapping: _removed, ...left } = recorded;
    await answers("deleteGroupUserSecurityLdapUserToDnMapping", {}, { customerX509: {}, ldap: left });
    deepEqual(secrets(), before);

    // The stored password suffices.
    const on = { customerX509: {}, ldap: { ...left, authenticationEnabled: true } };
    await answers("updateGroupUserSecurity", { body: { ldap: { authenticationEnabled: true } } }, on);
  });

  await t.test("certificates of the customer's authority are kept until they are removed", async () => {
    const { cert: cas } = mintCertificate(Date.parse("2026-08-10T03:04:53Z"));
    const customerX509 = { cas };
    await answers("updateGroupUserSecurity", { body: { customerX509 } }, { ...untouched, customerX509 });
    const kept = await get("updateGroupUserSecurity", { body: { ldap: { port: 636 } } });
    equal(kept.customerX509.cas, cas);
    const json = { customerX509: {}, ldap: { ...untouched.ldap, port: 636 } };
    await answers("disableGroupUserSecurityCustomerX509", {}, json);
  });

  await t.test(
    "a seed plants a directory and integrations, and names the place of what is refused",
    async () => {
      const ldap = { hostname: "ldap.example.net", bindUsername: "CN=admin", bindPassword };
      const planted = (group: object) =>
        stage.seed({ orgs: [{ name: "Planted", groups: [{ name: "logins", ...group }] }] });
      await planted({
        userSecurity: { ldap: { ...ldap, authenticationEnabled: true } },
        integrations: [{ type: "OPS_GENIE", apiKey: "00000000-aaaa-2222-bbbb-333333333311" }],
      });
      const rows = stage.rows("select document, sealed_secret from documents order by kind") as {
        document: string;
        sealed_secret: string;
      }[];
      deepEqual(
        rows.map(({ document }) => JSON.parse(document)),
        [
          { apiKey: "********************************3311", region: "US", type: "OPS_GENIE" },
          {
            customerX509: {},
            ldap: {
              ...untouched.ldap,
              authenticationEnabled: true,
              bindUsername: "CN=admin",
              hostname: "ldap.example.net",
            },
          },
        ],
      );
      equal(
        rows.every(({ sealed_secret }) => sealed_secret.length > 40),
        true,
      );
      await rejects(
        planted({ name: "other", integrations: [{ type: "DATADOG", apiKey: "short" }] }),
        /orgs\.0\.groups\.0\.integrations\.0\.apiKey: /,
      );
      await rejects(
        planted({ name: "other", userSecurity: { ldap: { authenticationEnabled: true } } }),
        /orgs\.0\.groups\.0\.userSecurity\.ldap\.hostname: /,
      );
    },
  );

  const required = "The value is required.";
  const range = "The value must be a whole number from 0 to 65535.";
  const wrongPem = "It is not made of certificates in PEM form.";
  const enabled = { authenticationEnabled: true, hostname: "ldap.example.net", bindUsername: "CN=admin" };
  await testRefusals({ updateGroupUserSecurity: {} }, [
    [
      "a directory without its host",
      { body: { ldap: { authenticationEnabled: true } } },
      "MISSING_ATTRIBUTE",
      ["ldap.hostname"],
      "ldap.hostname",
      required,
    ],
    [
      "a directory without its password",
      { body: { ldap: enabled } },
      "MISSING_ATTRIBUTE",
      ["ldap.bindPassword"],
      "ldap.bindPassword",
      required,
    ],
    [
      "what is no host",
      { body: { ldap: { hostname: "ldap://example.net" } } },
      "LDAP_HOSTNAME_NOT_ALLOWED",
      ["ldap://example.net"],
    ],
    ["what is no port", { body: { ldap: { port: 65_536 } } }, "BAD_REQUEST", [], "ldap.port", range],
    [
      "what is no certificate of a customer",
      {
        body: {
          customerX509: { cas: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" },
        },
      },
      "INVALID_ATTRIBUTE",
      ["customerX509.cas"],
      "customerX509.cas",
      wrongPem,
    ],
    [
      "what is no certificate of a directory",
      { body: { ldap: { caCertificate: "none" } } },
      "INVALID_ATTRIBUTE",
      ["ldap.caCertificate"],
      "ldap.caCertificate",
      wrongPem,
    ],
  ]);

  const { bindUsername, hostname, port } = recorded;
  const asked = { bindUsername, hostname, port };
  const verify = { body: { ...asked, bindPassword } };
  /** Shows the clusters; each is in creation until it was shown once. */
  const show = () => get("listGroupClusters");
  const made = async (cluster = clusterOf("one")) => {
    await get("createGroupCluster", { body: cluster });
    await show();
  };
  const madeAndChanged = (id: "updateGroupCluster" | "deleteGroupCluster", body?: object) => async () => {
    await made();
    await get(id, { ...ofOne, body });
  };
  const none = "LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_CLUSTERS";
  await testRefusals({ verifyGroupUserSecurityLdap: verify }, [
    ["no cluster, as recorded", {}, none, [ids.group]],
    ["a free one", { before: () => made(clusterOf("free", free)) }, none, [ids.group]],
    [
      "one that is paused",
      { before: madeAndChanged("updateGroupCluster", { paused: true }) },
      none,
      [ids.group],
    ],
    ["one that is being deleted", { before: madeAndChanged("deleteGroupCluster") }, none, [ids.group]],
    [
      "one that is not ready yet, as recorded",
      { before: () => get("createGroupCluster", { body: clusterOf("one") }) },
      "LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_INSTANCES",
      [ids.group],
    ],
    [
      "what is no host",
      { before: () => made(), body: { hostname: "ldap.example.net/x" } },
      "LDAP_HOSTNAME_NOT_ALLOWED",
      ["ldap.example.net/x"],
    ],
  ]);

  await t.test("a test is PENDING, and FAILED after seven seconds, as recorded", async () => {
    await made();
    const json = await answers("verifyGroupUserSecurityLdap", verify, ({ requestId }: Begun) => ({
      groupId: ids.group,
      links: [{ href: `${stage.url}${request(reading, { params: { requestId } }).path}`, rel: "self" }],
      request: { authzQueryTemplate: "", ...asked },
      requestId,
      status: "PENDING",
      validations: [],
    }));
    const { requestId }: Begun = json;
    const begun = { params: { requestId } };
    stage.clock.set({ advance: "PT6S" });
    await answers(reading, begun, json);
    stage.clock.set({ advance: "PT1S" });
    const validations = [{ status: "FAIL", validationType: "CONNECT" }];
    await answers(reading, begun, { ...json, status: "FAILED", validations });
    deepEqual(secrets(), [{ sealed_secret: null }]);
    stage.clock.set({ advance: "P1D" });
    await refuses(reading, begun, "LDAP_VERIFY_CONNECTIVITY_REQUEST_NOT_FOUND", [requestId, ids.group]);
  });
});
