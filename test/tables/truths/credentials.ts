// The statements of clients on API keys, service accounts, OAuth, and what they read at the side.
import { requestToken } from "../../support/oauth.ts";
import { account } from "../../support/world.ts";
import { G, none, O, type Truths } from "./truth.ts";

const keys = `/orgs/${O}/apiKeys`;
const accounts = `/orgs/${O}/serviceAccounts`;
const wanted = { name: "a", description: "a", secretExpiresAfterHours: 24 };

export const credentials: Truths = {
  "key made": {
    call: "createOrgApiKey: status, and both parts of the key",
    by: "CLI recording of apikeys: 200; Terraform, CloudFormation read both parts",
    ask: async ({ reply }) => {
      const { status, json } = await reply(`POST ${keys}`, { desc: "a", roles: ["ORG_MEMBER"] });
      return [status, /^[a-z]{8}$/.test(json.publicKey), /^[0-9a-f-]{36}$/.test(json.privateKey)];
    },
    expected: [200, true, true],
  },
  "key masked": {
    call: "getOrgApiKey: the private key but for its last 12 digits",
    by: "CLI recording of apikeys",
    ask: async ({ read }) => {
      const made = await read(`POST ${keys}`, { desc: "a", roles: ["ORG_MEMBER"] });
      const { privateKey } = await read(`GET ${keys}/${made.id}`);
      return privateKey === `********-****-****-${made.privateKey.slice(-12)}` || privateKey;
    },
    expected: true,
  },
  "newest key first": {
    call: "listOrgApiKeys: order",
    by: "CLI recording of apikeys",
    ask: async ({ read, stage }) => {
      stage.clock.advance("PT1S");
      const { id } = await read(`POST ${keys}`, { desc: "a", roles: ["ORG_MEMBER"] });
      return (await read(`GET ${keys}`)).results[0].id === id;
    },
    expected: true,
  },
  "key gone": {
    call: "getOrgApiKey, deleteOrgApiKey of a key that is not there",
    by: "Terraform apikey/resource_api_key.go:72, CloudFormation api-key :291, CLI test/internal/helper.go:1458",
    ask: async ({ outcome }) => [
      await outcome(`GET ${keys}/${none}`),
      await outcome(`DELETE ${keys}/${none}`),
    ],
    expected: ["400 API_KEY_NOT_FOUND", "400 API_KEY_NOT_FOUND"],
  },
  "key of no project": {
    call: "removeGroupApiKey on a deleted project",
    by: "Terraform resource_project_api_key.go:166",
    ask: async ({ outcome }) => {
      await outcome(`DELETE /groups/${G}`);
      return outcome(`DELETE /groups/${G}/apiKeys/${none}`);
    },
    expected: "404 GROUP_NOT_FOUND",
  },
  "key brought in": {
    call: "updateGroupApiKeyRoles of a key outside the project, then listGroupApiKeys",
    by: "CloudFormation project :94, legacy Go client",
    ask: async ({ outcome, read }) => {
      const { id } = await read(`POST ${keys}`, { desc: "a", roles: ["ORG_MEMBER"] });
      const patched = await outcome(`PATCH /groups/${G}/apiKeys/${id}`, { roles: ["GROUP_READ_ONLY"] });
      const { results } = await read(`GET /groups/${G}/apiKeys`);
      return [patched, results.some((key: { id: string }) => key.id === id)];
    },
    expected: ["200", true],
  },
  "unknown role": {
    call: "createGroupApiKey with a role that does not exist",
    by: "Terraform projectapikey test :248 (live): Invalid role",
    ask: async ({ reply }) => {
      const { status, text } = await reply(`POST /groups/${G}/apiKeys`, { desc: "a", roles: ["KING"] });
      return [status, /Invalid role/.test(text)];
    },
    expected: [400, true],
  },
  "entry of one address": {
    call: "createOrgApiKeyAccessListEntry of a block of 32 bits, read by its bare address; once more",
    by: "Terraform accesslistapikey/resource.go:86, CloudFormation :222, 302; recorded link",
    ask: async ({ outcome, read }) => {
      const { id } = await read(`POST ${keys}`, { desc: "a", roles: ["ORG_MEMBER"] });
      const list = `${keys}/${id}/accessList`;
      return [
        await outcome(`POST ${list}`, [{ cidrBlock: "192.0.2.7/32" }]),
        await outcome(`GET ${list}/192.0.2.7`),
        await outcome(`GET ${list}/192.0.2.7%2F32`),
        await outcome(`POST ${list}`, [{ ipAddress: "192.0.2.7" }]),
        await outcome(`DELETE ${list}/192.0.2.7`),
      ];
    },
    expected: ["200", "200", "200", "409 ADDRESS_ALREADY_IN_ACCESS_LIST", "204"],
  },
};

export const serviceAccounts: Truths = {
  missing: {
    call: "getOrgServiceAccount, deleteOrgServiceAccount of one that is not there",
    by: "CloudFormation service-account handlers.go:80, 111: 404",
    ask: async ({ reply }) => [
      (await reply(`GET ${accounts}/mdb_sa_id_${none}`)).status,
      (await reply(`DELETE ${accounts}/mdb_sa_id_${none}`)).status,
    ],
    expected: [404, 404],
  },
  "secret, once": {
    call: "createOrgServiceAccount, then getOrgServiceAccount: the secret, then its mask",
    by: "Terraform serviceaccount/resource_test.go:126 (live)",
    ask: async ({ read }) => {
      const made = await read(`POST ${accounts}`, { ...wanted, roles: ["ORG_MEMBER"] });
      const seen = await read(`GET ${accounts}/${made.clientId}`);
      return ["secret", "maskedSecretValue"].map((name) => [
        name in made.secrets[0],
        name in seen.secrets[0],
      ]);
    },
    expected: [
      [true, false],
      [false, true],
    ],
  },
  "without a secret": {
    call: "createGroupServiceAccount with withoutInitialSecret, then getGroupServiceAccount",
    by: "Terraform projectserviceaccount/resource_test.go, TestAccProjectServiceAccount_withoutInitialSecret (live)",
    ask: async ({ read }) => {
      const { secretExpiresAfterHours: _, ...rest } = wanted;
      const body = { ...rest, roles: ["GROUP_READ_ONLY"], withoutInitialSecret: true };
      const { clientId, secrets } = await read(`POST /groups/${G}/serviceAccounts`, body);
      return [secrets, (await read(`GET /groups/${G}/serviceAccounts/${clientId}`)).secrets];
    },
    expected: [[], []],
  },
  "system managed": {
    call: "listOrgServiceAccounts: systemManaged of each",
    by: "pyatlassdk 0.1.0, models/org_service_account.py: required",
    ask: async ({ read }) => (await read(`GET ${accounts}`)).results[0].systemManaged,
    expected: false,
  },
  "third secret": {
    call: "createOrgServiceAccountSecret of a third one",
    by: "SDK, comment of its example: two at most",
    ask: async ({ reply }) => {
      const at = `${accounts}/${account.clientId}/secrets`;
      const make = async () => (await reply(`POST ${at}`, { secretExpiresAfterHours: 8 })).status;
      return [await make(), await make()];
    },
    expected: [201, 400],
  },
  lifetimes: {
    call: "createOrgServiceAccount for 8, 12, 24 and 8760 hours",
    by: "GitHub Action: 8; Terraform and CloudFormation: the others",
    ask: async ({ outcome }) => {
      const made = [];
      for (const secretExpiresAfterHours of [8, 12, 24, 8760]) {
        made.push(
          await outcome(`POST ${accounts}`, { ...wanted, secretExpiresAfterHours, roles: ["ORG_MEMBER"] }),
        );
      }
      return made;
    },
    expected: ["201", "201", "201", "201"],
  },
  "there already": {
    call: "inviteGroupServiceAccount of one that is in the project",
    by: "CloudFormation service-account-project-assignment/cmd/resource/handlers.go:31",
    ask: async ({ reply }) => {
      const at = `POST /groups/${G}/serviceAccounts/${account.clientId}:invite`;
      const first = await reply(at, { roles: ["GROUP_READ_ONLY"] });
      const { status, json, text } = await reply(at, { roles: ["GROUP_READ_ONLY"] });
      return [first.status, status, json.errorCode, text.includes("SERVICE_ACCOUNT_ALREADY_IN_GROUP")];
    },
    expected: [200, 400, "INVALID_ROLE_ASSIGNMENT", true],
  },
  "its projects": {
    call: "getOrgServiceAccountGroups: roles of each",
    by: "Terraform serviceaccountprojectassignment test :142 (live)",
    ask: async ({ read }) => {
      await read(`POST /groups/${G}/serviceAccounts/${account.clientId}:invite`, { roles: ["GROUP_OWNER"] });
      return (await read(`GET ${accounts}/${account.clientId}/groups`)).results;
    },
    expected: [{ groupId: G, roles: ["GROUP_OWNER"] }],
  },
  "entry of one address": {
    call: "createOrgServiceAccountAccessList of one address: found as a block of 32 bits",
    by: "Terraform serviceaccount test :74 (live)",
    ask: async ({ read }) => {
      const at = `${accounts}/${account.clientId}/accessList`;
      const { results } = await read(`POST ${at}`, [{ ipAddress: "192.0.2.7" }, { ipAddress: "127.0.0.1" }]);
      return results.map(({ cidrBlock }: { cidrBlock: string }) => cidrBlock).sort();
    },
    expected: ["127.0.0.1/32", "192.0.2.7/32"],
  },
};

/** Requests outside of /api/atlas/v2, as they are sent. */
export const aside: Truths = {
  "wrong client": {
    call: "POST /api/oauth/token with a wrong secret",
    by: "CLI commonerrors/errors.go:48, 70; setup_failure_test (live)",
    ask: async ({ stage }) => {
      const { status, json } = await requestToken(stage, { clientSecret: "wrong" });
      return [status, json.error];
    },
    expected: [401, "invalid_client"],
  },
  "token, revoked": {
    call: "POST /api/oauth/token and /api/oauth/revoke",
    by: "CLI, GitHub Action: an hour; revoking 200",
    ask: async ({ stage }) => {
      const { json } = await requestToken(stage);
      const revoking = { endpoint: "/api/oauth/revoke", body: `token=${json.access_token}` };
      return [json.expires_in, (await requestToken(stage, revoking)).status];
    },
    expected: [3600, 200],
  },
  "bad refresh token": {
    call: "POST …/device/token with a refresh token that is none",
    by: "go-client-mongodb-atlas auth/device_flow.go:28, 105",
    ask: async ({ stage }) => {
      const path = "/api/private/unauth/account/device/token";
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const sent = {
        method: "POST",
        path,
        headers,
        body: "client_id=a&refresh_token=b&grant_type=refresh_token",
      };
      const { status, json } = await stage.send(sent);
      return [status, json.errorCode];
    },
    expected: [400, "INVALID_REFRESH_TOKEN"],
  },
  "own address": {
    call: "GET /api/private/ipinfo",
    by: "CLI, mongodb-mcp-server",
    ask: async ({ stage }) => (await stage.ask("owner", { path: "/api/private/ipinfo" })).json,
    expected: { currentIpv4Address: "127.0.0.1" },
  },
  "MongoDB's default version": {
    call: "GET /api/private/unauth/nds/defaultMongoDBMajorVersion",
    by: "CLI recording of clusters: the text 8.0",
    ask: async ({ stage }) =>
      (await stage.send({ path: "/api/private/unauth/nds/defaultMongoDBMajorVersion" })).text,
    expected: "8.0",
  },
  "rate limits": {
    call: "RateLimit-Limit of reads of a project, an organization and all organizations",
    by: "CLI recordings: 1200, 500, 300",
    ask: async ({ reply }) => {
      const limitOf = async (path: string) => Number((await reply(`GET ${path}`)).headers["ratelimit-limit"]);
      return [await limitOf(`/groups/${G}`), await limitOf(`/orgs/${O}`), await limitOf("/orgs")];
    },
    expected: [1200, 500, 300],
  },
  "status of a key": {
    call: "getSystemStatus: ipAddress and the key",
    by: "pyatlassdk 0.1.0, models/system_status.py: required",
    ask: async ({ read }) => {
      const { ipAddress, apiKey } = await read("GET /");
      return [ipAddress, apiKey.publicKey];
    },
    expected: ["127.0.0.1", "orgowner"],
  },
  "version 1.0": {
    call: "GET /api/atlas/v1.0/groups and /orgs",
    by: "legacy Go client 0.38; Vault, Steampipe and others link it",
    ask: async ({ stage }) => [
      (await stage.ask("owner", { path: "/api/atlas/v1.0/groups" })).status,
      (await stage.ask("owner", { path: "/api/atlas/v1.0/orgs" })).status,
    ],
    expected: [200, 200],
  },
  "maintenance settings": {
    call: "getOrgMaintenanceSettings in 2025-03-12",
    by: "pyatlassdk 0.1.0, resources/organizations.py",
    ask: ({ outcome }) => outcome(`GET /orgs/${O}/maintenanceSettings`),
    expected: "200",
  },
};
