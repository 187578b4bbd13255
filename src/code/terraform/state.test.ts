// Tests that a state file and `terraform show -json` give equal addresses, and the sentence for other files.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { readState, UnreadableState } from "./state.ts";

const resource = (name: string, more: object) => ({
  mode: "managed",
  type: "mongodbatlas_team",
  name,
  ...more,
});

const file = {
  version: 4,
  resources: [
    resource("core", { instances: [{ attributes: { name: "core" } }, { deposed: "00", attributes: {} }] }),
    {
      ...resource("each", { instances: [{ index_key: 'a"b', attributes: { name: "x" } }] }),
      module: 'module.people["e.u"].module.inner[0]',
    },
    { ...resource("seen", { instances: [{ index_key: 1, attributes: {} }] }), mode: "data" },
  ],
};

const shown = {
  format_version: "1.0",
  values: {
    root_module: {
      resources: [
        { ...resource("core", { values: { name: "core" } }), address: "mongodbatlas_team.core" },
        { ...resource("seen", { values: {} }), mode: "data", address: "data.mongodbatlas_team.seen[1]" },
      ],
      child_modules: [
        {
          address: 'module.people["e.u"]',
          child_modules: [
            {
              resources: [
                {
                  ...resource("each", { values: { name: "x" } }),
                  address: 'module.people["e.u"].module.inner[0].mongodbatlas_team.each["a\\"b"]',
                },
              ],
            },
          ],
        },
      ],
    },
  },
};

const kept = [
  {
    address: "data.mongodbatlas_team.seen[1]",
    block: "data.mongodbatlas_team.seen",
    type: "data.mongodbatlas_team",
    attributes: {},
  },
  {
    address: 'module.people["e.u"].module.inner[0].mongodbatlas_team.each["a\\"b"]',
    block: "module.people.module.inner.mongodbatlas_team.each",
    type: "mongodbatlas_team",
    attributes: { name: "x" },
  },
  {
    address: "mongodbatlas_team.core",
    block: "mongodbatlas_team.core",
    type: "mongodbatlas_team",
    attributes: { name: "core" },
  },
];

test("a state file, a shown state and a shown plan tell of the same", () => {
  const read = (value: unknown) =>
    readState(JSON.stringify(value)).sort((a, b) => (a.address < b.address ? -1 : 1));
  deepEqual(read(file), kept);
  deepEqual(read(shown), kept);
  deepEqual(read({ format_version: "1.2", planned_values: {}, prior_state: shown }), kept);
  deepEqual(read({ format_version: "1.0" }), []);
});

test("of a plan of something new, what it makes is read where that is asked for", () => {
  const planned = { format_version: "1.2", planned_values: shown.values };
  const change = { ...resource("late", { change: {} }), address: "mongodbatlas_team.late" };
  const addresses = (value: object) =>
    readState(JSON.stringify(value), true)
      .map(({ address }) => address)
      .sort();
  const all = kept.map(({ address }) => address);
  deepEqual(addresses(planned), all);
  deepEqual(addresses({ ...planned, prior_state: shown, resource_changes: [change] }), [
    ...all,
    change.address,
  ]);
  deepEqual(addresses({ format_version: "1.2", resource_changes: [change] }), [change.address]);
  for (const plan of [planned, { format_version: "1.2", resource_changes: [change] }]) {
    throws(() => readState(JSON.stringify(plan)), /^Error: it is a plan with no state before it: /);
  }
});

test("what is neither is refused in a sentence", () => {
  for (const [text, message] of [
    ["", /^it is not JSON: /],
    ["[]", /^it is no object$/],
    ["{}", /^it is neither a state of version 4 nor/],
    ['{"serial": 1, "encrypted_data": "x"}', /encrypted/],
    ['{"version": 3, "modules": []}', /^it is a state of version 3, and 4 is read/],
    ['{"version": 4, "resources": [1]}', /^resources\[0\] is no object$/],
    [
      '{"version": 4, "resources": [{"type": "a", "name": "b", "instances": {}}]}',
      /^resources\[0\]\.instances is no list$/,
    ],
    [
      '{"version": 4, "resources": [{"type": "a", "name": "b", "instances": [{}]}]}',
      /^resources\[0\]\.instances\[0\]\.attributes is no object$/,
    ],
    ['{"version": 4, "resources": [{"type": "a"}]}', /^resources\[0\]\.name is no text$/],
    ['{"format_version": "1.0", "values": {}}', /^values\.root_module is no object$/],
  ] as const) {
    throws(
      () => readState(text),
      (reason: Error) => reason instanceof UnreadableState && message.test(reason.message),
      text,
    );
  }
  equal(readState('{"version": 4, "resources": []}').length, 0);
});
