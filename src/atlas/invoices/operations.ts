// Operations on the invoices of an organization, which follow from its clusters and the prices of its seed.

import { type FaultMaker, wrongField } from "../../core/contract/errors.ts";
import { isCalendarDate } from "../../core/contract/versions.ts";
import { dateOf, day } from "../../core/domain/instant.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { linksOf, pageOf, type Showing, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import { findInvoice, invoiceErrors, readCharges, readInvoices } from "./invoices.ts";
import {
  billedAt,
  computeInvoice,
  dateAt,
  type Invoice,
  invoiceCsv,
  invoicedMonths,
  invoiceId,
  type LineItem,
  monthOf,
  unit,
} from "./rules/invoice.ts";
import { findSku, providerOf, type Sku, skus } from "./rules/sku.ts";

interface Seen extends Invoice {
  readonly now: number;
}

const seenAt =
  (now: number) =>
  (invoice: Invoice): Seen => ({ ...invoice, now });

/** An invoice is paid at once when its month has ended. */
function statusOf({ isPending, totalCents }: Invoice): "PENDING" | "FREE" | "PAID" {
  if (isPending) return "PENDING";
  return totalCents === 0 ? "FREE" : "PAID";
}

function showMetadata(invoice: Seen, { origin }: Showing) {
  const { id, orgId, month, isPending, totalCents, now } = invoice;
  return {
    amountBilledCents: totalCents,
    amountPaidCents: isPending ? 0 : totalCents,
    created: toTimestamp(month.from),
    creditsCents: 0,
    endDate: toTimestamp(month.until),
    id,
    linkedInvoices: [],
    links: linksOf(`${origin}/api/atlas/v2/orgs/${orgId}/invoices/${id}`),
    orgId,
    salesTaxCents: 0,
    startDate: toTimestamp(month.from),
    startingBalanceCents: 0,
    statusName: statusOf(invoice),
    subtotalCents: totalCents,
    updated: toTimestamp(isPending ? now - (now % day) : month.until),
  };
}

const showLine = (item: LineItem) => ({
  cloudProvider: providerOf(item.sku),
  clusterName: item.use.clusterName,
  created: toTimestamp(billedAt(item)),
  discountCents: 0,
  endDate: toTimestamp(item.until),
  groupId: item.use.groupId,
  groupName: item.use.groupName,
  percentDiscount: 0,
  quantity: item.quantity,
  sku: item.sku,
  startDate: toTimestamp(item.from),
  totalPriceCents: item.totalPriceCents,
  unit,
  unitPriceDollars: item.unitPriceDollars,
});

function paymentsOf(invoice: Invoice) {
  const { orgId, month, totalCents } = invoice;
  if (statusOf(invoice) !== "PAID") return [];
  const paidAt = toTimestamp(month.until);
  return [
    {
      amountBilledCents: totalCents,
      amountPaidCents: totalCents,
      created: paidAt,
      currency: "USD",
      id: invoiceId(orgId, { from: month.until }),
      salesTaxCents: 0,
      statusName: "PAID" as const,
      subtotalCents: totalCents,
      updated: paidAt,
    },
  ];
}

const showInvoice = (invoice: Seen, showing: Showing) =>
  sortMembers({
    ...showMetadata(invoice, showing),
    lineItems: invoice.items.map(showLine),
    payments: paymentsOf(invoice),
    refunds: [],
  });

function checkDate(
  name: string,
  date: string | undefined,
  fault: FaultMaker<"INVALID_QUERY_PARAMETER">,
): void {
  if (date === undefined || isCalendarDate(date)) return;
  const wrong = wrongField(name, `'${date}' is not a date such as 2026-08-31.`);
  throw fault("INVALID_QUERY_PARAMETER", { parameter: name }, wrong);
}

export const listOrgInvoices = atlas("listOrgInvoices", { errors: ["INVALID_QUERY_PARAMETER"] }).handle(
  async (context) => {
    const { query, fault, now } = context;
    const { statusNames = [], fromDate = "", toDate = "9999-12-31", orderBy } = query;
    checkDate("fromDate", query.fromDate, fault);
    checkDate("toDate", query.toDate, fault);
    const invoices = (await readInvoices(context)).filter(
      (invoice) =>
        (statusNames.length === 0 || statusNames.includes(statusOf(invoice))) &&
        dateAt(invoice.month.from) >= fromDate &&
        dateAt(invoice.month.until) <= toDate,
    );
    const ordered = orderBy === "asc" ? invoices.reverse() : invoices;
    return pageOf(ordered.map(seenAt(now)), query);
  },
  showPageOf(showMetadata),
);

/** The one page of what has no more than one. */
const onePage = { includeCount: true, itemsPerPage: 100, pageNum: 1 };

export const listOrgInvoicePending = atlas("listOrgInvoicePending", {}).handle(async (context) => {
  const pending = computeInvoice(await readCharges(context), monthOf(context.now));
  return pageOf([seenAt(context.now)(pending)], onePage);
}, showPageOf(showInvoice));

export const getOrgInvoice = atlas("getOrgInvoice", { errors: [...invoiceErrors] }).handle(
  async (context) => seenAt(context.now)(await findInvoice(context)),
  showInvoice,
);

export const getOrgInvoiceCsv = atlas("getOrgInvoiceCsv", { errors: [...invoiceErrors] }).handle(
  findInvoice,
  invoiceCsv,
);

/** Lists that of the month in the query, or of the running one. No organization is linked to another. */
export const getOrgAssociatedInvoices = atlas("getOrgAssociatedInvoices", {}).handle(
  async ({ org, now, query }) => {
    const running = dateOf(now);
    const { year = running.year, month = running.month } = query;
    const begin = Date.UTC(year, month - 1);
    const found = invoicedMonths(org.createdAt, now).filter(({ from }) => from === begin);
    return {
      year,
      month,
      invoices: found.map((each) => ({ invoiceId: invoiceId(org.id, each), orgId: org.id })),
    };
  },
  ({ year, month, invoices }) => ({ associatedInvoices: invoices, month: String(month), year: String(year) }),
);

const showSku = ({ description, id }: Sku) => ({ description, id });

export const listSkus = atlas("listSkus", {}).handle(
  async ({ query }) => pageOf(skus, query),
  showPageOf(showSku),
);

export const getSku = atlas("getSku", { errors: ["RESOURCE_NOT_FOUND"] }).handle(
  async ({ params, fault }) => {
    const found = findSku(params.skuId);
    if (found === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: params.skuId });
    return found;
  },
  showSku,
);
