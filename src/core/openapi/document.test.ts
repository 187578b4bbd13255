// Tests that the derived document only uses the words of OpenAPI 3.0.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { TSchema } from "typebox";
import * as Type from "typebox";
import { operations } from "../../atlas/index.ts";
import { tagDescriptions } from "../contract/tags.ts";
import type { Operation } from "../operations/operation.ts";
import { describeApi, operationsOn } from "./document.ts";

const version = "2023-01-01";

const describe = (table: readonly Operation[]) =>
  JSON.parse(JSON.stringify(describeApi(table, "http://127.0.0.1")));

const whole = describe(Object.values<Operation>(operations));

/** Returns the document of one operation that answers the schema, with the place of that schema. */
function answering(schema: TSchema) {
  const { getOrg } = operations;
  const operation = { ...getOrg, versions: { [version]: { reply: schema } } } as unknown as Operation;
  const { paths, components } = describe([operation]);
  const { content } = paths[getOrg.path].get.responses[200];
  return { schema: content[`application/vnd.atlas.${version}+json`].schema, components };
}

test("null and constants are said in words of OpenAPI 3.0", () => {
  const Named = Type.Object({ name: Type.String() }, { $id: "Named" });
  const cases: [TSchema, object][] = [
    [
      Type.Union([Type.String({ maxLength: 3 }), Type.Null()], { description: "A text." }),
      { type: "string", maxLength: 3, description: "A text.", nullable: true },
    ],
    [
      Type.Union([Type.String(), Type.Integer(), Type.Null()]),
      { anyOf: [{ type: "string" }, { type: "integer" }], nullable: true },
    ],
    [Type.Union([Named, Type.Null()]), { allOf: [{ $ref: "#/components/schemas/Named" }], nullable: true }],
    [Type.Literal("a"), { type: "string", enum: ["a"] }],
  ];
  for (const [schema, expected] of cases) deepEqual(answering(schema).schema, expected);
});

test("a member that tells alternatives apart leads each of its values to one of them", () => {
  const kind = (values: string[]) => Type.Enum(values, { type: "string" });
  const One = Type.Object({ kind: kind(["a"]) }, { $id: "One" });
  const Other = Type.Object({ kind: kind(["b", "c"]) }, { $id: "Other" });
  const either = Type.Union([One, Other], { discriminator: { propertyName: "kind" } });
  const [one, other] = ["#/components/schemas/One", "#/components/schemas/Other"];
  deepEqual(answering(either).schema, {
    oneOf: [{ $ref: one }, { $ref: other }],
    discriminator: { propertyName: "kind", mapping: { a: one, b: other, c: other } },
  });
});

test("a pattern that not every language takes is left out", () => {
  deepEqual(answering(Type.String({ maxLength: 3, pattern: "^\\p{L}+$" })).schema, {
    type: "string",
    maxLength: 3,
  });
  const patterns = [...JSON.stringify(whole).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = ""]) => String(JSON.parse(text)),
  );
  deepEqual(
    patterns.filter((each) => /\\[pP]|\(\?/.test(each)),
    [],
  );
  equal(patterns.includes("^([a-f0-9]{24})$"), true);
});

test("every heading is described, and no other", () => {
  const used = new Set(Object.values<Operation>(operations).map(({ tag }) => tag));
  deepEqual([...used].sort(), Object.keys(tagDescriptions));
  deepEqual(
    whole.tags.map(({ name }: { name: string }) => name),
    Object.keys(tagDescriptions),
  );
});

test("of several versions the newest comes first, in answers and in bodies", () => {
  const { get } = whole.paths[operations.listOrgUsers.path];
  const versions = ["application/vnd.atlas.2025-02-19+json", "application/vnd.atlas.2023-01-01+json"];
  deepEqual(Object.keys(get.responses[200].content), versions);
});

test("an answer of plain text is not said to be JSON", () => {
  const { get } = whole.paths[operations.getDefaultMongoDbMajorVersion.path];
  deepEqual(Object.keys(get.responses[200].content), ["text/plain"]);
});

test("of one date each operation has the version that answers it, and those that came later are missing", () => {
  const typesOn = (date: string, path: string) => {
    const { get } = describe(operationsOn(Object.values<Operation>(operations), date)).paths[path] ?? {};
    return get && Object.keys(get.responses[200].content);
  };
  const { path } = operations.listOrgUsers;
  deepEqual(typesOn("2025-02-18", path), ["application/vnd.atlas.2023-01-01+json"]);
  deepEqual(typesOn("2025-02-19", path), ["application/vnd.atlas.2025-02-19+json"]);
  equal(typesOn("2025-02-18", operations.getOrgUser.path), undefined);
  deepEqual(typesOn("2023-01-01", operations.getIpInfo.path), ["application/json"]);
});
