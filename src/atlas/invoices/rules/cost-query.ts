// Sums the costs of an organization by month, and by what a query groups them by.

import { dateAt, type Invoice, type LineItem } from "./invoice.ts";

export interface CostQuery {
  readonly startDate: string;
  readonly endDate: string;
  readonly groupBy?: "organizations" | "projects" | "clusters" | "services";
  readonly organizations?: readonly string[];
  readonly projects?: readonly string[];
  readonly clusters?: readonly string[];
  readonly services?: readonly string[];
}

/** The service that all line items are of. */
export const service = "Clusters";

export interface Cost {
  readonly invoiceId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly projectId?: string;
  readonly projectName?: string;
  readonly clusterId?: string;
  readonly clusterName?: string;
  readonly service?: string;
  readonly usageDate: string;
  readonly usageAmount: number;
}

/** Returns the members by which a line item is grouped. */
function groupOf({ use }: LineItem, by: CostQuery["groupBy"]): Partial<Cost> {
  const project = { projectId: use.groupId, projectName: use.groupName };
  if (by === "projects") return project;
  if (by === "clusters") return { ...project, clusterId: use.clusterId, clusterName: use.clusterName };
  return by === "services" ? { service } : {};
}

/** Reports whether a list of wanted values has one; a list that is absent or empty has all. */
export const holds = (wanted: readonly string[] | undefined, id: string): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(id);

/** Returns the costs from the start to the day before the end, oldest first. */
export function sumCosts(query: CostQuery, invoices: readonly Invoice[], orgName: string): Cost[] {
  const { startDate, endDate, groupBy, organizations, projects, clusters, services } = query;
  const sums = new Map<string, Cost>();
  for (const { id, orgId, month, items } of invoices.toReversed()) {
    for (const item of items) {
      const { use, from, totalPriceCents } = item;
      const date = dateAt(from);
      const isIn =
        date >= startDate && date < endDate && holds(organizations, orgId) && holds(services, service);
      if (!isIn || !holds(projects, use.groupId) || !holds(clusters, use.clusterId)) continue;
      const usageDate = dateAt(month.from);
      const group = groupOf(item, groupBy);
      const key = JSON.stringify([usageDate, group]);
      const cents = Math.round((sums.get(key)?.usageAmount ?? 0) * 100) + totalPriceCents;
      sums.set(key, {
        invoiceId: id,
        organizationId: orgId,
        organizationName: orgName,
        ...group,
        usageDate,
        usageAmount: cents / 100,
      });
    }
  }
  return [...sums.values()];
}
