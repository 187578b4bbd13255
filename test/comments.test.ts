// The form of comments: a docstring, and the comment that opens a file, begins with a verb in the third person or with a noun
// and its article, so that nobody has to read the code below to find the subject.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { parseSync } from "oxc-parser";
import { readWorkingTree } from "../scripts/nodes.mjs";
import { noConsole } from "./support/rooms.ts";

/** The words that leave the subject to the code below. */
const headless = new RegExp(
  `^(${[
    "What|Whose|Who|Whom|Whoever|Whatever|Which|How|Whether|Why|When|Where|Until",
    "Of|By|For|As|In|On|At|To|From|With|Without|After|Beside",
    "The same|Such|Those|That|One|Also|Is|Are|Asked|Told|Held|Shown|Kept|It|They|These|Only|Not|Never|Neither|May",
    "Nothing|Nobody|Somebody|Something|Everybody|Everything|Like|Unlike|Since|Above|Below|Under|Outside|Past",
    "More|Most|Less|Least|Longer|Longest|Shorter|Shortest|Oldest|Newest|Soonest|Different|Known|Folded|Sorted|Set",
    "Enforced|Invited|Met|Planted|Reached|Recorded|Refused|Replaced|Required|Revoked|Sent|Thrown|Tried|Turned|Verified",
  ].join("|")})\\b`,
);

/** Returns the docstrings of a file and the comment that opens it, without the asterisks of their lines. */
function formalComments(path: string, text: string): string[] {
  return parseSync(path, text)
    .comments.filter(({ type, value, start }) => {
      const before = text.slice(0, start).trim();
      return (type === "Block" && value.startsWith("*")) || before === "" || /^#!.*$/.test(before);
    })
    .map(({ value }) =>
      value
        .replace(/^\*/, "")
        .replace(/^\s*\*? ?/gm, "")
        .trim(),
    );
}

/** Returns the headless comments of a file, with its path. */
const headlessIn = ({ path, text }: { path: string; text: string }): string[] =>
  formalComments(path, text)
    .filter((comment) => headless.test(comment))
    .map((comment) => `${path}: ${comment.split("\n")[0]}`);

const files = readWorkingTree().filter(
  ({ path, isGenerated }) => /\.([cm]?js|tsx?)$/.test(path) && !isGenerated,
);

test("sources, tests, scripts and the bench are read", () => {
  const folders = new Set(files.map(({ path }) => `${path.split("/")[0]} ${path.split(".").at(-1)}`));
  for (const kind of [
    "src ts",
    ...(noConsole ? [] : ["src tsx"]),
    "src js",
    "test ts",
    "test mjs",
    "scripts ts",
    "scripts mjs",
    "bench mjs",
  ]) {
    equal(folders.has(kind), true, kind);
  }
});

test("a docstring and the comment that opens a file begin with a verb or a noun with its article", () => {
  deepEqual(files.flatMap(headlessIn), []);
});

test("a comment is judged by its first word, wherever its lines break", () => {
  const text = `// ${"Whose"} file it is.\n/**\n * ${"Whether"} it is so.\n */\nconst a = 1;\n/** Reports. */\n// ${"What"} is inside.\n`;
  deepEqual(headlessIn({ path: "a.ts", text }), ["a.ts: Whose file it is.", "a.ts: Whether it is so."]);
  equal(formalComments("a.ts", text).length, 3);
});
