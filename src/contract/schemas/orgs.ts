// Bodies of the organization operations and of the system status.
import * as Type from "typebox";
import { Links, nameSigns, ObjectId } from "./common.ts";

export const orgName = Type.String({
  minLength: 1,
  maxLength: 64,
  checkedByRule: true,
  description: `Name of the organization. ${nameSigns}`,
});

export const AtlasOrganization = Type.Object(
  {
    id: Type.Optional({ ...ObjectId, readOnly: true, description: "Id of the organization." }),
    isDeleted: Type.Optional(Type.Boolean({ readOnly: true, description: "Whether it was deleted." })),
    links: Type.Optional(Links),
    name: orgName,
    skipDefaultAlertsSettings: Type.Optional(
      Type.Boolean({ default: false, description: "Whether new projects start without alert settings." }),
    ),
  },
  { $id: "AtlasOrganization" },
);

export const RoleAssignment = Type.Object(
  {
    groupId: Type.Optional({ ...ObjectId, description: "Project the role is held in." }),
    orgId: Type.Optional({ ...ObjectId, description: "Organization the role is held in." }),
    roleName: Type.Optional(Type.String({ description: "Name of the role." })),
  },
  { $id: "CloudAccessRoleAssignment" },
);

export const SystemStatus = Type.Object(
  {
    apiKey: Type.Union(
      [
        Type.Object({
          accessList: Type.Array(
            Type.Object({
              cidrBlock: Type.Optional(Type.Union([Type.String(), Type.Null()])),
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
      { description: "The API key that asks; null for a service account." },
    ),
    appName: Type.Literal("MongoDB Atlas"),
    build: Type.String({ description: "Forty hexadecimal digits that identify the release." }),
    links: Type.Optional(Links),
    throttling: Type.Boolean({ description: "Whether the server is shedding load: it never is here." }),
  },
  { $id: "SystemStatus" },
);
