import { door, neighbourSets, operation, pageOf, paging, showPageOf, Type } from "../declare.ts";
import { clusters, NoPage } from "./common.ts";

export const listGroupClusters = operation("GET /api/atlas/v2/groups/{groupId}/clusters", {
  ...clusters,
  limit: neighbourSets.groupClusters,
  summary: "List the clusters of a project",
  description: "Answers an empty page: projects have no clusters here. Needs Project Read Only.",
  successor: "listGroupClusters in version 2024-08-05",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    ...paging,
    includeDeletedWithRetainedBackups: Type.Boolean({
      default: false,
      description: "Whether deleted clusters are listed of which backups are kept; there are none either.",
    }),
  },
  ignoredHeaders: {
    "Use-Effective-Instance-Fields": Type.Boolean({
      default: false,
      description: "How fields of the hardware are answered; without clusters it changes nothing.",
    }),
  },
  versions: {
    "2023-01-01": {
      deprecated: "2023-02-01",
      sunset: "2027-07-01",
      reply: NoPage("LegacyAtlasCluster", "PaginatedLegacyClusterView"),
    },
    "2023-02-01": {
      deprecated: "2024-08-05",
      sunset: "2027-07-01",
      reply: NoPage("AdvancedClusterDescription", "PaginatedAdvancedClusterDescriptionView"),
    },
    "2024-08-05": { reply: NoPage("ClusterDescription20240805", "PaginatedClusterDescription20240805") },
  },
}).handle(
  async ({ query }) => pageOf<never>([], query),
  showPageOf((cluster) => cluster),
);
