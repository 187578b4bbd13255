import { removeCredential } from "../../changes/credentials.ts";
import { atlas } from "../atlas.ts";
import { findKey } from "./common.ts";

export const deleteOrgApiKey = atlas("deleteOrgApiKey", {
  securityEvent: "credential-removal",
  errors: ["API_KEY_NOT_FOUND"],
}).handle(async (context) => removeCredential(context, await findKey(context, context.org.id)));
