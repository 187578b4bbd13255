// Seeds with keys and service accounts that the API would refuse, each with the line of the error that its author reads.
import { many } from "../support/counting.ts";
import {
  acme,
  globex,
  longName,
  owner,
  payments,
  reads,
  refused,
  type SeedRefusal,
  withAccount,
  withGroup,
  withKey,
} from "../support/seed-refusals.ts";
import { account, ids, keys } from "../support/world.ts";

const addresses = Object.fromEntries(
  ["010.0.0.1", "1", "localhost", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/x", "fe80::1%eth0", ""].map(
    (entry) => [
      `an access list with "${entry}"`,
      refused(
        withKey({ accessList: ["192.0.2.1", entry] }),
        new RegExp(
          `orgs\\.0\\.apiKeys\\.0\\.accessList\\.1: ${entry.replaceAll(".", "\\.")} is neither an IP address nor a CIDR block`,
        ),
      ),
    ],
  ),
);

export const credentialRefusals: Readonly<Record<string, SeedRefusal>> = {
  ...addresses,
  "an access list of a service account with a bad entry": refused(
    withAccount({ accessList: ["1"] }),
    /orgs\.0\.serviceAccounts\.0\.accessList\.0: 1 is neither/,
  ),
  "an access list of a project's key with a bad entry": refused(
    withGroup({ apiKeys: [{ roles: reads, accessList: ["1"] }] }),
    /orgs\.0\.groups\.0\.apiKeys\.0\.accessList\.0: 1 is neither/,
  ),
  "a key with a project role in an organization": refused(
    withKey({ roles: reads }),
    /orgs\.0\.apiKeys\.0\.roles\.0: /,
  ),
  "a key without roles": refused(withKey({ roles: [] }), /orgs\.0\.apiKeys\.0\.roles: /),
  "an account without roles": refused(withAccount({ roles: [] }), /orgs\.0\.serviceAccounts\.0\.roles: /),
  "a description of a key that is too long": refused(
    withKey({ desc: "d".repeat(251) }),
    /orgs\.0\.apiKeys\.0\.desc: /,
  ),
  "a description of a key with a control character": refused(
    withKey({ desc: "a\u0007b" }),
    /orgs\.0\.apiKeys\.0\.desc: The description of an API key must have 1 to 250 characters/,
  ),
  "a blank description of a key": refused(withKey({ desc: " " }), /orgs\.0\.apiKeys\.0: An API key needs a/),
  "a name of an account that is too long": refused(
    withAccount({ name: longName }),
    /orgs\.0\.serviceAccounts\.0\.name: /,
  ),
  "a name of an account with a control character": refused(
    withAccount({ name: "a\u0007b" }),
    /orgs\.0\.serviceAccounts\.0\.name: must match pattern/,
  ),
  "a description of an account that is too long": refused(
    withAccount({ description: "d".repeat(251) }),
    /orgs\.0\.serviceAccounts\.0\.description: /,
  ),
  "a description of an account with a control character": refused(
    withAccount({ description: "a\u0000b" }),
    /orgs\.0\.serviceAccounts\.0\.description: must match pattern/,
  ),
  "a name of an account with other characters than the API takes": refused(
    withAccount({ name: "a@b!<x>" }),
    /orgs\.0\.serviceAccounts\.0\.name: must match pattern/,
  ),
  "an empty description of an account": refused(
    withAccount({ description: "" }),
    /orgs\.0\.serviceAccounts\.0\.description: /,
  ),
  "a public key twice in a list": refused(
    [
      acme({
        apiKeys: [
          { ...keys.owner, roles: ["ORG_OWNER"] },
          { ...keys.owner, roles: ["ORG_MEMBER"] },
        ],
      }),
    ],
    /orgs\.0\.apiKeys\.1\.publicKey: orgowner appears twice/,
  ),
  "a public key with two private keys": refused(
    [
      acme({
        apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER"] }],
        groups: [
          payments({
            apiKeys: [{ ...keys.owner, privateKey: "00000000-0000-4000-8000-000000000009", roles: reads }],
          }),
        ],
      }),
    ],
    /orgs\.0\.groups\.0\.apiKeys\.0\.privateKey: /,
  ),
  "a key of another organization": refused(
    [
      acme({ apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER"] }] }),
      { ...globex, apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER"] }] },
    ],
    /orgs\.1\.apiKeys\.0\.publicKey: the API key orgowner belongs to another organization/,
  ),
  "an account twice in a list": refused(
    [acme({ serviceAccounts: many(2, () => ({ clientId: account.clientId, roles: ["ORG_MEMBER"] })) })],
    /orgs\.0\.serviceAccounts\.1\.clientId: mdb_sa_id_\w+ appears twice/,
  ),
  "an id of a key in capitals": refused(
    withKey({ id: ids.org.toUpperCase() }),
    /orgs\.0\.apiKeys\.0\.id: must match pattern/,
  ),
  "an id of a user that a key has": refused(
    [acme({ users: [{ ...owner, id: ids.missing }], apiKeys: [{ id: ids.missing, roles: ["ORG_MEMBER"] }] })],
    /orgs\.0\.apiKeys\.0\.id: f{24} is taken/,
  ),
  "more keys than an organization may have": refused(
    [acme({ apiKeys: many(501, () => ({ roles: ["ORG_MEMBER"] })) })],
    /orgs\.0\.apiKeys\.500: Maximum number of API keys/,
  ),
};
