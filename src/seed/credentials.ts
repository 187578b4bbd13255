// Planting API keys and service accounts with the roles, secrets and access lists that the seed gives them.
import { addEntries } from "../changes/access-lists.ts";
import {
  changeRoles,
  checkRoomForAccount,
  checkRoomForKey,
  heldInGroup,
  heldInOrg,
  type KeyOrAccount,
  makeAccount,
  makeKey,
} from "../changes/credentials.ts";
import { fromClientId } from "../contract/client-id.ts";
import { inOrder, type RoleName } from "../contract/roles.ts";
import { readEntry } from "../domain/access-entry.ts";
import { checkDescription, rolesIn, secretHours } from "../domain/credential.ts";
import { digestVerifier, hashSecret } from "../secrets/keyring.ts";
import type { CompleteAccount, CompleteKey } from "./complete.ts";
import { at, type Planting, problem, reserve } from "./planting.ts";

/** Where a credential is listed: in an organization, or in a project of it. */
export interface Listing {
  readonly orgId: string;
  readonly groupId: string | null;
  readonly place: string;
}

interface Holder {
  readonly apiKeys: readonly Wanted<CompleteKey>[];
  readonly serviceAccounts: readonly Wanted<CompleteAccount>[];
}

export async function plantCredentials(planting: Planting, holder: Holder, listing: Listing): Promise<void> {
  for (const [index, key] of holder.apiKeys.entries()) {
    const place = `${listing.place}.apiKeys.${index}`;
    const planted = await at(place, () => plantKey(planting, key, { ...listing, place }));
    await plantAccessList(planting, planted, key.accessList ?? [], place);
  }
  for (const [index, account] of holder.serviceAccounts.entries()) {
    const place = `${listing.place}.serviceAccounts.${index}`;
    const planted = await at(place, () => plantAccount(planting, account, { ...listing, place }));
    await plantAccessList(planting, planted, account.accessList ?? [], place);
  }
}

const held = (groupId: string | null, roles: readonly RoleName[]) =>
  groupId === null ? heldInOrg(roles) : heldInGroup(groupId, roles);

type Wanted<Seed> = Seed & { readonly roles: readonly RoleName[] };

async function plantKey(
  planting: Planting,
  { id, publicKey, privateKey, desc = "seeded", roles }: Wanted<CompleteKey>,
  { orgId, groupId, place }: Listing,
): Promise<KeyOrAccount> {
  const { tx, fault, keyring, planted } = planting;
  reserve(planting, id, publicKey, place);
  const known = await tx.credentials.apiKey(publicKey);
  if (known !== undefined) {
    const listed = await tx.apiKeys.find(orgId, known.id);
    const given = planted.apiKeys.find((each) => each.publicKey === publicKey)?.privateKey;
    if (listed === undefined) throw elsewhere(`${place}.publicKey`, `API key ${publicKey}`);
    if (privateKey !== given) throw anotherSecret(`${place}.privateKey`, publicKey);
    return addRoles(planting, listed, groupId, roles, `${place}.publicKey`, publicKey);
  }
  const description = checkDescription(desc, fault);
  await checkRoomForKey(planting, orgId);
  const sealedVerifier = keyring.seal(digestVerifier(publicKey, privateKey));
  const wanted = { id, orgId, description, roles: held(groupId, roles) };
  planted.apiKeys.push({ publicKey, privateKey });
  return makeKey(planting, wanted, { publicKey, privateKey, sealedVerifier });
}

async function plantAccount(
  planting: Planting,
  { clientId, secret, name = "seeded", description = "seeded", roles }: Wanted<CompleteAccount>,
  { orgId, groupId, place }: Listing,
): Promise<KeyOrAccount> {
  const { tx, places, planted } = planting;
  const id = fromClientId(clientId);
  const given = planted.serviceAccounts.find((each) => each.clientId === clientId)?.clientSecret;
  if (given !== undefined || places.has(id)) {
    const listed = await tx.serviceAccounts.find(orgId, id);
    if (listed === undefined) throw elsewhere(`${place}.clientId`, `service account ${clientId}`);
    if (secret !== given) throw anotherSecret(`${place}.secret`, clientId);
    return addRoles(planting, listed, groupId, roles, `${place}.clientId`, clientId);
  }
  places.set(id, place);
  await checkRoomForAccount(planting, orgId);
  const shared = { id, orgId, name, description, roles: held(groupId, roles) };
  const wanted = { ...shared, secretExpiresAfterHours: secretHours.most };
  planted.serviceAccounts.push({ clientId, clientSecret: secret });
  return makeAccount(planting, wanted, { secret, hash: hashSecret(secret) });
}

// A credential may be in several lists of its organization, with one secret.
const elsewhere = (place: string, what: string) =>
  problem(place, `the ${what} belongs to another organization`);
const anotherSecret = (place: string, name: string) =>
  problem(place, `is not the one ${name} was given before`);

/** A credential that was planted before only gains what this list gives it. */
async function addRoles(
  planting: Planting,
  credential: KeyOrAccount,
  groupId: string | null,
  roles: readonly RoleName[],
  place: string,
  name: string,
): Promise<KeyOrAccount> {
  if (rolesIn(credential.roles, groupId).length > 0) {
    throw problem(place, `${name} appears twice in the list`);
  }
  await changeRoles(planting, credential, groupId, inOrder(new Set(roles)));
  return credential;
}

async function plantAccessList(
  planting: Planting,
  credential: KeyOrAccount,
  entries: readonly string[],
  place: string,
): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    await at(`${place}.accessList.${index}`, async () => {
      const cidrBlock = readEntry(entry, planting.fault);
      // A credential that stands in several lists repeats itself there.
      if ((await planting.tx.accessLists.find(credential.id, cidrBlock)) !== undefined) return;
      await addEntries(planting, credential, [{ cidrBlock }]);
    });
  }
}
