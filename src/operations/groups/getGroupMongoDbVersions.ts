import { sizes, tenantSizes } from "../../contract/cluster-hardware.ts";
import { cloudProviders } from "../../contract/schemas/deployments.ts";
import { defaultMajorVersion, majorVersions } from "../../domain/cluster.ts";
import { door, operation, optional, pageOf, paging, schemas, showPageOf, Type } from "../declare.ts";
import { oneGroup } from "./common.ts";

const sizesAt = { ...sizes, TENANT: [...tenantSizes.keys()] };

const available = cloudProviders.flatMap((cloudProvider) =>
  sizesAt[cloudProvider].flatMap((instanceSize) =>
    majorVersions.map((version) => ({
      cloudProvider,
      defaultStatus: version === defaultMajorVersion ? ("DEFAULT" as const) : ("NOT_DEFAULT" as const),
      instanceSize,
      version,
    })),
  ),
);

/** Unlike that of other lists, this page has no largest size. */
const itemsPerPage = optional(
  Type.Integer({ format: "int64", minimum: 1, description: "Results on one page." }),
  100,
);

export const getGroupMongoDbVersions = operation("GET /api/atlas/v2/groups/{groupId}/mongoDBVersions", {
  ...oneGroup,
  summary: "List the MongoDB versions of a project",
  description:
    "Answers the versions that clusters of the project can have, by provider and size: everywhere the same. Needs Project Read Only.",
  door: door.group("GROUP_READ_ONLY"),
  query: {
    cloudProvider: Type.Enum([...cloudProviders], {
      type: "string",
      description: "Only versions to be had there.",
    }),
    instanceSize: Type.String({ example: "M10", description: "Only versions to be had in this size." }),
    defaultStatus: Type.Enum(["DEFAULT"], {
      type: "string",
      description: "Only what clusters get by default.",
    }),
    itemsPerPage,
    pageNum: paging.pageNum,
  },
  versions: { "2023-01-01": { reply: schemas.PaginatedAvailableVersionView } },
}).handle(
  async ({ query: { itemsPerPage, pageNum, cloudProvider, instanceSize, defaultStatus } }) => {
    const wanted = available.filter(
      (each) =>
        (cloudProvider ?? each.cloudProvider) === each.cloudProvider &&
        (instanceSize ?? each.instanceSize) === each.instanceSize &&
        (defaultStatus ?? each.defaultStatus) === each.defaultStatus,
    );
    return pageOf(wanted, { includeCount: true, itemsPerPage, pageNum });
  },
  showPageOf(({ version, ...each }) => ({ ...each, links: [], version })),
);
