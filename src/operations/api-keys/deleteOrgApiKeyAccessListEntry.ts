import { refuseOthers, removeEntry, removeEntryErrors } from "../../changes/access-lists.ts";
import { atlas } from "../atlas.ts";
import { findKey } from "./common.ts";

export const deleteOrgApiKeyAccessListEntry = atlas("deleteOrgApiKeyAccessListEntry", {
  securityEvent: "access-list-change",
  errors: [...removeEntryErrors, "API_KEY_ACCESS_LIST_NOT_FOUND", "API_KEY_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { org, params, fault } = context;
  const key = await findKey(context, org.id);
  await refuseOthers(context, key);
  await removeEntry(context, key, params.ipAddress, (entry) =>
    fault("API_KEY_ACCESS_LIST_NOT_FOUND", { entry, keyId: key.id }),
  );
});
