// What `npm run follow` says of a newer official document, and of a file that is none.
import { deepEqual, match, ok, throws } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { newsIn, readOfficial } from "../../scripts/follow.ts";
import { gapRows } from "../../src/http/absent.ts";
import { createFolder } from "../support/storage.ts";
import { compared, ownDocument } from "./document.ts";

// biome-ignore lint/suspicious/noExplicitAny: documents are changed as they come
type Json = any;

/** Our own document stands in for the official one, in which the reasons of today's differences are not met. */
function newsOf(change: (document: Json) => void): Record<string, readonly string[]> {
  const document: Json = ownDocument();
  for (const { method, path, id } of gapRows) {
    const others = document.paths[path];
    document.paths[path] = { ...others, [method.toLowerCase()]: { operationId: id, responses: {} } };
  }
  change(document);
  const news = newsIn(document).filter(({ title }) => !title.startsWith("Reasons "));
  return Object.fromEntries(news.map(({ title, lines }) => [title, lines]));
}

const path = "/api/atlas/v2/groups/{groupId}/settings";
const v1 = "application/vnd.atlas.2023-01-01+json";
const settingsOf = ({ components }: Json): Json => components.schemas.GroupSettings;
const answerOf = ({ paths }: Json): Json => paths[path].get.responses[200].content;

const cases: Readonly<Record<string, [(document: Json) => void, Record<string, readonly string[]>]>> = {
  "a document without news": [() => {}, {}],
  "a sunset of what is not here": [
    ({ paths }) => {
      const known = paths["/api/atlas/v2/groups/{groupId}/pushBasedLogExport"];
      known.get.responses = { 200: { content: { [v1]: { "x-sunset": "2027-02-04" } } } };
      known.post.responses = { 200: { content: { [v1]: { "x-sunset": "2027-09-01" } } } };
    },
    {
      "Versions that end, outside of the plane (scripts/endings.ts writes them)": [
        "POST /groups/{groupId}/pushBasedLogExport createGroupPushBasedLogExport 2023-01-01:2027-09-01",
      ],
    },
  ],
  operations: [
    ({ paths }) => {
      const call = (operationId: string, tag: string) => ({
        get: { operationId, tags: [tag], responses: {} },
      });
      paths["/a"] = call("listThings", "Projects");
      paths["/b"] = call("listOthers", "Streams");
      delete paths["/api/atlas/v2/orgs/{orgId}/settings"];
      delete paths["/api/atlas/v2/skus"];
    },
    {
      "Operations (scripts/gaps.ts writes them)": [
        "listThings  GET /a (Projects)",
        "listOthers  GET /b (Streams)",
      ],
      "Operations that are no longer there": ["getOrgSettings", "updateOrgSettings", "listSkus"],
    },
  ],
  "a cluster": [
    ({ paths, components }) => {
      const { get } = paths["/api/atlas/v2/groups/{groupId}/clusters/{clusterName}"];
      const { content } = get.responses[200];
      const [oldest = ""] = Object.keys(content);
      const { schema } = content[oldest];
      const cluster = components.schemas[schema.$ref.split("/").at(-1)];
      cluster.properties.isNew = { type: "boolean" };
      cluster.required = [...(cluster.required ?? []), "isNew"];
      get.parameters.push({ in: "query", name: "view", required: true, schema: {} });
      content["application/vnd.atlas.2026-11-01+json"] = content[oldest];
      content[oldest]["x-sunset"] = "2028-01-01";
    },
    {
      Fields: [
        "createGroupCluster: reply member -isNew",
        "getGroupCluster: reply member -isNew",
        "listGroupClusters: reply member -results.isNew",
        "updateGroupCluster: reply member -isNew",
      ],
      Parameters: ["getGroupCluster: parameter -query view"],
      Sunsets: [
        "getGroupCluster: reply sunset of application/vnd.atlas.2024-08-05+json: none, official 2028-01-01",
      ],
      Versions: ["getGroupCluster: reply version -application/vnd.atlas.2026-11-01+json"],
    },
  ],
  versions: [
    (document) => {
      answerOf(document)["application/vnd.atlas.2026-11-01+json"] = answerOf(document)[v1];
    },
    { Versions: ["getGroupSettings: reply version -application/vnd.atlas.2026-11-01+json"] },
  ],
  sunsets: [
    (document) => {
      answerOf(document)[v1]["x-sunset"] = "2028-01-01";
      document.paths[path].patch.deprecated = true;
    },
    {
      Sunsets: [
        `getGroupSettings: reply sunset of ${v1}: none, official 2028-01-01`,
        "updateGroupSettings: deprecated undefined",
      ],
    },
  ],
  "fields, values and what is required": [
    (document) => {
      const { properties } = settingsOf(document);
      settingsOf(document).required = ["isDataExplorerEnabled"];
      properties.isNew = { type: "boolean" };
      properties.isSchemaAdvisorEnabled.enum = ["ON"];
    },
    {
      Required: [
        "getGroupSettings: reply required -isDataExplorerEnabled",
        "updateGroupSettings: reply required -isDataExplorerEnabled",
        "updateGroupSettings: body required -isDataExplorerEnabled",
      ],
      Values: [
        "getGroupSettings: reply isSchemaAdvisorEnabled -enum",
        "updateGroupSettings: reply isSchemaAdvisorEnabled -enum",
        "updateGroupSettings: body isSchemaAdvisorEnabled -enum",
      ],
      Fields: [
        "getGroupSettings: reply member -isNew",
        "updateGroupSettings: reply member -isNew",
        "updateGroupSettings: body member -isNew",
      ],
    },
  ],
  "parameters, and the rest": [
    ({ paths }) => {
      paths[path].get.parameters.push({ in: "query", name: "view", schema: {} });
      paths[path].get.responses[418] = {};
    },
    {
      Parameters: ["getGroupSettings: parameter -query view"],
      Other: ["getGroupSettings: status -418"],
    },
  ],
  "types of events": [
    ({ components }) => {
      const listed = [{ enum: ["GROUP_CREATED"] }, { enum: ["GROUP_DREAMED"] }];
      components.schemas.EventTypeForNdsGroup = { oneOf: listed };
    },
    { "Types of events": ["GROUP_DREAMED"] },
  ],
  "types of events in a part of their list": [
    ({ components }) => {
      components.schemas.TeamEventTypeView = { enum: ["TEAM_CREATED", "TEAM_DREAMED"] };
    },
    { "Types of events": ["TEAM_DREAMED"] },
  ],
};

for (const [what, [change, news]] of Object.entries(cases)) {
  test(`follow says of ${what}`, () => deepEqual(newsOf(change), news));
}

test("reasons that no longer hold are news too", () => {
  const [last] = newsIn(ownDocument()).slice(-1);
  deepEqual(
    [last?.title, last?.lines.includes("406: status +406")],
    ["Reasons of docs/fidelity.md that no longer hold", true],
  );
});

function fileOf(t: TestContext, text: string): string {
  const file = join(createFolder(t), "openapi.json");
  writeFileSync(file, text);
  return file;
}

test("parts that are referred to are still there in what was read", (t) => {
  const reference = "#/components/parameters/view";
  const parts = { schemas: {}, parameters: { view: { in: "query", name: "view", schema: {} } } };
  const get = { operationId: "getOrg", parameters: [{ $ref: reference }], responses: {} };
  const text = JSON.stringify({ paths: { "/a": { get } }, components: parts });
  const told = newsIn(readOfficial(fileOf(t, text)));
  deepEqual(
    told.find(({ title }) => title === "Parameters")?.lines.includes("getOrg: parameter -query view"),
    true,
  );
});

test("a file that is no official document is refused in a sentence", (t) => {
  const refuse = (text: string, message: RegExp) => throws(() => readOfficial(fileOf(t, text)), { message });
  throws(() => readOfficial("nowhere.json"), {
    message: "nowhere.json cannot be read: there is no such file.",
  });
  refuse('{"paths": {', /openapi\.json is neither JSON nor YAML: \S+/);
  refuse("a: [", /openapi\.json is neither JSON nor YAML: \S+/);
  for (const text of ["", "[]", '"a"', '{"openapi": "3.0.1"}', '{"paths": 1}']) {
    refuse(text, /openapi\.json is no OpenAPI document: it has no paths\.$/);
  }
  refuse('{"paths": {"/pets": {"get": {"operationId": "listPets"}}}}', /not the document of the Atlas Admin/);
  refuse(
    '{"paths": {"/a": {"get": {"operationId": "getOrg"}}}}',
    /openapi\.json has no components\.schemas: /,
  );
});

test("npm run follow ends with 1 and news of YAML too, and with 2 without a file", (t) => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "scripts/follow.ts", ...args], { encoding: "utf8" });
  const yaml =
    'info: {version: "2.0"}\npaths:\n  /a:\n    get: {operationId: getOrg, tags: [Organizations], responses: {}}\ncomponents: {schemas: {}}\n';
  const told = run(fileOf(t, yaml));
  deepEqual([told.status, told.stderr], [1, ""]);
  match(told.stdout, /^\S+openapi\.json \(2\.0, without sha\); - is what it has more/);
  ok(told.stdout.includes(`no longer there (${compared.length + gapRows.length - 1}):`));
  const { status, stdout, stderr } = run();
  deepEqual([status, stdout, stderr], [2, "", "Name an official document: npm run follow -- openapi.json\n"]);
});
