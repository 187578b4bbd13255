// Compares our statements about Terraform with what the real provider did: plans of 74 data blocks and 39 resources on
// 2027-07-02, its source and the names of its schema.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { everyId } from "../../../test/tables/calls.ts";
import { endings } from "../../atlas/endings.ts";
import { exampleCall } from "../../code/examples.ts";
import { writeSnippets } from "../../code/snippets.ts";
import written from "../../code/terraform-arguments.json" with { type: "json" };
import { writeTerraform } from "../../code/write-terraform.ts";
import { readClient } from "../../core/domain/client.ts";
import type { ShownCalls } from "../../core/domain/deprecated-call.ts";
import { successorOf } from "./successors.ts";
import { endingNote, endingTypes, endingTypesOf } from "./terraform-endings.ts";
import { writeHtml } from "./write-html.ts";
import { findingsOf, writeMarkdown, writeTable } from "./write-report.ts";

const provider: {
  readonly read: readonly string[];
  readonly failed: readonly string[];
  readonly unmade: readonly string[];
} = JSON.parse(
  readFileSync(new URL("../../../test/clients/terraform/provider.json", import.meta.url), "utf8"),
);

/** The types of the provider. */
const known = new Set([
  ...Object.keys(written.resources).map((type) => `mongodbatlas_${type}`),
  ...Object.keys(written.dataSources).map((type) => `data.mongodbatlas_${type}`),
]);

const typeOf = (address: string): string => address.replace(/\.\w+$/, "");
const typesOf = (addresses: readonly string[]): string[] => [...new Set(addresses.map(typeOf))].sort();

test("what ends is what the provider could not plan, and what it could not make here, no more and no less", () => {
  deepEqual(endingTypes.toSorted(), [...typesOf(provider.failed), ...provider.unmade].sort());
  const both = [...provider.read, ...provider.failed];
  const data = both.filter((each) => each.startsWith("data."));
  deepEqual([data.length, both.length - data.length], [74, 39]);
  const places = both.map((address) => ({ address, type: typeOf(address), file: "main.tf", line: 1 }));
  const found = endingTypesOf([], places).flatMap(({ places }) => places.map(({ address }) => address));
  deepEqual(found.toSorted(), provider.failed.toSorted());
});

test("each type says its day, and one that Atlas has removed already that it has ended", () => {
  const dayOf = (type: string) => /^# \S+ (.+?)\. /.exec(endingNote(type))?.[1];
  equal(dayOf("mongodbatlas_cluster"), "ends on 2027-07-01");
  equal(dayOf("mongodbatlas_push_based_log_export"), "ends on 2027-02-04");
  equal(dayOf("data.mongodbatlas_serverless_instances"), "ends on 2027-01-18");
  match(
    endingNote("data.mongodbatlas_shared_tier_snapshot"),
    /has ended: Atlas has removed what it calls\. /,
  );
  const days = new Set(endings.map(({ sunset }) => sunset));
  for (const { type, sunset } of endingTypesOf(endingTypes.map((type) => ({ type, count: 1, gone: 0 })))) {
    ok(sunset === null || days.has(sunset), type);
  }
});

test("what is advised exists and does not end itself", () => {
  for (const { type, todo, needsNewerProvider } of endingTypesOf(
    endingTypes.map((type) => ({ type, count: 1, gone: 0 })),
  )) {
    const advised = [...todo.matchAll(/(?:data\.)?mongodbatlas_\w+/g)].map(([name]) => name);
    ok(advised.length > 0, type);
    for (const name of advised) ok(known.has(name) && endingNote(name) === "", `${type}: ${name}`);
    equal(needsNewerProvider, type.endsWith("mongodbatlas_team"));
  }
});

test("a block of a type that ends says so, and no other", async (t) => {
  const texts = [
    ...endings.map(({ operation: { id: operationId } }) => [
      operationId,
      writeTerraform(
        successorOf({ operationId, params: {}, query: {} }) ?? { steps: [], blanks: [], note: "" },
        endingNote,
      ),
    ]),
    ...everyId.map((id) => [
      id,
      writeSnippets(
        exampleCall(id, (name) => name),
        "http://127.0.0.1:8080",
        undefined,
        { successorOf, endingNote },
      ).terraform,
    ]),
  ];
  let blocks = 0;
  for (const [id = "", text = ""] of texts) {
    for (const [, kind, name] of text.matchAll(/^(resource|data) "(\w+)" "\w+" \{/gm)) {
      const type = kind === "data" ? `data.${name}` : `${name}`;
      blocks++;
      ok(known.has(type), `${id}: ${type}`);
      equal(text.includes(`# ${type} ends on `), endingTypes.includes(type), `${id}: ${type}`);
    }
  }
  t.diagnostic(`${blocks} blocks`);
  ok(blocks > 300);
});

const counted = (operationId: string, resource: string, gone = 0): ShownCalls => ({
  operationId,
  userAgent: "",
  client: readClient(`terraform-provider-mongodbatlas/2.16 Terraform/1.11.4 Name/${resource} Operation/read`),
  credential: null,
  orgId: null,
  count: 2,
  gone,
  firstAt: "2027-06-30T00:00:00Z",
  lastAt: "2027-07-02T00:00:00Z",
  days: [{ date: "2027-07-02", count: 2, gone }],
  example: { params: {}, query: {} },
});

test("a report has one line for each type, whatever it calls, and no block for a call of it", () => {
  const findings = findingsOf([
    counted("createGroupInvite", "project_invitation"),
    counted("getGroupInvite", "project_invitation", 1),
    counted("listOrgTeamUsers", "data.team"),
    counted("listGroupUsers", "project"),
  ]);
  const report = { findings, source: "here", remarks: [] };
  const lines = writeTable(report).split("\n");
  const told = lines
    .filter((line) => /^(data\.)?mongodbatlas_\w+ \(/.test(line))
    .map((line) => line.replace(/(?<=\d{4}-\d\d-\d\d)\..*/, ""));
  deepEqual(told, [
    "data.mongodbatlas_team (2 calls) ends on 2027-07-01",
    "mongodbatlas_project (2 calls) ends on 2027-07-01",
    "mongodbatlas_project_invitation (4 calls, 1 answered 410) ends on 2027-07-01",
  ]);
  ok(!lines.some((line) => line.startsWith("instead")));
  const rows = writeMarkdown(report)
    .split("\n")
    .filter((line) => /^\| (data\.)?mongodbatlas/.test(line));
  equal(rows.length, 3);
  ok(writeHtml(report, "now").includes("<td>data.mongodbatlas_team</td><td>2 calls</td>"));
  ok(
    findings[2]?.instead.terraform.startsWith(
      "# data.mongodbatlas_team ends on 2027-07-01. Only a newer provider helps.",
    ),
  );
});
