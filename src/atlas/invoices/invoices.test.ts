// Invoices, which follow from the clusters of an organization, the prices of its seed and the clock, answer by answer.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf, flexOne, freeOne } from "../../../test/support/clusters.ts";
import { startOperations } from "../../../test/support/operations.ts";
import { now } from "../../../test/support/stage.ts";
import { ids, seedWith } from "../../../test/support/world.ts";
import { computeInvoice, focusCsv, invoiceId, monthOf } from "./rules/invoice.ts";

const m10 = "NDS_AWS_INSTANCE_M10";
/** The organization is as old as its first owner. */
const users = [
  { username: "owner@example.com", orgRoles: ["ORG_OWNER"], createdAt: "2026-05-20T10:00:00Z" },
] as const;
const prices = [
  { sku: m10, unitPriceDollars: 0.1 },
  { sku: "NDS_AWS_INSTANCE_M20", unitPriceDollars: 0.2 },
  { sku: "NDS_AWS_INSTANCE_FLEX", unitPriceDollars: 0.011 },
];
const priced = seedWith({ users, prices, teams: [] });
const start = { seed: priced, clusterSpeed: "instant" } as const;
/** Returns the id of the invoice of a month. */
const invoiceOf = (month: string) => invoiceId(ids.org, { from: Date.parse(`${month}-01T00:00:00Z`) });
const august = { params: { invoiceId: invoiceOf("2026-08") } };

interface Line {
  readonly clusterName: string;
  readonly sku: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly quantity: number;
  readonly totalPriceCents: number;
}

/** Returns what distinguishes a line item. */
const told = (lines: readonly Line[]) =>
  lines.map(({ clusterName, sku, startDate, endDate, quantity, totalPriceCents }) => [
    clusterName,
    sku.replace("NDS_AWS_INSTANCE_", ""),
    startDate.slice(8, 16),
    endDate.slice(8, 16),
    quantity,
    totalPriceCents,
  ]);

test("invoices", async (t) => {
  const stage = await startOperations(t, start);
  const { answers, call, clock, get, lists, refuses } = stage;
  const cluster = async (body: object) => get("createGroupCluster", { body });
  const at = (instant: string) => clock.set({ now: instant });

  await t.test("the running month, whole: a line for each day of three nodes", async () => {
    await cluster(clusterOf("data"));
    at("2026-08-11T06:00:00Z");
    const line = (startDate: string, endDate: string, quantity: number, totalPriceCents: number) => ({
      cloudProvider: "AWS",
      clusterName: "data",
      created: `${new Date(Date.parse(startDate) + 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`,
      discountCents: 0,
      endDate,
      groupId: ids.group,
      groupName: "payments",
      percentDiscount: 0,
      quantity,
      sku: m10,
      startDate,
      totalPriceCents,
      unit: "server hours",
      unitPriceDollars: 0.1,
    });
    const midnight = "2026-08-11T00:00:00Z";
    const invoice = {
      amountBilledCents: 808,
      amountPaidCents: 0,
      created: "2026-08-01T00:00:00Z",
      creditsCents: 0,
      endDate: "2026-09-01T00:00:00Z",
      id: august.params.invoiceId,
      lineItems: [line(now, midnight, 62.755833, 628), line(midnight, "2026-08-11T06:00:00Z", 18, 180)],
      linkedInvoices: [],
      links: [
        {
          href: `${stage.url}/api/atlas/v2/orgs/${ids.org}/invoices/${august.params.invoiceId}`,
          rel: "self",
        },
      ],
      orgId: ids.org,
      payments: [],
      refunds: [],
      salesTaxCents: 0,
      startDate: "2026-08-01T00:00:00Z",
      startingBalanceCents: 0,
      statusName: "PENDING",
      subtotalCents: 808,
      updated: "2026-08-11T00:00:00Z",
    };
    await answers("getOrgInvoice", august, invoice);
    await lists("listOrgInvoicePending", {}, [invoice]);
  });

  await t.test(
    "counts each size for as long as it stood, no pause, and a deleted cluster until its deletion",
    async () => {
      at("2026-08-10T00:00:00Z");
      await cluster(clusterOf("data"));
      at("2026-08-10T06:00:00Z");
      const resized = clusterOf("data", { providerName: "AWS", instanceSize: "M20" });
      const { replicationSpecs } = resized;
      const named = { params: { clusterName: "data" } };
      await get("updateGroupCluster", { ...named, body: { replicationSpecs } });
      at("2026-08-10T12:00:00Z");
      await get("updateGroupCluster", { ...named, body: { paused: true } });
      at("2026-08-10T18:00:00Z");
      await get("updateGroupCluster", { ...named, body: { paused: false } });
      at("2026-08-11T01:00:00Z");
      await call("deleteGroupCluster", named);
      at("2026-08-20T00:00:00Z");
      const { lineItems, amountBilledCents } = await get("getOrgInvoice", august);
      deepEqual(told(lineItems), [
        ["data", "M10", "10T00:00", "10T06:00", 18, 180],
        ["data", "M20", "10T06:00", "10T12:00", 18, 360],
        ["data", "M20", "10T18:00", "11T00:00", 18, 360],
        ["data", "M20", "11T00:00", "11T01:00", 3, 60],
      ]);
      equal(amountBilledCents, 960);
    },
  );

  await t.test(
    "a change of no node begins no line, and a pause that ends by itself counts again",
    async () => {
      at("2026-08-10T00:00:00Z");
      await cluster(clusterOf("data"));
      at("2026-08-10T06:00:00Z");
      const named = { params: { clusterName: "data" } };
      await get("updateGroupCluster", { ...named, body: { terminationProtectionEnabled: true } });
      at("2026-08-10T12:00:00Z");
      await get("updateGroupCluster", { ...named, body: { paused: true } });
      at("2026-09-09T13:00:00Z");
      const september = { params: { invoiceId: invoiceOf("2026-09") } };
      deepEqual(told((await get("getOrgInvoice", september)).lineItems), [
        ["data", "M10", "09T12:00", "09T13:00", 3, 30],
      ]);
      deepEqual(told((await get("getOrgInvoice", august)).lineItems), [
        ["data", "M10", "10T00:00", "10T12:00", 36, 360],
      ]);
    },
  );

  await t.test("a flex cluster is one node, and a free one none; a project may be gone", async () => {
    at("2026-08-10T00:00:00Z");
    await cluster(freeOne);
    await get("createGroupFlexCluster", { body: flexOne });
    at("2026-08-10T10:00:00Z");
    await call("deleteGroupFlexCluster", { params: { name: "flex" } });
    await call("deleteGroupCluster", { params: { clusterName: "free" } });
    await call("deleteGroup");
    const { lineItems } = await get("getOrgInvoice", august);
    deepEqual(told(lineItems), [["flex", "FLEX", "10T00:00", "10T10:00", 10, 11]]);
    equal(lineItems[0].groupName, "payments");
  });

  await t.test(
    "a page of the months in which the organization existed, newest first, paid or free",
    async () => {
      await cluster(clusterOf("data"));
      at("2026-09-02T00:00:00Z");
      const { results, totalCount } = await get("listOrgInvoices");
      deepEqual(
        results.map((each: Record<string, unknown>) => [
          String(each.startDate).slice(0, 7),
          each.statusName,
          each.amountBilledCents,
          each.amountPaidCents,
          each.updated,
        ]),
        [
          ["2026-09", "PENDING", 720, 0, "2026-09-02T00:00:00Z"],
          ["2026-08", "PAID", 15748, 15748, "2026-09-01T00:00:00Z"],
          ["2026-07", "FREE", 0, 0, "2026-08-01T00:00:00Z"],
          ["2026-06", "FREE", 0, 0, "2026-07-01T00:00:00Z"],
          ["2026-05", "FREE", 0, 0, "2026-06-01T00:00:00Z"],
        ],
      );
      equal(totalCount, 5);
      deepEqual((await get("getOrgInvoice", august)).payments, [
        {
          amountBilledCents: 15748,
          amountPaidCents: 15748,
          created: "2026-09-01T00:00:00Z",
          currency: "USD",
          id: invoiceOf("2026-09"),
          salesTaxCents: 0,
          statusName: "PAID",
          subtotalCents: 15748,
          updated: "2026-09-01T00:00:00Z",
        },
      ]);
      const months = async (query: string) =>
        (await get("listOrgInvoices", { query })).results.map(({ startDate }: { startDate: string }) =>
          startDate.slice(5, 7),
        );
      deepEqual(await months("statusNames=PAID&statusNames=PENDING"), ["09", "08"]);
      deepEqual(await months("fromDate=2026-06-01&toDate=2026-08-01"), ["07", "06"]);
      deepEqual(await months("orderBy=asc&itemsPerPage=2"), ["05", "06"]);
    },
  );

  await t.test("the line items of a search, and the same as CSV", async () => {
    await cluster(clusterOf("data"));
    await cluster(clusterOf("other", { providerName: "AWS", instanceSize: "M30" }));
    at("2026-08-12T00:00:00Z");
    const search = async (body?: object) =>
      (await get("searchOrgInvoiceLineItems", { ...august, ...(body && { body }) })).results.map(
        (each: Record<string, unknown>) => [
          each.clusterName,
          String(each.usageDate).slice(8, 10),
          each.totalPriceCents,
        ],
      );
    deepEqual(await search(), [
      ["data", "10", 628],
      ["data", "11", 720],
    ]);
    deepEqual(await search({ sortField: "TOTAL_PRICE_CENTS", sortOrder: "DESCENDING" }), [
      ["data", "11", 720],
      ["data", "10", 628],
    ]);
    deepEqual(await search({ filters: { includeZeroCentLineItems: true, usageStartDate: "2026-08-11" } }), [
      ["data", "11", 720],
      ["other", "11", 0],
    ]);
    deepEqual(await search({ filters: { billEndDate: "2026-08-11" } }), [["data", "10", 628]]);
    deepEqual(await search({ filters: { groupIds: [ids.missing] } }), []);
    deepEqual(await search({ filters: { skuServices: ["Backup"] } }), []);
    const { text, headers } = await call("getOrgInvoiceCsv", august);
    equal(headers["content-type"], "application/vnd.atlas.2023-01-01+csv");
    deepEqual(text.split("\n").slice(0, 2), [
      "usageDate,billDate,groupId,groupName,clusterName,sku,unit,quantity,unitPriceDollars,totalPriceCents",
      `${now},2026-08-11T00:00:00Z,${ids.group},payments,data,${m10},server hours,62.755833,0.1,628`,
    ]);
  });

  await t.test("the costs of a query by month and cluster, for a day", async () => {
    await cluster(clusterOf("data"));
    at("2026-09-01T01:00:00Z");
    const ask = async (body: object) => {
      const dates = { startDate: "2026-08-01", endDate: "2026-10-01" };
      const { token } = await get("createOrgBillingCostExplorerUsageProcess", {
        body: { ...dates, ...body },
      });
      match(token, /^[0-9a-f]{64}$/);
      return { token, ...(await get("getOrgBillingCostExplorerUsage", { params: { token } })) };
    };
    const org = { organizationId: ids.org, organizationName: "Acme" };
    const { token, usageDetails } = await ask({});
    deepEqual(usageDetails, [
      { invoiceId: invoiceOf("2026-08"), ...org, usageAmount: 157.48, usageDate: "2026-08-01" },
      { invoiceId: invoiceOf("2026-09"), ...org, usageAmount: 0.3, usageDate: "2026-09-01" },
    ]);
    const [ofCluster] = (await ask({ groupBy: "clusters", endDate: "2026-09-01" })).usageDetails;
    deepEqual(
      [ofCluster.clusterName, ofCluster.projectName, ofCluster.usageAmount],
      ["data", "payments", 157.48],
    );
    const [ofService] = (await ask({ groupBy: "services", startDate: "2026-09-01" })).usageDetails;
    deepEqual([ofService.service, ofService.usageAmount], ["Clusters", 0.3]);
    deepEqual((await ask({ projects: [ids.missing], groupBy: "projects" })).usageDetails, []);
    at("2026-09-02T01:00:00Z");
    await refuses("getOrgBillingCostExplorerUsage", { params: { token } }, "RESOURCE_NOT_FOUND", [token]);
  });

  await t.test("reports by the clock, and one at once", async () => {
    await cluster(clusterOf("data"));
    at("2026-08-11T00:00:00Z");
    const body = { reportFormat: "CSV", reportType: "FOCUS" };
    const made = await get("createOrgInvoiceReport", { ...august, body });
    const { reportId } = made;
    const expiresAt = "2026-08-18T00:00:00Z";
    const downloadUrl = `https://reports.no-storage.invalid/${reportId}.csv.gz`;
    const { invoiceId } = august.params;
    deepEqual(made, {
      ...body,
      downloadUrl,
      expiresAt,
      formatSpecVersion: "1.2",
      invoiceId,
      reportId,
      state: "SUCCEEDED",
    });
    await lists("listOrgInvoiceReports", august, [made]);
    const reply = await call("generateOrgInvoiceAndDownloadReport", { ...august, body });
    equal(reply.headers["content-type"], "application/vnd.atlas.preview+gzip");
    at(expiresAt);
    const gone = { params: { ...august.params, reportId } };
    await refuses("getOrgInvoiceReport", gone, "RESOURCE_NOT_FOUND", [reportId]);
    await lists("listOrgInvoiceReports", august, []);
  });

  await t.test("the invoice of a month, by its number", async () => {
    const orgId = ids.org;
    const list = (month: string) => [{ invoiceId: invoiceOf(month), orgId }];
    const ask = (query: string) => get("getOrgAssociatedInvoices", { query });
    deepEqual(await ask(""), { associatedInvoices: list("2026-08"), month: "8", year: "2026" });
    deepEqual((await ask("month=5")).associatedInvoices, list("2026-05"));
    deepEqual((await ask("month=5&year=2025")).associatedInvoices, []);
  });

  await t.test("SKUs of all callers", async () => {
    const { results } = await get("listSkus", { as: "groupReader", query: "itemsPerPage=500" });
    deepEqual(results[3], { description: "AWS instance M10", id: m10 });
    await answers("getSku", { params: { skuId: m10 } }, results[3]);
  });

  const missing = { params: { invoiceId: ids.missing } };
  const ofInvoice = {
    getOrgInvoice: missing,
    getOrgInvoiceCsv: missing,
    searchOrgInvoiceLineItems: missing,
    listOrgInvoiceReports: missing,
    createOrgInvoiceReport: { ...missing, body: { reportFormat: "CSV", reportType: "FOCUS" } },
    getOrgInvoiceReport: { params: { ...missing.params, reportId: ids.missing } },
    generateOrgInvoiceAndDownloadReport: { ...missing, body: {} },
  };
  await stage.testRefusals(ofInvoice, [["no invoice", {}, "INVOICE_NOT_FOUND", [ids.missing]]]);
  await stage.testRefusals({ getOrgInvoice: { params: { invoiceId: "x" } } }, [
    ["what is no id", {}, "INVALID_INVOICE_ID"],
  ]);
  await stage.testRefusals({ getSku: { params: { skuId: "M10" } } }, [
    ["no SKU", {}, "RESOURCE_NOT_FOUND", ["M10"]],
  ]);
  const noDate = "'2026-02-30' is not a date such as 2026-08-31.";
  await stage.testRefusals({ listOrgInvoices: {} }, [
    [
      "no date",
      { query: "fromDate=2026-02-30" },
      "INVALID_QUERY_PARAMETER",
      ["fromDate"],
      "fromDate",
      noDate,
    ],
    ["no date", { query: "toDate=2026-02-30" }, "INVALID_QUERY_PARAMETER", ["toDate"], "toDate", noDate],
  ]);
  await stage.testRefusals({ searchOrgInvoiceLineItems: august }, [
    [
      "no date",
      { body: { filters: { usageEndDate: "2026-02-30" } } },
      "INVALID_ATTRIBUTE",
      ["usageEndDate"],
      "usageEndDate",
      noDate,
    ],
  ]);
  const dates = { startDate: "2026-08-01", endDate: "2026-09-01" };
  await stage.testRefusals({ createOrgBillingCostExplorerUsageProcess: { body: dates } }, [
    [
      "no date",
      { body: { startDate: "2026-02-30" } },
      "INVALID_ATTRIBUTE",
      ["startDate"],
      "startDate",
      noDate,
    ],
    [
      "an end before the start",
      { body: { endDate: "2026-08-01" } },
      "INVALID_ATTRIBUTE",
      ["endDate"],
      "endDate",
      "The end must be after the start.",
    ],
  ]);
});

test("a report has the columns of FOCUS, and texts with a comma in quotes", () => {
  const month = monthOf(Date.parse(now));
  const from = Date.parse("2026-08-10T23:00:00Z");
  const use = {
    groupId: ids.group,
    groupName: 'pay "all", ments',
    clusterId: ids.missing,
    clusterName: "data",
    from,
    until: from + 2 * 3_600_000,
    nodes: { [m10]: 3 },
  };
  const charging = { orgId: ids.org, uses: [use], prices: { [m10]: 0.1 }, now: Date.parse(now) };
  const [names, first, second, end] = focusCsv(computeInvoice(charging, month)).split("\n");
  match(names ?? "", /^BilledCost,BillingAccountId,BillingCurrency,.+,SubAccountId,SubAccountName$/);
  equal(
    first,
    `0.3,${ids.org},USD,2026-09-01T00:00:00Z,2026-08-01T00:00:00Z,Usage,2026-08-11T00:00:00Z,2026-08-10T23:00:00Z,3,server hours,${invoiceOf("2026-08")},0.1,MongoDB,${ids.missing},data,Clusters,${m10},${ids.group},"pay ""all"", ments"`,
  );
  match(second ?? "", /^0\.3,.+,2026-08-11T01:00:00Z,2026-08-11T00:00:00Z,3,/);
  equal(end, "");
});

test("a report walks its states by the clock", async (t) => {
  const { clock, get } = await startOperations(t, { seed: priced, clusterSpeed: "atlas" });
  const body = { reportFormat: "CSV", reportType: "FOCUS" };
  const { reportId, state } = await get("createOrgInvoiceReport", { ...august, body });
  const states = [state];
  for (const minutes of [1, 2]) {
    clock.set({ now: new Date(Date.parse(now) + minutes * 60_000).toISOString() });
    states.push((await get("getOrgInvoiceReport", { params: { ...august.params, reportId } })).state);
  }
  deepEqual(states, ["PENDING", "RUNNING", "SUCCEEDED"]);
});

test("nothing costs anything without prices", async (t) => {
  const { clock, get } = await startOperations(t, { clusterSpeed: "instant" });
  await get("createGroupCluster", { body: clusterOf("data") });
  clock.set({ now: "2026-09-02T00:00:00Z" });
  const { lineItems, amountBilledCents, statusName } = await get("getOrgInvoice", august);
  deepEqual([lineItems.length, amountBilledCents, statusName], [22, 0, "FREE"]);
});

test("a year of a hundred clusters is computed", async (t) => {
  const clusters = Array.from({ length: 25 }, (_, index) => ({ name: `data-${index}` }));
  const groups = ["one", "two", "three", "four"].map((name) => ({ name, clusters }));
  const many = seedWith({ users, prices, teams: [], invites: [], groups });
  const { clock, get } = await startOperations(t, { seed: many });
  await clock.advance("P365D");
  const { results } = await get("listOrgInvoices");
  equal(results.length, 13);
  equal(results[1].amountBilledCents, 100 * 31 * 72 * 10);
});
