import { removeEntry, removeEntryErrors } from "../../changes/access-lists.ts";
import { atlas } from "../atlas.ts";
import { findAccount } from "./common.ts";

export const deleteOrgServiceAccountAccessListEntry = atlas("deleteOrgServiceAccountAccessListEntry", {
  securityEvent: "access-list-change",
  errors: [...removeEntryErrors, "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", "SERVICE_ACCOUNT_NOT_FOUND"],
}).handle(async (context) => {
  const { org, params, fault } = context;
  const account = await findAccount(context, org.id);
  const { clientId, ipAddress } = params;
  await removeEntry(context, account, ipAddress, (entry) =>
    fault("SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", { entry, clientId }),
  );
});
