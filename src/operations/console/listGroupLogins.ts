import { loginsTo } from "../../changes/login.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const listGroupLogins = operation("GET /console/groups/{groupId}/logins", {
  ...onPages,
  summary: "List who may log in to the databases of a project",
  description:
    "Database users with their roles, those of one cluster if it is named, where and why they cannot log in yet, and the addresses from which they may. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  query: { cluster: Type.Optional(Type.String({ maxLength: 64 })) },
}).handle(({ group, query, ...reading }) => loginsTo(reading, group, query.cluster), asIs);
