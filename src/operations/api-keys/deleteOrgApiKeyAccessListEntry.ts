import { refuseOthers, removeEntry, removeEntryErrors } from "../../changes/access-lists.ts";
import { door, operation } from "../declare.ts";
import { entryPath, findKey, orgSide } from "./common.ts";

export const deleteOrgApiKeyAccessListEntry = operation(`DELETE ${entryPath}`, {
  securityEvent: "access-list-change",
  ...orgSide,
  summary: "Remove an entry from the access list of an API key",
  description:
    "Removes the entry of exactly this address or network. A key cannot remove an entry that covers the address it asks from. For Organization Owners, and for the key itself.",
  door: door.org("ORG_MEMBER"),
  versions: { "2023-01-01": {} },
  errors: [...removeEntryErrors, "API_KEY_ACCESS_LIST_NOT_FOUND", "API_KEY_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async (context) => {
  const { org, params, fault } = context;
  const key = await findKey(context, org.id);
  await refuseOthers(context, key);
  await removeEntry(context, key, params.ipAddress, (entry) =>
    fault("API_KEY_ACCESS_LIST_NOT_FOUND", { entry, keyId: key.id }),
  );
});
