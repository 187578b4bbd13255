// Tests of the lines of the security log: their content, and the values that they leave out.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { createSecurityLog, pathShown, type SecurityLine } from "./security-log.ts";

const id = "a0123456789abcdef012345a";
const clientId = `mdb_sa_id_${id}`;

const remoteAddress = { state: "own", ip: "192.0.2.1" } as const;

function lineOf(line: Partial<SecurityLine>, level = true): unknown {
  const lines: unknown[] = [];
  const logger = {
    isLevelEnabled: (name: string) => level && name === "info",
    info: (...all: unknown[]) => lines.push(all),
  };
  createSecurityLog(logger as never)({ event: "sign-in", requestId: "r", remoteAddress, ...line });
  return lines[0];
}
const whoOf = (line: Partial<SecurityLine>) => (lineOf(line) as [{ who: string | null }])[0].who;

test("a line says what was tried, by whom, from where, and with which result", () => {
  const line = { who: "ada@example.com", operationId: "getOrg", path: "/x" };
  const rest = { ...line, requestId: "r", ip: "192.0.2.1", peer: undefined };
  deepEqual(lineOf(line), [{ event: "sign-in", result: "success", why: undefined, ...rest }, "security"]);
  deepEqual(lineOf({ ...line, refusedFor: "NO" }), [
    { event: "sign-in", result: "refused", why: "NO", ...rest },
    "security",
  ]);
  equal(lineOf(line, false), undefined);
  const unknown = { state: "unknown", peer: "192.0.2.9" } as const;
  deepEqual(lineOf({ ...line, remoteAddress: unknown }), [
    { event: "sign-in", result: "success", why: undefined, ...rest, ip: undefined, peer: "192.0.2.9" },
    "security",
  ]);
});

test("a claimed name is shown in the form of its kind only, and only where nobody is known", () => {
  equal(whoOf({ claimed: "ada@example.com" }), "ada@example.com");
  equal(whoOf({ claimed: "my password" }), null);
  equal(whoOf({}), null);
  equal(whoOf({ claimed: "ada@example.com", who: "eve@example.com" }), "eve@example.com");
  equal(whoOf({ claimed: "ada@example.com", who: "" }), "ada@example.com");
  equal(whoOf({ event: "authentication", claimed: "abcdefgh" }), "abcdefgh");
  equal(whoOf({ event: "authentication", claimed: "ada@example.com" }), null);
  for (const event of ["token-issue", "token-revocation"] as const) {
    equal(whoOf({ event, claimed: clientId }), clientId);
    equal(whoOf({ event, claimed: `${clientId}x` }), null);
    equal(whoOf({ event, claimed: "abcdefgh" }), null);
  }
});

test("a path shows what has the form of its kind", () => {
  const path = "/orgs/{orgId}/accounts/{clientId}/accessList/{ipAddress}/{name}";
  equal(
    pathShown(path, { orgId: id, clientId, ipAddress: "192.0.2.0/24", name: id }),
    `/orgs/${id}/accounts/${clientId}/accessList/192.0.2.0%2F24/{name}`,
  );
  equal(pathShown(path, { orgId: `${id}0`, clientId: id, ipAddress: "secret", name: "x" }), path);
  equal(pathShown("/{orgId}", { orgId: `x${id}` }), "/{orgId}");
  equal(pathShown("/{orgId}/{clientId}", {}), "/{orgId}/{clientId}");
});
