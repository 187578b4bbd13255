// Reads an organization through the API as a seed: everything but secrets, with its ids, in a fixed order. What the credential may not
// read is left out and listed.
import type { AtlasClient } from "../client/client.ts";
import type { GroupRole } from "../contract/roles.ts";
import { foldAddress } from "../domain/address.ts";
import type { SeedDocument } from "../seed/document.ts";
import { readClusters } from "./clusters.ts";
import { composeSeed } from "./compose.ts";
import { readDoors } from "./doors.ts";
import { readFederation } from "./federation.ts";
import { readGroupSettings } from "./group-settings.ts";
import {
  compareTexts,
  keepAccount,
  keepGroup,
  keepInvite,
  keepKey,
  keepPolicy,
  keepSettings,
  keepUser,
  type ReadAccount,
  type ReadGroup,
  type ReadKey,
} from "./keep.ts";
import { readKeptSettings } from "./kept-settings.ts";
import { forgetful, inParallel, isUnread, type Journal, PartsReader, parts, type Unread } from "./parts.ts";

export interface Mirror {
  readonly seed: SeedDocument;
  /** In alphabetical order of their parts. */
  readonly unread: readonly Unread[];
}

export interface MirrorOptions {
  readonly client: AtlasClient;
  readonly orgId: string;
  /** What was read before an interruption; nothing if absent. */
  readonly journal?: Journal;
  /** Requests at a time. */
  readonly parallel?: number;
  /** Called after each request: how many are done, and how many are known to be needed by now. */
  readonly onProgress?: (done: number, known: number) => void;
}

/**
 * Reads the organization. Rejects with the AtlasError or AtlasUnreachable of a request that failed for another reason than missing rights,
 * and where the organization itself cannot be read; called again with the same journal, it goes on from there.
 */
export async function readWorld({
  client,
  orgId,
  journal = forgetful,
  parallel = 4,
  onProgress = () => {},
}: MirrorOptions): Promise<Mirror> {
  const reader = new PartsReader(journal, onProgress, 10);
  const source = { reader, client, orgId };
  const ofOrg = await readOrg(source);
  const { groups, keys, accounts } = ofOrg;
  reader.expect(groups.length * 12 + keys.length + accounts.length);
  const read = {
    ...ofOrg,
    keyAddresses: new Map(await inParallel(keys, parallel, (key) => readKeyAddresses(source, key))),
    accountAddresses: new Map(
      await inParallel(accounts, parallel, (account) => readAccountAddresses(source, account)),
    ),
    inGroups: new Map(await inParallel(groups, parallel, (group) => readGroup(source, group))),
  };
  const { unread } = reader;
  const { seed, unseenGroupIds, unheldKeys } = composeSeed(read);
  for (const id of unseenGroupIds) unread.set(parts.group(id), "the credential does not see the project");
  for (const key of unheldKeys) {
    unread.set(parts.apiKey(key), "it holds no role in what the credential sees");
  }
  const outermost = [...unread].filter(
    ([name]) => !isUnread(name.split(".").slice(0, -1).join("."), new Set(unread.keys())),
  );
  return {
    // Reading an organization sends no mail.
    seed: { mailed: false, orgs: [seed] },
    unread: outermost
      .map(([name, why]) => ({ part: name, why }))
      .sort((a, b) => compareTexts(a.part, b.part)),
  };
}

interface Source {
  readonly reader: PartsReader;
  readonly client: AtlasClient;
  readonly orgId: string;
}

async function readOrg({ reader, client, orgId }: Source) {
  const org = await reader.once("org", async () => {
    const { id, name } = await client.getOrg({ orgId });
    return { id, name };
  });
  const settings = await reader.one(parts.settings, async () =>
    keepSettings(await client.getOrgSettings({ orgId })),
  );
  const users = await reader.list(parts.users, (page) => client.listOrgUsers({ orgId, ...page }), keepUser);
  const inviteIds = await reader.one(parts.inviteIds, async () =>
    (await client.listOrgInvites({ orgId })).map(({ id, username }) => [foldAddress(username), id] as const),
  );
  const teams = await reader.list(
    parts.teams,
    (page) => client.listOrgTeams({ orgId, ...page }),
    ({ id, name }) => ({ id, name }),
  );
  const groups = await reader.list(
    parts.groups,
    (page) => client.getOrgGroups({ orgId, ...page }),
    keepGroup,
  );
  const keys = await reader.list(parts.apiKeys, (page) => client.listOrgApiKeys({ orgId, ...page }), keepKey);
  const accounts = await reader.list(
    parts.serviceAccounts,
    (page) => client.listOrgServiceAccounts({ orgId, ...page }),
    keepAccount,
  );
  const policies = await reader.one(parts.resourcePolicies, async () =>
    (await client.listOrgResourcePolicies({ orgId })).map(keepPolicy),
  );
  const federation = (await readFederation(reader, client, orgId)) ?? undefined;
  const owned = { resourcePolicies: policies ?? [], federation };
  return { org, settings, users, inviteIds: new Map(inviteIds), teams, groups, keys, accounts, ...owned };
}

const keepAddress = ({ cidrBlock }: { readonly cidrBlock: string | null }) => cidrBlock ?? "";

async function readKeyAddresses({ reader, client, orgId }: Source, { id: apiUserId, publicKey }: ReadKey) {
  const read = await reader.list(
    parts.keyAddresses(publicKey),
    (page) => client.listOrgApiKeyAccessListEntries({ orgId, apiUserId, ...page }),
    keepAddress,
  );
  return [publicKey, read.sort()] as const;
}

async function readAccountAddresses({ reader, client, orgId }: Source, { clientId }: ReadAccount) {
  const read = await reader.list(
    parts.accountAddresses(clientId),
    (page) => client.listOrgServiceAccountAccessList({ orgId, clientId, ...page }),
    keepAddress,
  );
  return [clientId, read.sort()] as const;
}

async function readGroup({ reader, client }: Source, { id: groupId }: ReadGroup) {
  const teams = await reader.list(
    parts.groupTeams(groupId),
    (page) => client.listGroupTeams({ groupId, ...page }),
    ({ teamId, roleNames }) => ({ teamId, roleNames: roleNames as GroupRole[] }),
  );
  const invites = await reader.one(parts.groupInvites(groupId), async () =>
    (await client.listGroupInvites({ groupId })).map(keepInvite),
  );
  const accounts = await reader.list(
    parts.groupAccounts(groupId),
    (page) => client.listGroupServiceAccounts({ groupId, ...page }),
    keepAccount,
  );
  const doors = await readDoors(reader, client, groupId);
  const clusters = await readClusters(reader, client, groupId);
  const settings = await readGroupSettings(reader, client, groupId);
  const kept = await readKeptSettings(reader, client, groupId);
  return [groupId, { teams, invites: invites ?? [], accounts, doors, clusters, settings, kept }] as const;
}
