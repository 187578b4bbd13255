// Plants a seed document in a store: passwords are hashed first, then everything is made in one unit of work.
import { join } from "../changes/accepting.ts";
import { makeGroup } from "../changes/groups.ts";
import { checkGifts, inviteToGroup, inviteToOrg } from "../changes/inviting.ts";
import { makeOrg } from "../changes/orgs.ts";
import { addTeamToGroup, makeTeam, memberNamed } from "../changes/teams.ts";
import { fault } from "../contract/errors.ts";
import { inOrder } from "../contract/roles.ts";
import { chooseUsername, foldAddress } from "../domain/address.ts";
import { chooseGifts, chooseTeams } from "../domain/invite.ts";
import { checkRoomInOrg } from "../domain/membership.ts";
import type { Org } from "../domain/org.ts";
import { checkSettings } from "../domain/org-settings.ts";
import { checkNames, checkPassword, draftUser, type User } from "../domain/user.ts";
import { createPasswords, type Passwords } from "../secrets/passwords.ts";
import type { Writes } from "../store/store.ts";
import { type CompleteGroup, type CompleteOrg, type CompleteUser, complete } from "./complete.ts";
import { plantCredentials } from "./credentials.ts";
import type { SeedDocument } from "./document.ts";
import type { PlantedCredentials } from "./planted.ts";
import {
  at,
  mailing,
  type Planting,
  plantingOf,
  problem,
  refuseRepeats,
  reserve,
  type Target,
} from "./planting.ts";

class NotEmpty extends Error {}

/** Plants the seed unless the store holds an organization already; of two processes that start at once one plants. */
export async function plantIfEmpty(
  document: SeedDocument,
  target: Target,
  before: (tx: Writes) => Promise<void> = async () => {},
): Promise<PlantedCredentials | undefined> {
  const guarded = async (tx: Writes) => {
    if (await tx.orgs.exist()) throw new NotEmpty();
    await before(tx);
  };
  return plant(document, target, guarded).catch((reason) => {
    if (reason instanceof NotEmpty) return undefined;
    throw reason;
  });
}

/**
 * Plants all of the seed or nothing; `before` runs first in the same unit of work. Throws a SeedError that names the place
 * of what the API would refuse. What the seed leaves out is minted first: who plants it again completes it once before.
 */
export async function plant(
  document: SeedDocument,
  { store, keyring, now }: Target,
  before: (tx: Writes) => Promise<void> = async () => {},
): Promise<PlantedCredentials> {
  const { orgs, mailed } = complete(document, now, keyring.mint);
  const passwordHashes = await hashPasswords(orgs, createPasswords(keyring.mint));
  return store.write(async (tx) => {
    tx.locks.everything();
    await before(tx);
    const planting = plantingOf({ tx, now, keyring, passwordHashes, mailed });
    for (const [index, org] of orgs.entries()) await plantOrg(planting, org, `orgs.${index}`);
    return planting.planted;
  });
}

async function hashPasswords(orgs: readonly CompleteOrg[], passwords: Passwords) {
  const hashes = new Map<string, string>();
  for (const [index, { users }] of orgs.entries()) {
    for (const [nth, { username, password }] of users.entries()) {
      if (password === undefined) continue;
      await at(`orgs.${index}.users.${nth}`, () => checkPassword(password, fault));
      hashes.set(foldAddress(username), await passwords.hash(password));
    }
  }
  return hashes;
}

async function plantOrg(planting: Planting, seed: CompleteOrg, place: string): Promise<void> {
  const { tx } = planting;
  const { id, name, settings = {}, limits } = seed;
  if ((await tx.orgs.find(id)) !== undefined) {
    throw problem(`${place}.id`, `the organization ${id} exists already; seed an empty store or other ids`);
  }
  const org = await at(place, () =>
    makeOrg(planting, {
      id,
      name,
      apiAccessListRequired: settings.apiAccessListRequired ?? false,
      ...(limits?.users !== undefined && { mostUsers: limits.users }),
    }),
  );
  await plantSettings(planting, org, settings, `${place}.settings`);
  const orgId = org.id;
  const { users } = seed;
  refuseRepeats(users, `${place}.users`);
  for (const [index, user] of users.entries()) {
    const person = await plantUser(planting, user, `${place}.users.${index}`);
    await join(planting, person, orgId, { roles: user.orgRoles, groupRoles: [], teamIds: [] });
  }
  const planted = await tx.orgInvites.countMembers(orgId);
  await at(place, () => checkRoomInOrg(org, [], fault, planted));
  await plantCredentials(planting, seed, { orgId, groupId: null, place });
  for (const [index, team] of seed.teams.entries()) {
    const teamAt = `${place}.teams.${index}`;
    reserve(planting, team.id, teamAt, teamAt);
    await at(teamAt, () => makeTeam(planting, org, team));
  }
  for (const [index, group] of seed.groups.entries()) {
    await plantGroup(planting, group, org, `${place}.groups.${index}`);
  }
  await plantOrgInvites(planting, seed, org, place);
}

/** One setting is a column of the organization, which has it already. */
async function plantSettings(
  { tx }: Planting,
  { id }: Org,
  { apiAccessListRequired: _, ...others }: NonNullable<CompleteOrg["settings"]>,
  place: string,
): Promise<void> {
  if (Object.keys(others).length === 0) return;
  await at(place, () => checkSettings(others, fault));
  await tx.orgs.writeDocument(id, "settings", others);
}

async function plantOrgInvites(planting: Planting, seed: CompleteOrg, org: Org, place: string) {
  const inviter = inviterOf(planting, seed.users);
  for (const [index, invite] of seed.invites.entries()) {
    const inviteAt = `${place}.invites.${index}`;
    reserve(planting, invite.id, inviteAt, inviteAt);
    reserve(planting, invite.userId, foldAddress(invite.username), inviteAt);
    await at(inviteAt, async () => {
      const groupRoles = chooseGifts(invite.groupRoleAssignments ?? [], fault);
      const teamIds = chooseTeams(invite.teamIds ?? [], fault);
      await checkGifts(planting, org.id, { groupRoles, teamIds });
      await inviteToOrg(mailing(planting, invite.mailed), org, {
        id: invite.id,
        ...(invite.userId !== undefined && { userId: invite.userId }),
        username: chooseUsername(invite.username, fault),
        inviter,
        roles: inOrder(new Set(invite.roles)),
        groupRoles,
        teamIds,
      });
    });
  }
}

async function plantGroup(planting: Planting, seed: CompleteGroup, org: Org, place: string): Promise<void> {
  const orgId = org.id;
  reserve(planting, seed.id, place, place);
  const { id, name, tags = [] } = seed;
  const group = await at(place, () =>
    makeGroup(planting, { id, orgId, name, tags, withDefaultAlertsSettings: true }),
  );
  const groupId = group.id;
  const { users = [] } = seed;
  refuseRepeats(users, `${place}.users`);
  for (const [index, { username, roles }] of users.entries()) {
    const person = await at(`${place}.users.${index}`, () => memberNamed(planting, org, username));
    const groupRoles = roles.map((role) => ({ groupId, role }));
    await join(planting, person, orgId, { roles: [], groupRoles, teamIds: [] });
  }
  await plantCredentials(planting, seed, { orgId, groupId, place });
  for (const [index, { teamId, roleNames }] of (seed.teams ?? []).entries()) {
    const roles = inOrder(new Set(roleNames));
    await at(`${place}.teams.${index}`, () => addTeamToGroup(planting, group, teamId, roles));
  }
  const inviter = inviterOf(planting, seed.users);
  for (const [index, invite] of seed.invites.entries()) {
    const inviteAt = `${place}.invites.${index}`;
    reserve(planting, invite.id, inviteAt, inviteAt);
    await at(inviteAt, () => {
      const username = chooseUsername(invite.username, fault);
      return inviteToGroup(mailing(planting, invite.mailed), group, {
        id: invite.id,
        username,
        inviter,
        roles: inOrder(new Set(invite.roles)),
      });
    });
  }
}

/** A person may be in several organizations; the first mention makes the account. */
async function plantUser(planting: Planting, seed: CompleteUser, place: string): Promise<User> {
  const { tx, now, passwordHashes } = planting;
  const { id, firstName = "", lastName = "", country, mobileNumber, createdAt, lastAuth } = seed;
  const username = await at(place, () => chooseUsername(seed.username, fault));
  reserve(planting, id, foldAddress(username), place);
  const known = await tx.users.byAddress(username);
  if (known !== undefined) return known;
  const draft = draftUser({ id, username, now });
  const user: User = {
    ...draft,
    ...(await at(place, () => checkNames({ firstName, lastName }, fault))),
    country: country ?? draft.country,
    mobileNumber: mobileNumber ?? draft.mobileNumber,
    createdAt: createdAt === undefined ? draft.createdAt : Date.parse(createdAt),
    lastAuthAt: lastAuth === undefined ? draft.lastAuthAt : Date.parse(lastAuth),
  };
  await tx.users.add(user, passwordHashes.get(foldAddress(username)) ?? null);
  return user;
}

/** Seeded invitations come from the first person of their scope, or from the first API key when there is none. */
const inviterOf = ({ planted }: Planting, users: readonly { username: string }[] | undefined): string =>
  users?.[0]?.username ?? planted.apiKeys[0]?.publicKey ?? "anteroom";
