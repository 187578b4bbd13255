import { clusters } from "../../changes/resources.ts";
import { showCluster, showEarlierCluster, showLegacyCluster } from "../../domain/cluster-views.ts";
import { door, operation, pageOf, paging, schemas, showPageOf, Type } from "../declare.ts";
import {
  deprecatedVersions,
  flagsOfList as flags,
  isAtlasCluster,
  leavesSizes,
  path,
  placed,
  shared,
} from "./common.ts";

export const listGroupClusters = operation(`GET ${path}`, {
  ...shared,
  summary: "List the clusters of a project",
  description: "Answers the clusters, but for flex clusters, a page at a time. Needs Project Read Only.",
  successor: "listGroupClusters in version 2024-08-05",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    ...paging,
    includeDeletedWithRetainedBackups: Type.Boolean({
      default: false,
      description: "Whether deleted clusters are listed of which backups are kept; there are none here.",
    }),
  },
  flags,
  versions: {
    "2023-01-01": { ...deprecatedVersions["2023-01-01"], reply: schemas.PaginatedLegacyClusterView },
    "2023-02-01": {
      ...deprecatedVersions["2023-02-01"],
      reply: schemas.PaginatedAdvancedClusterDescriptionView,
    },
    "2024-08-05": { reply: schemas.PaginatedClusterDescription20240805 },
  },
}).handle(
  async (context) => {
    const all = (await clusters.all(context, context.group)).filter(isAtlasCluster);
    return pageOf(
      all.map((each) => placed(context, each, leavesSizes(context))),
      context.query,
    );
  },
  {
    "2023-01-01": showPageOf(showLegacyCluster),
    "2023-02-01": showPageOf(showEarlierCluster),
    "2024-08-05": showPageOf(showCluster),
  },
);
