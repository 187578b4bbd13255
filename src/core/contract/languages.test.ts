// The list of languages.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { isLanguage, languageCodes, languages } from "./languages.ts";

test("a code is one of BCP 47, and its name is that of the language in itself", () => {
  for (const code of languageCodes) {
    equal(Intl.getCanonicalLocales(code)[0], code);
    equal(new Intl.DisplayNames(code, { type: "language" }).of(code), languages[code]);
  }
});

test("only codes of the list are languages", () => {
  for (const code of languageCodes) equal(isLanguage(code), true);
  for (const code of [undefined, "", "xx", "EN", "en-US", "toString"]) equal(isLanguage(code), false);
});
