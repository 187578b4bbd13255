// Reads an organization through the API as a seed: everything but secrets, with its ids, in a fixed order. What the credential
// may not read is left out and listed.
import type { AtlasClient } from "../../client/client.ts";
import type { OperationId } from "../../client/types.ts";
import type { SeedDocument } from "../seed/document.ts";
import { composeSeed, type ReadGroupContent, type ReadOrg } from "./compose.ts";
import { compareTexts, inOrderOf } from "./form.ts";
import { membersOfGroup, membersOfOrg } from "./keep.ts";
import { type Reading, readKinds } from "./kinds.ts";
import { forgetful, inParallel, isUnread, type Journal, PartsReader, type Unread } from "./parts.ts";
import { groupKinds, orgKinds } from "./tables.ts";

export interface Mirror {
  readonly seed: SeedDocument;
  /** The unread parts in alphabetical order. */
  readonly unread: readonly Unread[];
}

export interface MirrorOptions {
  readonly client: AtlasClient;
  readonly orgId: string;
  /** The journal with the answers read before an interruption; absent if there was none. */
  readonly journal?: Journal;
  /** The number of requests at a time. */
  readonly parallel?: number;
  /** Receives, after each request, the number of completed requests, and of all that are known to be needed. */
  readonly onProgress?: (done: number, known: number) => void;
}

/**
 * Reads the organization. Rejects with the AtlasError or AtlasUnreachable of a request that failed for a reason other than
 * missing rights, and if the organization itself cannot be read; called again with the same journal, it continues from there.
 */
export async function readWorld({
  client,
  orgId,
  journal = forgetful,
  parallel = 4,
  onProgress = () => {},
}: MirrorOptions): Promise<Mirror> {
  const reader = new PartsReader(journal, onProgress, 10);
  const reading = { reader, client, params: { orgId }, prefix: "" };
  const ofOrg = await readOrg(reading);
  const { groups, apiKeys, serviceAccounts } = ofOrg;
  reader.expect(groups.length * 12 + apiKeys.length + serviceAccounts.length);
  const credentials = [
    ...apiKeys.map(({ id: apiUserId, publicKey }) => {
      return {
        list: "listOrgApiKeyAccessListEntries",
        ids: { apiUserId },
        of: `apiKeys.${publicKey}`,
      } as const;
    }),
    ...serviceAccounts.map(({ clientId }) => {
      const of = `serviceAccounts.${clientId}`;
      return { list: "listOrgServiceAccountAccessList", ids: { clientId }, of } as const;
    }),
  ];
  const read = {
    ...ofOrg,
    accessLists: new Map(await inParallel(credentials, parallel, (each) => readAddresses(reading, each))),
    inGroups: new Map(await inParallel(groups, parallel, ({ id }) => readGroup(reading, id))),
  };
  const { unread } = reader;
  const { seed, unseenParts, unheldParts } = composeSeed(read);
  for (const part of unseenParts) unread.set(part, "the credential does not see the project");
  for (const part of unheldParts) unread.set(part, "it holds no role in what the credential sees");
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

async function readOrg(reading: Reading) {
  const { reader, client, params } = reading;
  const org = await reader.once("org", async () => {
    const { id, name } = await client.getOrg({ orgId: params.orgId ?? "" });
    return { id, name };
  });
  const kinds = { settings: { list: "getOrgSettings" as const }, ...membersOfOrg, ...orgKinds };
  return { org, ...(await readKinds(kinds, ["SeedOrg"], reading)) } as ReadOrg;
}

interface Restricted {
  /** The operation that lists the addresses from which it may be used. */
  readonly list: OperationId;
  readonly ids: Reading["params"];
  readonly of: string;
}

/** An entry, of a key or of a service account. */
interface Entry {
  readonly cidrBlock: string | null;
  readonly created?: string;
  readonly createdAt?: string;
}

async function readAddresses({ params, ...reading }: Reading, { list, ids, of }: Restricted) {
  const keep = ({ cidrBlock, created, createdAt = created }: Entry) => [cidrBlock ?? "", createdAt] as const;
  const inCredential = { ...reading, params: { ...params, ...ids }, prefix: `${of}.` };
  const { accessList } = await readKinds({ accessList: { list, keep } }, [], inCredential);
  return [of, inOrderOf(accessList as ReturnType<typeof keep>[], ([cidrBlock]) => cidrBlock)] as const;
}

async function readGroup(reading: Reading, groupId: string) {
  const inGroup = { ...reading, params: { groupId }, prefix: `groups.${groupId}.` };
  const read = await readKinds({ ...membersOfGroup, ...groupKinds }, ["SeedGroup"], inGroup);
  return [groupId, read as unknown as ReadGroupContent] as const;
}
