import { entryName, readEntry } from "../../domain/access-entry.ts";
import { atlas } from "../atlas.ts";
import { findKey, showEntry } from "./common.ts";

export const getOrgApiKeyAccessListEntry = atlas("getOrgApiKeyAccessListEntry", {
  errors: ["API_KEY_ACCESS_LIST_NOT_FOUND", "API_KEY_NOT_FOUND", "INVALID_IP_ADDRESS_OR_CIDR_NOTATION"],
}).handle(async (context) => {
  const { tx, org, params, fault } = context;
  const key = await findKey(context, org.id);
  const cidr = readEntry(params.ipAddress, fault);
  const entry = await tx.accessLists.find(key.id, cidr);
  if (entry === undefined) {
    throw fault("API_KEY_ACCESS_LIST_NOT_FOUND", { entry: entryName(cidr), keyId: key.id });
  }
  return { key, entry };
}, showEntry);
