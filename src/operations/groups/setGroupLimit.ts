import { checkLimit, eventOfSetting } from "../../domain/group-limit.ts";
import { door, operation, schemas } from "../declare.ts";
import { findLimit, limitName, limitsPath, oneGroup, showLimit } from "./common.ts";

export const setGroupLimit = operation(`PATCH ${limitsPath}/{limitName}`, {
  ...oneGroup,
  summary: "Set a limit of a project",
  description:
    "Sets the limit of the path to a value from 1 to its largest one; the other members of the body are ignored. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  holds: "group",
  params: { limitName },
  body: schemas.GroupLimitUpdate,
  versions: { "2023-01-01": { reply: schemas.DataFederationLimit } },
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
