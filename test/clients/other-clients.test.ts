// MongoDB's Kubernetes operator, Vault, Steampipe and Baton: the requests that they send, in their order.
import { equal, notEqual } from "node:assert/strict";
import { test } from "node:test";
import { type CallerName, type Stage, startStage } from "../support/stage.ts";
import { ids, type Sending } from "../support/world.ts";
import { baton, type Call, onTheWay, operator, steampipe, vault, version1 } from "../tables/other-clients.ts";

const clients: readonly {
  readonly name: string;
  readonly userAgent: string;
  readonly calls: readonly Call[];
  readonly callers?: readonly CallerName[];
}[] = [
  {
    name: "the Kubernetes operator",
    userAgent: "MongoDBAtlasKubernetesOperator/2.15.1 (linux;amd64)",
    calls: operator,
    callers: ["owner", "account"],
  },
  { name: "Vault", userAgent: "Go-http-client/1.1", calls: vault },
  { name: "Steampipe", userAgent: "go-mongodbatlas/0.15.0 (linux;amd64)", calls: steampipe },
  { name: "Baton", userAgent: "go-atlas-sdk/v20250312006.0.0 (linux;amd64)", calls: baton },
];

/** `results.0.id` of an answer. */
const memberAt = (json: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], json);

/** Sends a call, with the ids that are known by then. */
function send(
  { ask, date, body }: Call,
  known: Readonly<Record<string, string>>,
  userAgent: string,
): Sending {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (all, name: string) => known[name] ?? all);
  const [method = "", path = ""] = fill(ask).split(" ");
  const isVersion1 = ask.includes(version1);
  const accept = isVersion1 ? "application/json" : `application/vnd.atlas.${date ?? "2023-01-01"}+json`;
  const headers = { accept, "user-agent": userAgent, ...(body !== undefined && { "content-type": accept }) };
  const sending = { method, path, headers };
  return body === undefined ? sending : { ...sending, body: fill(JSON.stringify(body)) };
}

async function replay(stage: Stage, caller: CallerName, calls: readonly Call[], userAgent: string) {
  const known: Record<string, string> = { ...ids };
  for (const call of calls) {
    const { status, headers, json, text } = await stage.ask(caller, send(call, known, userAgent));
    equal(status < 300 ? status : headers["x-error-code"], call.gets, `${call.ask}: ${text}`);
    for (const path of call.reads ?? []) notEqual(memberAt(json, path), undefined, `${call.ask}: ${path}`);
    for (const [name, path] of Object.entries(call.keeps ?? {})) known[name] = String(memberAt(json, path));
  }
}

test("requests of clients that are not installed", async (t) => {
  const stage = await startStage(t);

  for (const { name, userAgent, calls, callers = ["owner"] as const } of clients) {
    for (const caller of callers) {
      const how = caller === "account" ? "a service account" : "an API key";
      await t.test(`${name} finds what it reads, with ${how}`, () => replay(stage, caller, calls, userAgent));
    }
  }

  for (const [name, parts] of Object.entries(onTheWay)) {
    await t.test(`${name} finds a project without databases`, async () => {
      for (const part of parts) {
        const { status, text } = await stage.ask("owner", {
          path: `/api/atlas/v2/groups/${ids.group}/${part}`,
          headers: { accept: "application/vnd.atlas.2023-10-01+json" },
        });
        equal(status, 200, `${part}: ${text}`);
      }
    });
  }
});
