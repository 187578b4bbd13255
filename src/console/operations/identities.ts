// Operations of pages on identities of providers, and on the roles that they bring.

import { readOffer, takeOffer } from "../../atlas/federation/mapping.ts";
import { requireRecentSignIn } from "../../core/changes/changing.ts";
import { mayRelease, release } from "../../core/changes/identities.ts";
import { door, ObjectId, operation, Type } from "../../core/operations/declare.ts";
import { asIs, onPages } from "./common.ts";

export const listIdentities = operation("GET /console/orgs/{orgId}/users/{userId}/identities", {
  ...onPages,
  summary: "List the identities of the provider that have an account",
  description: "For those alone who own every organization of the person; nothing for others.",
  door: door.org("ORG_OWNER"),
  params: { userId: ObjectId },
}).handle(async ({ tx, caller, org, params: { userId } }) => {
  const isShown = (await tx.users.isInOrg(userId, org.id)) && (await mayRelease(tx, caller.id, userId));
  return { identities: isShown ? await tx.sessions.identitiesOf(userId) : [] };
}, asIs);

export const listOffers = operation("GET /console/offers", {
  ...onPages,
  summary: "List the organizations that offer to add the person",
  description:
    'Those that use the provider the person signed in with, by their role mappings or default roles as they are now, with the groups of the provider that they go by. `isDeclined`: the person answered "not now".',
  door: door.signedIn,
  isBeforeFactor: true,
  needs: ["policy"],
}).handle(async ({ tx, caller, policy }) => {
  const person = { id: caller.id, username: caller.name };
  const offers = [];
  for (const each of await tx.federationOffers.of(caller.id)) {
    const found = await readOffer({ tx, policy }, person, each);
    if (found === undefined) continue;
    const { org, offer, groups } = found;
    const names = new Map((await tx.groups.inOrg(org.id)).map(({ id, name }) => [id, name]));
    offers.push({
      orgId: org.id,
      orgName: org.name,
      groups,
      roles: offer.roles,
      groupRoles: offer.groupRoles.map(({ groupId, role }) => ({
        groupName: names.get(groupId) ?? groupId,
        role,
      })),
      isDeclined: each.declinedAt !== null,
    });
  }
  return offers;
}, asIs);

export const answerOffer = operation("POST /console/offers", {
  ...onPages,
  summary: "Join an organization that offers to add the person, or not now",
  description:
    "Joining gives the roles that the offer names at this moment; what the groups of the provider give later follows at each sign-in. Not now is remembered: the person can still join, and is not asked again.",
  door: door.signedIn,
  isBeforeFactor: true,
  locks: "handler",
  body: Type.Object({ orgId: ObjectId, isJoining: Type.Boolean() }),
  errors: ["FEDERATION_OFFER_NOT_FOUND", "MAX_USERS_PER_ORG_EXCEEDED"],
  needs: ["policy"],
}).handle(async (context) => {
  const { tx, body, caller, policy, now, fault } = context;
  const { orgId, isJoining } = body;
  const at = { userId: caller.id, orgId };
  if ((await tx.federationOffers.find(caller.id, orgId)) === undefined) {
    throw fault("FEDERATION_OFFER_NOT_FOUND", {});
  }
  tx.locks.org(orgId);
  tx.locks.person(caller.id);
  // The offer is read again: it may have been answered before the organization was locked.
  const kept = await tx.federationOffers.find(caller.id, orgId);
  if (kept === undefined) throw fault("FEDERATION_OFFER_NOT_FOUND", {});
  if (!isJoining) {
    tx.federationOffers.decline(at, now);
    return {};
  }
  const person = { id: caller.id, username: caller.name };
  const found = await readOffer({ tx, policy }, person, kept);
  if (found === undefined) throw fault("FEDERATION_OFFER_NOT_FOUND", {});
  const { mostUsers: limit } = found.org;
  if ((await tx.orgInvites.countMembers(orgId)) >= limit) {
    throw fault("MAX_USERS_PER_ORG_EXCEEDED", { limit, orgId });
  }
  await takeOffer(context, person, found);
  return {};
}, asIs);

export const releaseIdentity = operation("POST /console/orgs/{orgId}/users/{userId}/identities", {
  ...onPages,
  securityEvent: "identity-release",
  summary: "Release an account from the person of the provider who signs in to it",
  description:
    "The next person of the provider who has the address takes the account. Ends its sessions, mails the person, and writes an event for each organization of the person. Needs Organization Owner in all of them, and a recent sign-in.",
  door: door.org("ORG_OWNER"),
  params: { userId: ObjectId },
  errors: ["USER_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, caller, org, params, fault } = context;
  const { userId } = params;
  const user = (await tx.users.isInOrg(userId, org.id)) ? await tx.users.find(userId) : undefined;
  if (user === undefined) throw fault("USER_NOT_FOUND", { userId });
  if (!(await mayRelease(tx, caller.id, userId))) throw fault("USER_UNAUTHORIZED", {});
  requireRecentSignIn(context);
  return { released: await release(context, user, caller.remoteAddress.ip ?? null) };
}, asIs);
