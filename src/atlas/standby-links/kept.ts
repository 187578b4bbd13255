// The standby links of projects, and their failovers.

import { resourcesOf } from "../../core/changes/resources.ts";
import { endWithClusters } from "../clusters/kept.ts";
import { linkAt, type StandbyFailover, type StandbyLink } from "./rules/standby-link.ts";

/** The links by id. One ends with either of its clusters. */
export const standbyLinks = resourcesOf<StandbyLink>({ kind: "standbyLink", events: {}, at: linkAt });

endWithClusters(async (changing, { id, groupId }, endsAt) => {
  for (const link of await standbyLinks.all(changing, { id: groupId })) {
    const { activeClusterId, standbyClusterId } = link.document;
    if (link.endsAt === null && [activeClusterId, standbyClusterId].includes(id)) {
      standbyLinks.end(changing, link, endsAt);
    }
  }
});

/** The failovers by id. One is known for thirty days. */
export const standbyFailovers = resourcesOf<StandbyFailover>({ kind: "standbyFailover", events: {} });
