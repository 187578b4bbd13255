// What the list of requests shows of each, and which pipeline a request walks.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Injector } from "../http/injection.ts";
import type { ApiAnswer } from "../http/reply.ts";
import type { HttpRequest } from "../http/request.ts";
import { createRequestLog } from "./request-log.ts";

const now = Date.UTC(2026, 7, 10);
const answer: ApiAnswer = { status: 204, headers: {}, body: "" };

function start(injector: Injector = { choose: null }) {
  const log = createRequestLog(() => now, injector);
  const walked: string[] = [];
  const walk = log.watch(
    async (_operation, { readBody }) => {
      walked.push("plain");
      await readBody();
      return answer;
    },
    async () => {
      walked.push("rehearsed");
      return answer;
    },
  );
  /** An operation is walked first, anything else is only seen. */
  const ask = async (path: string, changes: object = {}, seen: object = {}, name = "") => {
    const received = {
      ...{ method: "GET", path, search: "a=b", headers: {}, connection: {} },
      remoteAddress: { state: "own", ip: "192.0.2.1" },
      ...{ readBody: async () => Buffer.from("sent"), ...changes },
    } as unknown as HttpRequest & { readBody: () => Promise<Buffer> };
    if (name !== "") await walk({ id: name, surface: undefined } as never, received as never);
    log.see(received, { ...answer, ...seen }, name);
    return log.log()[0];
  };
  return { ask, log, walked };
}

test("a request of an operation is listed with what it takes to send it again", async () => {
  const { ask } = start();
  const headers = { "user-agent": "test/1", accept: "text/x" };
  deepEqual(await ask("/api/things/1", { headers }, { who: "abcdefgh" }, "getThing"), {
    ...{ at: "2026-08-10T00:00:00.000Z", operationId: "getThing", method: "GET", path: "/api/things/1" },
    ...{ status: 204, who: "abcdefgh", userAgent: "test/1", number: 1 },
    ...{ search: "a=b", accept: "text/x", body: "sent", address: "192.0.2.1" },
  });
});

test("of what is no operation neither query nor body is kept, and no name without a caller", async () => {
  const { ask } = start();
  deepEqual(await ask("/nowhere"), {
    ...{ at: "2026-08-10T00:00:00.000Z", operationId: null, method: "GET", path: "/nowhere", status: 204 },
    ...{ who: null, userAgent: "", number: 1, search: "", accept: "", body: "" },
    address: "192.0.2.1",
  });
});

test("what was injected and explained is seen too", async () => {
  const explanation = { because: "so" };
  const entry = await start().ask("/api/things/1", {}, { injected: "rule 1", explanation });
  deepEqual([entry?.injected, entry?.explanation], ["rule 1", explanation]);
});

test("outside of the API the first part of a path is seen alone, and of controls nothing", async () => {
  const { ask, log } = start();
  for (const [path, expected] of [
    ["/nowhere/", "/nowhere/"],
    ["/invitations/secret", "/invitations/…"],
    ["/invitations/secret/accept", "/invitations/…"],
    ["/api/nothing/at/all", "/api/nothing/at/all"],
    ["/x/api/secret", "/x/…"],
  ] as const)
    equal((await ask(path))?.path, expected);
  await ask("/_anteroom/v2/nothing");
  equal(log.requests().length, 5);
});

test("the rehearsed pipeline is walked where a request wants to be explained, and while there are faults", async () => {
  const { ask, walked } = start();
  await ask("/api/things/1", {}, {}, "getThing");
  await ask("/api/things/1", { headers: { "x-anteroom-explain": "1" } }, {}, "getThing");
  const faulty = start({ choose: () => undefined });
  await faulty.ask("/api/things/1", {}, {}, "getThing");
  deepEqual([walked, faulty.walked], [["plain", "rehearsed"], ["rehearsed"]]);
});
