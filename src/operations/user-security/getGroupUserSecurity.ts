import { userSecurities } from "../../changes/project-doors.ts";
import { operation, schemas } from "../declare.ts";
import { path, shared, showUserSecurity } from "./common.ts";

export const getGroupUserSecurity = operation(`GET ${path}`, {
  ...shared,
  summary: "Get how the databases of a project know users beside passwords",
  description:
    "The directory, without its password, and the certificates of the customer. Needs Project Owner.",
  versions: { "2023-01-01": { reply: schemas.UserSecurity } },
}).handle(({ group, ...reading }) => userSecurities.read(reading, group), showUserSecurity);
