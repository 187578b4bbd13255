import { changeErrors, changeTo } from "../../changes/cluster-life.ts";
import { isTenant } from "../../domain/cluster.ts";
import { pinned, pinOf } from "../../domain/cluster-pin.ts";
import { door, operation, schemas } from "../declare.ts";
import { clusterName, findCluster, findErrors, pathOfOne, shared } from "./common.ts";

export const pinGroupClusterFeatureCompatibilityVersion = operation(
  `POST ${pathOfOne}:pinFeatureCompatibilityVersion`,
  {
    ...shared,
    summary: "Pin the feature compatibility version of a cluster",
    description:
      "To its version of MongoDB, to which it can then go back, for four weeks at most; of a pin that is there the end alone changes. Needs Project Owner.",
    door: door.group("GROUP_OWNER"),
    holds: "group",
    status: 204,
    params: { clusterName },
    body: schemas.PinFCV,
    versions: { "2024-05-30": {} },
    errors: [...findErrors, ...changeErrors, "INVALID_ATTRIBUTE", "TENANT_CLUSTER_UPDATE_UNSUPPORTED"],
  },
).handle(async (context) => {
  const { now, body, fault } = context;
  const before = await findCluster(context);
  const { document } = before;
  if (isTenant(document)) throw fault("TENANT_CLUSTER_UPDATE_UNSUPPORTED", {});
  const isPinned = pinOf(document, now) !== undefined;
  const type = isPinned ? "CLUSTER_FCV_EXPIRATION_DATE_UPDATED" : "CLUSTER_FCV_FIXED";
  await changeTo(context, before, pinned(document, body, now, fault), type);
});
