// The seed file: a world described in YAML or JSON. Ids and secrets are optional and minted when absent.
import { readFile } from "node:fs/promises";
import type { Static, TSchema } from "typebox";
import * as Type from "typebox";
import { IsDateTime } from "typebox/format";
import { Compile } from "typebox/schema";
import { notificationTypes, severities } from "../contract/alert-kinds.ts";
import { clientIdPrefix, clientSecretPrefix } from "../contract/client-id.ts";
import { countries } from "../contract/countries.ts";
import { actionNames } from "../contract/database-actions.ts";
import { proofKinds, scopeTypes, userDatabases } from "../contract/database-users.ts";
import { describeFindings } from "../contract/findings.ts";
import { groupRoleNames, orgRoleNames } from "../contract/roles.ts";
import {
  matcherMembers,
  metricMembers,
  notificationMembers,
  thresholdMembers,
} from "../contract/schemas/alerts.ts";
import { KeyDescription } from "../contract/schemas/api-keys.ts";
import { ThirdPartyIntegration } from "../contract/schemas/integrations.ts";
import { AccountDescription, AccountName } from "../contract/schemas/service-accounts.ts";
import { LdapSecuritySettings } from "../contract/schemas/user-security.ts";
import { publicKeyPattern, secretHours } from "../domain/credential.ts";
import { authorizationTypes, idpTypes, protocols, providerStatuses } from "../domain/identity-provider.ts";
import { integrationTypeNames } from "../domain/integration.ts";
import { mostUsersPerOrg } from "../domain/org.ts";
import { providerNames } from "../domain/provider-access.ts";
import { isCountry, passwordLength } from "../domain/user.ts";

/** The form of an instant; which days a month has, no pattern says. */
const timestampPattern =
  "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$";

const closed = <P extends Record<string, TSchema>>(
  properties: P,
  more: { readonly $id?: string; readonly description?: string } = {},
) => Type.Object(properties, { additionalProperties: false, ...more });

const optional = <S extends TSchema>(schema: S, description: string) =>
  Type.Optional({ ...schema, description } as S);
/** Read-only, so that a seed may be declared `as const`. */
const array = <S extends TSchema>(item: S, options: { description: string; minItems?: number }) =>
  Type.Immutable(Type.Array(item, options));
const list = <S extends TSchema>(item: S, description: string) => Type.Optional(array(item, { description }));

/** Something that is named by its name, its id, or both. */
const either = <S extends TSchema>(schema: S, name: string, id: string) =>
  Type.Refine(
    {
      ...schema,
      also: { anyOf: [name, id].map((each) => ({ properties: { [each]: {} }, required: [each] })) },
    } as S,
    (value) => [name, id].some((each) => (value as Readonly<Record<string, unknown>>)[each] !== undefined),
    () => `must have ${name} or ${id}`,
  );

const ObjectId = Type.String({ pattern: "^[a-f0-9]{24}$" });
const Id = optional(ObjectId, "24 hexadecimal digits. Minted if absent.");
const OrgRoles = array(Type.Enum(orgRoleNames), {
  minItems: 1,
  description: "Roles in the organization, one at least.",
});
const GroupRoles = array(Type.Enum(groupRoleNames), {
  minItems: 1,
  description: "Roles in the project, one at least.",
});
const Address = Type.String({ minLength: 3 });
const Username = Type.String({ minLength: 3, description: "E-mail address of the person." });
/** For texts without a rule of their own: a stored text has no NUL. `also` is the JSON Schema of a refinement. */
const Text = (description: string, options: { minLength?: number } = {}) =>
  Type.Optional(
    Type.Refine(
      Type.String({ ...options, also: { pattern: "^[^\\u0000]*$" }, description }),
      (text) => !text.includes("\0"),
      () => "must not hold NUL",
    ),
  );
const Country = Type.Optional(
  Type.Refine(
    Type.String({
      also: { enum: [...countries] },
      description: "Country by its two letters (ISO 3166-1), such as IE.",
    }),
    isCountry,
    () => "must be a country, such as IE",
  ),
);
// The form alone allows leap seconds, which JavaScript does not know.
const Timestamp = (description: string) =>
  Type.Optional(
    Type.Refine(
      Type.String({ also: { pattern: timestampPattern }, description }),
      (text) => IsDateTime(text) && !Number.isNaN(Date.parse(text)),
      () => "must be an instant, such as 2026-08-10T03:04:53Z",
    ),
  );
const AccessList = list(
  Type.String(),
  "Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any where there is none.",
);
const Mailed = optional(
  Type.Boolean(),
  "Whether the invitation is mailed: captured in `anteroom dev`, sent by `anteroom serve`. As the whole seed says if absent.",
);

const credentials = {
  apiKey: {
    id: Id,
    publicKey: optional(
      Type.String({ pattern: publicKeyPattern }),
      "Eight small letters. Minted if absent. A key may be listed under its organization and under projects of it.",
    ),
    privateKey: Text("Secret, 13 characters at least; Atlas has a UUID. Minted and shown once if absent.", {
      minLength: 13,
    }),
    desc: optional(KeyDescription, "What the key is for; `seeded` if absent."),
    accessList: AccessList,
  },
  serviceAccount: {
    clientId: optional(
      Type.String({ pattern: `^${clientIdPrefix}[a-f0-9]{24}$` }),
      `\`${clientIdPrefix}\` and 24 hexadecimal digits. Minted if absent. An account may be listed under its organization and under projects of it.`,
    ),
    secret: optional(
      Type.String({ pattern: `^${clientSecretPrefix}[A-Za-z0-9_-]{8,}$` }),
      `Secret: \`${clientSecretPrefix}\` and 8 letters, digits, - or _ at least. Minted and shown once if absent.`,
    ),
    name: optional(AccountName, "Name of the account; `seeded` if absent."),
    description: optional(AccountDescription, "What the account is for; `seeded` if absent."),
    accessList: AccessList,
  },
};

/** In a project, a credential that stands before it in the organization may be named. */
const named = {
  apiKey: optional(
    Type.String(),
    "`desc` of an API key that the organization has already: it gets the roles, and no key is made.",
  ),
  serviceAccount: optional(
    Type.String(),
    "`name` of a service account that the organization has already: it gets the roles, and none is made.",
  ),
};

const ApiKey = closed(credentials.apiKey);
const ServiceAccount = closed(credentials.serviceAccount);

const { id: _minted, type: _named, ...settings } = ThirdPartyIntegration.properties;
const Integration = closed({
  type: Type.Enum(integrationTypeNames, { description: "What it tells." }),
  ...settings,
});

const {
  links: _here,
  userToDNMapping: _mappings,
  port: _sized,
  ...directory
} = LdapSecuritySettings.properties;
const UserSecurity = closed({
  customerX509: Type.Optional(
    closed({ cas: Text("Certificates in PEM.") }, { description: "The customer's own authorities." }),
  ),
  ldap: Type.Optional(
    closed(
      {
        ...directory,
        port: optional(Type.Integer(), "Port of the directory."),
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
const Ending = Timestamp(
  "When it ends by itself (RFC 3339), a week ahead at most; never if absent. What has ended is not planted.",
);

const DatabaseUser = closed({
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

const CustomRole = closed({
  roleName: Type.String({ description: "Name of the role." }),
  actions: list(
    closed({
      action: Type.Enum(actionNames, { description: "What is allowed." }),
      resources: array(
        closed({
          cluster: optional(Type.Boolean(), "Whether it is the whole deployment."),
          db: Text("Database."),
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

const AlertConfig = closed({
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

const Group = closed(
  {
    id: Id,
    name: Type.String({ minLength: 1, description: "Name of the project." }),
    tags: list(
      closed({
        key: Type.String({ description: "What is tagged, such as `environment`." }),
        value: Type.String({ description: "The tag, such as `test`." }),
      }),
      "Tags of the project.",
    ),
    users: list(
      closed({ username: Username, roles: GroupRoles }),
      "People of the organization with roles in the project.",
    ),
    apiKeys: list(
      closed({ apiKey: named.apiKey, ...credentials.apiKey, roles: GroupRoles }),
      "API keys with roles in the project.",
    ),
    serviceAccounts: list(
      closed({
        serviceAccount: named.serviceAccount,
        ...credentials.serviceAccount,
        roles: GroupRoles,
      }),
      "Service accounts with roles in the project.",
    ),
    teams: list(
      either(
        closed({
          team: optional(Type.String(), "Name of a team of the organization."),
          teamId: optional(Type.String(), "Its id, in place of the name."),
          roleNames: GroupRoles,
        }),
        "team",
        "teamId",
      ),
      "Teams of the organization with roles in the project.",
    ),
    accessList: list(
      closed({
        entry: Type.String({ description: "Address, network such as 192.0.2.0/24, or security group." }),
        comment: Text("What the entry is for."),
        deleteAfterDate: Ending,
      }),
      "Addresses that the databases of the project may be reached from.",
    ),
    customDBRoles: list(
      CustomRole,
      "The project's own roles for its databases; one is after those that it inherits.",
    ),
    databaseUsers: list(DatabaseUser, "Users of the databases of the project."),
    userSecurity: optional(UserSecurity, "How the databases know users beside passwords."),
    integrations: list(Integration, "What would tell others of alerts and figures; one of a type."),
    alertConfigs: list(AlertConfig, "What the project wants to be told of."),
    cloudProviderAccess: list(
      closed({
        id: Id,
        providerName: Type.Enum(providerNames, { description: "Cloud provider of the account." }),
        atlasAzureAppId: Text("Application of Atlas at Azure, a UUID; needed there."),
        servicePrincipalId: Text("Service principal at Azure, a UUID; needed there."),
        tenantId: Text("Tenant at Azure, a UUID; needed there."),
        iamAssumedRoleArn: Text("Role of AWS that is authorized already."),
      }),
      "Access to accounts at cloud providers.",
    ),
    invites: list(
      closed({ id: Id, username: Username, roles: GroupRoles, mailed: Mailed }),
      "Pending invitations to the project, of the older kind.",
    ),
  },
  { $id: "SeedGroup", description: "A project, which Atlas calls a group." },
);

const GroupRoleAssignment = either(
  closed({
    group: optional(Type.String(), "Name of a project of the organization."),
    groupId: optional(Type.String(), "Its id, in place of the name."),
    roles: GroupRoles,
  }),
  "group",
  "groupId",
);

const Domains = (description: string) => list(Type.String(), description);
const IdentityProvider = closed({
  id: Id,
  protocol: optional(Type.Enum(protocols), "`OIDC` if absent; a provider with SAML only a seed makes."),
  idpType: optional(Type.Enum(idpTypes), "Whether it identifies people or programs; people if absent."),
  displayName: Type.String({ minLength: 1, maxLength: 50, description: "Name of the provider." }),
  description: Text("What the provider is for."),
  issuerUri: Type.String({ minLength: 1, description: "Issuer of its tokens or assertions." }),
  associatedDomains: Domains("Domains whose people the provider identifies; those of any if absent."),
  audience: Text("OIDC: whom tokens must be meant for; `anteroom` if absent."),
  authorizationType: optional(
    Type.Enum(authorizationTypes),
    "OIDC: whether groups or single identities are authorized; groups if absent.",
  ),
  clientId: Text("OIDC: client that people sign in by."),
  groupsClaim: Text("OIDC: claim that has the groups; `groups` if absent."),
  requestedScopes: list(Type.String(), "OIDC: scopes that people are asked for."),
  userClaim: Text("OIDC: claim that has the identity; `sub` if absent."),
  oktaIdpId: optional(
    Type.String({ pattern: "^[A-Za-z0-9]{20}$" }),
    "SAML: the older id, 20 letters and digits. Made of the id if absent.",
  ),
  ssoUrl: Text("SAML: where requests to sign in are sent."),
  status: optional(Type.Enum(providerStatuses), "SAML: whether the provider is used; ACTIVE if absent."),
});

const Federation = closed({
  id: Id,
  identityProviders: list(
    IdentityProvider,
    "Providers of the federation. An organization that shares one names its `id`, and leaves out what is there.",
  ),
  dataAccessIdentityProviderIds: list(ObjectId, "OIDC providers of the organization."),
  identityProviderId: Text("SAML provider of the organization's people, by its older id."),
  domainAllowList: Domains("Domains whose people may join by signing in, where this is restricted."),
  domainRestrictionEnabled: optional(Type.Boolean(), "Whether it is restricted; false if absent."),
  instantUserProvisioningDisabled: optional(
    Type.Boolean(),
    "Whether nobody joins the organization by signing in; false if absent.",
  ),
  postAuthRoleGrants: list(
    Type.Enum(orgRoleNames),
    "Roles in the organization of people who sign in, and to whom no mapping gives any.",
  ),
  roleMappings: list(
    closed({
      id: Id,
      externalGroupName: Type.String({
        minLength: 1,
        maxLength: 200,
        description: "Group of the provider whose people get the roles.",
      }),
      roles: OrgRoles,
      groupRoleAssignments: list(GroupRoleAssignment, "Roles in projects."),
    }),
    "Roles that people of groups get when they sign in.",
  ),
});

const Seconds = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** All but the first decide nothing here, but for the longest life of secrets. */
const Settings = closed({
  apiAccessListRequired: optional(
    Type.Boolean(),
    "Whether API keys and service accounts may be used only with an access list; false if absent.",
  ),
  customSessionTimeouts: optional(
    closed({
      absoluteSessionTimeoutInSeconds: optional(Seconds, "Longest life of a console session."),
      idleSessionTimeoutInSeconds: optional(Seconds, "Longest life of one in which nothing happens."),
    }),
    "How long console sessions last.",
  ),
  genAIFeaturesEnabled: optional(Type.Boolean(), "Whether generative features are offered; true if absent."),
  maxServiceAccountSecretValidityInHours: optional(
    Type.Integer({ minimum: secretHours.least, maximum: secretHours.most }),
    "Longest life that a new secret of a service account may have.",
  ),
  multiFactorAuthRequired: optional(Type.Boolean(), "Whether people need a second factor to sign in."),
  operationsContact: optional(Type.String(), "E-mail address for news about the operation of clusters."),
  restrictEmployeeAccess: optional(Type.Boolean(), "Whether the vendor's staff may not reach databases."),
  securityContact: optional(Type.String(), "E-mail address for news about security."),
  streamsCrossGroupEnabled: optional(Type.Boolean(), "Whether stream processing may reach other projects."),
});

const Org = closed(
  {
    id: Id,
    name: Type.String({ minLength: 1, description: "Name of the organization." }),
    settings: optional(Settings, "Settings of the organization."),
    limits: optional(
      closed({
        users: optional(
          Type.Integer({ minimum: 1, maximum: 1_000_000 }),
          `People and pending invitations that the organization may have together; ${mostUsersPerOrg} if absent.`,
        ),
      }),
      "Limits that were changed for the organization, as support does at Atlas.",
    ),
    users: list(
      closed({
        id: Id,
        username: Username,
        orgRoles: OrgRoles,
        password: optional(
          Type.String({ minLength: passwordLength.least }),
          `Secret that signs in to the console, ${passwordLength.least} to ${passwordLength.most} characters. Without one an owner gets a link to choose it, where \`anteroom serve\` plants the seed; others ask for one by mail.`,
        ),
        firstName: Text("First name."),
        lastName: Text("Last name."),
        country: Country,
        mobileNumber: Text("Telephone number, such as +35315550100."),
        createdAt: Timestamp("When the account was made (RFC 3339); now if absent."),
        lastAuth: Timestamp("When the person signed in last (RFC 3339); never if absent."),
      }),
      "People of the organization. Who is in several is the same account: the first mention makes it, and later ones may say nothing else of it.",
    ),
    apiKeys: list(
      closed({ ...credentials.apiKey, roles: OrgRoles }),
      "API keys with roles in the organization.",
    ),
    serviceAccounts: list(
      closed({ ...credentials.serviceAccount, roles: OrgRoles }),
      "Service accounts with roles in the organization.",
    ),
    invites: list(
      closed({
        id: Id,
        userId: optional(
          ObjectId,
          "Id of the pending user, which is not that of the invitation. Minted if absent, or that of the account of the address.",
        ),
        username: Username,
        roles: OrgRoles,
        teams: list(Type.String(), "Names of teams that who accepts will be in."),
        teamIds: list(Type.String(), "Ids of such teams, in place of names."),
        groupRoleAssignments: list(GroupRoleAssignment, "Roles in projects that who accepts will have."),
        mailed: Mailed,
      }),
      "Pending invitations to the organization.",
    ),
    resourcePolicies: list(
      closed({
        id: Id,
        name: Type.String({ minLength: 1, description: "Name of the policy." }),
        description: Text("What it is for."),
        policies: array(
          closed({ body: Type.String({ minLength: 1, description: "Text of it in Cedar." }) }),
          {
            description: "Texts of it, which nobody judges.",
          },
        ),
      }),
      "Resource policies of the organization.",
    ),
    teams: list(
      closed({
        id: Id,
        name: Type.String({ minLength: 1, description: "Name of the team." }),
        usernames: array(Address, {
          description: "E-mail addresses of people of the organization who are in the team.",
        }),
      }),
      "Teams of the organization.",
    ),
    groups: list(Group, "Projects of the organization."),
    federation: optional(Federation, "Federation of the organization."),
  },
  { $id: "SeedOrg", description: "An organization with all that is in it." },
);

export const SeedDocument = closed(
  {
    $schema: optional(Type.String(), "Address of this schema, for editors. Anteroom does not read it."),
    mailed: optional(
      Type.Boolean(),
      "Whether invitations are mailed that do not say so themselves; true if absent.",
    ),
    orgs: array(Org, { description: "The organizations." }),
  },
  {
    $id: "SeedDocument",
    description: "A world that Anteroom begins with: organizations, and what is in them.",
  },
);

export type SeedDocument = Static<typeof SeedDocument>;
export type SeedOrg = Static<typeof Org>;
export type SeedUser = NonNullable<SeedOrg["users"]>[number];
export type SeedGroup = Static<typeof Group>;
/** The members of a key or account beside its roles. */
export type SeedKey = Static<typeof ApiKey>;
export type SeedAccount = Static<typeof ServiceAccount>;

/** A seed that cannot be planted, with all that is wrong with it. */
export class SeedError extends Error {
  constructor(problems: readonly string[]) {
    super(`The seed cannot be planted:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
  }
}

/** Compiled for the first seed: most starts have none. */
let validator: ReturnType<typeof Compile<typeof SeedDocument>> | undefined;

/** Checks that a value has the form of a seed; throws a SeedError that names the places that have not, eight at most. */
export function checkSeed(value: unknown): SeedDocument {
  validator ??= Compile(SeedDocument);
  if (validator.Check(value)) return value;
  const [, findings] = validator.Errors(value);
  throw new SeedError(describeFindings(findings));
}

/** Reads a seed: that of a file, or a text that messages call by the name. */
export async function readSeed({ name, text }: { readonly name: string; readonly text: string | null }) {
  const read = () =>
    readFile(name, "utf8").catch((cause: Error) => {
      throw new SeedError([`${name} cannot be read: ${cause.message}`]);
    });
  const { parse } = await import("yaml");
  return parseSeed(text ?? (await read()), name, parse);
}

/** JSON is YAML, so `parse` reads both. It is an argument because it is loaded on demand. */
export function parseSeed(text: string, path: string, parse: (text: string) => unknown): SeedDocument {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw new SeedError([`${path} is not YAML: ${(cause as Error).message}`]);
  }
  return checkSeed(value);
}
