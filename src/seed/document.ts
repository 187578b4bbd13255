// The seed file: a world described in YAML or JSON. Ids and secrets are optional and minted when absent.
import { readFile } from "node:fs/promises";
import type { Static, TSchema } from "typebox";
import * as Type from "typebox";
import { IsDateTime } from "typebox/format";
import { Compile } from "typebox/schema";
import { clientIdPrefix, clientSecretPrefix } from "../contract/client-id.ts";
import { describeFindings } from "../contract/findings.ts";
import { groupRoleNames, orgRoleNames } from "../contract/roles.ts";
import { KeyDescription } from "../contract/schemas/api-keys.ts";
import { AccountDescription, AccountName } from "../contract/schemas/service-accounts.ts";
import { publicKeyPattern } from "../domain/api-key.ts";
import { isCountry, passwordLength } from "../domain/profile.ts";

const closed = <P extends Record<string, TSchema>>(properties: P, named: { readonly $id?: string } = {}) =>
  Type.Object(properties, { additionalProperties: false, ...named });

const Id = Type.Optional(Type.String({ pattern: "^[a-f0-9]{24}$" }));
const OrgRoles = Type.Array(Type.Enum(orgRoleNames), { minItems: 1 });
const GroupRoles = Type.Array(Type.Enum(groupRoleNames), { minItems: 1 });
const Username = Type.String({ minLength: 3 });
/** Where no rule looks at a text: nothing that is stored has NUL in it. */
const Text = (options: { minLength?: number } = {}) =>
  Type.Refine(
    Type.String(options),
    (text) => !text.includes("\0"),
    () => "must not hold NUL",
  );
const Country = Type.Refine(Type.String(), isCountry, () => "must be a country, such as IE");
// The form alone allows leap seconds, which JavaScript does not know.
const Timestamp = Type.Refine(
  Type.String(),
  (text) => IsDateTime(text) && !Number.isNaN(Date.parse(text)),
  () => "must be an instant, such as 2026-08-10T03:04:53Z",
);
const AccessList = Type.Optional(Type.Array(Type.String()));

const credentials = {
  apiKey: {
    id: Id,
    publicKey: Type.Optional(Type.String({ pattern: publicKeyPattern })),
    privateKey: Type.Optional(Text({ minLength: 13 })),
    desc: Type.Optional(KeyDescription),
    accessList: AccessList,
  },
  serviceAccount: {
    clientId: Type.Optional(Type.String({ pattern: `^${clientIdPrefix}[a-f0-9]{24}$` })),
    secret: Type.Optional(Type.String({ pattern: `^${clientSecretPrefix}[A-Za-z0-9_-]{8,}$` })),
    name: Type.Optional(AccountName),
    description: Type.Optional(AccountDescription),
    accessList: AccessList,
  },
};

const ApiKey = closed(credentials.apiKey);
const ServiceAccount = closed(credentials.serviceAccount);

const Group = closed(
  {
    id: Id,
    name: Type.String({ minLength: 1 }),
    tags: Type.Optional(Type.Array(closed({ key: Type.String(), value: Type.String() }))),
    users: Type.Optional(Type.Array(closed({ username: Username, roles: GroupRoles }))),
    apiKeys: Type.Optional(Type.Array(closed({ ...credentials.apiKey, roles: GroupRoles }))),
    serviceAccounts: Type.Optional(Type.Array(closed({ ...credentials.serviceAccount, roles: GroupRoles }))),
    teams: Type.Optional(Type.Array(closed({ teamId: Type.String(), roleNames: GroupRoles }))),
    invites: Type.Optional(Type.Array(closed({ id: Id, username: Username, roles: GroupRoles }))),
  },
  { $id: "SeedGroup" },
);

const Org = closed(
  {
    id: Id,
    name: Type.String({ minLength: 1 }),
    settings: Type.Optional(closed({ apiAccessListRequired: Type.Optional(Type.Boolean()) })),
    users: Type.Optional(
      Type.Array(
        closed({
          id: Id,
          username: Username,
          orgRoles: OrgRoles,
          password: Type.Optional(Type.String({ minLength: passwordLength.least })),
          firstName: Type.Optional(Text()),
          lastName: Type.Optional(Text()),
          country: Type.Optional(Country),
          mobileNumber: Type.Optional(Text()),
          createdAt: Type.Optional(Timestamp),
          lastAuth: Type.Optional(Timestamp),
        }),
      ),
    ),
    apiKeys: Type.Optional(Type.Array(closed({ ...credentials.apiKey, roles: OrgRoles }))),
    serviceAccounts: Type.Optional(Type.Array(closed({ ...credentials.serviceAccount, roles: OrgRoles }))),
    invites: Type.Optional(
      Type.Array(
        closed({
          id: Id,
          username: Username,
          roles: OrgRoles,
          teamIds: Type.Optional(Type.Array(Type.String())),
          groupRoleAssignments: Type.Optional(
            Type.Array(closed({ groupId: Type.String(), roles: GroupRoles })),
          ),
        }),
      ),
    ),
    teams: Type.Optional(
      Type.Array(closed({ id: Id, name: Type.String({ minLength: 1 }), usernames: Type.Array(Username) })),
    ),
    groups: Type.Optional(Type.Array(Group)),
  },
  { $id: "SeedOrg" },
);

export const SeedDocument = closed({ orgs: Type.Array(Org) }, { $id: "SeedDocument" });

export type SeedDocument = Static<typeof SeedDocument>;
export type SeedOrg = Static<typeof Org>;
export type SeedUser = NonNullable<SeedOrg["users"]>[number];
export type SeedGroup = Static<typeof Group>;
/** What a key or an account is, whatever its roles are and wherever it is listed. */
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
export async function readSeed({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string | null;
}): Promise<SeedDocument> {
  const read = () =>
    readFile(name, "utf8").catch((cause: Error) => {
      throw new SeedError([`${name} cannot be read: ${cause.message}`]);
    });
  const { parse } = await import("yaml");
  return parseSeed(text ?? (await read()), name, parse);
}

/** JSON is YAML, so one reader, `parse`, does for both. It is passed on, since only who has a seed loads it. */
export function parseSeed(text: string, path: string, parse: (text: string) => unknown): SeedDocument {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw new SeedError([`${path} is not YAML: ${(cause as Error).message}`]);
  }
  return checkSeed(value);
}
