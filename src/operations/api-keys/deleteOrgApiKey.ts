import { removeCredential } from "../../changes/credentials.ts";
import { door, operation } from "../declare.ts";
import { findKey, orgPathById, orgSide } from "./common.ts";

export const deleteOrgApiKey = operation(`DELETE ${orgPathById}`, {
  securityEvent: "credential-removal",
  ...orgSide,
  summary: "Delete an API key",
  description:
    "Deletes the key, its access list and its roles in the organization and in every project. It is refused from the next request on. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  versions: { "2023-01-01": {} },
  errors: ["API_KEY_NOT_FOUND"],
}).handle(async (context) => removeCredential(context, await findKey(context, context.org.id)));
