// Tests that the calls of a page know the connection of the page's request.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import type { OperationRequest } from "../core/http/pipeline-request.ts";
import { visitOf } from "./visits.ts";

test("a page that is read ends with its connection, a form does not, and both prove who asks", async () => {
  const asked: OperationRequest[] = [];
  const walk = async (_: unknown, received: OperationRequest) => {
    asked.push(received);
    return { status: 200, headers: {}, body: "{}" };
  };
  const keys = () => [Buffer.alloc(32)];
  const keyring = { unseal: () => "" };
  const parts = { walk, keyring, formKeys: keys, onceKeys: keys, now: () => 0 };
  const [isGone, prove] = [() => false, () => {}];
  for (const method of ["GET", "POST"]) {
    const request = { method, target: "/", search: "", headers: {}, connection: { isGone }, prove };
    const visit = visitOf(parts as never, { request, params: {} } as never, { cookies: {}, browser: "one" });
    await visit.perform("getPerson");
  }
  deepEqual(
    asked.map((each) => [each.isGone, each.prove]),
    [
      [isGone, prove],
      [undefined, prove],
    ],
  );
});
