import { readOffer, takeOffer } from "../../changes/mapping.ts";
import { door, ObjectId, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const answerOffer = operation("POST /console/offers", {
  ...onPages,
  summary: "Join an organization that offers to add the person, or not now",
  description:
    "Joining gives the roles that the offer names at this moment; what the groups of the provider give later follows at each sign-in. Not now is remembered: the person can still join, and is not asked again.",
  door: door.signedIn,
  isBeforeFactor: true,
  holds: "itself",
  body: Type.Object({ orgId: ObjectId, isJoining: Type.Boolean() }),
  errors: ["FEDERATION_OFFER_NOT_FOUND", "MAX_USERS_PER_ORG_EXCEEDED"],
}).handle(async (context) => {
  const { tx, body, caller, policy, now, fault } = context;
  const { orgId, isJoining } = body;
  const at = { userId: caller.id, orgId };
  if ((await tx.federationOffers.find(caller.id, orgId)) === undefined) {
    throw fault("FEDERATION_OFFER_NOT_FOUND", {});
  }
  tx.locks.org(orgId);
  tx.locks.person(caller.id);
  // Read again: it may have been answered before the organization was locked.
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
