import { addNetworkEntries, addNetworkErrors } from "../../changes/network-access.ts";
import { networkEntries } from "../../changes/resources.ts";
import { atlas } from "../atlas.ts";
import { showPageOf } from "../declare.ts";
import { showEntry } from "./common.ts";

export const createGroupAccessListEntry = atlas("createGroupAccessListEntry", {
  holds: "group",
  securityEvent: "network-access-change",
  errors: [...addNetworkErrors],
}).handle(async (context) => {
  await addNetworkEntries(context, context.group, context.body);
  return networkEntries.page(context, context.group, context.query);
}, showPageOf(showEntry));
