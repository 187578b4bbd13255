// Tests that templates become words, and that every language has the keys and the placeholders of English.
import { deepEqual, equal, ok } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import "../../atlas/index.ts";
import { languageCodes } from "../../core/contract/languages.ts";
import { eventTypes, kindEventOf } from "../../core/domain/event.ts";
import { calls } from "../../core/spec/files.ts";
import english from "./en.json" with { type: "json" };
import korean from "./ko.json" with { type: "json" };
import { fill, fillable, partsOf } from "./templates.ts";

test("a key with parameters becomes a function of them, in their order", () => {
  const words = fillable<{ title: string; group: { "invited(whom, by)": string } }>({
    title: "Invitation",
    group: { "invited(whom, by)": "{by} invited {whom}" },
  });
  equal(words.title, "Invitation");
  equal(words.group.invited("ada@example.com", "Grace"), "Grace invited ada@example.com");
});

test("the form follows the last parameter", () => {
  const { removed } = fillable<{ "removed(whom, count)": string }>({
    "removed(whom, count)": { none: "Removed.", one: "Removed {whom}.", other: "Removed {count}: {whom}." },
  });
  equal(removed("", 0), "Removed.");
  equal(removed("", ""), "Removed.");
  equal(removed("ada", 1), "Removed ada.");
  equal(removed("ada", "1"), "Removed ada.");
  equal(removed("ada, bob", 2), "Removed 2: ada, bob.");
});

test("a form that a language does without is the other one", () => {
  const { total } = fillable<{ "total(count)": string }>({ "total(count)": { other: "{count}명" } });
  deepEqual([total(0), total(1), total("1,000")], ["0명", "1명", "1,000명"]);
});

test("a name is not a template", () => {
  equal(fill("{by} invited {whom}", { by: "{whom}", whom: "$& $1" }), "{whom} invited $& $1");
});

/** The keys that a language may have more or fewer of: the sentences of the API replace the missing ones. */
const open = ["advice", "refusals", "fieldProblems", "states", "titles"];

/** Returns the texts of a language by their path, such as `people.invitedBy(inviter)`; the forms of a sentence are one list. */
function textsOf(node: object, path: readonly string[] = []): [path: string, texts: string[]][] {
  return Object.entries(node).flatMap(([key, value]): [string, string[]][] => {
    if (path.length === 0 && open.includes(key)) return [];
    const at = [...path, key];
    if (typeof value === "string") return [[at.join("."), [value]]];
    const isSentence = partsOf(key).parameters !== undefined;
    return isSentence ? [[at.join("."), Object.values(value as object)]] : textsOf(value as object, at);
  });
}

const placeholdersOf = (texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

const byPath = { en: new Map(textsOf(english)), ko: new Map(textsOf(korean)) };

test("Korean has the keys of English", () => {
  deepEqual([...byPath.ko.keys()].sort(), [...byPath.en.keys()].sort());
});

test("Korean has the placeholders of English, save in sentences about events", () => {
  for (const [path, texts] of byPath.en) {
    if (path.startsWith("activity.events.")) continue;
    deepEqual(placeholdersOf(byPath.ko.get(path) ?? []), placeholdersOf(texts), path);
  }
});

test("placeholders are parameters of their key", () => {
  for (const [language, texts] of Object.entries(byPath)) {
    for (const [path, forms] of texts) {
      const parameters = partsOf(path.split(".").at(-1) ?? "").parameters ?? parametersOf(path);
      const unknown = placeholdersOf(forms).filter((each) => !parameters.includes(each.slice(1, -1)));
      deepEqual(unknown, [], `${language} ${path}`);
    }
  }
});

/** Returns the placeholders of the texts that code fills in. */
function parametersOf(path: string): string[] {
  if (path.startsWith("activity.events.")) {
    return ["user", "entry", "key", "account", "team", "project", "address"];
  }
  if (path.startsWith("activity.arrivals.")) return ["user", "team"];
  return /^rehearsal\.sunset\.(days|over)\./.test(path) ? ["days"] : [];
}

test("every type of event has its words, and nothing else has", () => {
  const ofKind = (type: string) => kindEventOf(type) !== undefined;
  deepEqual(
    Object.keys(english.activity.events).sort(),
    eventTypes().filter((type) => !ofKind(type)),
  );
  const kinds = new Set(eventTypes().flatMap((type) => kindEventOf(type)?.kind ?? []));
  deepEqual(Object.keys(calls.words.kinds).sort(), [...kinds].sort());
  for (const nouns of Object.values(calls.words.kinds)) deepEqual(Object.keys(nouns), languageCodes);
});

test("every type that code names in quotes is one that is recorded", () => {
  const recorded = new Set<string>(eventTypes());
  const root = new URL("../../", import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
    /^(atlas|core)\/(?!.*\.test\.ts$).*\.ts$/.test(file),
  );
  const named = files.flatMap((file) => [
    ...readFileSync(new URL(file, root), "utf8").matchAll(/\brecord\(\s*"([A-Z0-9_]+)"/g),
  ]);
  ok(named.length > 0);
  deepEqual(
    named.map(([, type = ""]) => type).filter((type) => !recorded.has(type)),
    [],
  );
});
