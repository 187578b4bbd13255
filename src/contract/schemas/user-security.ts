// Bodies of the operations on certificates of database users and on directories.
import * as Type from "typebox";
import { hostPattern, longestHost, ports } from "../hosts.ts";
import { always, Links, ObjectId, object, Page, Timestamp } from "./common.ts";
import { text } from "./members.ts";

const readOnly = { readOnly: true } as const;

export const UserCert = object("UserCert", {
  _id: always(Type.Integer({ format: "int64", ...readOnly, description: "Serial number." })),
  createdAt: always({ ...Timestamp, ...readOnly, description: "Start of its validity." }),
  groupId: always({ ...ObjectId, ...readOnly, description: "Project of the user." }),
  links: Type.Optional(Links),
  monthsUntilExpiration: Type.Optional(
    Type.Integer({
      format: "int32",
      default: 3,
      maximum: 24,
      writeOnly: true,
      checkedByRule: true,
      description: "Months until it expires.",
    }),
  ),
  notAfter: always({ ...Timestamp, ...readOnly, description: "End of its validity." }),
  subject: always(Type.String({ ...readOnly, description: "Subject of the certificate." })),
});
export const UserCertPage = Page(UserCert, "PaginatedUserCertView");
export const UserCertText = Type.String({
  isSecret: true,
  description: "The certificate and its private key, in PEM.",
});

const UserToDnMapping = object("UserToDNMapping", {
  ldapQuery: text("Query that finds the distinguished name."),
  match: Type.String({ description: "Regular expression for the name of a user." }),
  substitution: text("Distinguished name, with {0} for the first group of the match."),
});

const server = {
  bindUsername: "Distinguished name used to query the directory.",
  caCertificate: "Certificates of the directory's authority, in PEM.",
};
const hostname = Type.String({
  maxLength: longestHost,
  pattern: hostPattern,
  checkedByRule: true,
  description: "Name or address of the directory.",
});
const bindPassword = Type.String({
  writeOnly: true,
  isSecret: true,
  description: "Password of that name; never answered.",
});
const port = Type.Integer({ format: "int32", ...ports, default: 636, description: "Port of the directory." });

export const LdapSecuritySettings = object("LDAPSecuritySettings", {
  authenticationEnabled: always(Type.Boolean({ description: "Whether the directory authenticates users." })),
  authorizationEnabled: always(Type.Boolean({ description: "Whether the directory authorizes users." })),
  authzQueryTemplate: text("Query for the groups of a user."),
  bindPassword: Type.Optional(bindPassword),
  bindUsername: text(server.bindUsername),
  caCertificate: text(server.caCertificate),
  hostname: Type.Optional(hostname),
  links: Type.Optional(Links),
  port: Type.Optional(port),
  userToDNMapping: Type.Optional(
    Type.Array(UserToDnMapping, {
      description: "How names become distinguished names; the first match counts.",
    }),
  ),
});

const DbUserTlsX509Settings = object("DBUserTLSX509Settings", {
  cas: text("Certificates of the customer's authorities, in PEM."),
  links: Type.Optional(Links),
});

export const UserSecurity = object("UserSecurity", {
  customerX509: always({ ...DbUserTlsX509Settings, description: "Certificates of the customer." }),
  ldap: always({ ...LdapSecuritySettings, description: "The directory." }),
  links: Type.Optional(Links),
});

export const LdapVerifyConnectivityJobRequestParams = object("LDAPVerifyConnectivityJobRequestParams", {
  authzQueryTemplate: text("Query for the groups of a user."),
  bindPassword,
  bindUsername: Type.String({ description: server.bindUsername }),
  caCertificate: text(server.caCertificate),
  hostname,
  links: Type.Optional(Links),
  port,
});

const LdapValidation = object(
  "LDAPVerifyConnectivityJobRequestValidation",
  {
    status: always(Type.Enum(["FAIL", "OK"], { type: "string", ...readOnly, description: "How it went." })),
    validationType: always(
      Type.Enum(
        [
          ...["AUTHENTICATE", "AUTHORIZATION_ENABLED", "CONNECT", "PARSE_AUTHZ_QUERY"],
          ...["QUERY_SERVER", "SERVER_SPECIFIED", "TEMPLATE"],
        ],
        { type: "string", ...readOnly, description: "What was tried." },
      ),
    ),
  },
  readOnly,
);

const { bindPassword: _unanswered, ...asked } = LdapVerifyConnectivityJobRequestParams.properties;

export const LdapVerifyConnectivityJobRequest = object("LDAPVerifyConnectivityJobRequest", {
  groupId: always({ ...ObjectId, ...readOnly, description: "Project that asks." }),
  links: always(Links),
  request: always(
    object("LDAPVerifyConnectivityJobRequestParamsView", asked, { description: "What was asked." }),
  ),
  requestId: always({ ...ObjectId, ...readOnly, description: "Id of the test." }),
  status: always(
    Type.Enum(["FAIL", "FAILED", "PENDING", "SUCCESS"], {
      type: "string",
      ...readOnly,
      description: "How it went; FAILED as recorded, where the official document has FAIL.",
    }),
  ),
  validations: always(Type.Array(LdapValidation, { ...readOnly, description: "What was tried." })),
});
