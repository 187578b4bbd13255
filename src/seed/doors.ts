// Plants what a project keeps for its databases: its access list, roles, users, directory, integrations, alerts, access to clouds.
import { closeAlert, makeAlertConfig, openAlert } from "../changes/alerts.ts";
import { makeCustomRole, makeDatabaseUser } from "../changes/database-access.ts";
import { addIntegration } from "../changes/integrating.ts";
import { addNetworkEntries } from "../changes/network-access.ts";
import { makeProviderAccess } from "../changes/provider-access.ts";
import { providerAccesses } from "../changes/resources.ts";
import { changeUserSecurity } from "../changes/user-security.ts";
import { toCidr } from "../domain/access-entry.ts";
import { proofNames } from "../domain/database-user.ts";
import type { Group } from "../domain/group.ts";
import { integrationTypes } from "../domain/integration.ts";
import { authorizeAccess } from "../domain/provider-access.ts";
import type { Mint } from "../secrets/mint.ts";
import type { CompleteGroup } from "./complete.ts";
import { at, type Planting } from "./planting.ts";

export async function plantDoors(
  planting: Planting,
  {
    accessList = [],
    customDBRoles = [],
    databaseUsers = [],
    userSecurity,
    integrations = [],
    ...watches
  }: CompleteGroup,
  group: Pick<Group, "id" | "orgId">,
  place: string,
): Promise<void> {
  const { now, keyring } = planting;
  const isThere = ({ deleteAfterDate: end }: { readonly deleteAfterDate?: string }) =>
    end === undefined || Date.parse(end) > now;
  for (const [index, { entry, ...more }] of accessList.entries()) {
    if (!isThere(more)) continue;
    const sent = toCidr(entry) === undefined ? { awsSecurityGroup: entry } : { cidrBlock: entry };
    await at(`${place}.accessList.${index}`, () =>
      addNetworkEntries(planting, group, [{ ...sent, ...more }]),
    );
  }
  for (const [index, role] of customDBRoles.entries())
    await at(`${place}.customDBRoles.${index}`, () => makeCustomRole(planting, group, role));
  const making = { ...planting, ...keyring };
  for (const [index, user] of databaseUsers.entries()) {
    if (!isThere(user)) continue;
    const needs =
      user.password === undefined && proofNames.every((name) => (user[name] ?? "NONE") === "NONE");
    const sent = needs ? { ...user, password: keyring.mint.linkToken() } : user;
    await at(`${place}.databaseUsers.${index}`, () => makeDatabaseUser(making, group, sent));
  }
  if (userSecurity !== undefined)
    await at(`${place}.userSecurity`, () =>
      changeUserSecurity(making, group, withBindPassword(userSecurity, keyring.mint)),
    );
  for (const [index, integration] of integrations.entries())
    await at(`${place}.integrations.${index}`, () =>
      addIntegration(making, group, integration.type, withSecrets(integration, keyring.mint)),
    );
  await plantWatches(planting, watches, group, place);
}

function withBindPassword(
  { ldap, ...others }: NonNullable<CompleteGroup["userSecurity"]>,
  { linkToken }: Mint,
): NonNullable<CompleteGroup["userSecurity"]> {
  if (!ldap?.authenticationEnabled && !ldap?.authorizationEnabled)
    return { ...others, ...(ldap && { ldap }) };
  return { ...others, ldap: { ...ldap, bindPassword: ldap.bindPassword ?? linkToken() } };
}

/** Of a secret that stands there as answers mask it, what the stars hide is minted. */
function withSecrets(
  { type, ...settings }: NonNullable<CompleteGroup["integrations"]>[number],
  { bytes, linkToken }: Mint,
) {
  const secrets: readonly string[] = integrationTypes[type].secrets;
  const digits = ({ length }: string) => bytes(length).toString("hex").slice(0, length);
  const filled = Object.entries(settings).map(([name, value]) =>
    typeof value === "string" && secrets.includes(name)
      ? [name, value.replace(/^\*+/, digits)]
      : [name, value],
  );
  return { ...(type === "PROMETHEUS" && { password: linkToken() }), ...Object.fromEntries(filled) };
}

async function plantWatches(
  planting: Planting,
  {
    alertConfigs = [],
    cloudProviderAccess = [],
  }: Pick<CompleteGroup, "alertConfigs" | "cloudProviderAccess">,
  group: Pick<Group, "id" | "orgId">,
  place: string,
): Promise<void> {
  for (const [index, config] of alertConfigs.entries())
    await at(`${place}.alertConfigs.${index}`, () => plantAlertConfig(planting, group, config));
  for (const [index, access] of cloudProviderAccess.entries())
    await at(`${place}.cloudProviderAccess.${index}`, () => plantProviderAccess(planting, group, access));
}

async function plantProviderAccess(
  planting: Planting,
  group: Pick<Group, "id">,
  { id, iamAssumedRoleArn, ...sent }: NonNullable<CompleteGroup["cloudProviderAccess"]>[number],
): Promise<void> {
  const access = await makeProviderAccess(planting, group, sent, id);
  if (iamAssumedRoleArn === undefined) return;
  const document = authorizeAccess(access.document, { ...sent, iamAssumedRoleArn }, planting);
  await providerAccesses.replace(planting, access, { document });
}

async function plantAlertConfig(
  planting: Planting,
  group: Pick<Group, "id" | "orgId">,
  { id, alerts = [], enabled = true, ...sent }: NonNullable<CompleteGroup["alertConfigs"]>[number],
): Promise<void> {
  const config = await makeAlertConfig(planting, group, { ...sent, enabled }, id);
  for (const { id: alertId, isClosed, ...about } of alerts) {
    const alert = await openAlert(planting, config, about, alertId);
    if (isClosed) await closeAlert(planting, alert);
  }
}
