// Tests of the kinds that follow from the table of operations, and of their words.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../core/operations/operation.ts";
import { calls } from "../../core/spec/files.ts";
import { wordsOf } from "../words/index.ts";
import { allKinds, kindsBelow, placeAt, removalOf } from "./resource-kinds.ts";

const group = "/api/atlas/v2/groups/{groupId}";
const scopes = [group, "/api/atlas/v2/orgs/{orgId}"];

const below = (path: string): Operation[] =>
  kindsBelow(path).flatMap(({ kind: { read, item } }) => [
    read,
    ...(item === undefined ? [] : below(item.path)),
  ]);

test("every kind that a page leads to, and every part of Atlas, has a title in Korean, and nothing else has", () => {
  const { en, ko } = wordsOf;
  const shown = scopes.flatMap(below);
  const names = new Set(
    shown.flatMap((read) => [en.title(read), read.tag]).map((name) => name.toLowerCase()),
  );
  const untranslated = [...names].filter((name) => !(name in ko.titles));
  deepEqual(untranslated.sort(), ["atlas search", "data federation"]);
  deepEqual(
    Object.keys(ko.titles).filter((name) => !names.has(name)),
    [],
  );
  const titled = Object.entries(calls.words.operations).filter(([, { title }]) => title !== undefined);
  deepEqual(
    titled.map(([id]) => id).filter((id) => !shown.some((read) => read.id === id)),
    [],
  );
  equal(en.title({ id: "", summary: "List the peering connections of a project" }), "Peering connections");
});

test("a list has the operation of one thing, which may be singular, and a provider in a path is named", () => {
  const itemOf = (path: string) =>
    allKinds()
      .find(({ read }) => read.path === `${group}/${path}`)
      ?.item?.path.slice(group.length + 1);
  equal(itemOf("streams/{tenantName}/processors"), "streams/{tenantName}/processor/{processorName}");
  equal(itemOf("maintenanceWindow"), undefined);
  deepEqual(
    kindsBelow(group).flatMap(({ rest }) => (rest.endsWith("/endpointService") ? rest : [])),
    ["AWS", "AZURE", "GCP"].map((name) => `/privateEndpoint/${name}/endpointService`),
  );
});

test("an address leads to a kind, or to one thing of it", () => {
  const at = (path: string) => placeAt(`/api/atlas/v2/groups/a/${path}`);
  equal(at("streams/privateLinkConnections")?.read.path, `${group}/streams/privateLinkConnections`);
  equal(
    at("streams/main/processors/copy")?.read.path,
    `${group}/streams/{tenantName}/processor/{processorName}`,
  );
  deepEqual(at("streams/main/connections/a%2Fb")?.given, {
    groupId: "a",
    tenantName: "main",
    connectionName: "a/b",
  });
  for (const none of ["streams/main/nothing", "streams//connections", "dbAccessHistory", ""]) {
    equal(at(none), undefined);
  }
  equal(removalOf(at("maintenanceWindow")?.read as Operation)?.method, "DELETE");
});

test("a state is in words", () => {
  equal(wordsOf.en.state("WAITING_FOR_USER"), "waiting for user");
  equal(wordsOf.ko.state("inProgress"), "진행 중");
  equal(wordsOf.ko.state("START_REQUESTED"), "시작 요청됨");
  equal(wordsOf.ko.state("SOMETHING_NEW"), "something new");
});
