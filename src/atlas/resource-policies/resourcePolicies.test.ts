// Resource policies of an organization, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import {
  assertRefusal,
  assertSuccess,
  errorBody,
  eventBy,
  now,
  refusal,
  startStage,
} from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { findCedar } from "./cedar/cedar.ts";

const path = `/api/atlas/v2/orgs/${ids.org}/resourcePolicies`;
const accept = { accept: "application/vnd.atlas.2024-08-05+json" };
const make = (body: object, to = path) => ({ method: "POST", path: to, body, headers: accept });
const at = (id: string, method = "GET", body?: object) => ({
  method,
  path: `${path}/${id}`,
  headers: accept,
  ...(body && { body }),
});
const body =
  'forbid (principal, action == ResourcePolicy::Action::"cluster.modify", resource) when { context.cluster.regions.contains(ResourcePolicy::Region::"aws:us-west-1") };';
const nested = (open: string, close: string, depth: number) =>
  `forbid (principal, action, resource) when { ${open.repeat(depth)}true${close.repeat(depth)} };`;
const policy = { name: "regions", policies: [{ body }] };
const type = { "content-type": "application/vnd.atlas.2024-08-05+json;charset=utf-8" };
const skip = findCedar() !== null ? false : "SKIPPED: @cedar-policy/cedar-wasm is not installed";

test("resource policies of an organization", async (t) => {
  const stage = await startStage(t);
  const ok = { status: 200, limit: 500, headers: type };
  const [{ id: keyId } = { id: "" }] = stage.rows(
    "select id from api_keys where public_key = 'orgowner'",
  ) as {
    id: string;
  }[];
  const by = { id: keyId, name: "orgowner" };
  const shown = (id: string, policyId: string, more: object = {}) =>
    Object.fromEntries(
      Object.entries({
        createdByUser: by,
        createdDate: now,
        id,
        lastUpdatedByUser: by,
        lastUpdatedDate: now,
        name: "regions",
        orgId: ids.org,
        policies: [{ body, id: policyId }],
        version: "v1",
        ...more,
      }).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const event = (what: string) => eventBy("owner", `RESOURCE_POLICY_${what}`, { orgId: ids.org });
  const made = async (sent: object = policy) => (await stage.ask("owner", make(sent))).json;
  const list = async () => (await stage.ask("member", { path, headers: accept })).json;

  await t.test("201 makes a policy, 200 gets and lists it, 200 with {} deletes it", async () => {
    const reply = await stage.ask("owner", make(policy));
    const { id, policies } = reply.json;
    const json = shown(id, policies[0].id);
    assertSuccess(reply, { ...ok, status: 201, json });
    assertSuccess(await stage.ask("member", at(id)), { ...ok, json });
    assertSuccess(await stage.ask("member", { path, headers: accept }), { ...ok, json: [json] });
    assertSuccess(await stage.ask("owner", at(id, "DELETE")), { ...ok, json: {} });
    deepEqual(await list(), []);
    deepEqual(stage.events(), [event("CREATED"), event("DELETED")]);
    const [{ details } = { details: "" }] = stage.rows("select details from events") as { details: string }[];
    deepEqual(JSON.parse(details), { resourcePolicyId: id });
    const none = refusal("RESOURCE_NOT_FOUND", [id]);
    for (const sending of [at(id), at(id, "DELETE"), at(id, "PATCH", {})]) {
      assertRefusal(await stage.ask("owner", sending), none);
    }
  });

  await t.test("200 changes what is sent; a text that was there keeps its id", async () => {
    const { id, policies } = await made({ ...policy, description: "why" });
    stage.clock.set({ advance: "PT1M" });
    const other = "forbid (principal, action, resource);";
    const sent = { description: null, name: "all", policies: [{ body: other }, { body }] };
    const reply = await stage.ask("owner", at(id, "PATCH", sent));
    const json = shown(id, "", {
      lastUpdatedDate: "2026-08-10T03:05:53Z",
      name: "all",
      policies: [{ body: other, id: reply.json.policies[0].id }, policies[0]],
    });
    assertSuccess(reply, { ...ok, json });
    deepEqual((await stage.ask("owner", at(id, "PATCH", {}))).json, json);
    for (const description of ["so", ""]) {
      const { json: again } = await stage.ask("owner", at(id, "PATCH", { description }));
      deepEqual(again.description, description || undefined);
    }
  });

  await t.test("400 DUPLICATE_POLICY_NAME, which :validate takes; the own name may stay", async () => {
    const { id } = await made();
    const { id: other } = await made({ ...policy, name: "other" });
    const taken = refusal("DUPLICATE_POLICY_NAME", ["regions"]);
    assertRefusal(await stage.ask("owner", make(policy)), taken);
    assertRefusal(await stage.ask("owner", at(other, "PATCH", { name: "regions" })), taken);
    equal((await stage.ask("owner", at(id, "PATCH", { name: "regions" }))).status, 200);
    equal((await stage.ask("owner", make(policy, `${path}:validate`))).status, 200);
    equal((await list()).length, 2);
  });

  const invalid = (
    texts: readonly string[],
    errorType: string,
    details: Readonly<Record<number, string>>,
  ) => {
    const entries = Object.entries(details);
    const fields = entries.map(([index, description]) => ({ description, field: `policies.${index}.body` }));
    const invalidPolicies = entries.map(([index, detail]) => ({
      body: texts[Number(index)],
      errors: [{ detail }],
    }));
    const { badRequestDetail, detail, error, errorCode, ...rest } = errorBody({
      ...refusal("INVALID_RESOURCE_POLICY", [errorType]),
      fields,
    });
    return { badRequestDetail, detail, error, errorCode, errorType, invalidPolicies, ...rest };
  };
  const unknown = "entity id ffffffffffffffffffffffff does not exist in the context of this organization";
  const refused: readonly (readonly [what: string, texts: string[], string, Record<number, string>])[] = [
    [
      "what Cedar cannot read, each with its place",
      [body, "forbid (principal,\n  action == , resource);"],
      "POLICY_PARSING_ERROR",
      {
        1: "unexpected token `,` at line 2, column 13: expected `!`, `(`, `-`, `[`, `{`, `false`, identifier, `if`, number, `?principal`, `?resource`, string literal, or `true`",
      },
    ],
    [
      "two policies in one text",
      [`${body}${body}`],
      "POLICY_HAS_FAILED_VALIDATIONS",
      { 0: "The body must be one policy without placeholders." },
    ],
    [
      "a policy that permits",
      ["permit (principal, action, resource);"],
      "POLICY_HAS_FAILED_VALIDATIONS",
      { 0: "The policy must forbid." },
    ],
    [
      "an action that Atlas does not have",
      ['forbid (principal, action == ResourcePolicy::Action::"cluster.modifyy", resource);'],
      "POLICY_HAS_FAILED_VALIDATIONS",
      { 0: 'unrecognized action `ResourcePolicy::Action::"cluster.modifyy"` at line 1, column 30' },
    ],
    [
      "an attribute that Atlas does not have",
      [body.replace("regions", "regionz")],
      "POLICY_HAS_FAILED_VALIDATIONS",
      {
        0: 'attribute `cluster.regionz` in context for ResourcePolicy::Action::"cluster.modify" not found at line 1, column 89',
      },
    ],
    [
      "a type of entity that Atlas does not have",
      [body.replace("Region::", "Regionz::")],
      "POLICY_HAS_FAILED_VALIDATIONS",
      { 0: "unrecognized entity type `ResourcePolicy::Regionz` at line 1, column 122" },
    ],
    [
      "a text that nests too deeply for Cedar",
      [nested("(", ")", 200)],
      "POLICY_PARSING_ERROR",
      { 0: "The policy nests more than 64 levels deep." },
    ],
    [
      "one principal",
      ['forbid (principal == User::"ada", action, resource);'],
      "POLICY_HAS_INVALID_PRINCIPAL",
      { 0: "The policy must be about every principal." },
    ],
    [
      "a project of another organization",
      [`forbid (principal, action, resource == ResourcePolicy::Project::"${ids.missing}");`],
      "POLICY_HAS_UNEXPECTED_ENTITIES",
      { 0: unknown },
    ],
    [
      "a cloud provider that is none",
      [
        'forbid (principal, action == cloud::Action::"cluster.createEdit", resource) when { context.cluster.cloudProviders.containsAny([cloud::cloudProvider::"aws222"]) };',
      ],
      "POLICY_HAS_UNEXPECTED_ENTITIES",
      { 0: "entity id aws222 does not exist in the context of this organization" },
    ],
  ];
  for (const [what, texts, errorType, details] of refused) {
    await t.test(`400 ${errorType} for ${what}, of :validate, POST and PATCH`, { skip }, async () => {
      const { id } = await made();
      const sent = { name: "bad", policies: texts.map((each) => ({ body: each })) };
      for (const sending of [make(sent), make(sent, `${path}:validate`), at(id, "PATCH", sent)]) {
        const { status, json } = await stage.ask("owner", sending);
        deepEqual([status, json], [400, invalid(texts, errorType, details)]);
      }
      equal((await list()).length, 1);
    });
  }

  await t.test("400 POLICY_HAS_BODY_EXCEEDING_MAX_SIZE, judged or not", async () => {
    const long = `${body}${" ".repeat(8192)}`;
    const { status, json } = await stage.ask("owner", make({ name: "long", policies: [{ body: long }] }));
    const details = { 0: "The body has more than 8192 characters." };
    deepEqual([status, json], [400, invalid([long], "POLICY_HAS_BODY_EXCEEDING_MAX_SIZE", details)]);
  });

  await t.test("a project of the organization may be named", { skip }, async () => {
    const text = `forbid (principal, action, resource == ResourcePolicy::Project::"${ids.group}");`;
    equal((await stage.ask("owner", make({ name: "one", policies: [{ body: text }] }))).status, 201);
  });

  await t.test("200 and nothing that policies forbid", async () => {
    const nonCompliant = path.replace("resourcePolicies", "nonCompliantResources");
    assertSuccess(await stage.ask("member", { path: nonCompliant, headers: accept }), { ...ok, json: [] });
  });
});
