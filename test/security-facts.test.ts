// The table of ASVS 5.0 in docs/security.md has every requirement of levels 1 and 2 once, in order, and what a met one names exists.
import { deepEqual, ok } from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { mutants } from "./mutation/asvs.mjs";
import { rowsOf } from "./mutation/asvs-table.mjs";
import { root } from "./support/command.ts";

/** The number of requirements of levels 1 and 2 in each section of ASVS 5.0.0; they come before those of level 3. */
const sections: Readonly<Record<string, number>> = {
  "1.1": 2,
  "1.2": 9,
  "1.3": 11,
  "1.4": 3,
  "1.5": 2,
  "2.1": 3,
  "2.2": 3,
  "2.3": 4,
  "2.4": 1,
  "3.2": 2,
  "3.3": 4,
  "3.4": 6,
  "3.5": 5,
  "3.7": 2,
  "4.1": 3,
  "4.2": 1,
  "4.3": 2,
  "4.4": 4,
  "5.1": 1,
  "5.2": 3,
  "5.3": 2,
  "5.4": 3,
  "6.1": 3,
  "6.2": 12,
  "6.3": 4,
  "6.4": 4,
  "6.5": 5,
  "6.6": 3,
  "6.8": 4,
  "7.1": 3,
  "7.2": 4,
  "7.3": 2,
  "7.4": 5,
  "7.5": 2,
  "7.6": 2,
  "8.1": 2,
  "8.2": 3,
  "8.3": 1,
  "8.4": 1,
  "9.1": 3,
  "9.2": 4,
  "10.1": 2,
  "10.2": 2,
  "10.3": 4,
  "10.4": 11,
  "10.5": 5,
  "10.6": 2,
  "10.7": 3,
  "11.1": 2,
  "11.2": 3,
  "11.3": 3,
  "11.4": 4,
  "11.5": 1,
  "11.6": 1,
  "12.1": 3,
  "12.2": 2,
  "12.3": 4,
  "13.1": 1,
  "13.2": 5,
  "13.3": 2,
  "13.4": 5,
  "14.1": 2,
  "14.2": 4,
  "14.3": 3,
  "15.1": 3,
  "15.2": 3,
  "15.3": 7,
  "16.1": 1,
  "16.2": 5,
  "16.3": 4,
  "16.4": 3,
  "16.5": 3,
  "17.1": 1,
  "17.2": 4,
  "17.3": 2,
};

const required = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
);

/** Makes numbers such as 6.3.10 sortable. */
const rankOf = (number: string): number =>
  number.split(".").reduce((rank, part) => rank * 100 + Number(part), 0);

const text = await readFile(join(root, "docs/security.md"), "utf8");
const [, asvs = ""] = text.split(/^## ASVS 5\.0, level 2$/m);
const chapters = asvs
  .split(/^### V/m)
  .slice(1)
  .map((chapter) => ({
    number: Number.parseInt(chapter, 10),
    rows: rowsOf(chapter),
    others: [
      ...(/^Do(?:es)? not apply: ([\d., \n]+)/m.exec(chapter)?.[1]?.matchAll(/\d+\.\d+\.\d+/g) ?? []),
    ].map(([number]) => number),
  }));
const rows = chapters.flatMap((chapter) => chapter.rows);
const others = chapters.flatMap((chapter) => chapter.others);

test("each requirement of levels 1 and 2 is a row or named as one that does not apply, once", () => {
  const named = [...rows.map(({ number }) => number), ...others];
  deepEqual(
    named.sort((a, b) => rankOf(a) - rankOf(b)),
    required,
  );
});

for (const { number, rows, others } of chapters) {
  test(`V${number} has its own requirements, ascending`, () => {
    for (const numbers of [rows.map((row) => row.number), others]) {
      ok(numbers.every((each) => each.startsWith(`${number}.`)));
      deepEqual(
        numbers,
        numbers.toSorted((a, b) => rankOf(a) - rankOf(b)),
      );
    }
  });
}

test("met requirements name a test, source or document that exists", () => {
  const wrong: string[] = [];
  for (const { number, state, where } of rows) {
    if (!["met", "partly", "not met"].includes(state)) wrong.push(`${number}: ${state}`);
    const links = [...where.matchAll(/\]\(([^)#]+)/g)].map(([, link = ""]) => join("docs", link));
    const sources = [...where.matchAll(/`((?:src|test)\/[^`]+|[\w-]+\.json)`/g)].map(([, path = ""]) => path);
    const paths = [...links, ...sources];
    for (const path of paths) if (!existsSync(join(root, path))) wrong.push(`${number}: ${path} is missing`);
    const isShown = paths.length > 0 || /`\/api\/openapi\.json`/.test(where) || /\]\(#/.test(where);
    if (state === "met" && !isShown) wrong.push(`${number}: says nowhere where`);
  }
  deepEqual(wrong, []);
});

test("each met requirement that is not one by reading has a mutant, whose text and test are there, and which its row names", () => {
  const wrong: string[] = [];
  const met = rows.filter(({ state }) => state === "met");
  for (const { number, where } of met) {
    const mutant = mutants[number];
    const isRead = where.startsWith("by reading: ");
    if (isRead !== (mutant === undefined)) wrong.push(`${number}: ${isRead ? "has" : "has no"} mutant`);
    if (mutant === undefined) continue;
    const { file, from, to, test } = mutant;
    const found = existsSync(join(root, file))
      ? readFileSync(join(root, file), "utf8").split(from).length - 1
      : 0;
    if (found !== 1) wrong.push(`${number}: ${found} times in ${file}: ${from}`);
    if (from === to) wrong.push(`${number}: changes nothing`);
    if (!where.includes(`(../${test})`)) wrong.push(`${number}: does not name ${test}`);
  }
  const numbers = met.map(({ number }) => number);
  for (const number of Object.keys(mutants)) {
    if (!numbers.includes(number)) wrong.push(`${number}: is not met`);
  }
  deepEqual(wrong, []);
});

test("the counts are those of the rows", () => {
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const sentence = `Of ${required.length}, ${count("met")} are met, ${count("partly")} partly, ${count("not met")} not; ${others.length} do not apply.`;
  ok(asvs.replace(/\s+/g, " ").includes(sentence), sentence);
});
