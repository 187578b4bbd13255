// Adds addresses an API key may be used from.
import { UserAccessListPage, UserAccessListRequests } from "../../contract/schemas/api-keys.ts";
import { paging } from "../../contract/schemas/common.ts";
import { door } from "../../domain/access.ts";
import { chooseEntries, entryName } from "../../domain/access-entry.ts";
import { operation } from "../operation.ts";
import { findKey, listPath, orgSide } from "./common.ts";
import { refuseOthers } from "./keys.ts";
import { showList } from "./views.ts";

export const createOrgApiKeyAccessListEntry = operation({
  id: "createOrgApiKeyAccessListEntry",
  method: "POST",
  path: listPath,
  ...orgSide,
  summary: "Add entries to the access list of an API key",
  description:
    "Adds addresses and networks, all of them or none, and answers the whole list. For Organization Owners, and for the key itself.",
  door: door.org("ORG_MEMBER"),
  query: { ...paging },
  body: UserAccessListRequests,
  versions: { "2023-01-01": { reply: UserAccessListPage } },
  errors: [
    "ADDRESS_ALREADY_IN_ACCESS_LIST",
    "API_KEY_NOT_FOUND",
    "BAD_ACCESS_LIST_ADD_REQUEST",
    "DUPLICATE_ADDRESSES_IN_INPUT",
    "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
    "MISSING_ONE_OF_ATTRIBUTES",
    "USER_UNAUTHORIZED",
  ],
}).handle(
  async ({ tx, org, params, query, body, caller, now, fault, record }) => {
    const key = await findKey(tx, { orgId: org.id, keyId: params.apiUserId }, fault);
    await refuseOthers(tx, key, caller, fault);
    for (const cidr of chooseEntries(body, fault)) {
      const entry = entryName(cidr);
      if (!(await tx.accessLists.add(key.id, { cidr, createdAt: now }))) {
        throw fault("ADDRESS_ALREADY_IN_ACCESS_LIST", { entry });
      }
      const details = { targetPublicKey: key.publicKey, whitelistEntry: entry };
      await record("API_KEY_ACCESS_LIST_ENTRY_ADDED", { orgId: org.id, details });
    }
    return { key, page: await tx.accessLists.page(key.id, query) };
  },
  { "2023-01-01": showList },
);
