// Tests of the settings of mail and of a provider to sign in with: their values, and their refusals.
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { test } from "node:test";
import { SettingsError } from "./error.ts";
import { readSettings } from "./settings.ts";
import type { GivenSettings } from "./table.ts";

const mailUrl = "smtps://post:secret@mail.example.com:465";
const readMail = (given: GivenSettings) => readSettings(given).mail;
const readOidc = (given: GivenSettings) => readSettings(given).oidc;
const refusal = (raw: GivenSettings): string => refusalOf(() => readMail(raw));
const refusalOf = (read: () => unknown): string => {
  try {
    read();
  } catch (reason) {
    ok(reason instanceof SettingsError);
    return reason.message;
  }
  throw new Error("it was not refused");
};

test("without a server nothing is sent, in English unless asked otherwise", () => {
  deepEqual(readMail({}), { server: null, language: "en" });
  deepEqual(readMail({ mailLanguage: "ko" }), { server: null, language: "ko" });
});

test("a sender is an address, with a name or without", () => {
  const address = "no-reply@example.com";
  for (const [mailFrom, name] of [
    [address, ""],
    [`<${address}>`, ""],
    [`Anteroom <${address}>`, "Anteroom"],
    [`"Anteroom, Acme" <${address}>`, "Anteroom, Acme"],
    [`출입 <${address}>`, "출입"],
  ] as const) {
    deepEqual(readMail({ mailUrl, mailFrom }).server, { url: mailUrl, from: { name, address } });
  }
});

test("what is no sender is refused", () => {
  for (const mailFrom of [
    "",
    "Anteroom",
    "no-reply@localhost",
    "a@example.com, b@example.com",
    "A <a@example.com> <b@example.com>",
    "A\r\nBcc: b@example.com <a@example.com>",
    "a@example.com\r\nBcc: b@example.com",
  ]) {
    equal(refusal({ mailUrl, mailFrom }).startsWith("--mail-from "), true, mailFrom);
  }
});

test("a server needs a sender", () => {
  throws(() => readMail({ mailUrl }), /--mail-url needs --mail-from/);
});

test("what is no server is refused, and the error does not show the password", () => {
  for (const url of [
    "mail.example.com",
    "http://post:secret@example.com",
    "smtp:///path",
    "smtp://post:secret@example.com/path",
    "smtp://post:secret@example.com?tls.rejectUnauthorized=false",
  ]) {
    const message = refusal({ mailUrl: url, mailFrom: "a@example.com" });
    ok(message.startsWith("--mail-url: expected smtp://USER:PASSWORD@HOST:PORT"), message);
    ok(!message.includes("secret"));
  }
});

test("an unknown language is refused, and the known ones are named", () => {
  equal(refusal({ mailLanguage: "xx" }), "--mail-language xx: choose one of en, ko");
});

const oidc = {
  oidcIssuer: "https://login.example.com/tenant",
  oidcClientId: "anteroom",
  oidcClientSecret: "a secret",
};

test("without a provider there is none, and one is called by its host unless it is given a name", () => {
  equal(readOidc({}), null);
  equal(readOidc({ oidcIssuer: "", oidcClientId: "", oidcClientSecret: "", oidcName: "" }), null);
  const expected = {
    issuer: oidc.oidcIssuer,
    clientId: "anteroom",
    clientSecret: "a secret",
    trustedDomains: [],
  };
  deepEqual(readOidc(oidc), { ...expected, name: "login.example.com" });
  deepEqual(readOidc({ ...oidc, oidcName: " Example " }), { ...expected, name: "Example" });
  const trusting = readOidc({ ...oidc, oidcTrustedDomains: "example.com, Example.ORG" });
  deepEqual(trusting?.trustedDomains, ["example.com", "example.org"]);
});

test("half a provider is refused, and what is missing is named", () => {
  const { oidcIssuer, oidcClientId, oidcClientSecret } = oidc;
  for (const [given, missing] of [
    [{ oidcIssuer }, "--oidc-client-id and ANTEROOM_OIDC_CLIENT_SECRET in the environment"],
    [{ oidcIssuer, oidcClientId }, "ANTEROOM_OIDC_CLIENT_SECRET in the environment"],
    [{ oidcIssuer, oidcClientSecret }, "--oidc-client-id"],
    [{ oidcClientSecret }, "--oidc-issuer and --oidc-client-id"],
    [{ ...oidc, oidcClientSecret: "" }, "ANTEROOM_OIDC_CLIENT_SECRET in the environment"],
    [
      { oidcName: "E" },
      "--oidc-issuer and --oidc-client-id and ANTEROOM_OIDC_CLIENT_SECRET in the environment",
    ],
  ] as const) {
    equal(
      refusalOf(() => readOidc(given)),
      `sign-in with a provider needs ${missing} as well`,
    );
  }
});

test("an issuer is reached over TLS, or on loopback", () => {
  for (const oidcIssuer of [
    "https://login.example.com",
    "http://127.0.0.1:9090",
    "http://localhost/realms/a",
    "http://[::1]:1",
  ]) {
    equal(readOidc({ ...oidc, oidcIssuer })?.issuer, oidcIssuer);
  }
  for (const oidcIssuer of [
    "login.example.com",
    "http://login.example.com",
    "http://127.0.0.1.example.com",
    "ftp://login.example.com",
    "https://login.example.com?a=b",
    "https://login.example.com#a",
    "https://a:b@login.example.com",
    "https://login.example.com/.well-known/openid-configuration",
  ]) {
    ok(
      refusalOf(() => readOidc({ ...oidc, oidcIssuer })).startsWith(`--oidc-issuer ${oidcIssuer}: expected`),
    );
  }
});

test("metrics have a port of their own, with a host or without", () => {
  const read = (metricsPort: string, given: GivenSettings = {}) =>
    readSettings({ metricsPort, ...given }).metricsPort;
  for (const [text, host, port] of [
    ["9464", null, 9464],
    ["10.0.0.5:0", "10.0.0.5", 0],
    ["metrics.internal:9464", "metrics.internal", 9464],
    ["[::1]:9464", "::1", 9464],
    ["127.0.0.2:8080", "127.0.0.2", 8080],
  ] as const) {
    deepEqual(read(text), { host, port });
  }
  equal(read("public"), "public");
  for (const text of ["", "open", "65536", "::1:9464", "[::1]", "10.0.0.5:", ":9464", "a b:1", "h:65536"]) {
    throws(
      () => read(text),
      /--metrics-port .*: a port is a number from 0 to 65535.*HOST:PORT.*`public`/,
      text,
    );
  }
  for (const text of ["8080", "127.0.0.1:8080"]) {
    throws(() => read(text), { message: "--metrics-port 8080: choose another port than that of --port" });
  }
  equal(read("0", { port: "0" }) === "public", false);
});

test("the gate has an address of this machine, and perhaps a first port", () => {
  const read = (gate: string) => readSettings({ gate }).gate;
  for (const [text, host, port] of [
    ["127.0.0.1", "127.0.0.1", null],
    ["0.0.0.0:27100", "0.0.0.0", 27_100],
    ["[::1]", "::1", null],
    ["[::1]:27100", "::1", 27_100],
    ["localhost:65535", "localhost", 65_535],
  ] as const) {
    deepEqual(read(text), { host, port });
  }
  equal(readSettings({}).gate, null);
  for (const text of ["", ":27100", "127.0.0.1:", "127.0.0.1:0", "h:65536", "::1", "a b", "mongodb://h"]) {
    throws(() => read(text), /--gate .*: expected an address of this machine/, text);
  }
});
