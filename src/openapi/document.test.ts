// The derived document keeps to the words of OpenAPI 3.0.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import Type, { type TSchema } from "typebox";
import { operations } from "../operations/index.ts";
import type { Operation } from "../operations/operation.ts";
import { describeApi } from "./document.ts";

const version = "2023-01-01";

/** The schema as the document has it, where an operation answers it. */
function translated(schema: TSchema) {
  const { getOrg } = operations;
  const answering = { ...getOrg, versions: { [version]: { reply: schema } } } as unknown as Operation;
  const { paths } = JSON.parse(JSON.stringify(describeApi([answering], "http://127.0.0.1")));
  return paths[getOrg.path].get.responses[200].content[`application/vnd.atlas.${version}+json`].schema;
}

test("null, constants and names without end are said in words of OpenAPI 3.0", () => {
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
    [
      Type.Record(Type.String(), Type.Boolean()),
      { type: "object", additionalProperties: { type: "boolean" } },
    ],
  ];
  for (const [schema, expected] of cases) deepEqual(translated(schema), expected);
});
