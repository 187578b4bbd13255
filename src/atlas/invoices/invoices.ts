// Finds the invoices of an organization: computed when they are read, of the clusters that stand or stood in its projects.

import type { Reading } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import type { Org } from "../../core/domain/org.ts";
import { clusters } from "../clusters/kept.ts";
import { type Cluster, clusterAt } from "../clusters/rules/cluster.ts";
import { type ClusterUse, useOf } from "../clusters/rules/cluster-use.ts";
import { useKind } from "../clusters/uses.ts";
import {
  type Charging,
  computeInvoice,
  type Invoice,
  invoicedMonths,
  invoiceId,
  type Prices,
} from "./rules/invoice.ts";

export interface InOrg extends Reading {
  readonly org: Org;
}

/** Reads what is charged: the periods of clusters that have ended, those that have not, and the prices. */
export async function readCharges({ tx, now, org }: InOrg): Promise<Charging> {
  const [kept, rows, groups, prices] = await Promise.all([
    tx.documents.ofOrg(org.id, useKind),
    tx.documents.inGroupsOf(org.id, clusters.kind, now),
    tx.groups.inOrg(org.id),
    tx.documents.settingOfOrg(org.id, "prices"),
  ]);
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const open = (rows as Resource<Cluster>[])
    .filter(({ endsAt }) => endsAt === null)
    .map((row) => {
      const cluster = { ...row, document: clusterAt(row.document, now) };
      return useOf(cluster, names.get(row.groupId) ?? "", now);
    });
  const ended = kept.map(({ document }) => document as ClusterUse);
  const uses = [...ended, ...open.filter((use) => use !== undefined)];
  return { orgId: org.id, uses, prices: (prices ?? {}) as Prices, now };
}

/** Computes the invoices of an organization, newest first. */
export async function readInvoices(looking: InOrg): Promise<Invoice[]> {
  const charges = await readCharges(looking);
  const months = invoicedMonths(looking.org.createdAt, looking.now);
  return months.map((month) => computeInvoice(charges, month));
}

export const invoiceErrors = ["INVOICE_NOT_FOUND"] as const;

/** Finds the invoice that the path names, or refuses. */
export async function findInvoice(
  looking: InOrg & {
    readonly params: { readonly invoiceId: string };
    readonly fault: FaultMaker<"INVOICE_NOT_FOUND">;
  },
): Promise<Invoice> {
  const { org, now, params, fault } = looking;
  const month = invoicedMonths(org.createdAt, now).find(
    (each) => invoiceId(org.id, each) === params.invoiceId,
  );
  if (month === undefined) throw fault("INVOICE_NOT_FOUND", { invoiceId: params.invoiceId });
  return computeInvoice(await readCharges(looking), month);
}
