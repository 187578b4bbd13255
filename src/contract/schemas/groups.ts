// Bodies of the project operations.
import * as Type from "typebox";
import { always, demanded, Links, nameSigns, ObjectId, Tag, Timestamp } from "./common.ts";

const name = Type.String({
  minLength: 1,
  maxLength: 64,
  checkedByRule: true,
  description: `Name of the project, unique in its organization. ${nameSigns}`,
});
const tags = Type.Array(Tag, { description: "Tags of the project; a sent list replaces the old one." });
const withDefaultAlertsSettings = Type.Boolean({
  default: true,
  description: "Whether the project started with the default alert settings.",
});

const clusterCount = Type.Integer({
  format: "int64",
  readOnly: true,
  description: "Number of clusters: always 0 here.",
});
const created = { ...Timestamp, readOnly: true, description: "When the project was made." };

const shared = {
  id: always({ ...ObjectId, readOnly: true, description: "Id of the project." }),
  links: always(Links),
  name,
  orgId: { ...ObjectId, description: "Organization the project belongs to." },
  tags: Type.Optional(tags),
  withDefaultAlertsSettings: always(withDefaultAlertsSettings),
};

export const Group = Type.Object({ clusterCount, created, ...shared }, { $id: "Group" });

/** What is read-only is ignored in a request, as clients with one type for request and answer send it. */
export const GroupRequest = Type.Object(
  { clusterCount: Type.Optional(clusterCount), created: Type.Optional(created), ...shared },
  { $id: "GroupRequest" },
);

export const GroupUpdate = Type.Object(
  {
    name: Type.Optional(Type.String({ description: "New name of the project." })),
    tags: Type.Optional(tags),
    withDefaultAlertsSettings: Type.Optional(
      Type.Boolean({ description: "Whether the project has the default alert settings." }),
    ),
  },
  { $id: "GroupUpdate" },
);

export const GroupMigrationRequest = Type.Object(
  {
    destinationOrgId: demanded({ ...ObjectId, description: "Organization the project moves to." }),
    destinationOrgPrivateApiKey: demanded(
      Type.String({ description: "Private part of an API key that owns the destination." }),
    ),
    destinationOrgPublicApiKey: demanded(
      Type.String({
        minLength: 8,
        maxLength: 8,
        description: "Public part of an API key that owns the destination.",
      }),
    ),
  },
  { $id: "GroupMigrationRequest" },
);
