import { allProviderNames, sizes, tenantSizes } from "../../contract/cluster-hardware.ts";
import { defaultMajorVersion, majorVersions } from "../../domain/cluster.ts";
import { atlas } from "../atlas.ts";
import { pageOf, showPageOf } from "../declare.ts";

const sizesAt = { ...sizes, TENANT: [...tenantSizes.keys()] };

const available = allProviderNames.flatMap((cloudProvider) =>
  sizesAt[cloudProvider].flatMap((instanceSize) =>
    majorVersions.map((version) => ({
      cloudProvider,
      defaultStatus: version === defaultMajorVersion ? ("DEFAULT" as const) : ("NOT_DEFAULT" as const),
      instanceSize,
      version,
    })),
  ),
);

export const getGroupMongoDbVersions = atlas("getGroupMongoDbVersions", {}).handle(
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
