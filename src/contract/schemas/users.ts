// Bodies of the operations on people in organizations and projects, and of the older ones on accounts.
import type { TSchema } from "typebox";
import * as Type from "typebox";
import { invitedStatuses, type MembershipStatus, membershipStatuses } from "../membership.ts";
import { groupRoleNames, orgRoleNames } from "../roles.ts";
import { always, demanded, groupRole, Links, ObjectId, object, Timestamp } from "./common.ts";
import { RoleAssignment } from "./orgs.ts";

const status = Type.Enum(membershipStatuses, { type: "string" });
const orgRole = Type.Unsafe<string>({ type: "string", enum: orgRoleNames, checkedByRule: true });
const someOf = `Some of ${groupRoleNames.join(", ")}.`;

/** Filters of lists and of single users. */
export const orgMembershipStatuses = Type.Array(status, {
  maxItems: 4,
  description: "Only users of these statuses; active and pending ones if absent. May be repeated.",
});
export const orgMembershipStatus = Type.String({
  deprecated: true,
  example: "ACTIVE",
  description: "Only users of this status. Use orgMembershipStatuses, which cannot be combined with it.",
});
export const usernameFilter = Type.String({ format: "email", description: "Only the user of this address." });

const GroupRoleAssignment = object("GroupRoleAssignment", {
  groupId: Type.Optional({ ...ObjectId, description: "Project of the organization." }),
  groupRoles: Type.Optional(
    Type.Array(groupRole, { uniqueItems: true, description: `Roles held in it. ${someOf}` }),
  ),
});

const assignments = Type.Array(GroupRoleAssignment, { description: "Roles in projects, by project." });

const OrgUserRolesResponse = object(
  "OrgUserRolesResponse",
  {
    groupRoleAssignments: always(assignments),
    orgRoles: always(Type.Array(orgRole, { uniqueItems: true, description: "Roles in the organization." })),
  },
  { readOnly: true, description: "Roles in the organization and in its projects." },
);

/** Of users who have one of these statuses: it tells the two kinds of users apart. */
const identity = <Status extends MembershipStatus>(statuses: readonly Status[]) => ({
  id: { ...ObjectId, readOnly: true, description: "Id of the user." },
  orgMembershipStatus: Type.Enum(statuses, {
    type: "string",
    readOnly: true,
    description: "Whether the user is active, or what became of the invitation.",
  }),
  username: Type.String({ format: "email", readOnly: true, description: "E-mail address of the user." }),
});

const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

const ofActive = {
  ...identity(["ACTIVE"]),
  country: always(nullable(Type.String({ readOnly: true, description: "Two letters, ISO 3166-1." }))),
  createdAt: { ...Timestamp, readOnly: true, description: "When the account was made." },
  firstName: Type.String({ readOnly: true, description: "First name." }),
  lastAuth: always(nullable({ ...Timestamp, readOnly: true, description: "When it last signed in." })),
  lastName: Type.String({ readOnly: true, description: "Last name." }),
  mobileNumber: always(nullable(Type.String({ readOnly: true, description: "Telephone number." }))),
};

const ofInvited = {
  ...identity(invitedStatuses),
  invitationCreatedAt: { ...Timestamp, readOnly: true, description: "When the invitation was made." },
  invitationExpiresAt: always(
    nullable({ ...Timestamp, readOnly: true, description: "When it runs out; null once it is declined." }),
  ),
  inviterUsername: Type.String({
    readOnly: true,
    description: "Who invited: an address, an API key's public key or a service account's client id.",
  }),
};

const ofOrg = {
  roles: OrgUserRolesResponse,
  teamIds: always(
    Type.Array(ObjectId, { readOnly: true, uniqueItems: true, description: "Teams of the user." }),
  ),
};

const ofGroup = {
  roles: Type.Array(groupRole, {
    readOnly: true,
    uniqueItems: true,
    description: "Roles of the user in the project.",
  }),
};

const either = { discriminator: { propertyName: "orgMembershipStatus" } };

export const OrgUserResponse = Type.Union(
  [
    object("OrgPendingUserResponse", { ...ofInvited, ...ofOrg }),
    object("OrgActiveUserResponse", { ...ofActive, ...ofOrg }),
  ],
  { $id: "OrgUserResponse", ...either },
);

export const GroupUserResponse = Type.Union(
  [
    object("GroupPendingUserResponse", { ...ofInvited, ...ofGroup }),
    object("GroupActiveUserResponse", { ...ofActive, ...ofGroup }),
  ],
  { $id: "GroupUserResponse", ...either },
);

const OrgUserRolesRequest = object(
  "OrgUserRolesRequest",
  {
    groupRoleAssignments: Type.Optional(assignments),
    orgRoles: Type.Array(orgRole, {
      checkedByRule: true,
      minItems: 1,
      uniqueItems: true,
      description: "Roles in the organization; at least one.",
    }),
  },
  { writeOnly: true, description: "Roles in the organization and in its projects." },
);

const teamsToJoin = (items: typeof ObjectId | ReturnType<typeof Type.String>) =>
  Type.Array(items, { uniqueItems: true, writeOnly: true, description: "Teams the user belongs to." });

export const OrgUserRequest = object("OrgUserRequest", {
  roles: OrgUserRolesRequest,
  teamIds: Type.Optional(teamsToJoin(Type.String())),
  username: Type.String({ format: "email", writeOnly: true, description: "Address to invite." }),
});

export const OrgUserUpdateRequest = object("OrgUserUpdateRequest", {
  roles: Type.Optional(OrgUserRolesRequest),
  teamIds: Type.Optional(teamsToJoin(ObjectId)),
});

export const GroupUserRequest = object("GroupUserRequest", {
  roles: Type.Array(groupRole, {
    checkedByRule: true,
    minItems: 1,
    uniqueItems: true,
    writeOnly: true,
    description: `Roles in the project; at least one. ${someOf}`,
  }),
  username: Type.String({ format: "email", writeOnly: true, description: "Address to add or invite." }),
});

export const AddOrRemoveOrgRole = object("AddOrRemoveOrgRole", {
  orgRole: Type.Unsafe<string>({ ...orgRole, description: "Role in the organization." }),
});

export const AddOrRemoveGroupRole = object("AddOrRemoveGroupRole", {
  groupRole: { ...groupRole, description: "Role in the project." },
});

export const UpdateOrgRolesForUser = object("UpdateOrgRolesForUser", {
  links: Type.Optional(Links),
  orgRoles: demanded(
    Type.Array(orgRole, { uniqueItems: true, description: "All roles the user is to hold." }),
  ),
});

export const UpdateGroupRolesForUser = object("UpdateGroupRolesForUser", {
  groupRoles: demanded(
    Type.Array(groupRole, { uniqueItems: true, description: "All roles the user is to hold." }),
  ),
  links: Type.Optional(Links),
});

const account = {
  country: Type.String({ pattern: "^([A-Z]{2})$", description: "Two letters, ISO 3166-1." }),
  firstName: Type.String({ description: "First name." }),
  lastName: Type.String({ description: "Last name." }),
  mobileNumber: Type.String({ description: "Telephone number." }),
  password: Type.String({ format: "password", isSecret: true, minLength: 8, description: "Never answered." }),
  roles: Type.Array(RoleAssignment, { description: "Roles, each in an organization or in a project." }),
  username: Type.String({ format: "email", description: "E-mail address." }),
};

const emailAddress = Type.String({
  format: "email",
  readOnly: true,
  deprecated: true,
  description: "The username once more.",
});

const answeredOnly = {
  createdAt: always({ ...Timestamp, readOnly: true, description: "When the account was made." }),
  emailAddress: always(emailAddress),
  id: always({ ...ObjectId, readOnly: true, description: "Id of the user." }),
  lastAuth: Type.Optional({ ...Timestamp, readOnly: true, description: "When it last signed in." }),
  links: always(Links),
  teamIds: always(
    Type.Array(ObjectId, { readOnly: true, uniqueItems: true, description: "Teams of the user." }),
  ),
};

/** Clients were recorded to create accounts without a telephone number, which the official document requires. */
export const CloudAppUserRequest = object("CloudAppUserRequest", {
  ...account,
  country: { ...account.country, checkedByRule: true },
  password: { ...account.password, checkedByRule: true, writeOnly: true },
  mobileNumber: Type.Optional(account.mobileNumber),
  ...answeredOnly,
});

/** What an answer leaves out as recorded, though the official document requires it, is optional here. */
export const CloudAppUser = object("CloudAppUser", {
  ...account,
  ...answeredOnly,
  emailAddress,
  country: Type.Optional(account.country),
  mobileNumber: Type.Optional(account.mobileNumber),
  password: Type.Optional(account.password),
});
