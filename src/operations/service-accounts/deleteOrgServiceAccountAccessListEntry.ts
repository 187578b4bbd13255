import { removeEntry, removeEntryErrors } from "../../changes/access-lists.ts";
import { door, operation } from "../declare.ts";
import { findAccount, orgPathById, orgSide } from "./common.ts";

export const deleteOrgServiceAccountAccessListEntry = operation(
  `DELETE ${orgPathById}/accessList/{ipAddress}`,
  {
    securityEvent: "access-list-change",
    ...orgSide,
    summary: "Remove an entry from the access list of a service account",
    description:
      "Removes the entry of exactly this address or network. An account cannot remove an entry that covers the address it asks from. Needs Organization Owner.",
    door: door.org("ORG_OWNER"),
    versions: { "2024-08-05": {} },
    errors: [...removeEntryErrors, "SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", "SERVICE_ACCOUNT_NOT_FOUND"],
  },
).handle(async (context) => {
  const { org, params, fault } = context;
  const account = await findAccount(context, org.id);
  const { clientId, ipAddress } = params;
  await removeEntry(context, account, ipAddress, (entry) =>
    fault("SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND", { entry, clientId }),
  );
});
