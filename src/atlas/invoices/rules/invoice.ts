// Computes invoices: what each day of a month cost, of the uses of clusters and a table of prices.

import { createHash } from "node:crypto";
import {
  dateOf,
  dateOfDay,
  day,
  dayOf,
  hour,
  type Instant,
  toTimestamp,
} from "../../../core/domain/instant.ts";
import type { ClusterUse } from "../../clusters/rules/cluster-use.ts";

/** The dollars for an hour of a node, by SKU. Nothing else costs anything. */
export type Prices = Readonly<Record<string, number>>;

export interface Period {
  readonly from: Instant;
  readonly until: Instant;
}

/** A day of the nodes of a cluster that have the same SKU. */
export interface LineItem extends Period {
  readonly use: ClusterUse;
  readonly sku: string;
  /** Hours, of all nodes together. */
  readonly quantity: number;
  readonly unitPriceDollars: number;
  readonly totalPriceCents: number;
}

export interface Invoice {
  readonly id: string;
  readonly orgId: string;
  /** The month, in UTC. */
  readonly month: Period;
  readonly isPending: boolean;
  readonly items: readonly LineItem[];
  readonly totalCents: number;
}

/** Returns the month of an instant in UTC, or one that is some months away from it. */
export function monthOf(at: Instant, away = 0): Period {
  const { year, month } = dateOf(at);
  return { from: Date.UTC(year, month - 1 + away), until: Date.UTC(year, month + away) };
}

/** Returns the day of an instant in UTC, as `YYYY-MM-DD`. */
export const dateAt = (at: Instant): string => dateOfDay(dayOf(at));

/** Returns the id of an invoice: the time at which its month begins, as ids have it, and digits for its organization. */
export const invoiceId = (orgId: string, { from }: Pick<Period, "from">): string =>
  (from / 1000).toString(16) + createHash("sha256").update(orgId).digest("hex").slice(0, 16);

const rounded = (quantity: number): number => Math.round(quantity * 1e6) / 1e6;

function* itemsOf(use: ClusterUse, month: Period, prices: Prices): Generator<LineItem> {
  const end = Math.min(use.until, month.until);
  let from = Math.max(use.from, month.from);
  while (from < end) {
    const until = Math.min(end, from - (from % day) + day);
    for (const [sku, nodes] of Object.entries(use.nodes)) {
      const quantity = rounded((nodes * (until - from)) / hour);
      const unitPriceDollars = prices[sku] ?? 0;
      const totalPriceCents = Math.round(quantity * unitPriceDollars * 100);
      yield { use, sku, from, until, quantity, unitPriceDollars, totalPriceCents };
    }
    from = until;
  }
}

/** Returns when a line item is billed: at the end of its day. */
export const billedAt = ({ from }: LineItem): Instant => from - (from % day) + day;

export interface Charging {
  readonly orgId: string;
  readonly uses: readonly ClusterUse[];
  readonly prices: Prices;
  readonly now: Instant;
}

/** Computes the invoice of a month; its line items are in the order of their days. */
export function computeInvoice({ orgId, uses, prices, now }: Charging, month: Period): Invoice {
  const items = uses.flatMap((use) => [...itemsOf(use, month, prices)]).sort((a, b) => a.from - b.from);
  const totalCents = items.reduce((sum, { totalPriceCents }) => sum + totalPriceCents, 0);
  return { id: invoiceId(orgId, month), orgId, month, isPending: now < month.until, items, totalCents };
}

const monthsListed = 12;

/**
 * Lists the months that have an invoice, newest first: the running one, and the twelve before it in which the organization
 * existed.
 */
export const invoicedMonths = (createdAt: Instant, now: Instant): Period[] =>
  Array.from({ length: monthsListed + 1 }, (_, index) => monthOf(now, -index)).filter(
    ({ until }) => createdAt < until,
  );

/** The unit of quantities. */
export const unit = "server hours";

type Columns = Readonly<Record<string, (item: LineItem, invoice: Invoice) => string | number>>;

const lineColumns: Columns = {
  usageDate: ({ from }) => toTimestamp(from),
  billDate: (item) => toTimestamp(billedAt(item)),
  groupId: ({ use }) => use.groupId,
  groupName: ({ use }) => use.groupName,
  clusterName: ({ use }) => use.clusterName,
  sku: ({ sku }) => sku,
  unit: () => unit,
  quantity: ({ quantity }) => quantity,
  unitPriceDollars: ({ unitPriceDollars }) => unitPriceDollars,
  totalPriceCents: ({ totalPriceCents }) => totalPriceCents,
};

/** The columns of FOCUS, an open specification of cost and usage data. */
const focusColumns: Columns = {
  BilledCost: ({ totalPriceCents }) => totalPriceCents / 100,
  BillingAccountId: (_, { orgId }) => orgId,
  BillingCurrency: () => "USD",
  BillingPeriodEnd: (_, { month }) => toTimestamp(month.until),
  BillingPeriodStart: (_, { month }) => toTimestamp(month.from),
  ChargeCategory: () => "Usage",
  ChargePeriodEnd: ({ until }) => toTimestamp(until),
  ChargePeriodStart: ({ from }) => toTimestamp(from),
  ConsumedQuantity: ({ quantity }) => quantity,
  ConsumedUnit: () => unit,
  InvoiceId: (_, { id }) => id,
  ListUnitPrice: ({ unitPriceDollars }) => unitPriceDollars,
  ProviderName: () => "MongoDB",
  ResourceId: ({ use }) => use.clusterId,
  ResourceName: ({ use }) => use.clusterName,
  ServiceName: () => "Clusters",
  SkuId: ({ sku }) => sku,
  SubAccountId: ({ use }) => use.groupId,
  SubAccountName: ({ use }) => use.groupName,
};

const quoted = (value: string | number): string =>
  /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

/** Writes the columns of each line item as CSV, below their names. */
const csvOf =
  (columns: Columns) =>
  (invoice: Invoice): string =>
    [
      Object.keys(columns),
      ...invoice.items.map((item) => Object.values(columns).map((of) => of(item, invoice))),
    ]
      .map((row) => `${row.map(quoted).join(",")}\n`)
      .join("");

export const invoiceCsv = csvOf(lineColumns);
export const focusCsv = csvOf(focusColumns);
