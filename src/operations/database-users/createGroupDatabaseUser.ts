import { makeDatabaseUser, makeUserErrors } from "../../changes/database-access.ts";
import { operation, schemas } from "../declare.ts";
import { mayWrite, path, shared, showUser } from "./common.ts";

export const createGroupDatabaseUser = operation(`POST ${path}`, {
  ...shared,
  securityEvent: "credential-creation",
  summary: "Create a user of the databases of a project",
  description:
    "The user proves who it is by a password, which is kept sealed, or as awsIAMType, ldapAuthType, oidcAuthType or x509Type says. Needs Project Database Access Admin or Project Stream Processing Owner.",
  door: mayWrite,
  holds: "group",
  status: 201,
  body: schemas.CloudDatabaseUser,
  versions: { "2023-01-01": { reply: schemas.CloudDatabaseUser } },
  errors: [...makeUserErrors],
}).handle(
  (context) => makeDatabaseUser({ ...context, seal: context.issue.seal }, context.group, context.body),
  showUser,
);
