// Bodies of the creation of an organization.
import * as Type from "typebox";
import { ApiKeyUserDetails, CreateAtlasOrganizationApiKey } from "./api-keys.ts";
import { always, ObjectId, object } from "./common.ts";
import { AtlasOrganization, orgName } from "./orgs.ts";
import { OrgServiceAccount, OrgServiceAccountRequest } from "./service-accounts.ts";

const skipDefaultAlertsSettings = always(
  Type.Boolean({ default: false, description: "Whether new projects start without alert settings." }),
);
const federation = "Federation the organization joins.";

export const CreateOrganizationRequest = object("CreateOrganizationRequest", {
  apiKey: Type.Optional(CreateAtlasOrganizationApiKey),
  federationSettingsId: Type.Optional({
    ...ObjectId,
    description: `${federation} The caller must own another organization in it.`,
  }),
  name: orgName,
  orgOwnerId: Type.Optional({ ...ObjectId, description: "User who becomes Organization Owner." }),
  serviceAccount: Type.Optional(OrgServiceAccountRequest),
  skipDefaultAlertsSettings,
});

export const CreateOrganizationResponse = object("CreateOrganizationResponse", {
  apiKey: Type.Optional(ApiKeyUserDetails),
  federationSettingsId: Type.Optional({ ...ObjectId, readOnly: true, description: federation }),
  orgOwnerId: always({
    ...ObjectId,
    readOnly: true,
    description: "User who became Organization Owner.",
  }),
  organization: always(AtlasOrganization),
  serviceAccount: Type.Optional(OrgServiceAccount),
  skipDefaultAlertsSettings,
});
