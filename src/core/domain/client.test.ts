// Tests what is read from the User-Agents of real tools.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nameClient, otherClients, readClient } from "./client.ts";

test("the tools that are known to call Atlas, as they name themselves", () => {
  for (const [userAgent, name] of [
    ["curl/8.14.1", "curl/8.14.1"],
    ["atlascli/1.46.4 (linux;amd64;brew)", "atlascli/1.46.4"],
    ["python-requests/2.32.3", "python-requests/2.32.3"],
    ["Go-http-client/1.1", "Go-http-client/1.1"],
    [
      "terraform-provider-mongodbatlas/2.16 Terraform/1.11.4 Name/team Operation/read",
      "terraform-provider-mongodbatlas/2.16 mongodbatlas_team (read)",
    ],
    [
      "terraform-provider-mongodbatlas/devel Terraform/1.11.4 Name/data.atlas_user Operation/read",
      "terraform-provider-mongodbatlas/devel data.mongodbatlas_atlas_user (read)",
    ],
    [
      "terraform-provider-mongodbatlas/1.40.0-13-gb4a633345 Terraform/1.11.0-alpha20250107 ModuleName/root Name/project Operation/read",
      "terraform-provider-mongodbatlas/1.40.0-13-gb4a633345 mongodbatlas_project (read)",
    ],
    ["terraform-provider-mongodbatlas/1.15.1 Terraform/1.5.7", "terraform-provider-mongodbatlas/1.15.1"],
    ["Mozilla/5.0 (X11; Linux x86_64) Name/team", "Mozilla/5.0"],
    ["  curl/8.14.1", "curl/8.14.1"],
    [`${"c".repeat(61)}/${"8".repeat(61)}`, `${"c".repeat(60)}/${"8".repeat(60)}`],
    ["", "unknown"],
    ["   ", "unknown"],
  ] as const) {
    equal(nameClient(readClient(userAgent)), name, userAgent);
  }
  equal(nameClient(otherClients), "other");
});

test("whatever is sent, what is kept is short and plain", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (userAgent) => {
      for (const text of Object.values(readClient(userAgent))) {
        ok(text.length <= 60);
        deepEqual(text.replace(/[\w.+-]/g, ""), "");
      }
    }),
  );
});
