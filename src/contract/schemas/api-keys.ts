// Bodies of the API key operations and of the access lists of keys.
import * as Type from "typebox";
import { groupRoleNames, orgRoleNames } from "../roles.ts";
import { always, demanded, groupRole, Links, ObjectId, object, Page, Timestamp } from "./common.ts";
import { RoleAssignment } from "./orgs.ts";

export const KeyDescription = Type.String({
  minLength: 1,
  maxLength: 250,
  checkedByRule: true,
  description: "What the key is for.",
});
const orgRoles = Type.Array(Type.String({ enum: orgRoleNames, checkedByRule: true }), {
  minItems: 1,
  checkedByRule: true,
  description: "Organization roles of the key; a sent list replaces the old one.",
});
const groupRoles = Type.Array(groupRole, {
  minItems: 1,
  checkedByRule: true,
  description: `Project roles of the key; at least one of ${groupRoleNames.join(", ")}.`,
});

export const ApiKeyUserDetails = object(
  "ApiKeyUserDetails",
  {
    desc: always(KeyDescription),
    id: always({ ...ObjectId, readOnly: true, description: "Id of the key." }),
    links: always(Links),
    privateKey: always(
      Type.String({
        readOnly: true,
        isSecret: true,
        description: "Private part: whole in the answer of the creation, masked ever after.",
      }),
    ),
    publicKey: always(
      Type.String({
        minLength: 8,
        maxLength: 8,
        readOnly: true,
        description: "Public part: the user name of digest authentication.",
      }),
    ),
    roles: always(Type.Array(RoleAssignment, { description: "Roles of the key in every scope." })),
  },
  { description: "An API key." },
);

export const ApiKeyPage = Page(ApiKeyUserDetails, "PaginatedApiApiUserView");

export const CreateAtlasOrganizationApiKey = object(
  "CreateAtlasOrganizationApiKey",
  { desc: KeyDescription, roles: orgRoles },
  { description: "An API key to be made." },
);

export const UpdateAtlasOrganizationApiKey = object("UpdateAtlasOrganizationApiKey", {
  desc: Type.Optional(KeyDescription),
  roles: Type.Optional(orgRoles),
});

export const CreateAtlasProjectApiKey = object("CreateAtlasProjectApiKey", {
  desc: KeyDescription,
  roles: groupRoles,
});

export const UpdateAtlasProjectApiKey = object("UpdateAtlasProjectApiKey", {
  desc: Type.Optional(KeyDescription),
  roles: Type.Optional(groupRoles),
});

export const UserAccessRoleAssignments = Type.Array(
  object("UserAccessRoleAssignment", {
    roles: demanded(groupRoles),
    userId: Type.Optional({ ...ObjectId, readOnly: true, description: "Id of the key." }),
  }),
  { description: "Roles to give; those of all items count together." },
);

/** A rule reads these; the official patterns leave out most ways to write an IPv6 address, so that none is declared. */
const ipAddress = Type.String({ description: "A single address." });
const cidrBlock = Type.String({ description: "A network in CIDR notation." });

export const UserAccessListRequests = Type.Array(
  object("UserAccessListRequest", {
    cidrBlock: Type.Optional(cidrBlock),
    ipAddress: Type.Optional(ipAddress),
  }),
  { description: "Addresses and networks to add." },
);

export const UserAccessListResponse = object("UserAccessListResponse", {
  cidrBlock: always(cidrBlock),
  count: always(
    Type.Integer({
      format: "int32",
      readOnly: true,
      description: "Requests that came from here: always 0, they are not counted.",
    }),
  ),
  created: always({ ...Timestamp, readOnly: true, description: "When the entry was added." }),
  ipAddress: Type.Optional(ipAddress),
  lastUsed: Type.Optional({ ...Timestamp, readOnly: true, description: "Never answered here." }),
  lastUsedAddress: Type.Optional(Type.String({ readOnly: true, description: "Never answered here." })),
  links: always(Links),
});

export const UserAccessListPage = Page(UserAccessListResponse, "PaginatedApiUserAccessListResponseView");
