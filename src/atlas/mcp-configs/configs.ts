// Finds, makes, changes and removes remote MCP configurations. One is two service accounts that Atlas keeps: with that of
// ingress programs connect, with that of egress Atlas works for them. Both have the roles of the configuration.

import type { Changing, ReadingUnit } from "../../core/changes/changing.ts";
import { type FaultMaker, wrongField } from "../../core/contract/errors.ts";
import type { RoleName } from "../../core/contract/roles.ts";
import type { AccessEntry, entryErrors } from "../../core/domain/access-entry.ts";
import { rolesIn, type ServiceAccount } from "../../core/domain/credential.ts";
import { entriesOf, replaceEntries } from "../api-keys/access-lists.ts";
import {
  addAccount,
  amendAccount,
  changeRoles,
  checkRoomForAccount,
  heldInGroup,
  heldInOrg,
  removeSides,
} from "../api-keys/credentials.ts";

/** The organization itself, or a project of it. */
export interface Place {
  readonly orgId: string;
  readonly groupId: string | null;
}

export interface McpConfig {
  readonly id: string;
  readonly ingress: ServiceAccount;
  readonly egress: ServiceAccount;
}

/** A configuration with the addresses that programs may connect from. */
export interface ListedConfig extends McpConfig {
  readonly entries: readonly AccessEntry[];
}

const isOf = ({ roles }: ServiceAccount, groupId: string | null): boolean =>
  groupId === null ? roles.every((held) => held.groupId === null) : rolesIn(roles, groupId).length > 0;

/** Lists the configurations of an organization itself, or of a project, oldest first. */
export async function configsIn({ tx }: ReadingUnit, { orgId, groupId }: Place): Promise<McpConfig[]> {
  const accounts = (await tx.serviceAccounts.ofMcpConfigs(orgId)).filter((each) => isOf(each, groupId));
  const sides = new Map(accounts.map((each) => [`${each.mcpConfigId} ${each.mcpSide}`, each]));
  return accounts.flatMap((ingress) => {
    const id = ingress.mcpConfigId;
    const egress = sides.get(`${id} EGRESS`);
    return id === null || egress === undefined || ingress === egress ? [] : [{ id, ingress, egress }];
  });
}

export const withEntries = async (looking: ReadingUnit, config: McpConfig): Promise<ListedConfig> => ({
  ...config,
  entries: await entriesOf(looking, config.ingress),
});

export interface Finding extends ReadingUnit {
  readonly params: { readonly mcpConfigId: string };
  readonly fault: FaultMaker<"RESOURCE_NOT_FOUND">;
}

export async function findConfig({ params, fault, ...looking }: Finding, place: Place): Promise<McpConfig> {
  const found = (await configsIn(looking, place)).find(({ id }) => id === params.mcpConfigId);
  if (found === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.mcpConfigId });
  return found;
}

type SentEntries = Parameters<typeof replaceEntries>[2];
type EntryCode = (typeof entryErrors)[number];

export interface WantedConfig {
  readonly id: string;
  readonly mcpConfigName: string;
  readonly roles: readonly RoleName[];
  readonly ipAccessList?: SentEntries | undefined;
  /** The ids of the accounts; minted if absent. */
  readonly ingressId?: string | undefined;
  readonly egressId?: string | undefined;
}

export async function makeConfig(
  changing: Changing<EntryCode | "MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED">,
  { orgId, groupId }: Place,
  { id, mcpConfigName: name, roles, ipAccessList = [], ingressId, egressId }: WantedConfig,
): Promise<ListedConfig> {
  await checkRoomForAccount(changing, orgId, 2);
  const held = groupId === null ? heldInOrg(roles) : heldInGroup(groupId, roles);
  const shared = { orgId, name, description: "remote MCP", roles: held, mcpConfigId: id };
  const ingress = await addAccount(changing, { ...shared, id: ingressId, mcpSide: "INGRESS" });
  const egress = await addAccount(changing, { ...shared, id: egressId, mcpSide: "EGRESS" });
  await replaceEntries(changing, ingress, ipAccessList);
  return withEntries(changing, {
    id,
    ingress: { ...ingress, secrets: [] },
    egress: { ...egress, secrets: [] },
  });
}

export interface ChangedConfig {
  readonly mcpConfigName?: string | null | undefined;
  readonly roles: readonly RoleName[] | undefined;
  readonly ipAccessList?: SentEntries | undefined;
}

export async function changeConfig(
  changing: Changing<EntryCode>,
  { ingress, egress }: McpConfig,
  { groupId }: Place,
  { mcpConfigName: name, roles, ipAccessList }: ChangedConfig,
): Promise<void> {
  for (const account of [ingress, egress]) {
    await amendAccount(changing, account, { name: name ?? null });
    if (roles !== undefined) await changeRoles(changing, account, groupId, roles);
  }
  if (ipAccessList !== undefined) await replaceEntries(changing, ingress, ipAccessList);
}

/** Removes both accounts. One whose secrets are still good is removed with them on request alone. */
export async function removeConfig(
  changing: Changing<"BAD_REQUEST">,
  { ingress, egress }: McpConfig,
  isCascading: boolean,
): Promise<void> {
  const { now, fault } = changing;
  if (!isCascading && ingress.secrets.some(({ expiresAt }) => expiresAt > now)) {
    const description = "The configuration has active secrets, which are deleted with it if this is true.";
    throw fault("BAD_REQUEST", {}, wrongField("cascading", description));
  }
  await removeSides(changing, [ingress, egress]);
}

/** Removes configurations of a project that is deleted or leaves its organization, whatever secrets they have. */
export const removeConfigs = (changing: Changing, configs: readonly McpConfig[]): Promise<void> =>
  removeSides(
    changing,
    configs.flatMap(({ ingress, egress }) => [ingress, egress]),
  );
