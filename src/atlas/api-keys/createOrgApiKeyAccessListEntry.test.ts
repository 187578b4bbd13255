// POST /orgs/{orgId}/apiKeys/{apiUserId}/accessList, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as apiKeys from "../../../test/support/api-keys.ts";
import { assertRefusal, assertSuccess, type Refusal, startStage } from "../../../test/support/stage.ts";
import { keys } from "../../../test/support/world.ts";

const post = (id: string, body: object[]) => ({
  method: "POST",
  path: `${apiKeys.orgKeysPath}/${id}/accessList`,
  body,
});

test("createOrgApiKeyAccessListEntry", async (t) => {
  const stage = await startStage(t);
  const id = apiKeys.keyId(stage, "member");
  const refuse = (errorCode: string, detail: string, parameters: string[] = [], status = 400): Refusal => ({
    status,
    errorCode,
    detail,
    parameters,
  });

  await t.test("200 answers the whole list", async () => {
    const sent = [
      { ipAddress: "192.0.2.7" },
      { cidrBlock: "198.51.100.0/24" },
      { ipAddress: "2001:DB8::0:2" },
    ];
    const json = {
      links: [{ href: `${stage.url}${post(id, []).path}?pageNum=1&itemsPerPage=100`, rel: "self" }],
      results: [
        apiKeys.shownEntry(stage, id, { cidrBlock: "192.0.2.7/32", ipAddress: "192.0.2.7" }),
        apiKeys.shownEntry(stage, id, { cidrBlock: "198.51.100.0/24" }),
        apiKeys.shownEntry(stage, id, { cidrBlock: "2001:db8::2/128", ipAddress: "2001:db8::2" }),
      ],
      totalCount: 3,
    };
    assertSuccess(await stage.ask("owner", post(id, sent)), { status: 200, limit: 500, json });
    const targetPublicKey = keys.member.publicKey;
    deepEqual(
      apiKeys.recorded(stage),
      ["192.0.2.7", "198.51.100.0/24", "2001:db8::2"].map((whitelistEntry) =>
        apiKeys.inOrgFeed("API_KEY_ACCESS_LIST_ENTRY_ADDED", { targetPublicKey, whitelistEntry }),
      ),
    );
  });

  await t.test("200 for the key itself, which is refused elsewhere from then on", async () => {
    equal((await stage.ask("member", post(id, [{ ipAddress: "192.0.2.7" }]))).status, 200);
    const refused = await stage.ask("member", { path: apiKeys.orgKeysPath });
    equal(refused.headers["x-error-code"], "IP_ADDRESS_NOT_ON_ACCESS_LIST");
  });

  await t.test(
    "400 INVALID_IP_ADDRESS_OR_CIDR_NOTATION for what is neither, and nothing is added",
    async () => {
      for (const entry of [
        "192.0.2",
        "1",
        "192.0.2.1/33",
        "192.0.2.1/",
        "fe80::1%eth0",
        "example.com",
        "",
        "a\u0000",
      ]) {
        const refusal = refuse(
          "INVALID_IP_ADDRESS_OR_CIDR_NOTATION",
          `${entry} is neither an IP address nor a CIDR block.`,
          [entry],
        );
        const sent = [{ ipAddress: "192.0.2.7" }, { cidrBlock: entry }];
        assertRefusal(await stage.ask("owner", post(id, sent)), refusal);
      }
      deepEqual(stage.rows(`select * from access_entries where principal_id = '${id}'`), []);
      deepEqual(apiKeys.recorded(stage), []);
    },
  );

  await t.test("400 BAD_ACCESS_LIST_ADD_REQUEST for two different entries in one", async () => {
    const both = [{ ipAddress: "192.0.2.7", cidrBlock: "192.0.2.0/24" }];
    assertRefusal(
      await stage.ask("owner", post(id, both)),
      refuse(
        "BAD_ACCESS_LIST_ADD_REQUEST",
        "An access list entry names either ipAddress or cidrBlock, not both.",
      ),
    );
  });

  await t.test("400 DUPLICATE_ADDRESSES_IN_INPUT for one address in two spellings", async () => {
    const twice = [{ ipAddress: "192.0.2.7" }, { cidrBlock: "192.0.2.7/32" }];
    assertRefusal(
      await stage.ask("owner", post(id, twice)),
      refuse("DUPLICATE_ADDRESSES_IN_INPUT", "The address 192.0.2.7 appears twice in the request.", [
        "192.0.2.7",
      ]),
    );
  });

  await t.test("400 MISSING_ONE_OF_ATTRIBUTES for no entry, or an empty one", async () => {
    for (const sent of [[], [{}]]) {
      assertRefusal(
        await stage.ask("owner", post(id, sent)),
        refuse("MISSING_ONE_OF_ATTRIBUTES", "One of the attributes ipAddress, cidrBlock must be specified.", [
          "ipAddress, cidrBlock",
        ]),
      );
    }
  });

  await t.test("409 ADDRESS_ALREADY_IN_ACCESS_LIST, and nothing is added", async () => {
    const elsewhere = apiKeys.keyId(stage, "elsewhere");
    const sent = [{ ipAddress: "192.0.2.7" }, { cidrBlock: "192.0.2.0/24" }];
    assertRefusal(
      await stage.ask("owner", post(elsewhere, sent)),
      refuse(
        "ADDRESS_ALREADY_IN_ACCESS_LIST",
        "The address 192.0.2.0/24 is on the access list already.",
        ["192.0.2.0/24"],
        409,
      ),
    );
    equal(stage.rows(`select * from access_entries where principal_id = '${elsewhere}'`).length, 2);
  });

  await apiKeys.refusedKeys(t, stage, (id) => post(id, [{ ipAddress: "192.0.2.7" }]));
});
