import { readOffer } from "../../changes/mapping.ts";
import { door, operation } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listOffers = operation("GET /console/offers", {
  ...onPages,
  summary: "List the organizations that offer to add the person",
  description:
    'Those that use the provider the person signed in with, by their role mappings or default roles as they are now, with the groups of the provider that they go by. `isDeclined`: the person answered "not now".',
  door: door.signedIn,
  isBeforeFactor: true,
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
