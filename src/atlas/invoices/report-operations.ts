// Operations on reports of invoices, in the columns of FOCUS.

import { gzipSync } from "node:zlib";
import type { FaultMaker } from "../../core/contract/errors.ts";
import { stepOf, walkedTo } from "../../core/domain/course.ts";
import { day, type Instant, minute } from "../../core/domain/instant.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import { findInvoice, type InOrg, invoiceErrors } from "./invoices.ts";
import { focusCsv } from "./rules/invoice.ts";

interface Report {
  readonly invoiceId: string;
  readonly formatSpecVersion: string;
  /** Milliseconds that each state before the last one takes. */
  readonly step: number;
}

interface KeptReport {
  readonly id: string;
  readonly document: Report;
  readonly createdAt: Instant;
}

/** The kind of document of an organization. */
const reportKind = "invoiceReport";
const knownFor = 7 * day;

const states = ["PENDING", "RUNNING", "SUCCEEDED"] as const;
const newestSpec = "1.2";

interface Seen {
  readonly report: KeptReport;
  readonly now: Instant;
}

function showReport({ report: { id, document, createdAt }, now }: Seen) {
  const { invoiceId, formatSpecVersion, step } = document;
  const state = walkedTo(states, { createdAt, step }, now);
  return {
    ...(state === "SUCCEEDED" && { downloadUrl: `https://reports.no-storage.invalid/${id}.csv.gz` }),
    expiresAt: toTimestamp(createdAt + knownFor),
    formatSpecVersion,
    invoiceId,
    reportFormat: "CSV" as const,
    reportId: id,
    reportType: "FOCUS" as const,
    state,
  };
}

/** Lists the reports of an invoice that have not expired, oldest first. */
async function reportsOf(
  context: InOrg & {
    readonly params: { readonly invoiceId: string };
    readonly fault: FaultMaker<"INVOICE_NOT_FOUND">;
  },
): Promise<Seen[]> {
  const { tx, now, org } = context;
  const { id } = await findInvoice(context);
  const kept = (await tx.documents.ofOrg(org.id, reportKind)) as KeptReport[];
  return kept
    .filter(({ document, createdAt }) => document.invoiceId === id && now < createdAt + knownFor)
    .map((report) => ({ report, now }));
}

export const listOrgInvoiceReports = atlas("listOrgInvoiceReports", { errors: [...invoiceErrors] }).handle(
  async (context) => pageOf(await reportsOf(context), context.query),
  showPageOf(showReport),
);

export const getOrgInvoiceReport = atlas("getOrgInvoiceReport", {
  errors: [...invoiceErrors, "RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { reportId } = context.params;
  const found = (await reportsOf(context)).find(({ report }) => report.id === reportId);
  if (found === undefined) throw context.fault("RESOURCE_NOT_FOUND", { resource: reportId });
  return found;
}, showReport);

export const createOrgInvoiceReport = atlas("createOrgInvoiceReport", {
  errors: [...invoiceErrors],
  needs: ["clusterSpeed"],
}).handle(async (context) => {
  const { tx, now, newId, org, body, clusterSpeed } = context;
  const { id: invoiceId } = await findInvoice(context);
  const id = newId();
  const { formatSpecVersion = newestSpec } = body;
  const document: Report = { invoiceId, formatSpecVersion, step: stepOf(clusterSpeed, minute) };
  const row = { id, orgId: org.id, kind: reportKind, name: id, createdAt: now, endsAt: now + knownFor };
  tx.documents.add({ ...row, document });
  return { report: { id, document, createdAt: now }, now };
}, showReport);

export const generateOrgInvoiceAndDownloadReport = atlas("generateOrgInvoiceAndDownloadReport", {
  errors: [...invoiceErrors],
}).handle(findInvoice, (invoice) => gzipSync(focusCsv(invoice)));
