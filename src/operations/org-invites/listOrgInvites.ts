import type { OrgInvite } from "../../domain/invite.ts";
import { atlas } from "../atlas.ts";
import { ofAddress } from "../declare.ts";
import { showInvite } from "./common.ts";

export const listOrgInvites = atlas("listOrgInvites", {}).handle(
  async ({ tx, org, query, now }) => {
    const { username } = query;
    const invites = await tx.orgInvites.pending(org, now);
    // An empty filter is what clients send that always name the parameter.
    if (username === undefined || username === "") return invites;
    return invites.filter(ofAddress(username));
  },
  (invites: OrgInvite[]) => invites.map(showInvite),
);
