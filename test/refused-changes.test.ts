// A change that is refused leaves nothing behind, whatever it was refused for: every operation that writes, with its body
// spoiled in each place, sent twice, or sent by somebody else. All cases come from the table of operations and its samples.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { type Call, compose, type Newcomers } from "./support/nested.ts";
import { requestToken } from "./support/oauth.ts";
import type { Reply, Sending } from "./support/world.ts";
import { everyId, isNeverThere } from "./tables/calls.ts";
import {
  type Counterparts,
  changeLeaves,
  counterparts,
  isRefused,
  type Scene,
  startScene,
} from "./tables/scene.ts";

/** A request that is spoiled in one place. */
interface Spoiled {
  readonly about: string;
  readonly sending: Sending;
  /** True if the place was an optional one, so that success is no fault; it proves nothing then. */
  readonly mayPass: boolean;
}

/** Bodies whose unknown members are ignored, and why: one schema serves request and answer there. */
const openBodies: readonly OperationId[] = ["setGroupLimit"];

/** Reports whether a place is in a pipeline, whose stages may have any members. */
const isInPipeline = (at: string): boolean => at.includes(".pipeline[");

const isRole = (leaf: unknown) => typeof leaf === "string" && /^(ORG|GROUP)_[A-Z_]+$/.test(leaf);

function wrongType(leaf: unknown): unknown {
  if (typeof leaf === "string") return { no: "text" };
  return typeof leaf === "number" ? "many" : 7;
}

/** Every object and every array within a value, changed one at a time. */
function* changeNodes(
  value: unknown,
  change: (node: unknown) => Iterable<readonly [about: string, changed: unknown]>,
  at = "body",
): Generator<readonly [about: string, changed: unknown]> {
  for (const [about, changed] of change(value)) yield [`${at}: ${about}`, changed];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const [about, changed] of changeNodes(item, change, `${at}[${index}]`)) {
        yield [about, value.with(index, changed)];
      }
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      for (const [about, changed] of changeNodes(item, change, `${at}.${name}`)) {
        yield [about, { ...value, [name]: changed }];
      }
    }
  }
}

/** Yields mistakes of a body, each with whether it may be right after all. */
function* spoilBody(
  { body }: Call,
  id: OperationId,
  known: Counterparts,
): Generator<readonly [string, unknown, boolean]> {
  for (const { at, changed } of changeLeaves(body, wrongType)) {
    yield [`body${at} of a wrong type`, changed, isInPipeline(at)];
  }
  for (const { at, changed } of changeLeaves(body, (leaf) => (isRole(leaf) ? "GROUP_JESTER" : undefined))) {
    yield [`body${at} an unknown role`, changed, false];
  }
  for (const { at, changed } of changeLeaves(body, (leaf) => known.get(leaf)?.missing)) {
    yield [`body${at} names nobody`, changed, false];
  }
  const nodes = changeNodes(body, function* (node) {
    if (Array.isArray(node)) {
      // The good items come first: they must not be kept either.
      yield ["a bad item after good ones", [...node, 7]];
      yield ["empty", []];
    } else if (typeof node === "object" && node !== null) {
      yield ["an unknown member", { ...node, unknownMember: 1 }];
      yield ["null", null];
    }
  });
  for (const [about, changed] of nodes) {
    const isOpen = about.endsWith("member") && (openBodies.includes(id) || isInPipeline(about));
    // Null stands for an optional member that is absent.
    const isAbsent = about.endsWith("null") && about !== "body: null";
    yield [about, changed, about.endsWith("empty") || isOpen || isAbsent];
  }
  const named = [...changeLeaves(body, (leaf) => leaf)].filter(({ leaf }) => known.has(leaf));
  for (const { at, leaf } of named) {
    const missing = known.get(leaf)?.missing;
    const extended = changeNodes(body, function* (node) {
      if (!Array.isArray(node)) return;
      const item = JSON.stringify(node.find((each) => JSON.stringify(each).includes(JSON.stringify(leaf))));
      if (item !== undefined) {
        const nobody = JSON.parse(item.replaceAll(String(leaf), String(missing)));
        yield [`a good item, then one that names nobody (${at})`, [...node, nobody]];
      }
    });
    for (const [about, changed] of extended) yield [about, changed, false];
  }
  const without = changeNodes(body, function* (node) {
    if (Array.isArray(node) || typeof node !== "object" || node === null) return;
    for (const name of Object.keys(node)) {
      const { [name as never]: _, ...others } = node;
      yield [`without ${name}`, others];
    }
  });
  for (const [about, changed] of without) yield [about, changed, true];
}

function spoil(call: Call, id: OperationId, known: Counterparts): Spoiled[] {
  const sending = compose(id, call);
  const headers = { accept: "", ...sending.headers };
  const spoiled: Spoiled[] = [
    {
      about: "no version",
      sending: { ...sending, headers: { ...headers, accept: "text/html" } },
      mayPass: false,
    },
    {
      about: "a query that cannot be read",
      sending: compose(id, { ...call, query: { ...call.query, envelope: "perhaps" } }),
      mayPass: !("envelope" in (operations[id].query.properties ?? {})),
    },
  ];
  if (call.body === undefined) return spoiled;
  const raw = (about: string, body: string, type = "application/json") => ({
    about,
    sending: { ...sending, headers: { ...headers, "content-type": type }, body },
    mayPass: false,
  });
  return [
    ...spoiled,
    raw("a body that is cut off", JSON.stringify(call.body).slice(0, -1)),
    raw("a body that is a text", '"body"'),
    raw("no body", ""),
    raw("a body of another type", JSON.stringify(call.body), "text/plain"),
    ...Array.from(spoilBody(call, id, known), ([about, body, mayPass]) => ({
      about,
      sending: compose(id, { ...call, body } as Call),
      mayPass,
    })),
  ];
}

/** Sends the sample twice: the second is refused where a thing can be there, or be taken away, only once. */
async function repeat(scene: Scene, id: OperationId): Promise<{ second: Reply; kept: boolean }> {
  const { world, calls, dump } = scene;
  for (const [first, call] of calls[id].before ?? []) await world.askAs("own", compose(first, call));
  const once = await world.askAs("own", compose(id, calls[id]));
  if (isNeverThere(id)) ok(isRefused(once), once.text);
  else ok(once.status < 300, once.text);
  const after = await dump();
  const second = await world.askAs("own", compose(id, calls[id]));
  const kept = (await dump()) === after;
  await world.rewind();
  return { second, kept };
}

/** Belongs to the organization, without a role in it that changes anything. */
const member = {
  clientId: "mdb_sa_id_d001d001d001d001d001d001",
  clientSecret: "mdb_sa_sk_d001d001d001d001d001d001d001d001d001d001",
};
const newcomers: Newcomers = {
  org: {
    serviceAccounts: [{ clientId: member.clientId, secret: member.clientSecret, roles: ["ORG_MEMBER"] }],
  },
};

test("a refused change leaves nothing behind", async (t) => {
  const started = await startScene(t, { newcomers });
  const { world, dump } = started;
  const memberToken = (await requestToken(world, member)).json.access_token;
  await world.settle();
  // Asking for a token left its trace with the secret.
  const scene = { ...started, prepared: await dump() };
  const { prepared } = scene;
  const known = counterparts(scene);
  let refusedCount = 0;
  let conflictCount = 0;
  // Telemetry is swallowed, whoever sends it and whatever it says.
  const changes = everyId.filter((id) => operations[id].method !== "GET" && !/Telemetry$/.test(id));
  for (const id of changes) {
    await t.test(id, async () => {
      const wrong: string[] = [];
      const check = async (about: string, reply: Reply, mayPass = false) => {
        const what = `${about}: ${reply.status} ${reply.text}`;
        const isPassed = reply.status < 300 && mayPass;
        if (isRefused(reply)) refusedCount++;
        else if (!isPassed) wrong.push(`not refused, ${what}`);
        const changed = (await dump()) !== prepared;
        if (changed && !isPassed) wrong.push(`left something, ${what}`);
        if (changed) await world.rewind();
      };
      for (const { about, sending, mayPass } of spoil(scene.calls[id], id, known)) {
        await check(about, await world.askAs("own", sending), mayPass);
      }
      const sending = compose(id, scene.calls[id]);
      await check("nobody known", await world.send(sending));
      await check("somebody of another organization", await world.askAs("foreign", sending));
      await check("somebody without the role", await world.bearing(memberToken, sending));

      const { second, kept } = await repeat(scene, id);
      if (isRefused(second)) {
        conflictCount++;
        if (!kept) wrong.push(`the second of two left something: ${second.status} ${second.text}`);
      } else if (second.status >= 500) wrong.push(`the second of two: ${second.status} ${second.text}`);
      deepEqual(wrong, []);
    });
  }
  t.diagnostic(`${refusedCount} refusals, and ${conflictCount} of requests that came twice`);
});
