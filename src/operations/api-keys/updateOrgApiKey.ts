import { changeRoles, describeKey } from "../../changes/credentials.ts";
import { checkDescription, descriptionErrors } from "../../domain/credential.ts";
import { chooseNamedOrgRoles, door, operation, schemas } from "../declare.ts";
import { findKey, orgPathById, orgSide, showKey } from "./common.ts";

export const updateOrgApiKey = operation(`PATCH ${orgPathById}`, {
  securityEvent: "credential-change",
  ...orgSide,
  summary: "Update an API key",
  description:
    "Changes the description, the organization roles or both; what is not sent stays. Sent roles replace those in the organization and leave those in projects. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: schemas.UpdateAtlasOrganizationApiKey,
  versions: { "2023-01-01": { reply: schemas.ApiKeyUserDetails } },
  errors: [
    ...descriptionErrors,
    "API_KEY_NOT_FOUND",
    "BAD_REQUEST",
    "INVALID_ROLE_FOR_ORG",
    "MISSING_API_KEY_ROLES",
  ],
}).handle(async (context) => {
  const { org, body, fault } = context;
  const key = await findKey(context, org.id);
  if (body.desc !== undefined) await describeKey(context, key, checkDescription(body.desc, fault));
  if (body.roles !== undefined) {
    if (body.roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
    await changeRoles(context, key, null, chooseNamedOrgRoles(body.roles, org.id, fault));
  }
  return findKey(context, org.id);
}, showKey);
