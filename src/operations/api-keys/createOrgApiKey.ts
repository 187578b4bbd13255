// Makes an API key in an organization.
import { ApiKeyUserDetails, CreateAtlasOrganizationApiKey } from "../../contract/schemas/api-keys.ts";
import { door } from "../../domain/access.ts";
import { checkDescription, mostApiKeysPerOrg } from "../../domain/api-key.ts";
import { chooseNamedOrgRoles } from "../../domain/role-list.ts";
import { operation } from "../operation.ts";
import { orgPath, orgSide } from "./common.ts";
import { makeKey } from "./keys.ts";
import { showMadeKey } from "./views.ts";

export const createOrgApiKey = operation({
  id: "createOrgApiKey",
  method: "POST",
  path: orgPath,
  ...orgSide,
  summary: "Make an API key in an organization",
  description:
    "Makes a key with at least one organization role. This answer is the only one that shows the whole private key. Needs Organization Owner.",
  door: door.org("ORG_OWNER"),
  body: CreateAtlasOrganizationApiKey,
  versions: { "2023-01-01": { reply: ApiKeyUserDetails } },
  errors: [
    "API_KEY_REQUIRES_DESCRIPTION",
    "BAD_REQUEST",
    "INVALID_API_KEY_DESC",
    "INVALID_ROLE_FOR_ORG",
    "MAX_API_KEYS_PER_ORG_EXCEEDED",
    "MISSING_API_KEY_ROLES",
  ],
}).handle(
  async ({ tx, org, body, now, newId, issue, fault, record }) => {
    const description = checkDescription(body.desc, fault);
    if (body.roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
    const roles = chooseNamedOrgRoles(body.roles, org.id, fault);
    if ((await tx.apiKeys.countInOrg(org.id)) >= mostApiKeysPerOrg) {
      throw fault("MAX_API_KEYS_PER_ORG_EXCEEDED", { limit: mostApiKeysPerOrg, orgId: org.id });
    }
    const fresh = issue.apiKey();
    const held = roles.map((role) => ({ groupId: null, role }));
    const key = makeKey(fresh, { id: newId(), orgId: org.id, description, roles: held, createdAt: now });
    await tx.apiKeys.add(key, fresh.sealedVerifier);
    await record("API_KEY_CREATED", { orgId: org.id, details: { targetPublicKey: key.publicKey } });
    return key;
  },
  { "2023-01-01": showMadeKey },
);
