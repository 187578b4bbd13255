import { atlas } from "../atlas.ts";
import { showInvites } from "./common.ts";

export const listGroupInvites = atlas("listGroupInvites", {}).handle(async ({ tx, group, query, now }) => {
  // An empty filter is what clients send that always name the parameter.
  if (query.username === undefined || query.username === "") return tx.invites.pendingInGroup(group, now);
  const invite = await tx.invites.pendingByAddress(group, query.username, now);
  return invite === undefined ? [] : [invite];
}, showInvites);
