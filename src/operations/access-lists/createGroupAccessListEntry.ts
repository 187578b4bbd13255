import { addNetworkEntries, addNetworkErrors } from "../../changes/network-access.ts";
import { networkEntries } from "../../changes/resources.ts";
import { door, operation, paging, schemas, showPageOf } from "../declare.ts";
import { path, shared, showEntry } from "./common.ts";

export const createGroupAccessListEntry = operation(`POST ${path}`, {
  ...shared,
  securityEvent: "network-access-change",
  summary: "Add addresses that the databases of a project may be reached from",
  description:
    "Adds all entries or none, and answers the whole list. One that is there already gets the comment and the end of the request. Needs Project Network Access Manager.",
  door: door.group("GROUP_NETWORK_ACCESS_MANAGER"),
  holds: "group",
  status: 201,
  query: { ...paging },
  body: schemas.NetworkPermissionEntries,
  versions: { "2023-01-01": { reply: schemas.NetworkAccessPage } },
  errors: [...addNetworkErrors],
}).handle(async (context) => {
  await addNetworkEntries(context, context.group, context.body);
  return networkEntries.page(context, context.group, context.query);
}, showPageOf(showEntry));
