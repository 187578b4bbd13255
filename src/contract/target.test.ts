// What stands on the request line, taken apart.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { splitTarget } from "./target.ts";

test("the target is taken apart at its first question mark", () => {
  const parts = (target: string) => {
    const { path, search } = splitTarget(target);
    return [path, search];
  };
  deepEqual(parts("/a/b?c=d?e"), ["/a/b", "c=d?e"]);
  deepEqual(parts("/a%2Fb"), ["/a%2Fb", ""]);
  deepEqual(parts(""), ["", ""]);
});
