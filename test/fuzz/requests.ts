// Requests of every operation that were good and are spoiled in a few places, and seeds, against a server.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { TestContext } from "node:test";
import fc from "fast-check";
import type { SeedDocument } from "../../src/anteroom.ts";
import { type OperationId, operations } from "../../src/atlas/index.ts";
import { SeedError } from "../../src/testing/seed/document.ts";
import { type Call, compose, lines } from "../support/nested.ts";
import { openStoreFile } from "../support/sqlite-file.ts";
import { type Reply, type Sending, seed as sampleSeed } from "../support/world.ts";
import { everyId, paramsOf } from "../tables/calls.ts";
import type { Scene } from "../tables/scene.ts";
import { found } from "./found.ts";
import { awaits, type Fuzzed } from "./running.ts";
import { escapeText, leavesOf, namesWithin, strayValue, textLike, valueLike } from "./texts.ts";

/** A case: the operation, and what is sent for it. */
interface Case {
  readonly id: OperationId;
  readonly sending: Sending;
}

/** Codes whose refusals are about a place in the request, which they have to name. */
const placed = new Set([
  "ATTRIBUTE_READ_ONLY",
  "BAD_REQUEST",
  "INVALID_ATTRIBUTE",
  "INVALID_JSON",
  "INVALID_JSON_ATTRIBUTE",
  "INVALID_QUERY_PARAMETER",
  "INVALID_ROLE_FOR_GROUP",
  "INVALID_ROLE_FOR_ORG",
  "MISSING_ATTRIBUTE",
]);

const longestMilliseconds = 20_000;

async function within<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), longestMilliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The form of every refusal of the API. */
function checkRefusal({ status, json, headers, text }: Reply): void {
  // Recorded of Atlas: neither a challenge nor a wrong method has that form.
  if (status === 405) equal(text, "");
  if (status === 405 || (status === 401 && headers["www-authenticate"] !== undefined)) return;
  ok(json !== undefined, text);
  const refusal = json.content ?? json;
  equal(refusal.error, json.status ?? status, text);
  for (const member of ["detail", "errorCode", "reason"]) equal(typeof refusal[member], "string", text);
  ok(Array.isArray(refusal.parameters ?? []), text);
  const fields = refusal.badRequestDetail?.fields ?? [];
  for (const { field, description } of fields) ok(typeof field === "string" && description !== "", text);
  if (placed.has(refusal.errorCode)) ok(fields.length > 0, text);
}

/** Headers that are letters of HTTP; Node's client sends no others. */
const visible = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "?").slice(0, 4000);

function casesOf({ calls, world }: Scene): fc.Arbitrary<Case> {
  const known = [
    ...new Set([
      ...everyId.flatMap((id) => lines.flatMap((line) => Object.values(paramsOf(id, world.things[line])))),
      ...everyId.flatMap((id) => leavesOf(calls[id].body)),
    ]),
  ].filter((each) => each !== undefined);
  const texts = known.filter((each) => typeof each === "string");
  const text = textLike(...texts);
  const spoilt = (value: string) =>
    fc.oneof({ weight: 2, arbitrary: textLike(value) }, { weight: 1, arbitrary: text });

  const ofOperation = (id: OperationId): fc.Arbitrary<Case> => {
    const call: Call = calls[id];
    const operation = operations[id];
    const good = compose(id, call);
    const headers = good.headers ?? {};
    const bodies: fc.Arbitrary<Sending>[] =
      call.body === undefined
        ? [strayValue(known).map((body) => ({ ...good, body: JSON.stringify(body) ?? "" }))]
        : [
            ...Array(3).fill(
              valueLike(call.body, known, namesWithin(call.body)).map((body) => ({
                ...good,
                body: JSON.stringify(body) ?? "",
              })),
            ),
            textLike(JSON.stringify(call.body)).map((body) => ({ ...good, body })),
          ];
    const params = Object.keys(call.params ?? {});
    const paths: fc.Arbitrary<Sending>[] = params.map((name) =>
      spoilt(call.params?.[name] ?? "").map((value) => ({
        ...good,
        // An escape is put in afterwards, so that dots stay what they are.
        path: compose(id, { ...call, params: { ...call.params, [name]: "PLACE" } }).path.replace(
          "PLACE",
          // Without its last part it would be another path.
          escapeText(value || " ").slice(0, 900),
        ),
      })),
    );
    const names = [...Object.keys(operation.query), "x"];
    const query = fc
      .array(
        fc.tuple(fc.constantFrom(...names), fc.oneof(text, textLike("true", "1", "2026-08-10T03:04:53Z"))),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((pairs) => {
        const search = pairs.map(([name, value]) => `${name}=${escapeText(value).slice(0, 2000)}`).join("&");
        return { ...good, path: `${good.path}${good.path.includes("?") ? "&" : "?"}${search}` };
      });
    const header = fc
      .tuple(
        fc.constantFrom("accept", "content-type", "content-encoding", "authorization", "x-forwarded-for"),
        textLike(
          headers.accept ?? "",
          "application/json",
          "gzip",
          "identity",
          "203.0.113.7",
          'Digest username="targetaa", nonce="n"',
          "Bearer eyJ.e30.x",
          "Basic YTpi",
        ),
      )
      .map(([name, value]) => ({ ...good, headers: { ...headers, [name]: visible(value) } }));
    const method = fc
      .constantFrom("GET", "POST", "PUT", "PATCH", "DELETE")
      .map((method) => ({ ...good, method }));
    return fc
      .oneof(
        { weight: 8, arbitrary: fc.oneof(...(bodies as [fc.Arbitrary<Sending>])) },
        { weight: 3, arbitrary: fc.oneof(query, ...paths) },
        { weight: 1, arbitrary: fc.oneof(header, method) },
        { weight: 1, arbitrary: fc.constant(good) },
      )
      .map((sending) => ({ id, sending }));
  };
  return fc.constantFrom(...everyId).chain(ofOperation);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The operations that show less than a read: people who have not accepted yet show others no name, a job gets its files later. */
const shownLess: readonly OperationId[] = ["createGroupClusterBackupRestoreJob", "createUser"];

/** Members that a later look shows otherwise by design: secrets are shown once, and looking says where from. */
const once = new Set(["links", "privateKey", "secrets"]);

/** Reports whether a thing has gone on to another state, with which other members come. */
const hasGoneOn = (before: Record<string, unknown>, after: Record<string, unknown>): boolean =>
  ["state", "status"].some((name) => typeof before[name] === "string" && before[name] !== after[name]);

/** Checks that members of both answers have the same values. */
function checkSame(changed: unknown, read: unknown): void {
  if (!isObject(changed) || !isObject(read) || hasGoneOn(changed, read)) return;
  for (const [name, value] of Object.entries(changed)) {
    if (!once.has(name) && Object.hasOwn(read, name)) deepEqual(read[name], value, name);
  }
}

/** The operation that reads what another changed, where there is one: at the same path, or by the id in its answer. */
function readerOf(id: OperationId, { json }: Reply): { id: OperationId; last?: string } | undefined {
  const { path, method } = operations[id];
  if (shownLess.includes(id)) return undefined;
  const reader = (matches: (path: string) => boolean) =>
    everyId.find((each) => operations[each].method === "GET" && matches(operations[each].path));
  if (method === "PATCH" || method === "PUT") {
    const same = reader((each) => each === path);
    return same && { id: same };
  }
  const below = reader((each) => each.startsWith(`${path}/{`) && !each.slice(path.length + 2).includes("/"));
  // Clusters and stream connections are read by their names, configurations and accounts by ids of their own.
  const named = /(Cluster|StreamConnection)$/.test(id) ? json?.name : json?.id;
  const last = json?.mcpConfigId ?? json?.clientId ?? named;
  return method === "POST" && below !== undefined && last !== undefined ? { id: below, last } : undefined;
}

/** Lists the properties of requests. They run on SQLite, which shows from outside at once whether anything was written. */
export function requestProperties(t: TestContext, scene: Scene): Fuzzed[] {
  const { world, storage } = scene;
  const { data } = storage.options as { data: string };
  const looking = openStoreFile(data, { isReadOnly: true });
  t.after(() => looking.close());
  /** Changes with every commit of the server, whatever it was. */
  const commits = () => looking.pragma("data_version");

  /** Sends it; a refusal must have changed nothing. */
  async function ask(sending: Sending): Promise<Reply> {
    const before = commits();
    const reply = await within(world.askAs("own", sending));
    const isGap = reply.status === 501 && reply.json?.errorCode === "NOT_IMPLEMENTED_BY_ANTEROOM";
    ok((reply.status < 500 || isGap) && reply.status >= 200, `${reply.status} ${reply.text}`);
    if (reply.status < 400) return reply;
    checkRefusal(reply);
    if (commits() === before) return reply;
    // Something else may have been written meanwhile; what the request writes itself, it writes again.
    const rows = await scene.dump();
    await world.askAs("own", sending);
    equal(await scene.dump(), rows, `${reply.status} ${reply.text}`);
    return reply;
  }

  async function readBack({ id, sending }: Case, reply: Reply): Promise<void> {
    const reader = readerOf(id, reply);
    if (reader === undefined || reply.json === undefined || /envelope/.test(sending.path)) return;
    const [path = ""] = sending.path.split("?");
    const { accept = "" } = sending.headers ?? {};
    const read = await ask({
      path: reader.last === undefined ? path : `${path}/${encodeURIComponent(reader.last)}`,
      headers: { accept },
    });
    if (read.status === 406) return;
    equal(read.status, 200, `${id}, then ${reader.id}: ${read.text}`);
    checkSame(reply.json, read.json);
  }

  const requests = awaits("requests", 60, casesOf(scene), async (each) => {
    const { id, sending } = each;
    const reply = await ask(sending);
    const isWritten = operations[id].method !== "GET" || (sending.method ?? "GET") !== "GET";
    if (reply.status >= 400 || !isWritten) return;
    try {
      if (sending.method === operations[id].method) await readBack(each, reply);
    } finally {
      await world.rewind();
    }
  });

  const seeds = awaits(
    "seeds that are planted",
    2,
    valueLike(sampleSeed, leavesOf(sampleSeed), namesWithin(sampleSeed)),
    async (document) => {
      const before = await scene.dump();
      try {
        await within(world.seed(document as SeedDocument));
      } catch (reason) {
        ok(reason instanceof SeedError, String((reason as Error).stack));
        equal(await scene.dump(), before);
        return;
      }
      await world.rewind();
    },
  );
  const examples = found.map(({ id, call }): [Case] => [
    { id, sending: compose(id, { ...scene.calls[id], ...call }) },
  ]);
  return [{ ...requests, examples }, seeds];
}
