// spec/: what the reader makes of the official document, what a newer one shows, and that every patch and word is of something.
import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { declaredIds, specFiles } from "../../scripts/spec/bundled.mjs";
import { changesOf } from "../../scripts/spec/changes.ts";
import { readOfficial } from "../../scripts/spec/read.ts";
import { operations } from "../../src/atlas/index.ts";
import { definitionOf } from "../../src/core/spec/definition.ts";
import { readSpec } from "../../src/core/spec/files.ts";
import type { AtlasForm, Form } from "../../src/core/spec/form.ts";
import { applyPatches } from "../../src/core/spec/patch.ts";
import { createResolver } from "../../src/core/spec/resolve.ts";
import { haveOfficial, officialPath } from "./official.ts";

const atlas = readSpec("atlas");
const patches = readSpec("patches");
const words = readSpec("words");
const { operations: published, types } = atlas;
const skip = haveOfficial ? false : "name the official document in ANTEROOM_OFFICIAL to run this";

test("spec/atlas.json is what the reader makes of the official document", { skip }, () => {
  deepEqual(atlas, readOfficial(JSON.parse(readFileSync(officialPath, "utf8")), atlas.month));
});

test("there is no sentence and no example in it", () => {
  equal(/"(description|summary|example|title|externalDocs)": "/.test(JSON.stringify(atlas)), false);
});

test("a newer document shows each change of any operation", () => {
  const after = structuredClone(atlas) as {
    -readonly [Part in keyof AtlasForm]: Record<string, Form> & AtlasForm[Part];
  };
  const create = after.operations.createGroupCluster as unknown as {
    answers: Record<string, Record<string, object>>;
  };
  create.answers["201"] = {
    ...create.answers["201"],
    "2024-10-23": { body: { ref: "ClusterDescription20240805" }, sunset: "2028-01-01" },
    "2026-11-01": { body: { ref: "ClusterDescription20240805" } },
  };
  Object.assign(after.operations, {
    getGroupClusterWeather: { call: "GET /weather", tag: "Clusters", answers: {}, refusals: [] },
  });
  const cluster = after.types.ClusterDescription20240805 as Form & { members: Record<string, Form> };
  Object.assign(after.types, {
    ClusterDescription20240805: {
      ...cluster,
      members: { ...cluster.members, isNew: { type: "boolean" } },
      required: ["isNew"],
    },
  });
  deepEqual(changesOf(atlas, after), [
    {
      title: "Operations",
      lines: [
        'createGroupCluster answers.201.2024-10-23.sunset: new, "2028-01-01"',
        'createGroupCluster answers.201.2026-11-01: new, {"body":{"ref":"ClusterDescription20240805"}}',
        'getGroupClusterWeather: new, {"call":"GET /weather","tag":"Clusters","answers":{},"refusals":[]}',
      ],
    },
    {
      title: "Types",
      lines: [
        'ClusterDescription20240805 members.isNew: new, {"type":"boolean"}',
        'ClusterDescription20240805 required: new, ["isNew"]',
      ],
    },
  ]);
});

/** Returns a type without one of its patches, as JSON. */
function without(name: string, index: number): string {
  const others = {
    ...patches.types,
    [name]: (patches.types[name] ?? []).filter((_, each) => each !== index),
  };
  const resolver = createResolver(() => ({ types, patches: others }));
  try {
    return JSON.stringify(resolver.formOf(name));
  } catch {
    // Another patch is of a member that this one adds.
    return "";
  }
}

test("every patch of a type changes something", () => {
  const resolver = createResolver(() => ({ types, patches: patches.types }));
  const idle = Object.entries(patches.types).flatMap(([name, all]) =>
    all
      .filter((_, index) => without(name, index) === JSON.stringify(resolver.formOf(name)))
      .map(({ because }) => `${name}: ${because}`),
  );
  deepEqual(idle, []);
});

test("every patch of an operation is of one that Atlas publishes", () => {
  const unknown = [...Object.keys(patches.operations), ...Object.keys(patches.endings)];
  deepEqual(
    unknown.filter((id) => !(id in published)),
    [],
  );
});

test("a patch says what is not there", () => {
  const form: Form = { members: { name: { type: "string" } } };
  const patch = { because: "", source: "ours" } as const;
  deepEqual(applyPatches(form, [{ ...patch, always: ["name"], set: { name: { pattern: "^a" } } }]), {
    members: { name: { type: "string", pattern: "^a", always: true } },
  });
  for (const wrong of [{ always: ["other"] }, { without: ["other"] }, { set: { "a.b": {} } }]) {
    let message = "";
    try {
      applyPatches(form, [{ ...patch, ...wrong }]);
    } catch (error) {
      message = (error as Error).message;
    }
    equal(/^There is no member /.test(message), true, message);
  }
});

test("every published operation has a summary of ours, and each that is here a description", () => {
  const ids = Object.keys(published);
  deepEqual(
    ids.filter((id) => !words.operations[id]?.summary),
    [],
  );
  deepEqual(
    ids.filter((id) => id in operations && !words.operations[id]?.description),
    [],
  );
});

test("no summary is one of the official document", { skip }, () => {
  const { paths } = JSON.parse(readFileSync(officialPath, "utf8")) as {
    paths: Record<string, Record<string, { operationId?: string; summary?: string }>>;
  };
  const plain = (text = ""): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  const theirs = Object.values(paths).flatMap((calls) =>
    Object.values(calls).map((each) => plain(each.summary)),
  );
  deepEqual(
    Object.values(words.operations)
      .map((each) => each.summary)
      .filter((summary) => theirs.includes(plain(summary))),
    [],
  );
});

test("every word is of something", () => {
  deepEqual(
    Object.keys(words.operations).filter((id) => !(id in published)),
    [],
  );
  const named = (key: string) => key.split(/[.[{]/)[0] ?? "";
  const isOf = (key: string) =>
    named(key) in atlas.types || (named(key).split(" ")[0] ?? "") in published || named(key) === "raw";
  deepEqual(
    Object.keys(words.types).filter((key) => !isOf(key)),
    [],
  );
});

test("the bundle has every operation that is here", () => {
  deepEqual(declaredIds().sort(), Object.keys(operations).sort());
});

test("the files beside the bundle have every operation that is not here, and the types of their bodies", async () => {
  const { files } = await specFiles();
  const gaps: AtlasForm["operations"] = JSON.parse(files["gaps.json.br"]);
  deepEqual(
    Object.keys(gaps),
    Object.keys(published).filter((id) => !(id in operations)),
  );
  const ofGaps: AtlasForm["types"] = JSON.parse(files["gap-types.json.br"]);
  const resolver = createResolver(() => ({ types, patches: patches.types }));
  const outline = ({ members, required, cases, by }: Form) => ({
    names: Object.keys(members ?? {}),
    required,
    cases,
    by,
  });
  equal(Object.keys(ofGaps).length > 0, Object.keys(gaps).length > 0);
  for (const [name, form] of Object.entries(ofGaps)) {
    deepEqual(outline(form), outline(resolver.formOf(name)), name);
  }
  const secrets = Object.entries(ofGaps).flatMap(([name, { members = {} }]) =>
    Object.entries(members)
      .filter(([, { format }]) => format === "password")
      .map(([member, form]) => ({ name, member, form })),
  );
  for (const { name, member, form } of secrets) {
    deepEqual(form, resolver.formOf(name).members?.[member], `${name}.${member}`);
  }
});

test("a definition has what the document states, and what patches say of it", () => {
  const { method, path, tag, status, successor, versions } = definitionOf("updateGroupInvites");
  deepEqual(
    { method, path, tag, status, successor, versions: Object.keys(versions) },
    {
      method: "PATCH",
      path: "/api/atlas/v2/groups/{groupId}/invites",
      tag: "Projects",
      status: 200,
      successor: "updateOrgUser, addGroupUserRole and removeGroupUserRole",
      versions: ["2023-01-01"],
    },
  );
});
