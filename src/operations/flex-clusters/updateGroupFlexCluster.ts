import { changeErrors, changeTo } from "../../changes/cluster-life.ts";
import { checkTags } from "../../domain/group.ts";
import { atlas } from "../atlas.ts";
import { placedInChange } from "../clusters/common.ts";
import { findErrors, findFlexCluster, showFlexCluster } from "./common.ts";

export const updateGroupFlexCluster = atlas("updateGroupFlexCluster", {
  holds: "group",
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
