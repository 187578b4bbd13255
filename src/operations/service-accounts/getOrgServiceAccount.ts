import { door, operation, schemas } from "../declare.ts";
import { findAccount, orgPathById, orgSide, showAccount } from "./common.ts";

export const getOrgServiceAccount = operation(`GET ${orgPathById}`, {
  ...orgSide,
  summary: "Get a service account of an organization",
  description:
    "Answers the account with its organization roles and its secrets masked. Needs Organization Read Only.",
  door: door.org("ORG_READ_ONLY"),
  versions: { "2024-08-05": { reply: schemas.OrgServiceAccount } },
  errors: ["SERVICE_ACCOUNT_NOT_FOUND"],
}).handle((context) => findAccount(context, context.org.id), showAccount);
