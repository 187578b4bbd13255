// Tests requests for what Atlas has and Anteroom has not: all that is refused of any operation comes first, as the document has it.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { type Asked, absent, askFor, takes, valueFor, wholeOf } from "../../test/support/gaps.ts";
import { assertRefusal, now, refusal, startStage } from "../../test/support/stage.ts";
import { ids } from "../../test/support/world.ts";
import { mediaType } from "../core/contract/versions.ts";
import { findAmong } from "../core/http/routes.ts";
import type { Operation } from "../core/operations/operation.ts";
import { readSpec } from "../core/spec/files.ts";
import type { Form, OperationForm } from "../core/spec/form.ts";
import { gapRows } from "./gaps.ts";
import { operations } from "./index.ts";

const atlas = readSpec("atlas");
const { parameters: patched } = readSpec("patches");

/** The form of an object that is sent; undefined for a list, and for what may have any members. */
function formOf(body: OperationForm["body"]): Form | undefined {
  const form = (body ?? {}) as Form;
  const whole = form.ref === undefined ? form : atlas.types[form.ref];
  return whole?.members === undefined ? undefined : whole;
}

const isScope = (name: string) => name === "groupId" || name === "orgId";
const isOpen = ({ form }: Asked) => form.open === true;
const isOfGroup = ({ form }: Asked) => form.call.includes("{groupId}");
const isOfOrg = ({ form }: Asked) => form.call.includes("{orgId}");

/** Returns one operation of each method and tag. */
const sampleOf = (all: readonly Asked[]): Asked[] => [
  ...new Map(all.map((each) => [`${each.good.method} ${each.form.tag}`, each])).values(),
];

test("no gap is an operation that is here", () => {
  const find = findAmong(Object.values<Operation>(operations));
  const filled = gapRows.filter(({ method, path }) =>
    find(path.replace(/\{\w+\}/g, ids.group))?.offered.has(method),
  );
  deepEqual(filled, []);
  equal(new Set(gapRows.map(({ id }) => id)).size, gapRows.length);
});

test("a gap", async (t) => {
  const stage = await startStage(t);
  const all = gapRows.map(({ id }) => askFor(id));
  const alive = all.filter(({ sunset }) => sunset === undefined || sunset > now);

  await t.test("501 with its id for every gap, or 410 where all of its versions have ended", async () => {
    equal(all.length > alive.length, true);
    for (const each of all) {
      const reply = await (isOpen(each) ? stage.send(each.good) : stage.ask("account", each.good));
      if (alive.includes(each)) assertRefusal(reply, absent(each));
      else deepEqual([reply.status, reply.json.errorCode], [410, "VERSION_GONE"], each.id);
    }
  });

  await t.test("410 for the backups of serverless instances, which ended on 22 January 2026", async () => {
    const ended = all.filter(({ form }) => form.call.includes("/serverless/{clusterName}/backup/"));
    equal(ended.length, 5);
    for (const { good } of ended) {
      const { json } = await stage.ask("account", good);
      deepEqual([json.errorCode, json.parameters[1]], ["VERSION_GONE", "2026-01-22"]);
      equal(/FlexCluster/.test(json.parameters[2]), true);
    }
  });

  await t.test(
    "401 without credentials, and 403 from an address that is not on the access list",
    async () => {
      for (const each of sampleOf(all).filter((one) => !isOpen(one))) {
        equal((await stage.send(each.good)).status, 401, each.id);
        const reply = await stage.ask("elsewhere", each.good);
        assertRefusal(reply, refusal("IP_ADDRESS_NOT_ON_ACCESS_LIST", ["127.0.0.1"]));
      }
    },
  );

  await t.test("406 in no version, before the query and the body", async () => {
    for (const { good, form } of sampleOf(alive).filter((one) => !isOpen(one))) {
      const asked = { ...good, headers: { accept: mediaType("2020-01-01") } };
      const wrong = form.body === undefined ? asked : { ...asked, body: "no JSON" };
      assertRefusal(await stage.ask("account", wrong), refusal("INVALID_VERSION_DATE"));
    }
  });

  await t.test("403 for a role that does not suffice, and 501 for one that does", async () => {
    let refused = 0;
    for (const each of alive.filter((one) => isOfGroup(one) || isOfOrg(one))) {
      const caller = isOfGroup(each) ? "groupReader" : "member";
      const held = isOfGroup(each) ? ["GROUP_READ_ONLY", "ORG_MEMBER"] : ["ORG_MEMBER"];
      const suffices = held.some((role) => each.form.roles?.includes(role));
      const reply = await stage.ask(caller, each.good);
      assertRefusal(reply, suffices ? absent(each) : refusal("USER_UNAUTHORIZED"));
      refused += suffices ? 0 : 1;
    }
    equal(refused > 0, alive.length > 0);
  });

  await t.test(
    "403 and 404 where the project or organization is another's, malformed or unknown",
    async () => {
      for (const each of sampleOf(alive).filter((one) => isOfGroup(one) || isOfOrg(one))) {
        const [id, kind] = isOfGroup(each) ? [ids.group, "GROUP"] : [ids.org, "ORG"];
        const at = (other: string) => ({ ...each.good, path: each.good.path.replace(id, other) });
        assertRefusal(await stage.ask("stranger", each.good), refusal(`USER_CANNOT_ACCESS_${kind}`));
        assertRefusal(
          await stage.ask("account", at(ids.missing)),
          refusal(`${kind}_NOT_FOUND`, [ids.missing]),
        );
        assertRefusal(await stage.ask("account", at("x")), refusal(`INVALID_${kind}_ID`, ["x"]));
      }
    },
  );

  await t.test("404 for a value in the path that its form does not take", async () => {
    let tried = 0;
    const wrong = "-";
    for (const { form, good } of alive) {
      const [name] =
        Object.entries(form.path ?? {}).find(
          ([each, its]) => !takes(its, wrong) && !isScope(each) && !(each in patched),
        ) ?? [];
      if (name === undefined) continue;
      const at = form.call
        .split(" ")[1]
        ?.replace(/\{(\w+)\}/g, (_, each: string) =>
          each === name ? wrong : valueFor(each, form.path?.[each] ?? {}),
        );
      const reply = await stage.ask("account", { ...good, path: at ?? "" });
      assertRefusal(reply, refusal("RESOURCE_NOT_FOUND", [wrong]));
      tried++;
    }
    equal(tried > 0, alive.length > 0);
  });

  await t.test("400 that names a query parameter of another form", async () => {
    let tried = 0;
    for (const { form, good } of alive) {
      for (const [name, each] of Object.entries(form.query ?? {})) {
        const { type, list, enum: words } = wholeOf(each);
        if (type === "string" && words === undefined) continue;
        if (list !== undefined && list.enum === undefined && list.type !== "integer") continue;
        const { path: at } = good;
        const wrong = { ...good, path: `${at.split("?")[0]}?${name}=neither` };
        const { status, json } = await stage.ask("account", wrong);
        deepEqual([status, json.errorCode, json.parameters], [400, "INVALID_QUERY_PARAMETER", [name]], at);
        equal(json.badRequestDetail.fields[0].field, name);
        tried++;
      }
    }
    equal(tried > 0, alive.length > 0);
  });

  await t.test("400 that names what a body must not have, and what it lacks", async () => {
    const tried = { more: 0, less: 0 };
    for (const { id, form, good } of alive.filter((one) => formOf(one.form.body) !== undefined)) {
      const send = async (body: unknown) => {
        const { status, json } = await stage.ask("account", { ...good, body });
        return [status, json.errorCode, json.parameters];
      };
      const sent = good.body as object;
      deepEqual(await send({ ...sent, nonsense: 1 }), [400, "INVALID_ATTRIBUTE", ["nonsense"]], id);
      tried.more++;
      const { required = [], members = {} } = formOf(form.body) ?? {};
      const demanded = form.call.startsWith("PATCH ") ? [] : required;
      for (const name of demanded.filter((each) => !(each in (form.path ?? {})))) {
        if (members[name]?.readOnly) continue;
        const { [name]: _, ...rest } = sent as Record<string, unknown>;
        deepEqual(await send(rest), [400, "MISSING_ATTRIBUTE", [name]], `${id} ${name}`);
        tried.less++;
      }
    }
    const isAny = alive.length > 0;
    deepEqual([tried.more > 0, tried.less > 0], [isAny, isAny], JSON.stringify(tried));
  });
});
