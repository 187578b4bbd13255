// Plants what a project keeps for its databases: access list, roles, users, LDAP and X.509, integrations, alerts, cloud provider access.
import { closeAlert, makeAlertConfig, openAlert } from "../changes/alerts.ts";
import { makeCustomRole, makeDatabaseUser } from "../changes/database-access.ts";
import { addIntegration } from "../changes/integrating.ts";
import { addNetworkEntries } from "../changes/network-access.ts";
import { makeProviderAccess } from "../changes/provider-access.ts";
import { providerAccesses } from "../changes/resources.ts";
import { changeUserSecurity } from "../changes/user-security.ts";
import { toCidr } from "../domain/access-entry.ts";
import { proofsOf } from "../domain/database-user.ts";
import type { Group } from "../domain/group.ts";
import { integrationTypes } from "../domain/integration.ts";
import { authorizeAccess } from "../domain/provider-access.ts";
import type { Mint } from "../secrets/mint.ts";
import { plantClusters } from "./clusters.ts";
import type { CompleteGroup } from "./complete.ts";
import { at, type Planting, plantEach } from "./planting.ts";

type UserSecurity = NonNullable<CompleteGroup["userSecurity"]>;
type ItemOf<List extends keyof CompleteGroup> =
  NonNullable<CompleteGroup[List]> extends readonly (infer Item)[] ? Item : never;

export async function plantDoors(
  planting: Planting,
  {
    accessList = [],
    customDBRoles = [],
    databaseUsers = [],
    clusters = [],
    userSecurity,
    integrations = [],
    alertConfigs = [],
    cloudProviderAccess = [],
  }: CompleteGroup,
  group: Pick<Group, "id" | "orgId">,
  place: string,
): Promise<void> {
  const { now, keyring } = planting;
  const { mint } = keyring;
  const making = { ...planting, ...keyring };
  const isThere = ({ deleteAfterDate: end }: { readonly deleteAfterDate?: string }) =>
    end === undefined || Date.parse(end) > now;
  await plantEach(planting, accessList, `${place}.accessList`, async ({ entry, ...more }) => {
    const sent = toCidr(entry) === undefined ? { awsSecurityGroup: entry } : { cidrBlock: entry };
    if (isThere(more)) await addNetworkEntries(planting, group, [{ ...sent, ...more }], { isOfSeed: true });
  });
  await plantEach(planting, customDBRoles, `${place}.customDBRoles`, (role) =>
    makeCustomRole(planting, group, role),
  );
  await plantEach(planting, databaseUsers, `${place}.databaseUsers`, async (user) => {
    if (isThere(user)) await makeDatabaseUser(making, group, withPassword(user, mint));
  });
  await plantClusters(planting, clusters, group, place);
  if (userSecurity !== undefined) {
    await at(`${place}.userSecurity`, () =>
      changeUserSecurity(making, group, withBindPassword(userSecurity, mint)),
    );
  }
  await plantEach(planting, integrations, `${place}.integrations`, (integration) =>
    addIntegration(making, group, integration.type, withSecrets(integration, mint)),
  );
  await plantEach(planting, alertConfigs, `${place}.alertConfigs`, (config, configAt) =>
    plantAlertConfig(planting, config, group, configAt),
  );
  await plantEach(planting, cloudProviderAccess, `${place}.cloudProviderAccess`, (access) =>
    plantProviderAccess(planting, access, group),
  );
}

function withPassword(user: ItemOf<"databaseUsers">, { linkToken }: Mint): ItemOf<"databaseUsers"> {
  const needsOne = user.password === undefined && proofsOf(user).length === 0;
  return needsOne ? { ...user, password: linkToken() } : user;
}

function withBindPassword(security: UserSecurity, { linkToken }: Mint): UserSecurity {
  const { ldap } = security;
  if (!ldap?.authenticationEnabled && !ldap?.authorizationEnabled) return security;
  return { ...security, ldap: { ...ldap, bindPassword: ldap.bindPassword ?? linkToken() } };
}

/** Replaces the stars of a secret that is masked, as answers show it, by digits that are minted. */
function withSecrets({ type, ...settings }: ItemOf<"integrations">, { bytes, linkToken }: Mint) {
  const secrets: readonly string[] = integrationTypes[type].secrets;
  const digits = ({ length }: string) => bytes(length).toString("hex").slice(0, length);
  const filled = Object.entries(settings).map(([name, value]) =>
    typeof value === "string" && secrets.includes(name)
      ? [name, value.replace(/^\*+/, digits)]
      : [name, value],
  );
  return { ...(type === "PROMETHEUS" && { password: linkToken() }), ...Object.fromEntries(filled) };
}

async function plantAlertConfig(
  planting: Planting,
  { id, alerts = [], enabled = true, ...sent }: ItemOf<"alertConfigs">,
  group: Pick<Group, "id" | "orgId">,
  place: string,
): Promise<void> {
  const config = await makeAlertConfig(planting, group, { ...sent, enabled }, id);
  await plantEach(planting, alerts, `${place}.alerts`, async ({ id: alertId, isClosed, ...about }) => {
    const alert = await openAlert(planting, config, about, alertId);
    if (isClosed) await closeAlert(planting, alert);
  });
}

async function plantProviderAccess(
  planting: Planting,
  { id, iamAssumedRoleArn, ...sent }: ItemOf<"cloudProviderAccess">,
  group: Pick<Group, "id">,
): Promise<void> {
  const access = await makeProviderAccess(planting, group, sent, id);
  if (iamAssumedRoleArn === undefined) return;
  const document = authorizeAccess(access.document, { ...sent, iamAssumedRoleArn }, planting);
  await providerAccesses.replace(planting, access, { document });
}
