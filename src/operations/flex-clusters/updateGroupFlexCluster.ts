import { changeErrors, changeTo } from "../../changes/cluster-life.ts";
import { checkTags } from "../../domain/group.ts";
import { placedInChange } from "../clusters/common.ts";
import { door, operation, schemas } from "../declare.ts";
import { findErrors, findFlexCluster, params, pathOfOne, shared, showFlexCluster } from "./common.ts";

export const updateGroupFlexCluster = operation(`PATCH ${pathOfOne}`, {
  ...shared,
  summary: "Update a flex cluster of a project",
  description:
    "Replaces tags and protection from deletion where they are sent, and the cluster is UPDATING for a while. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  params,
  body: schemas.FlexClusterDescriptionUpdate20241113,
  versions: { "2024-11-13": { reply: schemas.FlexClusterDescription20241113 } },
  errors: [...findErrors, ...changeErrors, "BAD_REQUEST"],
}).handle(async (context) => {
  const before = await findFlexCluster(context);
  const { tags, terminationProtectionEnabled } = context.body;
  checkTags(tags ?? [], context.fault);
  const document = {
    ...before.document,
    ...(tags && { tags }),
    ...(terminationProtectionEnabled !== undefined && { terminationProtectionEnabled }),
  };
  return placedInChange(context, await changeTo(context, before, document));
}, showFlexCluster);
