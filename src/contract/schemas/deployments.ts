// What a project answers about its deployments: addresses, which there are none of, and versions.
import * as Type from "typebox";
import { always, Links, ObjectId, object, Page } from "./common.ts";

const addresses = (description: string) => always(Type.Array(Type.String(), { readOnly: true, description }));

const ClusterIPAddresses = object("ClusterIPAddresses", {
  clusterName: always(Type.String({ readOnly: true, description: "Name of the cluster." })),
  futureInbound: addresses("Addresses it will be reached at."),
  futureOutbound: addresses("Addresses it will call from."),
  inbound: addresses("Addresses it is reached at."),
  outbound: addresses("Addresses it calls from."),
});

const GroupService = object(
  "GroupService",
  {
    clusters: always(
      Type.Array(ClusterIPAddresses, {
        readOnly: true,
        description: "Always empty: clusters have no machines.",
      }),
    ),
  },
  { readOnly: true, description: "Addresses by service." },
);

export const GroupIPAddresses = object("GroupIPAddresses", {
  groupId: always({ ...ObjectId, readOnly: true, description: "Id of the project." }),
  services: always(GroupService),
});

export const cloudProviders = ["AWS", "AZURE", "GCP", "TENANT"] as const;

const MdbAvailableVersion = object("MdbAvailableVersion", {
  cloudProvider: always(
    Type.Enum([...cloudProviders], { type: "string", description: "Where it can be had." }),
  ),
  defaultStatus: always(
    Type.Enum(["DEFAULT", "NOT_DEFAULT"], {
      type: "string",
      description: "Whether a cluster gets it that asks for none.",
    }),
  ),
  instanceSize: always(Type.String({ readOnly: true, description: "Size it can be had in." })),
  links: always(Links),
  version: always(Type.String({ description: "The version." })),
});

export const PaginatedAvailableVersionView = Page(MdbAvailableVersion, "PaginatedAvailableVersionView");
