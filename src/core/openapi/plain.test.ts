// Tests that the plain form says less than the document, and nothing else: whatever is valid by one is valid by the other.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { operations } from "../../atlas/index.ts";
import type { Operation } from "../operations/operation.ts";
import { describeApi, type Json } from "./document.ts";
import { plainly } from "./plain.ts";

const copy = (document: Json) => JSON.parse(JSON.stringify(document));
const whole = copy(describeApi(Object.values<Operation>(operations), "http://127.0.0.1"));
const plain = copy(plainly(whole));

/** Returns the paths of the members that one has and the other lacks; fails if both have different values. */
function lacking(from: unknown, other: unknown, at = ""): string[] {
  if (typeof from !== "object" || from === null) {
    equal(from, other, at);
    return [];
  }
  return Object.entries(from).flatMap(([key, value]) =>
    Object.hasOwn(other as Json, key)
      ? lacking(value, (other as Json)[key], `${at}/${key}`)
      : [`${at}/${key}`],
  );
}

test("security is a bearer token alone, where the document asks for credentials", () => {
  deepEqual(plain.security, [{ AccessToken: [] }]);
  deepEqual(plain.components.securitySchemes, { AccessToken: { type: "http", scheme: "bearer" } });
  for (const [path, methods] of Object.entries<Record<string, Json>>(whole.paths)) {
    for (const [method, { security }] of Object.entries(methods)) {
      deepEqual(plain.paths[path][method].security, security);
    }
  }
});

test("of schemas and operations, three words are left out and nothing is added", () => {
  const schemas = ({ components: { securitySchemes, ...components }, security, ...rest }: typeof whole) => ({
    ...rest,
    components,
  });
  const [before, after] = [schemas(whole), schemas(plain)];
  deepEqual(lacking(after, before), []);
  const missing = lacking(before, after);
  const words = new Set(missing.map((path) => path.split("/").at(-1)));
  deepEqual([...words].sort(), ["anyOf", "discriminator", "uniqueItems"]);
  ok(missing.length > 20);
  equal(/"(?:anyOf|discriminator|uniqueItems)":/.test(JSON.stringify(plain)), false);
});
