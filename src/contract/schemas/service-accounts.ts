// Bodies of the service account operations.
import * as Type from "typebox";
import { clientIdPattern } from "../client-id.ts";
import { groupRoleNames, orgRoleNames } from "../roles.ts";
import { always, groupRole, ObjectId, object, Page, Timestamp } from "./common.ts";

/** The OpenAPI document says it in words, as not every language has the classes of Unicode in its patterns. */
const pattern = "^[\\p{L}\\p{N}\\-_.,' ]*$";
const signs = "Letters and digits of any script, blanks and the characters - _ . , '";

export const AccountName = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern,
  description: `Name of the account. ${signs}`,
});
export const AccountDescription = Type.String({
  minLength: 1,
  maxLength: 250,
  pattern,
  description: `What the account is for. ${signs}`,
});
const orNothing = <S extends typeof AccountName>(schema: S) =>
  Type.Optional(Type.Union([schema, Type.Null()], { description: "Absent or null leaves it as it is." }));

const orgRoles = Type.Array(Type.String({ enum: orgRoleNames, checkedByRule: true }), {
  minItems: 1,
  checkedByRule: true,
  description: "Organization roles; a sent list replaces the old one.",
});
const groupRoles = Type.Array(groupRole, {
  minItems: 1,
  uniqueItems: true,
  checkedByRule: true,
  description: `Project roles; at least one of ${groupRoleNames.join(", ")}.`,
});
const hours = "8 to 8760, or to the lower maximum of the organization";
const lifetime = (description: string) =>
  Type.Integer({ format: "int32", exclusiveMinimum: 0, checkedByRule: true, description });

/** What the creation of an account says of its first secret. */
const firstSecret = {
  secretExpiresAfterHours: Type.Optional(
    lifetime(`Hours the first secret lives: ${hours}. Required unless withoutInitialSecret is true.`),
  ),
  withoutInitialSecret: Type.Optional(
    Type.Boolean({
      default: false,
      description:
        "Makes the account without a secret, to be made later; secretExpiresAfterHours must be absent then.",
    }),
  ),
};

const clientId = Type.String({
  pattern: clientIdPattern,
  description: "Client id of the account.",
});

export const ServiceAccountSecret = object("ServiceAccountSecret", {
  createdAt: { ...Timestamp, readOnly: true, description: "When the secret was made." },
  expiresAt: { ...Timestamp, readOnly: true, description: "When it stops working." },
  id: { ...ObjectId, readOnly: true, description: "Id of the secret." },
  lastUsedAt: always(
    Type.Union([Timestamp, Type.Null()], {
      readOnly: true,
      description: "When an access token was last asked for with it; null if none was.",
    }),
  ),
  maskedSecretValue: Type.Optional(
    Type.String({ readOnly: true, description: "The secret but for its last characters." }),
  ),
  secret: Type.Optional(
    Type.String({
      readOnly: true,
      isSecret: true,
      description: "The secret, in the answer of its creation only.",
    }),
  ),
});

const shared = {
  clientId: always(clientId),
  createdAt: always({ ...Timestamp, description: "When the account was made." }),
  description: always(Type.String({ description: "What the account is for." })),
  name: always(Type.String({ description: "Name of the account." })),
  systemManaged: Type.Boolean({ description: "Whether the system keeps the account: never here." }),
};
const secrets = always(
  Type.Array(ServiceAccountSecret, { description: "Secrets of the account, oldest first." }),
);

export const OrgServiceAccount = object(
  "OrgServiceAccount",
  {
    ...shared,
    roles: always(
      Type.Array(Type.Unsafe<string>({ type: "string", enum: orgRoleNames }), {
        description: "Organization roles.",
      }),
    ),
    secrets,
  },
  { description: "A service account of an organization." },
);

export const GroupServiceAccount = object("GroupServiceAccount", {
  ...shared,
  roles: always(Type.Array(groupRole, { description: "Roles in the project." })),
  secrets,
});

export const OrgServiceAccountPage = Page(OrgServiceAccount, "PaginatedOrgServiceAccounts");
export const GroupServiceAccountPage = Page(GroupServiceAccount, "PaginatedGroupServiceAccounts");

export const OrgServiceAccountRequest = object(
  "OrgServiceAccountRequest",
  { description: AccountDescription, name: AccountName, roles: orgRoles, ...firstSecret },
  { description: "A service account to be made.", nullable: true },
);

export const GroupServiceAccountRequest = object("GroupServiceAccountRequest", {
  description: AccountDescription,
  name: AccountName,
  roles: groupRoles,
  ...firstSecret,
});

export const OrgServiceAccountUpdateRequest = object("OrgServiceAccountUpdateRequest", {
  description: orNothing(AccountDescription),
  name: orNothing(AccountName),
  roles: Type.Optional(orgRoles),
});

export const GroupServiceAccountUpdateRequest = object("GroupServiceAccountUpdateRequest", {
  description: orNothing(AccountDescription),
  name: orNothing(AccountName),
  roles: Type.Optional(groupRoles),
});

export const GroupServiceAccountRoleAssignment = object("GroupServiceAccountRoleAssignment", {
  roles: groupRoles,
});

export const ServiceAccountSecretRequest = object("ServiceAccountSecretRequest", {
  secretExpiresAfterHours: lifetime(`Hours the secret lives: ${hours}.`),
});

const ServiceAccountGroup = object("ServiceAccountGroup", {
  groupId: always({ ...ObjectId, readOnly: true, description: "Id of the project." }),
  roles: always(Type.Array(groupRole, { maxItems: 100, description: "Roles in that project." })),
});

export const ServiceAccountGroupPage = Page(ServiceAccountGroup, "PaginatedServiceAccountGroup");

const orNull = (description: string) => always(Type.Union([Type.String(), Type.Null()], { description }));

const ServiceAccountIPAccessListEntry = object("ServiceAccountIPAccessListEntry", {
  cidrBlock: orNull("A network in CIDR notation."),
  createdAt: always({ ...Timestamp, readOnly: true, description: "When the entry was added." }),
  ipAddress: orNull("A single address; null in the answer for a network."),
  lastUsedAddress: always(
    Type.Union([Type.String(), Type.Null()], { readOnly: true, description: "Always null here." }),
  ),
  lastUsedAt: always(
    Type.Union([Timestamp, Type.Null()], { readOnly: true, description: "Always null here." }),
  ),
  requestCount: always(
    Type.Integer({
      format: "int32",
      readOnly: true,
      description: "Requests that came from here: always 0, they are not counted.",
    }),
  ),
});

export const ServiceAccountEntries = Type.Array(ServiceAccountIPAccessListEntry, {
  maxItems: 200,
  description: "Addresses and networks to add.",
});

export const ServiceAccountEntryPage = Page(
  ServiceAccountIPAccessListEntry,
  "PaginatedServiceAccountIPAccessEntryView",
);
