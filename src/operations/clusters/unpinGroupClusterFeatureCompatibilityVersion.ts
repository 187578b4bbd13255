import { changeErrors, changeTo } from "../../changes/cluster-life.ts";
import { door, operation } from "../declare.ts";
import { clusterName, findCluster, findErrors, pathOfOne, shared } from "./common.ts";

export const unpinGroupClusterFeatureCompatibilityVersion = operation(
  `POST ${pathOfOne}:unpinFeatureCompatibilityVersion`,
  {
    ...shared,
    summary: "Unpin the feature compatibility version of a cluster",
    description: "It is that of the cluster's version of MongoDB then. Needs Project Owner.",
    door: door.group("GROUP_OWNER"),
    holds: "group",
    status: 204,
    params: { clusterName },
    versions: { "2024-05-30": {} },
    errors: [...findErrors, ...changeErrors],
  },
).handle(async (context) => {
  const before = await findCluster(context);
  const { pin: _, ...document } = before.document;
  await changeTo(context, before, document, "CLUSTER_FCV_UNFIXED");
});
