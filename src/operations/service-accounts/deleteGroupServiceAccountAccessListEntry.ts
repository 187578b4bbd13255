import { removeEntry, removeEntryErrors } from "../../changes/access-lists.ts";
import { refuseBeyond } from "../../changes/changing.ts";
import { atlas } from "../atlas.ts";
import { findGroupAccount } from "./common.ts";

export const deleteGroupServiceAccountAccessListEntry = atlas("deleteGroupServiceAccountAccessListEntry", {
  securityEvent: "access-list-change",
  errors: [
    ...removeEntryErrors,
    "ROLE_ABOVE_OWN",
    "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND",
    "SERVICE_ACCOUNT_NOT_FOUND",
    "USER_UNAUTHORIZED",
  ],
}).handle(async (context) => {
  const { group, params, fault } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  const { clientId, ipAddress } = params;
  await removeEntry(context, account, ipAddress, (entry) =>
    fault("SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", { entry, clientId }),
  );
});
