// Bodies of the operations on users of databases and on a project's own roles.
import * as Type from "typebox";
import { actionNames } from "../database-actions.ts";
import { proofKinds, scopeTypes, userDatabases } from "../database-users.ts";
import { always, demanded, Links, object, Page, Timestamp } from "./common.ts";
import { text } from "./members.ts";

const kind = <Name extends string>(names: readonly Name[], description: string) =>
  always(Type.Enum([...names], { type: "string", default: "NONE", description }));

const labelPart = { minLength: 1, maxLength: 255 };
const ComponentLabel = object("ComponentLabel", {
  key: Type.Optional(Type.String({ ...labelPart, description: "Name of the label." })),
  value: Type.Optional(Type.String({ ...labelPart, description: "Value of the label." })),
});

const DatabaseUserRole = object("DatabaseUserRole", {
  collectionName: text("Collection that it is held on; only of read and readWrite."),
  databaseName: demanded(Type.String({ description: "Database that it is held on." })),
  roleName: demanded(Type.String({ description: "Name of a built-in role, or of a role of the project." })),
});

const UserScope = object("UserScope", {
  name: Type.String({
    pattern: "^[a-zA-Z0-9][a-zA-Z0-9-]*$",
    description: "Name of the cluster or instance; it need not exist.",
  }),
  type: Type.Enum([...scopeTypes], { type: "string", description: "What it is." }),
});

const roles = Type.Array(DatabaseUserRole, {
  description: "Roles of the user; a sent list replaces the old one.",
});
const scopes = Type.Array(UserScope, { description: "Where the user may log in; everywhere if empty." });
const labels = Type.Array(ComponentLabel, { description: "Labels of the user." });

const longestDescription = 100;
const members = {
  awsIAMType: kind(proofKinds.awsIAMType, "Whether the user proves to be an AWS user or role."),
  deleteAfterDate: Type.Optional({
    ...Timestamp,
    description: "When the user ends by itself, at most a week ahead; absent for never.",
  }),
  description: Type.Optional(
    Type.String({ maxLength: longestDescription, description: "What the user is for." }),
  ),
  groupId: text("Project of the user."),
  ldapAuthType: kind(proofKinds.ldapAuthType, "Whether a directory by LDAP knows the user."),
  links: Type.Optional(Links),
  oidcAuthType: kind(proofKinds.oidcAuthType, "Whether an OpenID provider knows the user."),
  password: Type.Optional(
    Type.String({
      minLength: 8,
      writeOnly: true,
      isSecret: true,
      checkedByRule: true,
      description: "Password of a user who has no other proof; never answered.",
    }),
  ),
  x509Type: kind(proofKinds.x509Type, "Whether a certificate proves the user."),
};
const databaseName = Type.Enum([...userDatabases], {
  type: "string",
  default: "admin",
  description: "Database that knows the user: $external where something outside proves who it is.",
});
const username = Type.String({ minLength: 1, maxLength: 1024, description: "Name of the user." });

export const CloudDatabaseUser = object("CloudDatabaseUser", {
  ...members,
  databaseName: always(databaseName),
  labels: always(labels),
  roles: demanded(roles),
  scopes: always(scopes),
  username,
});
export const DatabaseUserPage = Page(CloudDatabaseUser, "PaginatedApiAtlasDatabaseUserView");

export const DatabaseUserUpdate = object("DatabaseUserUpdate", {
  ...members,
  databaseName: Type.Optional(databaseName),
  description: Type.Optional(
    Type.Union([Type.String({ maxLength: longestDescription }), Type.Null()], {
      description: "What the user is for; null or empty for nothing.",
    }),
  ),
  labels: Type.Optional(labels),
  roles: Type.Optional(roles),
  scopes: Type.Optional(scopes),
  username: Type.Optional(username),
});

const DatabasePermittedNamespaceResource = object("DatabasePermittedNamespaceResource", {
  cluster: Type.Optional(Type.Boolean({ description: "Whether it is the whole deployment." })),
  collection: text("Collection; all of the database if absent or empty."),
  db: text("Database; any if it is empty."),
});

const DatabasePrivilegeAction = object("DatabasePrivilegeAction", {
  action: Type.Enum([...actionNames], { type: "string", description: "What is allowed." }),
  resources: Type.Array(DatabasePermittedNamespaceResource, { description: "What it is allowed on." }),
});

const DatabaseInheritedRole = object("DatabaseInheritedRole", {
  db: Type.String({ description: "Database that it is held on: admin but for read, readWrite and dbAdmin." }),
  role: Type.String({ description: "Name of a built-in role, or of another role of the project." }),
});

const actions = Type.Array(DatabasePrivilegeAction, {
  description: "What the role allows; a sent list replaces the old one.",
});
const inheritedRoles = Type.Array(DatabaseInheritedRole, {
  uniqueItems: true,
  description: "Roles whose permissions it has as well; a sent list replaces the old one.",
});

const roleNameForm = { pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$", checkedByRule: true };
export const UserCustomDBRole = object("UserCustomDBRole", {
  actions: always(actions),
  inheritedRoles: always(inheritedRoles),
  roleName: Type.String({ ...roleNameForm, description: "Name of the role." }),
});
export const CustomDBRoles = Type.Array(UserCustomDBRole, {
  description: "Roles of the project, oldest first.",
});

export const UpdateCustomDBRole = object("UpdateCustomDBRole", {
  actions: Type.Optional(actions),
  inheritedRoles: Type.Optional(inheritedRoles),
});
