// Files that follow from others are what `npm run derive` writes.
import { deepEqual, equal } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { derived } from "../scripts/derive.ts";
import { root } from "./support/command.ts";

const read = (path: string): Promise<string> => readFile(join(root, path), "utf8");

/** The file that test/lost-answers.test.ts compares, since it makes every change of the API. */
const elsewhere = "docs/lost-answers.md";

for (const [path, render] of Object.entries(derived)) {
  if (path === elsewhere) continue;
  test(`${path} is what npm run derive writes`, async () => {
    equal(await read(path), await render());
  });
}

/** Documents of which only a section is written. */
const inPart = ["docs/fidelity.md", "docs/guides/july-2027.md", "docs/guides/seed.md"];

/** Files of npm, of Terraform, of a package of icons, and of `npm test -- --prove`. */
const ofOthers = [
  "bench/peers/package-lock.json",
  "package-lock.json",
  "src/code/terraform-arguments.json",
  "src/console/kit/icons.json",
  "test/proofs.json",
];

test(".gitattributes marks as generated what npm run derive writes, and nothing else but files of npm, Terraform, icons and proofs", async () => {
  const marked = [...(await read(".gitattributes")).matchAll(/^(\S+) linguist-generated$/gm)];
  const whole = Object.keys(derived).filter((path) => !inPart.includes(path));
  deepEqual(marked.map(([, path]) => path).sort(), [...whole, ...ofOthers].sort());
});
