// An example of each option of createAnteroom, for docs/options.md. The compiler misses one that is left out; a test starts with them.
import type { AnteroomOptions } from "../src/anteroom.ts";

export const examples = {
  host: "127.0.0.1",
  port: 0,
  trustProxy: 1,
  data: "./data",
  databaseUrl: "postgres://anteroom@localhost/anteroom",
  tls: true,
  seed: "world.yaml",
  now: "2027-07-01",
  deterministic: "1",
  limits: "atlas",
  lenientAccept: true,
  mailUrl: "smtp://127.0.0.1:1025",
  mailFrom: "Anteroom <no-reply@example.com>",
  mailLanguage: "ko",
  oidcIssuer: "https://login.example.com",
  oidcClientId: "anteroom",
  oidcClientSecret: "a secret of the provider",
  oidcName: "Acme",
  strictRoles: true,
  logLevel: "warn",
  secret: "0123456789abcdef0123456789abcdef",
  controlToken: "0123456789abcdef",
  clock: "system",
  policy: { signUp: "invited", mailDomains: ["example.com"] },
} as const satisfies Required<AnteroomOptions>;
