// `anteroom convert --terraform`: what a configuration and its state become, without a server. The plans of Terraform 1.11.4 with
// the provider's source of 21 August 2026 that follow from such changes are told in docs/guides/july-2027.md.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { convert } from "../../src/july/convert/convert.ts";
import { conversions } from "./tables/conversions.ts";

const before = { today: "2026-12-03" };

for (const {
  name,
  files,
  kept,
  becomes,
  says = [],
  left = [],
  creates = [],
  destroys = [],
  versions,
} of conversions) {
  test(`${name}`, () => {
    const converted = convert(new Map(Object.entries(files)), kept, { ...before, ...versions });
    for (const [file, text] of Object.entries(becomes)) equal(converted.files.get(file), text);
    deepEqual([...converted.files.keys()].sort(), Object.keys(becomes).sort());
    deepEqual(converted.remarks, says);
    deepEqual(
      converted.left.map(({ address }) => address),
      left,
    );
    deepEqual([converted.creates, converted.destroys], [creates, destroys]);
  });
}
