// The rules of a seed for whoever can hold roles: people, API keys and service accounts.
import { fault } from "../contract/errors.ts";
import { readEntry } from "../domain/access-entry.ts";
import { foldAddress } from "../domain/address.ts";
import { checkDescription } from "../domain/api-key.ts";
import { chooseUsername } from "../domain/invite.ts";
import { checkNames, checkPassword } from "../domain/profile.ts";
import { type Checking, isName } from "./checking.ts";
import type { SeedAccount, SeedKey, SeedUser } from "./document.ts";

export function checkUser(user: SeedUser, place: string, checking: Checking): void {
  const { id, username, password, firstName = "", lastName = "" } = user;
  checking.at(`${place}.username`, () => chooseUsername(username, fault));
  checking.claim(id, foldAddress(username), place);
  checking.at(`${place}.firstName`, () => checkNames({ firstName, lastName: "" }, fault));
  checking.at(`${place}.lastName`, () => checkNames({ firstName: "", lastName }, fault));
  if (password !== undefined) checking.at(`${place}.password`, () => checkPassword(password, fault));
}

/** The part of an organization or a project that lists credentials. */
interface Holder {
  readonly apiKeys?: readonly SeedKey[];
  readonly serviceAccounts?: readonly SeedAccount[];
}

/** Credentials that were named before: where, and what was said of them. */
export class NamedCredentials {
  readonly #named = new Map<string, { readonly orgPlace: string; readonly secret: string | undefined }>();

  /** The problem of naming a credential here, if there is one. A credential may stand in more than one list of its organization. */
  name(
    name: string,
    kind: string,
    orgPlace: string,
    secret: string | undefined,
  ): "elsewhere" | "secret" | undefined {
    const key = `${kind} ${name}`;
    const before = this.#named.get(key);
    if (before === undefined) this.#named.set(key, { orgPlace, secret });
    else if (before.orgPlace !== orgPlace) return "elsewhere";
    else if (secret !== undefined && secret !== before.secret) return "secret";
    return undefined;
  }
}

interface Listed {
  readonly name: string | undefined;
  readonly secret: string | undefined;
  readonly kind: "API key" | "service account";
  readonly fields: { readonly name: string; readonly secret: string };
}

export function checkCredentials(
  { apiKeys = [], serviceAccounts = [] }: Holder,
  { place, orgPlace, named }: { place: string; orgPlace: string; named: NamedCredentials },
  checking: Checking,
): void {
  const inList = new Set<string>();
  const checkNaming = (at: string, { name, secret, kind, fields }: Listed) => {
    if (name === undefined) return;
    const nameAt = `${at}.${fields.name}`;
    if (inList.has(name)) checking.report(nameAt, `${name} stands twice in the list`);
    inList.add(name);
    const problem = named.name(name, kind, orgPlace, secret);
    if (problem === "elsewhere") {
      checking.report(nameAt, `the ${kind} ${name} belongs to another organization`);
    }
    if (problem === "secret")
      checking.report(`${at}.${fields.secret}`, `is not the one ${name} was given before`);
  };

  for (const [index, key] of apiKeys.entries()) {
    const at = `${place}.apiKeys.${index}`;
    const { id, publicKey, privateKey, desc, accessList } = key;
    const fields = { name: "publicKey", secret: "privateKey" };
    checkNaming(at, { name: publicKey, secret: privateKey, kind: "API key", fields });
    checking.claim(id, publicKey ?? at, at);
    if (desc !== undefined) checking.at(`${at}.desc`, () => checkDescription(desc, fault));
    checkAccessList(accessList, at, checking);
  }
  for (const [index, account] of serviceAccounts.entries()) {
    const at = `${place}.serviceAccounts.${index}`;
    const { clientId, secret, name, description = "", accessList } = account;
    const fields = { name: "clientId", secret: "secret" };
    checkNaming(at, { name: clientId, secret, kind: "service account", fields });
    if (name !== undefined && !isName(name)) {
      checking.report(`${at}.name`, "must not be blank or have a control character");
    }
    if (/\p{Cc}/u.test(description)) {
      checking.report(`${at}.description`, "must not have a control character");
    }
    checkAccessList(accessList, at, checking);
  }
}

function checkAccessList(entries: readonly string[] = [], place: string, checking: Checking): void {
  for (const [index, entry] of entries.entries()) {
    checking.at(`${place}.accessList.${index}`, () => readEntry(entry, fault));
  }
}
