import { atlas } from "../atlas.ts";
import { findKey, showList } from "./common.ts";

export const listOrgApiKeyAccessListEntries = atlas("listOrgApiKeyAccessListEntries", {
  errors: ["API_KEY_NOT_FOUND"],
}).handle(async (context) => {
  const { tx, org, query } = context;
  const key = await findKey(context, org.id);
  return { key, page: await tx.accessLists.page(key.id, query) };
}, showList);
