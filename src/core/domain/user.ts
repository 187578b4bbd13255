// A person with an account: the members, and the allowed names, countries and passwords.
import { countries } from "../contract/countries.ts";
import { type FaultMaker, wrongField } from "../contract/errors.ts";
import type { Instant } from "./instant.ts";

export const longestName = 256;

/** The length of a password. A longer one would only cost time, since argon2id reads all of it. */
export const passwordLength = { least: 8, most: 256 };

/** Refuses a password by its length; whether it is a common one needs a list. */
export function checkPassword(password: string, fault: FaultMaker<"WEAK_PASSWORD">): string {
  const { least, most } = passwordLength;
  if (password.length >= least && password.length <= most) return password;
  const description = `The password must have ${least} to ${most} characters, not ${password.length}.`;
  throw fault("WEAK_PASSWORD", { least, most }, wrongField("password", description));
}

const ofService = ["anteroom", "atlas anteroom"];

/** Returns the letters and digits of a text in lower case, without digits at its end, which attackers guess first. */
const plain = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/\p{N}+$/u, "");

/** Reports whether a password is an address, a name or the service's name, perhaps followed by a number. */
export function isPersonal(
  password: string,
  { username, firstName, lastName }: { username: string; firstName: string; lastName: string },
): boolean {
  const [local = ""] = username.split("@");
  const known = [
    username,
    local,
    firstName,
    lastName,
    firstName + lastName,
    lastName + firstName,
    ...ofService,
  ];
  const given = plain(password);
  return known.some((each) => plain(each) !== "" && plain(each) === given);
}

interface Named {
  readonly firstName: string;
  readonly lastName: string;
}

export const nameErrors = ["FIRST_NAME_EXCEEDS_MAX_LENGTH", "LAST_NAME_EXCEEDS_MAX_LENGTH"] as const;

export function checkNames({ firstName, lastName }: Named, fault: FaultMaker<(typeof nameErrors)[number]>) {
  const limit = longestName;
  if (firstName.length > limit) throw fault("FIRST_NAME_EXCEEDS_MAX_LENGTH", { limit });
  if (lastName.length > limit) throw fault("LAST_NAME_EXCEEDS_MAX_LENGTH", { limit });
  return { firstName: firstName.trim(), lastName: lastName.trim() };
}

export const isCountry = (country: string): boolean => countries.has(country);

export function checkCountry(country: string, fault: FaultMaker<"INVALID_COUNTRY_CODE">): string {
  if (isCountry(country)) return country;
  const description = "Name a country by two capital letters, such as US or KR.";
  throw fault("INVALID_COUNTRY_CODE", { country }, wrongField("country", description));
}

interface Draft extends Named {
  readonly id: string;
  readonly username: string;
  readonly country: string | null;
  readonly mobileNumber?: string | undefined;
  readonly now: Instant;
}

export const draftAccount = ({ now, mobileNumber, ...draft }: Draft): User => ({
  ...draft,
  mobileNumber: mobileNumber ?? null,
  lastAuthAt: null,
  createdAt: now,
});

export interface User {
  readonly id: string;
  /** The e-mail address as first written. */
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  /** The ISO 3166-1 alpha-2 code. */
  readonly country: string | null;
  readonly mobileNumber: string | null;
  /** The last sign-in; null before the first. */
  readonly lastAuthAt: Instant | null;
  readonly createdAt: Instant;
}

export const draftUser = (draft: { id: string; username: string; now: Instant }): User =>
  draftAccount({ ...draft, firstName: "", lastName: "", country: null });
