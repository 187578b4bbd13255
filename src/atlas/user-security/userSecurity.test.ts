// Tests how the databases of a project know users beside passwords, answer by answer.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, free } from "../../../test/support/clusters.ts";
import { groupPath } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, refusal, startStage } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { mintCertificate } from "../../core/tls/mint.ts";

const path = `${groupPath}/userSecurity`;
const bindPassword = "a word of the directory";
const mapping = {
  match: "(.+)@ENGINEERING.EXAMPLE.COM",
  substitution: "cn={0},ou=engineering,dc=example,dc=com",
};
/** The settings as recorded. */
const recorded = {
  authenticationEnabled: false,
  authorizationEnabled: false,
  bindUsername: "cn=admin,dc=example,dc=org",
  hostname: "2.tcp.ngrok.io",
  port: 19657,
  userToDNMapping: [mapping],
};
const change = (body: object) => ({ method: "PATCH", path, body });
const remove = (what: string) => ({ method: "DELETE", path: `${path}/${what}` });
const success = { status: 200, limit: 1200 };

test("how the databases of a project know users", async (t) => {
  const stage = await startStage(t, { clusterSpeed: "now" });
  const untouched = { customerX509: {}, ldap: { authenticationEnabled: false, authorizationEnabled: false } };
  const secrets = () =>
    stage.rows("select sealed_secret from documents where kind not in ('cluster', 'container')");

  await t.test("a directory: recorded answers, and its password in no answer and no row", async () => {
    assertSuccess(await stage.ask("groupOwner", { path }), { ...success, json: untouched });
    const json = { customerX509: {}, ldap: recorded };
    const set = await stage.ask("groupOwner", change({ ldap: { ...recorded, bindPassword } }));
    assertSuccess(set, { ...success, status: 202, json });
    assertSuccess(await stage.ask("groupOwner", { path }), { ...success, json });
    equal(JSON.stringify(stage.rows("select * from documents")).includes(bindPassword), false);

    const before = secrets();
    const { userToDNMapping: _removed, ...left } = recorded;
    const removed = await stage.ask("groupOwner", remove("ldap/userToDNMapping"));
    assertSuccess(removed, { ...success, status: 202, json: { customerX509: {}, ldap: left } });
    deepEqual(secrets(), before);

    // The password that is kept is enough.
    const on = await stage.ask("groupOwner", change({ ldap: { authenticationEnabled: true } }));
    assertSuccess(on, {
      ...success,
      status: 202,
      json: { customerX509: {}, ldap: { ...left, authenticationEnabled: true } },
    });
  });

  await t.test("certificates of the customer's authority are kept until they are removed", async () => {
    const { cert: cas } = mintCertificate(Date.parse("2026-08-10T03:04:53Z"));
    const set = await stage.ask("groupOwner", change({ customerX509: { cas } }));
    assertSuccess(set, { ...success, status: 202, json: { ...untouched, customerX509: { cas } } });
    const kept = await stage.ask("groupOwner", change({ ldap: { port: 636 } }));
    equal(kept.json.customerX509.cas, cas);
    const json = { customerX509: {}, ldap: { ...untouched.ldap, port: 636 } };
    assertSuccess(await stage.ask("groupOwner", remove("customerX509")), { ...success, status: 202, json });
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
  const refused: readonly (readonly [string, object, ReturnType<typeof refusal>])[] = [
    [
      "a directory without its host",
      { ldap: { authenticationEnabled: true } },
      refusal("MISSING_ATTRIBUTE", ["ldap.hostname"], "ldap.hostname", required),
    ],
    [
      "a directory without its password",
      { ldap: enabled },
      refusal("MISSING_ATTRIBUTE", ["ldap.bindPassword"], "ldap.bindPassword", required),
    ],
    [
      "what is no host",
      { ldap: { hostname: "ldap://example.net" } },
      refusal("LDAP_HOSTNAME_NOT_ALLOWED", ["ldap://example.net"]),
    ],
    ["what is no port", { ldap: { port: 65_536 } }, refusal("BAD_REQUEST", [], "ldap.port", range)],
    [
      "what is no certificate of a customer",
      { customerX509: { cas: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" } },
      refusal("INVALID_ATTRIBUTE", ["customerX509.cas"], "customerX509.cas", wrongPem),
    ],
    [
      "what is no certificate of a directory",
      { ldap: { caCertificate: "none" } },
      refusal("INVALID_ATTRIBUTE", ["ldap.caCertificate"], "ldap.caCertificate", wrongPem),
    ],
  ];
  for (const [what, body, expected] of refused) {
    await t.test(`400 ${expected.errorCode} for ${what}, and nothing changes`, async () => {
      assertRefusal(await stage.ask("groupOwner", change(body)), expected);
      assertSuccess(await stage.ask("groupOwner", { path }), { ...success, json: untouched });
    });
  }

  const asked = { bindUsername: recorded.bindUsername, hostname: recorded.hostname, port: recorded.port };
  const verify = { method: "POST", path: `${path}/ldap/verify`, body: { ...asked, bindPassword } };

  const clusterPath = `${groupPath}/clusters`;
  const make = (body: object) => stage.ask("groupOwner", { method: "POST", path: clusterPath, body });
  /** Shows the cluster, which is being created until it was shown. */
  const show = async () => equal((await stage.ask("groupOwner", { path: clusterPath })).status, 200);

  await t.test(
    "400 LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_CLUSTERS, as recorded, with a free one too",
    async () => {
      const refused = refusal("LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_CLUSTERS", [ids.group]);
      assertRefusal(await stage.ask("groupOwner", verify), refused);
      equal((await make(clusterOf("free", free))).status, 201);
      await show();
      assertRefusal(await stage.ask("groupOwner", verify), refused);
      for (const change of [{ method: "PATCH", body: { paused: true } }, { method: "DELETE" }]) {
        await stage.rewind();
        equal((await make(clusterOf("wide"))).status, 201);
        await show();
        const { status } = await stage.ask("groupOwner", { ...change, path: `${clusterPath}/wide` });
        equal(status, change.method === "PATCH" ? 200 : 202);
        assertRefusal(await stage.ask("groupOwner", verify), refused);
      }
    },
  );

  await t.test(
    "400 LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_INSTANCES until the only cluster is ready, as recorded",
    async () => {
      equal((await make(clusterOf("wide"))).status, 201);
      const refused = refusal("LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_INSTANCES", [ids.group]);
      assertRefusal(await stage.ask("groupOwner", verify), refused);
      await show();
      // The cases below start from this.
      await stage.snapshot.take("seed");
    },
  );

  await t.test("a test is PENDING, and FAILED after seven seconds, as recorded", async () => {
    const begun = await stage.ask("groupOwner", verify);
    const { requestId } = begun.json;
    const at = { path: `${path}/ldap/verify/${requestId}` };
    const json = {
      groupId: ids.group,
      links: [{ href: `${stage.url}${at.path}`, rel: "self" }],
      request: { authzQueryTemplate: "", ...asked },
      requestId,
      status: "PENDING",
      validations: [],
    };
    assertSuccess(begun, { ...success, json });
    stage.clock.set({ advance: "PT6S" });
    assertSuccess(await stage.ask("groupOwner", at), { ...success, json });
    stage.clock.set({ advance: "PT1S" });
    const validations = [{ status: "FAIL", validationType: "CONNECT" }];
    assertSuccess(await stage.ask("groupOwner", at), {
      ...success,
      json: { ...json, status: "FAILED", validations },
    });
    deepEqual(secrets(), [{ sealed_secret: null }]);
    stage.clock.set({ advance: "P1D" });
    const gone = refusal("LDAP_VERIFY_CONNECTIVITY_REQUEST_NOT_FOUND", [requestId, ids.group]);
    assertRefusal(await stage.ask("groupOwner", at), gone);
  });

  await t.test("400 LDAP_HOSTNAME_NOT_ALLOWED for a test of what is no host", async () => {
    const hostname = "ldap.example.net/x";
    const reply = await stage.ask("groupOwner", { ...verify, body: { ...verify.body, hostname } });
    assertRefusal(reply, refusal("LDAP_HOSTNAME_NOT_ALLOWED", [hostname]));
  });
});
