// Tests that secrets of a value are found by its schema.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { addSecrets, changeSecrets, pathsOfSecrets } from "./secrets.ts";

const secret = { type: "string", isSecret: true };
const schema = {
  anyOf: [
    { properties: { type: { enum: ["KEY"] }, key: secret }, required: ["key", "type"] },
    {
      properties: {
        type: { enum: ["HEADERS"] },
        headers: { items: { properties: { name: {}, value: secret } } },
      },
      required: ["headers", "type"],
    },
  ],
};

test("secrets are changed wherever a case of the schema marks them, with the path of each", () => {
  const paths: string[] = [];
  const struck = (_: string, path: string) => {
    paths.push(path);
    return "*";
  };
  const headers = [{ name: "one", value: "1" }, { value: "2" }];
  deepEqual(changeSecrets({ type: "HEADERS", headers, other: "3" }, schema, struck), {
    type: "HEADERS",
    headers: [{ name: "one", value: "*" }, { value: "*" }],
    other: "3",
  });
  deepEqual(paths, [".headers.one.value", ".headers.1.value"]);
  deepEqual(pathsOfSecrets(schema), ["key", "headers.value"]);
});

test("a secret is added that the case of a value requires", () => {
  const mint = () => "minted";
  deepEqual(addSecrets({ type: "KEY" }, schema, mint), { type: "KEY", key: "minted" });
  deepEqual(addSecrets({ type: "KEY", key: "mine" }, schema, mint), { type: "KEY", key: "mine" });
  deepEqual(addSecrets({ type: "HEADERS" }, schema, mint), { type: "HEADERS" });
});
