// The part of the seed schema for database users, custom roles, LDAP, integrations and alerts.
import * as Type from "typebox";
import { notificationTypes, severities } from "../contract/alert-kinds.ts";
import { actionNames } from "../contract/database-actions.ts";
import { proofKinds, scopeTypes, userDatabases } from "../contract/database-users.ts";
import { ports } from "../contract/hosts.ts";
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
  type: Type.Enum(integrationTypeNames, { description: "Type of the integration." }),
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
    closed(
      { cas: Text("Certificates in PEM.") },
      { description: "The customer's own certificate authorities." },
    ),
  ),
  ldap: Type.Optional(
    closed(
      {
        ...directory,
        port: optional(Type.Integer(ports), "Port of the directory."),
        bindPassword: Text(
          "Password of `bindUsername`; minted if absent and the directory is used. Never shown.",
        ),
        userToDNMapping: list(
          closed({
            match: Type.String({ description: "Regular expression for the name of a user." }),
            substitution: Text("Distinguished name, with {0} for the first group of the match."),
            ldapQuery: Text("Query that finds the distinguished name."),
          }),
          "How names become distinguished names; the first match counts.",
        ),
      },
      { description: "The LDAP directory." },
    ),
  ),
});
export const Ending = Timestamp(
  "When it expires (RFC 3339), a week ahead at most; never if absent. What has expired is not planted.",
);

export const DatabaseUser = closed({
  username: Type.String({ minLength: 1, description: "Name of the user." }),
  password: Text(
    "Password, 8 characters at least; minted if absent and the user has no other authentication. Kept sealed, never shown.",
  ),
  databaseName: optional(Type.Enum(userDatabases), "Authentication database of the user; `admin` if absent."),
  description: Text("What the user is for."),
  awsIAMType: optional(Type.Enum(proofKinds.awsIAMType), "How the user authenticates with AWS IAM."),
  ldapAuthType: optional(Type.Enum(proofKinds.ldapAuthType), "How the user authenticates with LDAP."),
  oidcAuthType: optional(Type.Enum(proofKinds.oidcAuthType), "How the user authenticates with OIDC."),
  x509Type: optional(Type.Enum(proofKinds.x509Type), "How the user authenticates with X.509."),
  roles: array(
    closed({
      roleName: Type.String({ description: "Name of a built-in role, or of a role of the project." }),
      databaseName: Type.String({ description: "Database that the role applies to." }),
      collectionName: Text("Collection that the role applies to; only for read and readWrite."),
    }),
    { minItems: 1, description: "Roles of the user, one at least." },
  ),
  scopes: list(
    closed({
      name: Type.String({ description: "Name of the cluster or instance." }),
      type: Type.Enum(scopeTypes, { description: "Type of the cluster or instance." }),
    }),
    "Clusters and instances that the user may log in to; all if absent.",
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
      action: Type.Enum(actionNames, { description: "Name of the action." }),
      resources: array(
        closed({
          cluster: optional(Type.Boolean(), "Whether it is the whole cluster."),
          db: Text("Database; any if it is empty."),
          collection: Text("Collection; all of the database if absent."),
        }),
        { description: "Resources it is allowed on." },
      ),
    }),
    "Actions that the role allows.",
  ),
  inheritedRoles: list(
    closed({
      db: Type.String({ description: "Database that the role applies to." }),
      role: Type.String({ description: "Name of a built-in role, or of another role of the project." }),
    }),
    "Roles that it inherits.",
  ),
});

/** Without the members that only answers and changes have. */
const { notifierId: _, notificationToken: __, roomName: ___, ...seededMembers } = notificationMembers;

export const AlertConfig = closed({
  id: Id,
  eventTypeName: Type.String({
    description: "Type of the event that alerts are about, such as `NO_PRIMARY`.",
  }),
  enabled: optional(Type.Boolean(), "Whether it opens alerts; true if absent."),
  matchers: list(closed(matcherMembers), "Conditions that narrow the alerts; none if absent."),
  metricThreshold: optional(closed(metricMembers), "Metric and its threshold, for events about metrics."),
  severityOverride: optional(Type.Enum([...severities]), "Severity of the alerts."),
  threshold: optional(closed(thresholdMembers), "Threshold beyond which an alert is opened."),
  notifications: array(
    closed({
      typeName: Type.Enum([...notificationTypes], { description: "Type of the notification." }),
      ...seededMembers,
      roles: list(Type.String(), "People with one of these roles get it; everyone if absent."),
      teamId: optional(ObjectId, "Team whose people get it."),
      delayMin: optional(Type.Integer(), "Minutes that the condition must last; 0 if absent."),
      intervalMin: optional(Type.Integer(), "Minutes between two messages, 5 at least; 60 if absent."),
    }),
    { minItems: 1, description: "Who is notified, and how. Notifications are stored, never sent." },
  ),
  alerts: list(
    closed({
      id: Id,
      clusterName: Text("Cluster that it is about."),
      hostnameAndPort: Text("Host that it is about."),
      isClosed: optional(Type.Boolean(), "Whether it is closed; false if absent."),
    }),
    "Alerts that it opened.",
  ),
});
