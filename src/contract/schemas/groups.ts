// Bodies of the operations on projects, their settings and their limits.
import * as Type from "typebox";
import { always, demanded, Links, nameSigns, ObjectId, object, Tag, Timestamp } from "./common.ts";

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
  description: "Number of clusters.",
});
const created = { ...Timestamp, readOnly: true, description: "When the project was made." };

const regionUsageRestrictions = Type.Enum(["", "NONE"], {
  type: "string",
  writeOnly: true,
  description: "Restricts regions in Atlas for Government alone, so only values of no restriction are taken.",
});

const shared = {
  id: always({ ...ObjectId, readOnly: true, description: "Id of the project." }),
  links: always(Links),
  name,
  orgId: { ...ObjectId, description: "Organization the project belongs to." },
  tags: Type.Optional(tags),
  withDefaultAlertsSettings: always(withDefaultAlertsSettings),
};

export const Group = object("Group", { clusterCount, created, ...shared });

/** What is read-only is ignored in a request, as clients with one type for request and answer send it. */
export const GroupRequest = object("GroupRequest", {
  clusterCount: Type.Optional(clusterCount),
  created: Type.Optional(created),
  regionUsageRestrictions: Type.Optional(regionUsageRestrictions),
  ...shared,
});

export const GroupUpdate = object("GroupUpdate", {
  name: Type.Optional(Type.String({ description: "New name of the project." })),
  tags: Type.Optional(tags),
  withDefaultAlertsSettings: Type.Optional(
    Type.Boolean({ description: "Whether the project has the default alert settings." }),
  ),
});

export const GroupMigrationRequest = object("GroupMigrationRequest", {
  destinationOrgId: demanded({ ...ObjectId, description: "Organization the project moves to." }),
  destinationOrgPrivateApiKey: demanded(
    Type.String({ isSecret: true, description: "Private part of an API key that owns the destination." }),
  ),
  destinationOrgPublicApiKey: demanded(
    Type.String({
      minLength: 8,
      maxLength: 8,
      description: "Public part of an API key that owns the destination.",
    }),
  ),
});

const flag = (description: string, rest: object = {}) =>
  Type.Optional(Type.Boolean({ ...rest, description }));

export const GroupSettings = object("GroupSettings", {
  isAtlasHomePageAiAssistantEnabled: flag("Whether an assistant answers on the first page of the console."),
  isClusterAiAssistantEnabled: flag("Whether an assistant answers questions about clusters."),
  isCollectDatabaseSpecificsStatisticsEnabled: flag("Whether figures of single databases are collected."),
  isDataExplorerEnabled: flag("Whether data can be looked at in the console."),
  isDataExplorerGenAIFeaturesEnabled: flag("Whether generative features help to look at data."),
  isDataExplorerGenAISampleDocumentPassingEnabled: flag(
    "Whether generative features are shown sample documents.",
    { default: false },
  ),
  isDataValidationEnabled: flag("Whether data are checked for damage."),
  isExtendedStorageSizesEnabled: flag("Whether clusters may have extended storage."),
  isNativeRerankingEnabled: flag("Whether search results can be ranked anew."),
  isPerformanceAdvisorEnabled: flag("Whether slow queries get advice."),
  isRealtimePerformancePanelEnabled: flag("Whether the console shows what happens at this moment."),
  isSchemaAdvisorEnabled: flag("Whether schemas get advice."),
});

const count = (description: string) => Type.Integer({ format: "int64", description });
const figure = (description: string) =>
  Type.Optional(Type.Integer({ format: "int64", readOnly: true, description }));

const figures = {
  currentUsage: figure("How much of the limit is used."),
  defaultLimit: figure("What holds until a limit is set; absent where nothing is limited then."),
  maximumLimit: figure("The largest value that can be set; absent where there is none."),
};
const limitName = Type.String({ readOnly: true, description: "Name of the limit." });

export const DataFederationLimit = object("DataFederationLimit", {
  ...figures,
  name: limitName,
  value: count("The limit."),
});

/** What is read-only is ignored in a request, so that it cannot be required there. */
export const GroupLimitUpdate = object("GroupLimitUpdate", {
  ...figures,
  name: Type.Optional(limitName),
  value: count("The limit to set."),
});
