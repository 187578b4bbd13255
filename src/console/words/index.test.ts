// Which language a browser gets, by what it says it prefers.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { preferredLanguage } from "./index.ts";

test("the first of the preferred languages that there is", () => {
  equal(preferredLanguage("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7"), "ko");
  equal(preferredLanguage("en-US,ko;q=0.7,en;q=0.3"), "en");
  equal(preferredLanguage("en;q=0.2, fr, KO;q=0.9"), "ko");
  equal(preferredLanguage("en-US, ko"), "en");
});

test("English where none of them is there, none is named, or the header makes no sense", () => {
  for (const header of [undefined, "", "fr, de;q=0.5", "ko;q=0", "*", ",;=", "korean", "constructor"]) {
    equal(preferredLanguage(header), "en", header);
  }
});
