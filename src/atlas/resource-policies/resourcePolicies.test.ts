// Resource policies of an organization, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type Asked, startOperations } from "../../../test/support/operations.ts";
import { errorBody, now, refusal } from "../../../test/support/stage.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { findCedar } from "./cedar/cedar.ts";

const reading = "getOrgResourcePolicy";
const adding = "createOrgResourcePolicy";
const changing = "updateOrgResourcePolicy";
const removing = "deleteOrgResourcePolicy";
const of = (resourcePolicyId: string, body?: object): Asked => ({ params: { resourcePolicyId }, body });
type Made = { readonly id: string; readonly policies: readonly { readonly id: string }[] };
const body =
  'forbid (principal, action == ResourcePolicy::Action::"cluster.modify", resource) when { context.cluster.regions.contains(ResourcePolicy::Region::"aws:us-west-1") };';
const nested = (open: string, close: string, depth: number) =>
  `forbid (principal, action, resource) when { ${open.repeat(depth)}true${close.repeat(depth)} };`;
const policy = { name: "regions", policies: [{ body }] };
const skip = findCedar() !== null ? false : "SKIPPED: @cedar-policy/cedar-wasm is not installed";

test("resource policies of an organization", async (t) => {
  const stage = await startOperations(t);
  const { answers, call, get, refuses, testRefusals } = stage;
  const [{ id: keyId } = { id: "" }] = stage.rows(
    "select id from api_keys where public_key = 'orgowner'",
  ) as { id: string }[];
  const by = { id: keyId, name: "orgowner" };
  const shown = ({ id, policies: [first] }: Made, more: object = {}) =>
    sortMembers({
      createdByUser: by,
      createdDate: now,
      id,
      lastUpdatedByUser: by,
      lastUpdatedDate: now,
      name: "regions",
      orgId: ids.org,
      policies: [{ body, id: first?.id }],
      version: "v1",
      ...more,
    });
  const made = (sent: object = policy): Promise<Made> => get(adding, { body: sent });

  await t.test("201 makes a policy, 200 gets and lists it, 200 with {} deletes it", async () => {
    const json = await answers(adding, { body: policy }, shown);
    await answers(reading, { as: "member", ...of(json.id) }, json);
    await answers("listOrgResourcePolicies", { as: "member" }, [json]);
    await answers(removing, of(json.id), {});
    await answers("listOrgResourcePolicies", {}, []);
    deepEqual(stage.told(), [
      ["RESOURCE_POLICY_CREATED", "org"],
      ["RESOURCE_POLICY_DELETED", "org"],
    ]);
    deepEqual(stage.details()[0], { resourcePolicyId: json.id });
    for (const [id, body] of [[reading], [removing], [changing, {}]] as const) {
      await refuses(id, of(json.id, body), "RESOURCE_NOT_FOUND", [json.id]);
    }
  });

  await t.test("200 changes what is sent; a text that was there keeps its id", async () => {
    const { id, policies } = await made({ ...policy, description: "why" });
    stage.clock.set({ advance: "PT1M" });
    const other = "forbid (principal, action, resource);";
    const sent = { description: null, name: "all", policies: [{ body: other }, { body }] };
    const json = await answers(changing, of(id, sent), (changed: Made) =>
      shown(changed, {
        lastUpdatedDate: "2026-08-10T03:05:53Z",
        name: "all",
        policies: [{ body: other, id: changed.policies[0]?.id }, policies[0]],
      }),
    );
    deepEqual(await get(changing, of(id, {})), json);
    for (const description of ["so", ""]) {
      const again = await get(changing, of(id, { description }));
      deepEqual(again.description, description || undefined);
    }
  });

  const other = async () => of((await made({ ...policy, name: "other" })).id, {});
  await testRefusals({ [adding]: { body: policy }, [changing]: other }, [
    [
      "a name that is taken",
      { before: () => made(), body: { name: "regions" } },
      "DUPLICATE_POLICY_NAME",
      ["regions"],
    ],
  ]);
  await t.test("200 for the own name, and for one that is taken to be validated", async () => {
    const { id } = await made();
    await get(changing, of(id, { name: "regions" }));
    await get("validateOrgResourcePolicies", { body: policy });
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
      const asked = { body: { name: "bad", policies: texts.map((each) => ({ body: each })) } };
      for (const operation of [adding, "validateOrgResourcePolicies", changing] as const) {
        const { status, json } = await call(operation, { ...of(id), ...asked });
        deepEqual([status, json], [400, invalid(texts, errorType, details)]);
      }
      equal((await get("listOrgResourcePolicies")).length, 1);
    });
  }

  await t.test("400 POLICY_HAS_BODY_EXCEEDING_MAX_SIZE, judged or not", async () => {
    const long = `${body}${" ".repeat(8192)}`;
    const { status, json } = await call(adding, { body: { name: "long", policies: [{ body: long }] } });
    const details = { 0: "The body has more than 8192 characters." };
    deepEqual([status, json], [400, invalid([long], "POLICY_HAS_BODY_EXCEEDING_MAX_SIZE", details)]);
  });

  await t.test("a project of the organization may be named", { skip }, async () => {
    const text = `forbid (principal, action, resource == ResourcePolicy::Project::"${ids.group}");`;
    await made({ name: "one", policies: [{ body: text }] });
  });

  await t.test("200 and nothing that policies forbid", () =>
    answers("getOrgNonCompliantResources", { as: "member" }, []),
  );
});
