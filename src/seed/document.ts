// The seed file: a world described in YAML or JSON. Ids and secrets are optional and minted when absent.
import { readFile } from "node:fs/promises";
import type { Static } from "typebox";
import * as Type from "typebox";
import { Compile } from "typebox/schema";
import { clientIdPrefix, clientSecretPrefix } from "../contract/client-id.ts";
import { describeFindings } from "../contract/findings.ts";
import { KeyDescription } from "../contract/schemas/api-keys.ts";
import { AccountDescription, AccountName } from "../contract/schemas/service-accounts.ts";
import { publicKeyPattern, secretHours } from "../domain/credential.ts";
import { mostUsersPerOrg } from "../domain/org.ts";
import { providerNames } from "../domain/provider-access.ts";
import { passwordLength } from "../domain/user.ts";
import { Cluster } from "./clusters-document.ts";
import {
  AlertConfig,
  CustomRole,
  DatabaseUser,
  Ending,
  Integration,
  UserSecurity,
} from "./doors-document.ts";
import { Federation, GroupRoleAssignment } from "./federation-document.ts";
import { CompliancePolicy, EncryptionAtRest } from "./kept-document.ts";
import {
  Address,
  array,
  Country,
  closed,
  either,
  GroupRoles,
  Id,
  list,
  ObjectId,
  OrgRoles,
  optional,
  Text,
  Timestamp,
  Username,
} from "./pieces.ts";

const AccessList = list(
  Type.String(),
  "Addresses and CIDR blocks that it may be used from, such as 192.0.2.0/24; any if there are none.",
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
      "Custom database roles of the project, each after those that it inherits.",
    ),
    databaseUsers: list(DatabaseUser, "Users of the databases of the project."),
    clusters: list(
      Cluster,
      "Clusters of the project, ready at once. They stand for such, and no machine is started.",
    ),
    backupCompliancePolicy: optional(
      CompliancePolicy,
      "Policy that backups comply with, and the schedules of clusters that have some.",
    ),
    encryptionAtRest: optional(
      EncryptionAtRest,
      "Keys for encryption at rest of the providers that are used. Nothing is encrypted.",
    ),
    userSecurity: optional(UserSecurity, "LDAP and X.509 settings of the databases."),
    integrations: list(
      Integration,
      "Third-party integrations, one of each type. Secrets may be masked, as answers show them: what stars hide is minted.",
    ),
    alertConfigs: list(AlertConfig, "Alert configurations of the project."),
    cloudProviderAccess: list(
      closed({
        id: Id,
        providerName: Type.Enum(providerNames, { description: "Cloud provider of the account." }),
        atlasAzureAppId: Text("AZURE: UUID of the Atlas application; required."),
        servicePrincipalId: Text("AZURE: UUID of the service principal; required."),
        tenantId: Text("AZURE: UUID of the tenant; required."),
        iamAssumedRoleArn: Text("AWS: ARN of the authorized IAM role."),
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
        teams: list(Type.String(), "Names of teams that the invited person joins."),
        teamIds: list(Type.String(), "Ids of those teams, in place of names."),
        groupRoleAssignments: list(GroupRoleAssignment, "Roles in projects that the invited person gets."),
        mailed: Mailed,
      }),
      "Pending invitations to the organization.",
    ),
    resourcePolicies: list(
      closed({
        id: Id,
        name: Type.String({ minLength: 1, description: "Name of the policy." }),
        description: Text("What the policy is for."),
        policies: array(
          closed({ body: Type.String({ minLength: 1, description: "Text of the policy in Cedar." }) }),
          {
            description:
              "Cedar policies. They are not validated; one that Cedar cannot read forbids nothing.",
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
