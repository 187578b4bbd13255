import { door, operation, schemas } from "../declare.ts";
import { findKey, orgPathById, orgSide, showKey } from "./common.ts";

export const getOrgApiKey = operation(`GET ${orgPathById}`, {
  ...orgSide,
  summary: "Get an API key",
  description:
    "Answers the key with its roles in every scope and its private key masked. Needs Organization Member.",
  door: door.org("ORG_MEMBER"),
  versions: { "2023-01-01": { reply: schemas.ApiKeyUserDetails } },
  errors: ["API_KEY_NOT_FOUND"],
}).handle((context) => findKey(context, context.org.id), showKey);
