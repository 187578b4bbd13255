// Tests the members of a person's profile, and the lengths of passwords.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countries } from "../contract/countries.ts";
import { fault } from "../contract/errors.ts";
import {
  checkCountry,
  checkNames,
  checkPassword,
  draftAccount,
  draftUser,
  isCountry,
  longestName,
  passwordLength,
} from "./user.ts";

test("countries are those of ISO 3166-1, whatever else the JavaScript engine has names for", () => {
  for (const country of ["US", "KR", "IE", "GB", "ZA", "BQ", "SS"]) equal(isCountry(country), true, country);
  // These are codes of unions, former and reserved ones, pseudo codes, and texts that are not codes.
  for (const country of [
    "EU",
    "UN",
    "EZ",
    "SU",
    "YU",
    "DD",
    "ZR",
    "AN",
    "XK",
    "AC",
    "TA",
    "UK",
    "XA",
    "XB",
    "QO",
    "ZZ",
    "XY",
    "us",
    "Us",
    "USA",
    "U",
    "",
    " US",
    "US ",
    "U1",
  ]) {
    equal(isCountry(country), false, country);
    throws(() => checkCountry(country, fault), { code: "INVALID_COUNTRY_CODE" });
  }
});

test("every country has a name in the JavaScript engine, and ISO counts 249", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  deepEqual(
    [...countries].filter((country) => names.of(country) === undefined),
    [],
  );
  equal(countries.size, 249);
});

test("a password has 8 to 256 characters, of any sort", () => {
  const { least, most } = passwordLength;
  deepEqual([least, most], [8, 256]);
  fc.assert(
    fc.property(fc.nat(most + 20), fc.constantFrom("x", " ", "é"), (length, each) => {
      const password = each.repeat(length);
      const check = () => checkPassword(password, fault);
      if (password.length < least || password.length > most) throws(check, { code: "WEAK_PASSWORD" });
      else equal(check(), password);
    }),
  );
  for (const length of [least, most]) equal(checkPassword("x".repeat(length), fault).length, length);
  for (const length of [0, least - 1, most + 1]) {
    throws(() => checkPassword("x".repeat(length), fault), { code: "WEAK_PASSWORD" });
  }
});

test("names lose the blanks around them, and checking them again changes nothing", () => {
  const name = fc.string({ maxLength: 30 });
  fc.assert(
    fc.property(name, name, (firstName, lastName) => {
      const checked = checkNames({ firstName, lastName }, fault);
      deepEqual(checked, { firstName: firstName.trim(), lastName: lastName.trim() });
      deepEqual(checkNames(checked, fault), checked);
    }),
  );
});

test("each name has at most 256 characters", () => {
  const [long, tooLong] = ["x".repeat(longestName), "x".repeat(longestName + 1)];
  deepEqual(checkNames({ firstName: long, lastName: long }, fault), { firstName: long, lastName: long });
  throws(() => checkNames({ firstName: tooLong, lastName: "" }, fault), {
    code: "FIRST_NAME_EXCEEDS_MAX_LENGTH",
  });
  throws(() => checkNames({ firstName: "", lastName: tooLong }, fault), {
    code: "LAST_NAME_EXCEEDS_MAX_LENGTH",
  });
});

test("an account has what is known of it, and null for the rest", () => {
  const known = {
    id: "u",
    username: "ada@example.com",
    firstName: "Ada",
    lastName: "Example",
    country: "KR",
  };
  const rest = { lastAuthAt: null, createdAt: 5 };
  deepEqual(draftAccount({ ...known, mobileNumber: "1", now: 5 }), { ...known, mobileNumber: "1", ...rest });
  deepEqual(draftAccount({ ...known, mobileNumber: undefined, now: 5 }), {
    ...known,
    mobileNumber: null,
    ...rest,
  });
  const { id, username } = known;
  deepEqual(draftUser({ id, username, now: 5 }), {
    id,
    username,
    firstName: "",
    lastName: "",
    country: null,
    mobileNumber: null,
    ...rest,
  });
});
