// Operations on standby links of clusters, and on failovers. No data is replicated.

import type { Resource } from "../../core/changes/resources.ts";
import { type FaultMaker, wrongField } from "../../core/contract/errors.ts";
import { stepOf } from "../../core/domain/course.ts";
import { day, second } from "../../core/domain/instant.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf, toTimestamp } from "../../core/operations/declare.ts";
import { keeping, type Seen } from "../../core/operations/keeping.ts";
import { clusters } from "../clusters/kept.ts";
import { sharesMachines } from "../clusters/rules/cluster.ts";
import { standbyFailovers, standbyLinks } from "./kept.ts";
import {
  durationOf,
  failoverStatusOf,
  linkStatusOf,
  type StandbyFailover,
  type StandbyLink,
  stageOf,
} from "./rules/standby-link.ts";

const showLink = (link: Seen<StandbyLink>) => ({
  activeClusterUniqueId: link.document.activeClusterId,
  errorReason: null,
  groupId: link.groupId,
  standbyClusterUniqueId: link.document.standbyClusterId,
  standbyLinkId: link.name,
  status: linkStatusOf(link, link.now),
});

const linked = keeping(standbyLinks, {
  by: "standbyLinkId",
  absent: "RESOURCE_NOT_FOUND",
  show: showLink,
  goneAt: ({ document, now }) => now + document.step,
});

export const listGroupStandbyLinks = linked.page("listGroupStandbyLinks");

export const getGroupStandbyLink = linked.get("getGroupStandbyLink");

const unready = "STANDBY_LINK_NOT_READY";

/** Refuses a link that is not active, or of which a failover is under way. */
function requireReady(link: Resource<StandbyLink>, now: number, fault: FaultMaker<typeof unready>): void {
  const status = link.document.swapsAt === null ? linkStatusOf(link, now) : "FAILING_OVER";
  if (status !== "ACTIVE") throw fault(unready, { standbyLinkId: link.name, status });
}

export const createGroupStandbyLink = linked.create(
  "createGroupStandbyLink",
  { errors: ["INVALID_ATTRIBUTE", "RESOURCE_NOT_FOUND"], needs: ["clusterSpeed"] },
  async (context) => {
    const { group, newId, body, fault, clusterSpeed } = context;
    const asked = {
      activeClusterUniqueId: body.activeClusterUniqueId.toLowerCase(),
      standbyClusterUniqueId: body.standbyClusterUniqueId.toLowerCase(),
    };
    const [there, links] = await Promise.all([
      clusters.all(context, group),
      standbyLinks.all(context, group),
    ]);
    const taken = links.flatMap(({ document }) => [document.activeClusterId, document.standbyClusterId]);
    for (const [attribute, id] of Object.entries(asked)) {
      const refuse = (description: string) =>
        fault("INVALID_ATTRIBUTE", { attribute }, wrongField(attribute, description));
      const found = there.find((each) => each.id === id && each.endsAt === null);
      if (found === undefined) throw fault("RESOURCE_NOT_FOUND", { resource: id });
      if (sharesMachines(found.document)) {
        throw refuse("The cluster has no machines of its own.");
      }
      if (taken.includes(id)) throw refuse("The cluster is in a standby link already.");
      taken.push(id);
    }
    const document = {
      activeClusterId: asked.activeClusterUniqueId,
      standbyClusterId: asked.standbyClusterUniqueId,
      swapsAt: null,
      step: stepOf(clusterSpeed),
    };
    return standbyLinks.add(context, group, newId(), { document });
  },
);

export const deleteGroupStandbyLink = linked.remove(
  "deleteGroupStandbyLink",
  { errors: [unready] },
  async ({ now, fault }, link) => {
    if (link.document.swapsAt !== null) requireReady(link, now, fault);
  },
);

interface SeenFailover {
  readonly failover: Resource<StandbyFailover>;
  readonly now: number;
}

function showFailover({ failover, now }: SeenFailover) {
  const { name: failoverId, document, createdAt } = failover;
  const failoverStage = stageOf(failover, now);
  const completedAt = toTimestamp(createdAt + durationOf(document.step));
  return {
    ...(failoverStage === "DONE" && { completedAt }),
    createdDate: toTimestamp(createdAt),
    failoverId,
    failoverStage,
    standbyLinkId: document.standbyLinkId,
    status: failoverStatusOf(failoverStage),
    type: document.type,
  };
}

/** Lists the failovers of the link in the path, oldest first. */
async function failoversOf(context: Parameters<typeof linked.find>[0]): Promise<SeenFailover[]> {
  const { name } = await linked.find(context);
  const all = await standbyFailovers.all(context, context.group);
  return all
    .filter(({ document }) => document.standbyLinkId === name)
    .map((failover) => ({ failover, now: context.now }));
}

export const listGroupStandbyLinkFailovers = atlas("listGroupStandbyLinkFailovers", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  async (context) => pageOf(await failoversOf(context), { includeCount: true, ...context.query }),
  showPageOf(showFailover),
);

export const getGroupStandbyLinkFailover = atlas("getGroupStandbyLinkFailover", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(async (context) => {
  const { failoverId } = context.params;
  const found = (await failoversOf(context)).find(({ failover }) => failover.name === failoverId);
  if (found === undefined) throw context.fault("RESOURCE_NOT_FOUND", { resource: failoverId });
  return found;
}, showFailover);

const knownFor = 30 * day;

export const createGroupStandbyLinkFailover = atlas("createGroupStandbyLinkFailover", {
  locks: "group",
  errors: ["RESOURCE_NOT_FOUND", unready],
}).handle(async (context) => {
  const { group, now, newId, body, fault } = context;
  const link = await linked.find(context);
  requireReady(link, now, fault);
  const { step } = link.document;
  await standbyLinks.replace(context, link, {
    document: { ...link.document, swapsAt: now + durationOf(step) },
  });
  const document = { standbyLinkId: link.name, type: body.type, step };
  const kept = { document, endsAt: now + knownFor };
  return { failover: await standbyFailovers.add(context, group, newId(), kept), now };
}, showFailover);

/** The estimate is the time that a failover takes here, and no data is lost. */
export const inspectGroupStandbyLinkFailoverReadiness = atlas("inspectGroupStandbyLinkFailoverReadiness", {
  errors: ["RESOURCE_NOT_FOUND", unready],
}).handle(
  async (context) => {
    const link = await linked.find(context);
    requireReady(link, context.now, context.fault);
    return link;
  },
  ({ name, groupId, document }) => ({
    estimatedDataLossSeconds: 0,
    estimatedFailoverTimeSeconds: durationOf(document.step) / second,
    groupId,
    standbyLinkId: name,
  }),
);
