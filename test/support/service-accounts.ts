// Shows service accounts as answers do, and has the cases that several of their operations share.

import { settlingOrg } from "./settings.ts";
import { now, type Stage } from "./stage.ts";
import { account, ids, type Sending } from "./world.ts";

export { account };
export const orgAccountsPath = `/api/atlas/v2/orgs/${ids.org}/serviceAccounts`;
export const orgAccountPath = `${orgAccountsPath}/${account.clientId}`;

const media = "application/vnd.atlas.2024-08-05+json";

/** A request of the version of service accounts. */
export const request = (method: string, path: string, body?: object): Sending => ({
  method,
  path,
  headers: { accept: media },
  ...(body && { body }),
});

interface SecretRow {
  id: string;
  tail: string;
  created_at: number;
  expires_at: number;
}

const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** The secrets of the seeded account, masked. */
export const maskedSecrets = (stage: Stage) =>
  (
    stage.rows(
      `select id, tail, created_at, expires_at from service_account_secrets
       where service_account_id = '${account.clientId.slice(10)}' order by created_at, id`,
    ) as SecretRow[]
  ).map(({ id, tail, created_at, expires_at }) => ({
    createdAt: stamp(created_at),
    expiresAt: stamp(expires_at),
    id,
    lastUsedAt: null,
    maskedSecretValue: `mdb_sa_sk_...${tail}`,
  }));

/** The seeded account as every answer but that of its creation shows it. */
export const shownAccount = (stage: Stage, roles: string[], changed: object = {}) => ({
  clientId: account.clientId,
  createdAt: now,
  description: "seeded",
  name: "ci",
  roles,
  secrets: maskedSecrets(stage),
  systemManaged: false,
  ...changed,
});

/** Puts the seeded account into the seeded project. */
export const assign = (stage: Stage, role = "GROUP_READ_ONLY") =>
  stage.execute(
    `insert into grants (principal_id, org_id, group_id, role, created_at)
     values ('${account.clientId.slice(10)}', '${ids.org}', '${ids.group}', '${role}', 0)`,
  );

/** Lets secrets of the seeded organization live at most this many hours. */
export const limitSecrets = (stage: Stage, hours: number) =>
  stage.execute(settlingOrg(ids.org, { maxServiceAccountSecretValidityInHours: hours }));

export const shownEntries = [
  { cidrBlock: "192.0.2.7/32", ipAddress: "192.0.2.7" },
  { cidrBlock: "198.51.100.0/24", ipAddress: null },
].map(({ cidrBlock, ipAddress }) => ({
  cidrBlock,
  createdAt: now,
  ipAddress,
  lastUsedAddress: null,
  lastUsedAt: null,
  requestCount: 0,
}));

export const sentEntries = [{ ipAddress: "192.0.2.7" }, { cidrBlock: "198.51.100.0/24" }];
