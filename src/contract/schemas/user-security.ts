// Bodies of the operations on certificates of database users and on directories.
import * as Type from "typebox";
import { hostPattern, longestHost, ports } from "../hosts.ts";
import { always, Links, object } from "./common.ts";
import { text } from "./members.ts";

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
