// Operations that search the line items of an invoice, and query the costs of an organization.

import { type FaultMaker, wrongField } from "../../core/contract/errors.ts";
import { isCalendarDate } from "../../core/contract/versions.ts";
import { day } from "../../core/domain/instant.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import { findInvoice, invoiceErrors, readInvoices } from "./invoices.ts";
import { type CostQuery, holds, service, sumCosts } from "./rules/cost-query.ts";
import { billedAt, dateAt, type LineItem } from "./rules/invoice.ts";
import { findSku, providerOf } from "./rules/sku.ts";

const showUsage = (item: LineItem) => ({
  billDate: toTimestamp(billedAt(item)),
  cloudProvider: providerOf(item.sku),
  clusterName: item.use.clusterName,
  description: findSku(item.sku)?.description ?? item.sku,
  groupId: item.use.groupId,
  quantity: item.quantity,
  totalPriceCents: item.totalPriceCents,
  unitPriceDollars: item.unitPriceDollars,
  usageDate: toTimestamp(item.from),
});

/** Refuses a member of a body that is not a date. */
function checkDates(
  dates: Readonly<Record<string, string | undefined>>,
  fault: FaultMaker<"INVALID_ATTRIBUTE">,
): void {
  for (const [attribute, date] of Object.entries(dates)) {
    if (date === undefined || isCalendarDate(date)) continue;
    const wrong = wrongField(attribute, `'${date}' is not a date such as 2026-08-31.`);
    throw fault("INVALID_ATTRIBUTE", { attribute }, wrong);
  }
}

const isWithin = (date: string, start = "", end = "9999-12-31"): boolean => date >= start && date <= end;

/** The values by which a search sorts. */
const sortValues = {
  USAGE_DATES: ({ from }: LineItem) => from,
  BILL_DATES: billedAt,
  TOTAL_PRICE_CENTS: ({ totalPriceCents }: LineItem) => totalPriceCents,
};

export const searchOrgInvoiceLineItems = atlas("searchOrgInvoiceLineItems", {
  errors: [...invoiceErrors, "INVALID_ATTRIBUTE"],
}).handle(async (context) => {
  const { body, query, fault } = context;
  const { filters = {}, sortField = "USAGE_DATES", sortOrder = "ASCENDING" } = body;
  const { billStartDate, billEndDate, usageStartDate, usageEndDate } = filters;
  checkDates({ billStartDate, billEndDate, usageStartDate, usageEndDate }, fault);
  const { items } = await findInvoice(context);
  const found = items.filter(
    (item) =>
      (filters.includeZeroCentLineItems || item.totalPriceCents > 0) &&
      holds(filters.groupIds, item.use.groupId) &&
      holds(filters.clusterIds, item.use.clusterId) &&
      holds(filters.skuServices, service) &&
      isWithin(dateAt(billedAt(item)), billStartDate, billEndDate) &&
      isWithin(dateAt(item.from), usageStartDate, usageEndDate),
  );
  const rankOf = sortValues[sortField];
  const sign = sortOrder === "DESCENDING" ? -1 : 1;
  const sorted = found.sort((a, b) => sign * (rankOf(a) - rankOf(b)));
  return pageOf(sorted, { includeCount: true, ...query });
}, showPageOf(showUsage));

/** The kind of document of an organization that keeps a query by its token. */
const queryKind = "costQuery";
const knownFor = day;
const tokenLength = 64;

export const createOrgBillingCostExplorerUsageProcess = atlas("createOrgBillingCostExplorerUsageProcess", {
  errors: ["INVALID_ATTRIBUTE"],
}).handle(
  async ({ tx, now, newId, org, body, fault }) => {
    const { startDate, endDate } = body;
    checkDates({ startDate, endDate }, fault);
    if (endDate <= startDate) {
      const wrong = wrongField("endDate", "The end must be after the start.");
      throw fault("INVALID_ATTRIBUTE", { attribute: "endDate" }, wrong);
    }
    const [id, token] = [newId(), `${newId()}${newId()}${newId()}`.slice(0, tokenLength)];
    const row = { id, orgId: org.id, kind: queryKind, name: token, createdAt: now, endsAt: now + knownFor };
    tx.documents.add({ ...row, document: body });
    return token;
  },
  (token) => ({ token }),
);

export const getOrgBillingCostExplorerUsage = atlas("getOrgBillingCostExplorerUsage", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async (context) => {
    const { tx, now, org, params, fault } = context;
    const kept = await tx.documents.ofOrg(org.id, queryKind);
    const found = kept.find(({ name, createdAt }) => name === params.token && now < createdAt + knownFor);
    if (found === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.token });
    return sumCosts(found.document as CostQuery, await readInvoices(context), org.name);
  },
  (usageDetails) => ({ usageDetails: usageDetails.map(sortMembers) }),
);
