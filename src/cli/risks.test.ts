// Tests which starts cause a warning, and which do not.
import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { readSettings } from "../core/settings/settings.ts";
import type { GivenSettings } from "../core/settings/table.ts";
import { risksOf } from "./serve.ts";

const provider = {
  oidcIssuer: "https://id.example.com",
  oidcClientId: "anteroom",
  oidcClientSecret: "secret",
};
const files = { tlsCert: "cert.pem", tlsKey: "key.pem" };
const baseUrl = "https://atlas.example.com";

/** The flags that each warning begins with. */
const warned = (raw: GivenSettings): string[] => {
  const risks = risksOf(readSettings(raw, { signUp: "invited" }));
  return risks.map((sentence) => /^--\S+/.exec(sentence)?.[0] ?? sentence);
};

const cases: readonly (readonly [name: string, raw: GivenSettings, flags: readonly string[]])[] = [
  ["nothing but defaults", {}, []],
  ["loopback, in each of its spellings", { host: "::1", trustProxy: true }, []],
  ["other machines in plain HTTP", { host: "0.0.0.0" }, ["--host"]],
  ["other machines in plain HTTP, said so", { host: "10.0.0.5", baseUrl: "http://10.0.0.5" }, ["--host"]],
  ["other machines in plain HTTP through a proxy", { baseUrl: "http://atlas.example.com" }, ["--base-url"]],
  ["links in plain HTTP to a server over HTTPS", { ...files, baseUrl: "http://10.0.0.5" }, ["--base-url"]],
  ["links in plain HTTP to this machine", { baseUrl: "http://localhost:8080" }, []],
  ["other machines through a proxy with TLS", { host: "10.0.0.5", baseUrl, trustProxy: true }, []],
  ["other machines over HTTPS", { host: "0.0.0.0", ...files }, []],
  ["a number of proxies on all addresses", { host: "0.0.0.0", baseUrl, trustProxy: true }, ["--trust-proxy"]],
  ["the same of version 6", { host: "::", baseUrl, trustProxy: "2" }, ["--trust-proxy"]],
  ["proxies by address on all addresses", { host: "0.0.0.0", baseUrl, trustProxy: "10.0.0.0/8" }, []],
  ["proxies anywhere", { baseUrl, trustProxy: "0.0.0.0/0" }, ["--trust-proxy"]],
  ["a provider for invited people", { ...provider, baseUrl }, []],
  ["a provider for everybody", { ...provider, baseUrl, signUp: "everybody" }, ["--sign-up"]],
  ["a provider for a domain", { ...provider, baseUrl, signUp: "everybody", mailDomains: "example.com" }, []],
  ["heads beside the store", { data: "a", auditHeads: "a/heads" }, ["--audit-heads"]],
  ["heads elsewhere", { data: "a", auditHeads: "ab/heads" }, []],
  ["passwords for everybody, by invitation", { baseUrl, signUp: "everybody" }, []],
];

for (const [name, raw, flags] of cases) {
  test(`${name}: ${flags.join(" ") || "no warning"}`, () => deepEqual(warned(raw), flags));
}
