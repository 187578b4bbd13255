// Plants a seed document in a store: passwords are hashed first, then everything is made in one unit of work.
import { join } from "../../atlas/invites/accepting.ts";
import { findSku } from "../../atlas/invoices/rules/sku.ts";
import { makeOrg } from "../../atlas/orgs/orgs.ts";
import { checkSettings } from "../../atlas/orgs/rules/org-settings.ts";
import { writeSettings } from "../../core/changes/settings.ts";
import { fault } from "../../core/contract/errors.ts";
import { chooseUsername, foldAddress } from "../../core/domain/address.ts";
import { checkRoomInOrg } from "../../core/domain/membership.ts";
import type { Org } from "../../core/domain/org.ts";
import { checkNames, checkPassword, draftUser, type User } from "../../core/domain/user.ts";
import { createPasswords, type Passwords } from "../../core/secrets/passwords.ts";
import type { Writes } from "../../core/store/store.ts";
import { type CompleteOrg, type CompleteUser, complete } from "./complete.ts";
import { plantCredentials } from "./credentials.ts";
import type { SeedDocument } from "./document.ts";
import { plantFederation } from "./federation.ts";
import { plantGroup } from "./groups.ts";
import { plantOrgInvites } from "./invites.ts";
import { kindsOfOrg } from "./kinds.ts";
import { plantKinds } from "./parts.ts";
import type { Planted, PlantedCredentials } from "./planted.ts";
import {
  at,
  dated,
  type Planting,
  plantingOf,
  problem,
  refuseMembers,
  refuseRepeats,
  reserve,
  type Target,
} from "./planting.ts";

class NotEmpty extends Error {}

/** Plants the seed unless the store has an organization; of two processes that start at once, one plants. */
export async function plantIfEmpty(
  document: SeedDocument,
  target: Target,
  after?: How["after"],
): Promise<Planted | undefined> {
  const before = async (tx: Writes) => {
    if (await tx.orgs.exist()) throw new NotEmpty();
  };
  return plant(document, target, { before, ...(after && { after }) }).catch((reason) => {
    if (reason instanceof NotEmpty) return undefined;
    throw reason;
  });
}

/** Removes everything except what says which secret the store belongs to. */
export async function empty(tx: Writes): Promise<void> {
  const seal = await tx.meta.get("seal");
  await tx.dump.restore({});
  if (seal !== undefined) tx.meta.set("seal", seal);
}

const none: PlantedCredentials = { apiKeys: [], serviceAccounts: [] };

export interface How extends Partial<Pick<Planting, "adds" | "known">> {
  readonly before?: (tx: Writes) => Promise<void>;
  readonly after?: (tx: Writes, planted: Planted) => Promise<void>;
}

/**
 * Plants the whole seed or nothing; `before` and `after` run in the same unit of work. Throws a SeedError that names the place
 * of what the API would refuse. Members that the seed leaves out are minted first: to plant it again, complete it once before.
 */
export async function plant(
  document: SeedDocument,
  { store, keyring, now }: Target,
  { before = async () => {}, after = async () => {}, adds = false, known = none }: How = {},
): Promise<Planted> {
  const { orgs, mailed } = complete(document, now, keyring.mint, known);
  const passwordHashes = await hashPasswords(orgs, createPasswords(keyring.mint));
  return store.write(async (tx) => {
    tx.locks.everything();
    await before(tx);
    const planting = plantingOf({ tx, now, keyring, passwordHashes, mailed, adds, known });
    for (const [index, org] of orgs.entries()) await plantOrg(planting, org, `orgs.${index}`);
    await after(tx, planting.planted);
    return planting.planted;
  });
}

async function hashPasswords(orgs: readonly CompleteOrg[], passwords: Passwords) {
  const given = new Map<string, string>();
  const hashes = new Map<string, string>();
  for (const [index, { users }] of orgs.entries()) {
    for (const [nth, { username, password }] of users.entries()) {
      if (password === undefined) continue;
      const place = `orgs.${index}.users.${nth}`;
      await at(place, () => checkPassword(password, fault));
      const address = foldAddress(username);
      const before = given.get(address) ?? password;
      if (before !== password) throw unchanged(place, username, "password");
      if (!given.has(address)) hashes.set(address, await passwords.hash(password));
      given.set(address, password);
    }
  }
  return hashes;
}

const unchanged = (place: string, username: string, member: string) =>
  problem(
    `${place}.${member}`,
    `${username} has an account already, whose ${member} stays as it is; leave it out`,
  );

async function plantOrg(planting: Planting, seed: CompleteOrg, place: string): Promise<void> {
  const { tx, now, planted } = planting;
  const { users, settings = {}, prices } = seed;
  const there = await orgThere(planting, seed, place);
  // A person joins a new organization when the account is created, and the organization is as old as its first person.
  const since = ({ createdAt }: CompleteUser) =>
    there !== undefined || createdAt === undefined ? now : Math.min(now, Date.parse(createdAt));
  const begun = dated(planting, Math.min(now, ...users.map(since)));
  const org = there ?? (await makeOrgOf(begun, seed, place));
  const orgId = org.id;
  planted.made.push({ kind: "orgs", names: [seed.name], handle: { id: orgId, name: seed.name } });
  await plantSettings(planting, org, settings, `${place}.settings`);
  plantPrices(planting, org, prices, `${place}.prices`);
  refuseRepeats(users, `${place}.users`);
  for (const [index, user] of users.entries()) {
    const person = await plantUser(planting, user, `${place}.users.${index}`);
    const holdings = { roles: user.orgRoles, groupRoles: [], teamIds: [] };
    // This sets only the event: of owners without a founder, the first id in the seed is the eldest.
    await join({ ...planting, record: dated(planting, since(user)).record }, person, orgId, holdings);
    const { username } = user;
    planted.made.push({ kind: "users", names: [username], orgId, handle: { id: person.id, username } });
  }
  const members = await tx.orgInvites.countMembers(orgId);
  await at(place, () => checkRoomInOrg(org, [], fault, members));
  await plantCredentials(planting, seed, { org, groupId: null, place });
  await plantKinds(kindsOfOrg, planting, seed, { org }, place);
  for (const [index, group] of seed.groups.entries()) {
    await plantGroup(planting, group, org, `${place}.groups.${index}`);
  }
  await plantOrgInvites(planting, seed, org, place);
  await plantFederation(planting, seed, org, place);
}

async function orgThere({ tx, adds }: Planting, seed: CompleteOrg, place: string): Promise<Org | undefined> {
  const { id, name } = seed;
  const known = await tx.orgs.find(id);
  if (known === undefined) return undefined;
  if (!adds) {
    throw problem(`${place}.id`, `the organization ${id} exists already; seed an empty store or other ids`);
  }
  if (known.name !== name) throw problem(`${place}.name`, `the organization ${id} is named "${known.name}"`);
  refuseMembers(seed, ["settings", "limits", "prices"], place);
  return known;
}

function makeOrgOf(planting: Planting, { id, name, settings, limits }: CompleteOrg, place: string) {
  return at(place, () =>
    makeOrg(planting, {
      id,
      name,
      apiAccessListRequired: settings?.apiAccessListRequired ?? false,
      ...(limits?.users !== undefined && { mostUsers: limits.users }),
    }),
  );
}

/** Plants settings, other than a single one that is a column of the organization. */
async function plantSettings(
  planting: Planting,
  { id }: Org,
  { apiAccessListRequired: _, ...others }: NonNullable<CompleteOrg["settings"]>,
  place: string,
): Promise<void> {
  if (Object.keys(others).length === 0) return;
  await at(place, () => checkSettings(others, fault));
  writeSettings(planting, { orgId: id }, "settings", others);
}

function plantPrices(
  planting: Planting,
  { id }: Org,
  prices: CompleteOrg["prices"] = [],
  place: string,
): void {
  for (const [index, { sku }] of prices.entries()) {
    if (findSku(sku) === undefined) throw problem(`${place}.${index}.sku`, `there is no SKU ${sku}`);
  }
  if (prices.length === 0) return;
  const document = Object.fromEntries(prices.map(({ sku, unitPriceDollars }) => [sku, unitPriceDollars]));
  writeSettings(planting, { orgId: id }, "prices", document);
}

/** Plants a person, who may be in several organizations; the first mention creates the account, and others must agree. */
async function plantUser(planting: Planting, seed: CompleteUser, place: string): Promise<User> {
  const { tx, now, passwordHashes } = planting;
  const { id, createdAt, lastAuth } = seed;
  const username = await at(place, () => chooseUsername(seed.username, fault));
  reserve(planting, id, foldAddress(username), place);
  const known = await tx.users.byAddress(username);
  const draft = known ?? draftUser({ id, username, now });
  const { firstName = draft.firstName, lastName = draft.lastName } = seed;
  const user: User = {
    ...draft,
    ...(await at(place, () => checkNames({ firstName, lastName }, fault))),
    country: seed.country ?? draft.country,
    mobileNumber: seed.mobileNumber ?? draft.mobileNumber,
    createdAt: createdAt === undefined ? draft.createdAt : Date.parse(createdAt),
    lastAuthAt: lastAuth === undefined ? draft.lastAuthAt : Date.parse(lastAuth),
  };
  if (known === undefined) {
    planting.newcomers.add(id);
    await tx.users.add(user, passwordHashes.get(foldAddress(username)) ?? null);
    return user;
  }
  if (seed.password !== undefined && !planting.newcomers.has(known.id)) {
    throw unchanged(place, username, "password");
  }
  const other = Object.entries(user).find(([member, value]) => value !== known[member as keyof User])?.[0];
  if (other !== undefined) throw unchanged(place, username, other === "lastAuthAt" ? "lastAuth" : other);
  return known;
}
