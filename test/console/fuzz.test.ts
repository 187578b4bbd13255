// Fuzz: what the console reads of others.
import { test } from "node:test";
import { readCookies } from "../../src/console/cookies.ts";
import { fuzz, reads } from "../fuzz/running.ts";
import { textLike } from "../fuzz/texts.ts";

test("any text is read as cookies", (t) =>
  fuzz(t, [
    reads("cookies", 15, textLike("anteroom_session=a; __Host-anteroom_form=%7B%22"), (text) => {
      readCookies(text, true);
      readCookies(text, false);
    }),
  ]));
