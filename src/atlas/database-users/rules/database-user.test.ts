// Tests how database users log in, and which roles they hold.
import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import { checkPassword, checkProof, chooseUserRoles, type DatabaseUser, proofsOf } from "./database-user.ts";

const own = new Set(["own", "other"]);
const choose = (...sent: Parameters<typeof chooseUserRoles>[0]) => chooseUserRoles(sent, own, fault);
const role = (roleName: string, databaseName = "admin", collectionName?: string) =>
  collectionName === undefined ? { databaseName, roleName } : { collectionName, databaseName, roleName };

test("a user holds built-in roles, or one custom role", () => {
  for (const roles of [
    [role("own")],
    [role("atlasAdmin"), role("readWriteAnyDatabase")],
    [role("read", "a"), role("read", "b"), role("dbAdmin", "a")],
    [role("read", "a"), role("read", "a", "c"), role("readWrite", "a", "c")],
  ]) {
    deepEqual(choose(...roles), roles);
  }
  deepEqual(choose({ ...role("read"), collectionName: "" }), [role("read")]);
  for (const [code, ...roles] of [
    ["MISSING_ATTRIBUTE"],
    ["MISSING_ATTRIBUTE", { databaseName: "a" }],
    ["MISSING_ATTRIBUTE", { roleName: "read" }],
    ["ATLAS_INVALID_CUSTOM_ROLE_ASSIGNMENT", role("read", "a"), role("own")],
    ["DUPLICATE_DATABASE_ROLES", role("read", "a", "c"), role("read", "a", "c")],
    ["UNSUPPORTED_ROLE", role("own", "a")],
    ["ATLAS_INVALID_ROLE_DATABASE", role("atlasAdmin", "a")],
    ["ATLAS_CUSTOM_ROLE_NOT_FOUND", role("root")],
    ["ATLAS_INVALID_ROLE", role("dbAdmin", "a", "c")],
    ["ATLAS_INVALID_ROLE", role("readAnyDatabase", "admin", "c")],
  ] as const) {
    throws(() => choose(...roles), { code }, JSON.stringify(roles));
  }
});

const user = { username: "a", databaseName: "admin", labels: [], roles: [], scopes: [] } as const;
const x509 = { x509Type: "MANAGED", databaseName: "$external" } as const;
const ofIam = { awsIAMType: "ROLE", databaseName: "$external" } as const;
const arn = "arn:aws:iam::123456789012:role/a";

test("a user has one way to log in, in its database, under a name of its form", () => {
  const check = (changes: object, password?: string, endsAt: number | null = null) =>
    checkProof({ ...user, ...changes } as unknown as DatabaseUser, { password, endsAt }, fault);
  check({}, "password");
  for (const changes of [
    x509,
    { ...x509, username: "CN=a,O=b" },
    { ...x509, x509Type: "CUSTOMER", username: "O=b, CN=a" },
    { ...ofIam, username: arn },
    { ldapAuthType: "USER", databaseName: "$external", username: "CN=a" },
    { ldapAuthType: "GROUP", username: "CN=a" },
    { oidcAuthType: "IDP_GROUP", username: "p/a" },
    { oidcAuthType: "USER", username: "p/a" },
    { oidcAuthType: "USER", databaseName: "$external", username: "p/a" },
  ]) {
    check(changes);
  }
  for (const [code, changes, password, endsAt] of [
    ["ATLAS_INVALID_AUTH_SETTINGS", { ...x509, ldapAuthType: "USER" }],
    ["ATLAS_INVALID_AUTH_SETTINGS", x509, "password"],
    ["DATABASE_NAME_INVALID_EXTERNAL", { databaseName: "$external" }, "password"],
    ["DATABASE_NAME_INVALID_ADMIN", { x509Type: "MANAGED" }],
    ["DATABASE_NAME_INVALID_EXTERNAL", { ldapAuthType: "GROUP", databaseName: "$external" }],
    ["ATLAS_INVALID_USERNAME", { username: "a\0" }, "password"],
    ["ATLAS_INVALID_USERNAME", { ...x509, username: "a,b" }],
    ["ATLAS_INVALID_USERNAME", { ...ofIam, username: `x${arn}` }],
    ["ATLAS_INVALID_USERNAME", { ...ofIam, awsIAMType: "USER", username: arn }],
    ["ATLAS_INVALID_USERNAME", { oidcAuthType: "IDP_GROUP", username: "a" }],
    ["ATLAS_X509_USER_CANNOT_BE_TEMPORARY", x509, undefined, 1],
    ["MISSING_PASSWORD", {}],
  ] as const) {
    throws(() => check(changes, password, endsAt), { code }, JSON.stringify(changes));
  }
  check({}, "password", 1);
});

const ofPassword = {
  awsIAMType: "NONE",
  ldapAuthType: "NONE",
  oidcAuthType: "NONE",
  x509Type: "NONE",
} as const;

test("a password has 8 to 256 characters", () => {
  for (const length of [8, 256]) checkPassword(ofPassword, "a".repeat(length), fault);
  for (const length of [7, 257]) {
    throws(() => checkPassword(ofPassword, "a".repeat(length), fault), {
      code: "WEAK_PASSWORD",
      parameters: [8, 256],
    });
  }
  throws(() => checkPassword({ ...ofPassword, x509Type: "MANAGED" }, "password", fault), {
    code: "ATLAS_INVALID_AUTH_SETTINGS",
  });
  deepEqual(proofsOf({ x509Type: "NONE", awsIAMType: "USER" }), ["awsIAMType USER"]);
});
