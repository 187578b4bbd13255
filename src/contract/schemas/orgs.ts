// Bodies of the organization operations and of the system status.
import * as Type from "typebox";
import { always, Links, nameSigns, ObjectId, object, roleName } from "./common.ts";

export const orgName = Type.String({
  minLength: 1,
  maxLength: 64,
  checkedByRule: true,
  description: `Name of the organization. ${nameSigns}`,
});

export const AtlasOrganization = object(
  "AtlasOrganization",
  {
    id: always({ ...ObjectId, readOnly: true, description: "Id of the organization." }),
    isDeleted: always(Type.Boolean({ readOnly: true, description: "Whether it was deleted." })),
    links: always(Links),
    name: orgName,
    skipDefaultAlertsSettings: always(
      Type.Boolean({ default: false, description: "Whether new projects start without alert settings." }),
    ),
  },
  { description: "An organization." },
);

export const RoleAssignment = object("CloudAccessRoleAssignment", {
  groupId: Type.Optional({ ...ObjectId, description: "Project the role is held in." }),
  orgId: Type.Optional({ ...ObjectId, description: "Organization the role is held in." }),
  roleName: Type.Optional({ ...roleName, description: "Name of the role." }),
});

export const SystemStatus = object("SystemStatus", {
  apiKey: always(
    Type.Union(
      [
        Type.Object({
          accessList: Type.Array(
            Type.Object({
              cidrBlock: always(Type.Union([Type.String(), Type.Null()])),
              ipAddress: Type.Union([Type.String(), Type.Null()]),
            }),
            { description: "Addresses the key may be used from; empty means any." },
          ),
          id: ObjectId,
          publicKey: Type.String({ description: "Public part of the key." }),
          roles: Type.Array(RoleAssignment, { description: "Roles the key holds." }),
        }),
        Type.Null(),
      ],
      { description: "The API key that asks; null for a service account or a person." },
    ),
  ),
  appName: Type.Literal("MongoDB Atlas", { description: "Name of the service." }),
  build: Type.String({ description: "Forty hexadecimal digits that identify the release." }),
  ipAddress: Type.Optional(
    Type.String({
      readOnly: true,
      description:
        "Address the request came from, by which access lists decide; absent where a proxy named none.",
    }),
  ),
  links: always(Links),
  throttling: Type.Boolean({ description: "Whether the server is shedding load: it never is here." }),
  user: Type.Optional(
    object(
      "AuthenticatedUser",
      { username: always(Type.String({ description: "Address of the person." })) },
      { description: "The person who asks; absent for credentials." },
    ),
  ),
});
