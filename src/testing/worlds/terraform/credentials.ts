// API keys and service accounts of a Terraform state, with their access lists.
import { type Attributes, listOf, textsOf } from "./fill.ts";
import { type GatheredWorld, given, itemBy, type Part, type Rows, standInId } from "./gather.ts";

/** Adds a key to a list: of its organization, or of a project of it. */
function addKey(scope: Part, key: Attributes, roles: unknown): void {
  const { api_key_id: id, public_key: publicKey, private_key: privateKey, description: desc } = key;
  Object.assign(itemBy(scope, "apiKeys", "publicKey", publicKey), given({ id, privateKey, desc }), {
    roles: textsOf(roles),
  });
}

const secretOf = ({ secret_id, created_at, expires_at, masked_secret_value }: Attributes) => ({
  id: secret_id,
  createdAt: created_at,
  expiresAt: expires_at,
  maskedSecretValue: masked_secret_value,
});

function addAccount(scope: Part, account: Attributes): void {
  const { client_id: clientId, name, description, created_at: createdAt } = account;
  const secrets = (listOf(account.secrets) as Attributes[]).map(secretOf);
  Object.assign(itemBy(scope, "serviceAccounts", "clientId", clientId), {
    ...given({ name, description, createdAt }),
    roles: textsOf(account.roles),
    ...(secrets.length > 0 && { secrets }),
  });
}

export const credentials: Rows = {
  api_key(world, key) {
    addKey(world.org(key.org_id), key, key.role_names);
  },
  project_api_key(world, key) {
    for (const { project_id, role_names } of listOf(key.project_assignment) as Attributes[]) {
      addKey(world.group(project_id), key, role_names);
    }
  },
  service_account(world, account) {
    addAccount(world.org(account.org_id), account);
  },
  project_service_account(world, account) {
    addAccount(world.group(account.project_id), account);
  },
  service_account_project_assignment(world, { client_id, project_id, roles }) {
    itemBy(world.group(project_id), "serviceAccounts", "clientId", client_id).roles = textsOf(roles);
  },
};

const listed = (world: GatheredWorld, list: "apiKeys" | "serviceAccounts") =>
  world.scopes().flatMap((scope) => (scope[list] ?? []) as Part[]);

/** Writes the beginning of a hexadecimal text in letters, as public keys are. */
const lettersOf = (hex: string) =>
  [...hex.slice(0, 8)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");

/** Finds a key by its id, and adds one to the first organization where only others refer to it. */
function keyById(world: GatheredWorld, id: unknown): Part {
  const known = listed(world, "apiKeys").find((key) => key.id === id);
  if (known !== undefined) return known;
  const publicKey = lettersOf(standInId(String(id)));
  addKey(world.firstOrg(), { api_key_id: id, public_key: publicKey, description: `key ${id}` }, [
    "ORG_MEMBER",
  ]);
  return keyById(world, id);
}

const accountOf = (world: GatheredWorld, id: unknown) =>
  listed(world, "serviceAccounts").find(({ clientId }) => clientId === id) ?? {};

function addEntry(credential: Part, { cidr_block: entry, created_at: addedAt }: Attributes): void {
  credential.accessList = [...new Set([...textsOf(credential.accessList), String(entry)])];
  const known = credential.accessListAddedAt as Part | undefined;
  if (typeof addedAt === "string") credential.accessListAddedAt = { ...known, [String(entry)]: addedAt };
}

const addAccountEntry: Rows[string] = (world, entry) => addEntry(accountOf(world, entry.client_id), entry);

/** Puts a secret that the state knows before the others: it is the one that opens the copy. */
const addSecret: Rows[string] = (world, { client_id, secret_id, secret }) => {
  const account = accountOf(world, client_id);
  const secrets = (account.secrets ?? []) as Part[];
  const own = secrets.filter(({ id }) => id === secret_id);
  if (own.length === 0 || typeof secret !== "string") return;
  Object.assign(account, { secret, secrets: [...own, ...secrets.filter((each) => !own.includes(each))] });
};

/** Resources that name a credential alone, which are read when all credentials are known. */
export const ofCredentials: Rows = {
  access_list_api_key(world, entry) {
    addEntry(keyById(world, entry.api_key_id), entry);
  },
  api_key_project_assignment(world, { api_key_id, project_id, roles }) {
    const { publicKey } = keyById(world, api_key_id);
    itemBy(world.group(project_id), "apiKeys", "publicKey", publicKey).roles = textsOf(roles);
  },
  service_account_access_list_entry: addAccountEntry,
  project_service_account_access_list_entry: addAccountEntry,
  service_account_secret: addSecret,
  project_service_account_secret: addSecret,
};
