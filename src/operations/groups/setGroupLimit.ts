import { checkLimit, eventOfSetting } from "../../domain/group-limit.ts";
import { atlas } from "../atlas.ts";
import { findLimit, showLimit } from "./common.ts";

export const setGroupLimit = atlas("setGroupLimit", {
  holds: "group",
  errors: ["BAD_REQUEST", "RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, group, params, body, fault, record }) => {
  const name = params.limitName;
  checkLimit(name, body.value, fault);
  const before = (await tx.groupLimits.set(group.id)).get(name);
  await tx.groupLimits.write(group.id, name, body.value);
  if (body.value !== before) {
    await record(eventOfSetting(name), { orgId: group.orgId, groupId: group.id });
  }
  return findLimit(tx, { group, name }, fault);
}, showLimit);
