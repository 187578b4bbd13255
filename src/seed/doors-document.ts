// The part of the form of seeds that lets people and programs reach data: database users, their roles, alerts and the like.
import * as Type from "typebox";
import { notificationTypes, severities } from "../contract/alert-kinds.ts";
import { actionNames } from "../contract/database-actions.ts";
import { proofKinds, scopeTypes, userDatabases } from "../contract/database-users.ts";
import {
  matcherMembers,
  metricMembers,
  notificationMembers,
  thresholdMembers,
} from "../contract/schemas/alerts.ts";
import { ThirdPartyIntegration } from "../contract/schemas/integrations.ts";
import { LdapSecuritySettings } from "../contract/schemas/user-security.ts";
import { integrationTypeNames } from "../domain/integration.ts";
import { array, closed, Id, list, ObjectId, optional, Text, Timestamp } from "./pieces.ts";

const { id: _minted, type: _named, password: _shown, ...settings } = ThirdPartyIntegration.properties;
export const Integration = closed({
  type: Type.Enum(integrationTypeNames, { description: "What it tells." }),
  password: Text("PROMETHEUS: password; minted if absent. Never shown."),
  ...settings,
});

const {
  links: _here,
  userToDNMapping: _mappings,
  port: _sized,
  bindPassword: _answered,
  ...directory
} = LdapSecuritySettings.properties;
export const UserSecurity = closed({
  customerX509: Type.Optional(
    closed({ cas: Text("Certificates in PEM.") }, { description: "The customer's own authorities." }),
  ),
  ldap: Type.Optional(
    closed(
      {
        ...directory,
        port: optional(Type.Integer(), "Port of the directory."),
        bindPassword: Text("Password of that name; minted if absent and the directory is used. Never shown."),
        userToDNMapping: list(
          closed({
            match: Type.String({ description: "Regular expression for the name of a user." }),
            substitution: Text("Distinguished name, with {0} for the first group of the match."),
            ldapQuery: Text("Query that finds the distinguished name."),
          }),
          "How names become distinguished names; the first match counts.",
        ),
      },
      { description: "The directory." },
    ),
  ),
});
export const Ending = Timestamp(
  "When it ends by itself (RFC 3339), a week ahead at most; never if absent. What has ended is not planted.",
);

export const DatabaseUser = closed({
  username: Type.String({ minLength: 1, description: "Name of the user." }),
  password: Text(
    "Password of a user who has no other proof, 8 characters at least; minted if absent. Kept sealed, and never shown.",
  ),
  databaseName: optional(Type.Enum(userDatabases), "Database that knows the user; `admin` if absent."),
  description: Text("What the user is for."),
  awsIAMType: optional(
    Type.Enum(proofKinds.awsIAMType),
    "Whether the user proves to be an AWS user or role.",
  ),
  ldapAuthType: optional(Type.Enum(proofKinds.ldapAuthType), "Whether a directory by LDAP knows the user."),
  oidcAuthType: optional(Type.Enum(proofKinds.oidcAuthType), "Whether an OpenID provider knows the user."),
  x509Type: optional(Type.Enum(proofKinds.x509Type), "Whether a certificate proves the user."),
  roles: array(
    closed({
      roleName: Type.String({ description: "Name of a built-in role, or of a role of the project." }),
      databaseName: Type.String({ description: "Database that it is held on." }),
      collectionName: Text("Collection that it is held on; only of read and readWrite."),
    }),
    { minItems: 1, description: "Roles of the user, one at least." },
  ),
  scopes: list(
    closed({
      name: Type.String({ description: "Name of the cluster or instance." }),
      type: Type.Enum(scopeTypes, { description: "What it is." }),
    }),
    "Where the user may log in; everywhere if absent.",
  ),
  labels: list(
    closed({
      key: Type.String({ description: "Name of the label." }),
      value: Type.String({ description: "Value of the label." }),
    }),
    "Labels of the user.",
  ),
  deleteAfterDate: Ending,
});

export const CustomRole = closed({
  roleName: Type.String({ description: "Name of the role." }),
  actions: list(
    closed({
      action: Type.Enum(actionNames, { description: "What is allowed." }),
      resources: array(
        closed({
          cluster: optional(Type.Boolean(), "Whether it is the whole deployment."),
          db: Text("Database; any if it is empty."),
          collection: Text("Collection; all of the database if absent."),
        }),
        { description: "What it is allowed on." },
      ),
    }),
    "What the role allows.",
  ),
  inheritedRoles: list(
    closed({
      db: Type.String({ description: "Database that it is held on." }),
      role: Type.String({ description: "Name of a built-in role, or of another role of the project." }),
    }),
    "Roles whose permissions it has as well.",
  ),
});

/** Without what only answers and changes have. */
const { notifierId: _, notificationToken: __, roomName: ___, ...seededMembers } = notificationMembers;

export const AlertConfig = closed({
  id: Id,
  eventTypeName: Type.String({
    description: "Type of the event that alerts are about, such as `NO_PRIMARY`.",
  }),
  enabled: optional(Type.Boolean(), "Whether alerts are opened by it; true if absent."),
  matchers: list(closed(matcherMembers), "What alerts are narrowed to; everything if absent."),
  metricThreshold: optional(closed(metricMembers), "Metric and its value, of events about metrics."),
  severityOverride: optional(Type.Enum([...severities]), "How grave alerts are."),
  threshold: optional(closed(thresholdMembers), "Value beyond which an alert is opened."),
  notifications: array(
    closed({
      typeName: Type.Enum([...notificationTypes], { description: "How people are told." }),
      ...seededMembers,
      roles: list(Type.String(), "People with one of these roles get it; all if absent."),
      teamId: optional(ObjectId, "Team whose people get it."),
      delayMin: optional(Type.Integer(), "Minutes that what happened must last; 0 if absent."),
      intervalMin: optional(Type.Integer(), "Minutes between two messages, 5 at least; 60 if absent."),
    }),
    { minItems: 1, description: "Who is told, and how: remembered, and nobody is told here." },
  ),
  alerts: list(
    closed({
      id: Id,
      clusterName: Text("Cluster that it is about."),
      hostnameAndPort: Text("Host that it is about."),
      isClosed: optional(Type.Boolean(), "Whether it is closed again; false if absent."),
    }),
    "Alerts that it opened.",
  ),
});
