// The derived OpenAPI document differs from the official one only where there is a reason, and docs/fidelity.md has each.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { explanations } from "./differences.ts";
import {
  compared,
  compareWithOfficial,
  haveOfficial,
  officialPath,
  readFidelity,
  sortOut,
} from "./document.ts";
import { compareDocuments } from "./structure.ts";

const skip = haveOfficial
  ? false
  : `SKIPPED: there is no file ${officialPath}; set ANTEROOM_OFFICIAL to the official document to compare with it`;

test("the derived document against the official one", { skip }, async (t) => {
  const comparison = compareWithOfficial(officialPath);
  t.diagnostic(`${comparison.equal} of ${comparison.operations} operations equal but for the pipeline`);

  await t.test("all operations are compared", () => equal(comparison.operations, compared.length));
  await t.test("every difference has a reason", () => deepEqual(comparison.unexplained, []));
  await t.test("every reason has a difference", () => deepEqual(comparison.outdated, []));
});

test("docs/fidelity.md has every reason; `node --import tsx test/conformance/document.ts --write` writes them", () => {
  const { is, shouldBe } = readFidelity();
  equal(is, shouldBe);
});

const error = { content: { "application/json": {} } };

/** A document of one operation, whose reply is `schema` and whose body is `body`. */
const documentOf = (schema: object, { body, ...rest }: { body?: object } & Record<string, unknown> = {}) => ({
  paths: {
    "/things": {
      get: {
        operationId: "listThings",
        tags: ["Things"],
        responses: { 200: { content: { "v1+json": { schema, "x-sunset": "2027-07-01" } } }, 404: error },
        ...(body && { requestBody: { content: { "v1+json": { schema: body } } } }),
        ...rest,
      },
    },
  },
  components: {
    schemas: {
      Thing: { properties: { name: { type: "string" }, of: { $ref: "#/components/schemas/Thing" } } },
      Named: { allOf: [{ $ref: "#/components/schemas/Thing" }, {}], required: ["name"] },
    },
  },
});

const text = { type: "string" };
const compare = (ours: object, theirs: object) => compareDocuments({ ours, theirs }).get("listThings");

test("two documents are compared", async (t) => {
  await t.test("equal ones have no differences, also where one refers and the other does not", () => {
    const written = { properties: { name: text, of: { properties: {} } }, required: ["name"] };
    deepEqual(compare(documentOf(written), documentOf({ $ref: "#/components/schemas/Named" })), []);
  });

  await t.test("members and what is required, inside arrays and members too", () => {
    const ours = { type: "array", items: { properties: { a: { properties: { b: text } }, d: text } } };
    const theirs = { properties: { a: { properties: { b: text, c: text }, required: ["b"] } } };
    deepEqual(compare(documentOf(ours), documentOf(theirs)), [
      "reply member -a.c",
      "reply member +d",
      "reply required -a.b",
    ]);
  });

  await t.test("of a member that is missing only the name", () => {
    const theirs = { properties: { a: { properties: { b: text }, required: ["b"] } }, required: ["a"] };
    deepEqual(compare(documentOf({ properties: {} }), documentOf(theirs)), ["reply member -a"]);
  });

  await t.test("what all alternatives require is required, and what only one does is not", () => {
    const either = {
      oneOf: [
        { properties: { a: text, b: text }, required: ["a", "b"] },
        { properties: { a: text }, required: ["a"] },
      ],
    };
    deepEqual(compare(documentOf(either), documentOf({ properties: { a: text, b: text } })), [
      "reply required +a",
      "reply +oneOf",
    ]);
  });

  await t.test("enums by value, and as a whole where only one has one", () => {
    const kind = (...values: string[]) => documentOf({ properties: { kind: { enum: values } } });
    deepEqual(compare(kind("a", "b"), kind("b", "c")), ["reply kind enum -c", "reply kind enum +a"]);
    deepEqual(compare(kind(), kind("b", "c")), ["reply kind -enum"]);
    deepEqual(compare(kind("b"), kind()), ["reply kind +enum"]);
  });

  await t.test("what is read-only is not required of a body", () => {
    const body = { properties: { id: { ...text, readOnly: true }, name: text }, required: ["id", "name"] };
    const ours = documentOf({}, { body: { properties: body.properties } });
    deepEqual(compare(ours, documentOf({}, { body })), ["body required -name"]);
  });

  await t.test("statuses, versions, sunsets, parameters, roles, tags and deprecation", () => {
    const theirs = documentOf(
      {},
      {
        tags: ["Others"],
        deprecated: true,
        parameters: [{ in: "query", name: "a", required: true, schema: { enum: ["x"] } }],
        "x-rolesRequirements": ["Project Owner"],
        responses: { 200: { content: { "v1+json": {}, "v2+json": {} } }, 409: error },
      },
    );
    const ours = documentOf(
      {},
      {
        parameters: [
          { in: "query", name: "a" },
          { in: "query", name: "b" },
        ],
      },
    );
    deepEqual(compare(ours, theirs), [
      "tag -Others",
      "tag +Things",
      "parameter +query b",
      "parameter required query a",
      "parameter query a -enum",
      "status -409",
      "status +404",
      "role -Project Owner",
      "deprecated undefined",
      "reply version -v2+json",
      "reply sunset of v1+json: 2027-07-01, official none",
    ]);
  });

  await t.test("alternatives, and where a discriminator leads", () => {
    const to = (mapping: object) => ({ discriminator: { propertyName: "kind", mapping } });
    const [one, other] = [{ properties: { kind: text } }, { $ref: "#/components/schemas/Named" }];
    const mapped = { oneOf: [one, other], ...to({ a: "#/components/schemas/Named" }) };
    deepEqual(compare(documentOf({ anyOf: [one, other] }), documentOf(mapped)), [
      "reply -oneOf",
      "reply -discriminator kind",
      "reply +anyOf",
      "reply -mapping",
    ]);
    const elsewhere = { oneOf: [one, other], ...to({ a: "#/components/schemas/Thing" }) };
    deepEqual(compare(documentOf(elsewhere), documentOf(mapped)), [
      "reply mapping -kind a → Named",
      "reply mapping +kind a → Thing",
    ]);
    const page = (item: object) => documentOf({ properties: { results: { type: "array", items: item } } });
    deepEqual(compare(page(mapped), page({ ...mapped, discriminator: undefined })), [
      "reply results +discriminator kind",
      "reply results +mapping",
    ]);
  });

  await t.test("of every answer its headers, versions and members, also of one that is referred to", () => {
    const v1 = { "v1+json": {} };
    const answers = (responses: object) => documentOf({}, { responses });
    const ours = answers({
      200: { headers: { A: {} }, content: v1 },
      204: {},
      429: {
        headers: { B: {} },
        content: {
          "application/json": { schema: { required: ["a", "b"], properties: { a: text, b: text } } },
        },
      },
    });
    const theirs = {
      ...answers({
        200: { content: v1 },
        204: { content: v1 },
        429: { $ref: "#/components/responses/tooMany" },
      }),
      components: {
        responses: {
          tooMany: {
            headers: { B: {}, C: {} },
            content: {
              "application/json": { schema: { required: ["a"], properties: { a: text, b: text } } },
            },
          },
        },
      },
    };
    deepEqual(compare(ours, theirs), [
      "header of 200 +A",
      "reply of 204 version -v1+json",
      "header of 429 -C",
      "error required +b",
    ]);
  });

  await t.test("of successes of unequal status the first with the first", () => {
    const page = (properties: object) => ({ content: { "v1+json": { schema: { properties } } } });
    const ours = documentOf({}, { responses: { 201: page({ a: text }) } });
    deepEqual(compare(ours, documentOf({}, { responses: { 200: page({ b: text }) } })), [
      "status -200",
      "status +201",
      "reply member -b",
      "reply member +a",
    ]);
  });

  await t.test("operations that only one has", () => {
    const none = { paths: {} };
    deepEqual(compare(documentOf({}), none), ["operation +"]);
    deepEqual(compare(none, documentOf({})), ["operation -"]);
  });
});

test("differences are sorted out", async (t) => {
  await t.test("one without a reason is unexplained, and reasons without one are out of date", () => {
    const { unexplained, outdated } = sortOut(new Map([["getOrg", ["status -409", "status +418"]]]));
    deepEqual(unexplained, ["getOrg: status +418"]);
    equal(outdated.includes("no 409 for reading: status -409"), false);
    equal(outdated.includes("no 409 for reading: getOrg"), false);
    equal(outdated.includes("no 409 for reading: listOrgs"), true);
    equal(outdated.includes("406: status +406"), true);
  });

  await t.test("a reason holds for the operations it names and no others", () => {
    deepEqual(sortOut(new Map([["getGroup", ["status -409"]]])).unexplained, ["getGroup: status -409"]);
  });

  await t.test("no two reasons claim the same", () => {
    const claims = explanations.flatMap(({ differences, operations }) =>
      differences.flatMap((each) => [operations].flat().map((id) => `${id}: ${each}`)),
    );
    deepEqual(
      claims.filter((each, index) => claims.indexOf(each) !== index),
      [],
    );
  });
});
