import { removeEntry, removeEntryErrors } from "../../changes/access-lists.ts";
import { refuseBeyond } from "../../changes/changing.ts";
import { door, operation } from "../declare.ts";
import { findGroupAccount, groupPathById, groupSide } from "./common.ts";

export const deleteGroupServiceAccountAccessListEntry = operation(
  `DELETE ${groupPathById}/accessList/{ipAddress}`,
  {
    securityEvent: "access-list-change",
    ...groupSide,
    summary: "Remove an entry from the access list of a service account",
    description:
      "Removes the entry of exactly this address or network. An account cannot remove an entry that covers the address it asks from. Needs Project Access Manager, and every role that the account holds elsewhere: the list counts there too.",
    door: door.group("GROUP_ACCESS_MANAGER"),
    versions: { "2024-08-05": {} },
    errors: [
      ...removeEntryErrors,
      "ROLE_ABOVE_OWN",
      "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND",
      "SERVICE_ACCOUNT_NOT_FOUND",
      "USER_UNAUTHORIZED",
    ],
  },
).handle(async (context) => {
  const { group, params, fault } = context;
  const account = await findGroupAccount(context);
  await refuseBeyond(context, account, group);
  const { clientId, ipAddress } = params;
  await removeEntry(context, account, ipAddress, (entry) =>
    fault("SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", { entry, clientId }),
  );
});
