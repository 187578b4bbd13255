// Bodies of the project operations.
import Type from "typebox";
import { Links, ObjectId, Tag, Timestamp } from "./common.ts";

const name = Type.String({
  pattern: "^[\\p{L}\\p{N}\\-_.(),:&@+' ]{1,64}$",
  lawful: true,
  description: "Name of the project, unique in its organization.",
});
const tags = Type.Array(Tag, { description: "Tags of the project; a sent list replaces the old one." });
const withDefaultAlertsSettings = Type.Boolean({
  default: true,
  description: "Whether the project started with the default alert settings.",
});

/** One schema for request and answer, as in the official document: what is read-only is ignored in a request. */
export const Group = Type.Object(
  {
    clusterCount: Type.Optional(
      Type.Integer({ format: "int64", readOnly: true, description: "Number of clusters: always 0 here." }),
    ),
    created: Type.Optional({ ...Timestamp, readOnly: true, description: "When the project was made." }),
    id: Type.Optional({ ...ObjectId, readOnly: true, description: "Id of the project." }),
    links: Type.Optional(Links),
    name,
    orgId: { ...ObjectId, description: "Organization the project belongs to." },
    tags: Type.Optional(tags),
    withDefaultAlertsSettings: Type.Optional(withDefaultAlertsSettings),
  },
  { $id: "Group" },
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
