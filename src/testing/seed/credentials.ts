// Plants API keys and service accounts with the roles, secrets and access lists of the seed.
import { addEntries } from "../../atlas/api-keys/access-lists.ts";
import {
  changeRoles,
  checkRoomForAccount,
  checkRoomForKey,
  heldInGroup,
  heldInOrg,
  type KeyOrAccount,
  makeAccount,
  makeKey,
} from "../../atlas/api-keys/credentials.ts";
import { fromClientId } from "../../core/contract/client-id.ts";
import { inOrder, type RoleName } from "../../core/contract/roles.ts";
import { readEntry } from "../../core/domain/access-entry.ts";
import { checkDescription, rolesIn, secretHours } from "../../core/domain/credential.ts";
import type { Org } from "../../core/domain/org.ts";
import { digestVerifier, hashSecret } from "../../core/secrets/keyring.ts";
import { type CompleteAccount, type CompleteKey, isNamed } from "./complete.ts";
import type { SeedAccount, SeedKey } from "./document.ts";
import { apiKey, findNamed, serviceAccount } from "./names.ts";
import { at, dated, madeIn, type Planting, problem, reserve } from "./planting.ts";

/** The place where a credential is listed: in an organization, or in a project of it. */
export interface Listing {
  readonly org: Org;
  readonly groupId: string | null;
  readonly place: string;
}

interface Holder {
  readonly apiKeys: readonly Wanted<CompleteKey | NamedKey>[];
  readonly serviceAccounts: readonly Wanted<CompleteAccount | NamedAccount>[];
}

type NamedKey = SeedKey & { readonly apiKey: string };
type NamedAccount = SeedAccount & { readonly serviceAccount: string };

export async function plantCredentials(planting: Planting, holder: Holder, listing: Listing): Promise<void> {
  for (const [index, key] of holder.apiKeys.entries()) {
    const place = `${listing.place}.apiKeys.${index}`;
    const here = { ...listing, place };
    const planted = await at(place, () =>
      isNamed("apiKey", key) ? giveNamed(planting, "apiKey", key, here) : plantKey(planting, key, here),
    );
    await plantAccessList(planting, planted, key, place);
  }
  for (const [index, account] of holder.serviceAccounts.entries()) {
    const place = `${listing.place}.serviceAccounts.${index}`;
    const here = { ...listing, place };
    const planted = await at(place, () =>
      isNamed("serviceAccount", account)
        ? giveNamed(planting, "serviceAccount", account, here)
        : plantAccount(planting, account, here),
    );
    await plantAccessList(planting, planted, account, place);
  }
}

const held = (groupId: string | null, roles: readonly RoleName[]) =>
  groupId === null ? heldInOrg(roles) : heldInGroup(groupId, roles);

type Wanted<Seed> = Seed & { readonly roles: readonly RoleName[] };

/** The members that an item with the name of a credential may have, other than roles. */
const besideName = ["publicKey", "clientId", "accessList", "accessListAddedAt", "roles"];

async function giveNamed<Member extends "apiKey" | "serviceAccount">(
  planting: Planting,
  member: Member,
  item: Wanted<
    Readonly<Record<Member, string>> & { readonly publicKey?: string; readonly clientId?: string }
  >,
  { org, groupId, place }: Listing,
): Promise<KeyOrAccount> {
  const further = Object.keys(item).find((each) => each !== member && !besideName.includes(each));
  if (further !== undefined) {
    throw problem(`${place}.${further}`, `leave it out: ${member} names one that has it already`);
  }
  const { [member]: name, publicKey, clientId, roles } = item;
  const found =
    member === "apiKey"
      ? await findNamed(planting, org, apiKey, { name, id: publicKey, at: place, member })
      : await findNamed(planting, org, serviceAccount, { name, id: clientId, at: place, member });
  return addRoles(planting, found, groupId, roles, `${place}.${member}`, name);
}

async function plantKey(
  planting: Planting,
  { id, publicKey, privateKey, desc = "seeded", roles }: Wanted<CompleteKey>,
  { org: { id: orgId }, groupId, place }: Listing,
): Promise<KeyOrAccount> {
  const { tx, fault, keyring, known: before, planted } = planting;
  reserve(planting, id, publicKey, place);
  const known = await tx.credentials.apiKey(publicKey);
  if (known !== undefined) {
    const listed = await tx.apiKeys.find(orgId, known.id);
    const given = [...before.apiKeys, ...planted.apiKeys].find((each) => each.publicKey === publicKey);
    if (listed === undefined) throw elsewhere(`${place}.publicKey`, `API key ${publicKey}`);
    if (privateKey !== given?.privateKey) throw anotherSecret(`${place}.privateKey`, publicKey);
    return addRoles(planting, listed, groupId, roles, `${place}.publicKey`, publicKey);
  }
  const description = checkDescription(desc, fault);
  await checkRoomForKey(planting, orgId);
  const sealedVerifier = keyring.seal(digestVerifier(publicKey, privateKey));
  const wanted = { id, orgId, description, roles: held(groupId, roles) };
  planted.apiKeys.push({ publicKey, privateKey });
  const handle = { id, publicKey, privateKey, desc: description, orgId };
  planted.made.push({ kind: "keys", names: [desc, publicKey], orgId, handle });
  return makeKey(planting, wanted, { publicKey, privateKey, sealedVerifier });
}

async function plantAccount(
  planting: Planting,
  { clientId, secret, name = "seeded", description = "seeded", roles, ...made }: Wanted<CompleteAccount>,
  { org: { id: orgId }, groupId, place }: Listing,
): Promise<KeyOrAccount> {
  const { tx, places, known, planted, keyring } = planting;
  const { createdAt, secrets: allSecrets = [] } = made;
  const id = fromClientId(clientId);
  const given = [...known.serviceAccounts, ...planted.serviceAccounts].find(
    (each) => each.clientId === clientId,
  )?.clientSecret;
  if (given !== undefined || places.has(id)) {
    const listed = await tx.serviceAccounts.find(orgId, id);
    if (listed === undefined) throw elsewhere(`${place}.clientId`, `service account ${clientId}`);
    if (secret !== given) throw anotherSecret(`${place}.secret`, clientId);
    return addRoles(planting, listed, groupId, roles, `${place}.clientId`, clientId);
  }
  places.set(id, place);
  await checkRoomForAccount(planting, orgId);
  const shared = { id, orgId, name, description, roles: held(groupId, roles) };
  const secrets = allSecrets.filter(({ expiresAt }) => Date.parse(expiresAt) > planting.now);
  const first =
    secrets.length > 0 ? { withoutInitialSecret: true } : { secretExpiresAfterHours: secretHours.most };
  planted.serviceAccounts.push({ clientId, clientSecret: secret });
  const handle = { clientId, secret, clientSecret: secret, name, orgId };
  planted.made.push({ kind: "serviceAccounts", names: [name, clientId], orgId, handle });
  const now = madeIn(planting, createdAt);
  const account = await makeAccount({ ...planting, now }, { ...shared, ...first }, () => ({
    secret,
    hash: hashSecret(secret),
  }));
  for (const [index, { maskedSecretValue, ...shown }] of secrets.entries()) {
    const kept = {
      id: shown.id,
      tail: maskedSecretValue.slice(-4),
      createdAt: Date.parse(shown.createdAt),
      expiresAt: Date.parse(shown.expiresAt),
      lastUsedAt: null,
    };
    await tx.serviceAccounts.addSecret(id, kept, hashSecret(index === 0 ? secret : keyring.mint.linkToken()));
  }
  return account;
}

// A credential may be in several lists of its organization, with one secret.
const elsewhere = (place: string, what: string) =>
  problem(place, `the ${what} belongs to another organization`);
const anotherSecret = (place: string, name: string) =>
  problem(place, `is not the one ${name} was given before`);

/** Adds roles to a credential that was planted before. */
async function addRoles(
  planting: Planting,
  credential: KeyOrAccount,
  groupId: string | null,
  roles: readonly RoleName[],
  place: string,
  name: string,
): Promise<KeyOrAccount> {
  if (rolesIn(credential.roles, groupId).length > 0) {
    throw problem(
      place,
      `${name} ${planting.adds ? "has roles there already" : "appears twice in the list"}`,
    );
  }
  await changeRoles(planting, credential, groupId, inOrder(new Set(roles)));
  return credential;
}

async function plantAccessList(
  planting: Planting,
  credential: KeyOrAccount,
  { accessList = [], accessListAddedAt = {} }: Pick<SeedKey, "accessList" | "accessListAddedAt">,
  place: string,
): Promise<void> {
  const strange = Object.keys(accessListAddedAt).find((entry) => !accessList.includes(entry));
  if (strange !== undefined) throw problem(`${place}.accessListAddedAt`, `${strange} is not in accessList`);
  for (const [index, entry] of accessList.entries()) {
    await at(`${place}.accessList.${index}`, async () => {
      const cidrBlock = readEntry(entry, planting.fault);
      // A credential in several lists repeats itself there.
      if ((await planting.tx.accessLists.find(credential.id, cidrBlock)) !== undefined) return;
      const added = dated(planting, madeIn(planting, accessListAddedAt[entry]));
      await addEntries(added, credential, [{ cidrBlock }]);
    });
  }
}
