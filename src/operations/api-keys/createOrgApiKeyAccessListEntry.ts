import { addEntries, addEntryErrors, refuseOthers } from "../../changes/access-lists.ts";
import { atlas } from "../atlas.ts";
import { findKey, showList } from "./common.ts";

export const createOrgApiKeyAccessListEntry = atlas("createOrgApiKeyAccessListEntry", {
  securityEvent: "access-list-change",
  errors: [...addEntryErrors, "API_KEY_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { tx, org, query, body } = context;
  const key = await findKey(context, org.id);
  await refuseOthers(context, key);
  await addEntries(context, key, body);
  return { key, page: await tx.accessLists.page(key.id, query) };
}, showList);
