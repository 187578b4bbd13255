// Search nodes of a cluster: what was requested, and their state at an instant. They have no machines.

import type { Instant } from "../../../core/domain/instant.ts";
import type { SentSearchDeployment } from "../../../core/domain/sent.ts";

interface Spec {
  readonly instanceSize: string;
  readonly nodeCount: number;
}

interface Region {
  readonly cloudProvider: string;
  readonly regionName: string;
}

export interface SearchDeployment {
  readonly id: string;
  readonly specs: readonly (Spec & Partial<Region>)[];
  /** The instant until which they are UPDATING. */
  readonly until: Instant;
  /** The instant at which they are gone after they were deleted. */
  readonly endsAt: Instant | null;
}

const fewest = 2;

export const specsOf = ({ defaultNodeCount, specs }: SentSearchDeployment): SearchDeployment["specs"] =>
  specs.map(({ cloudProvider, instanceSize, nodeCount, regionName }) => ({
    ...(cloudProvider && { cloudProvider }),
    instanceSize,
    nodeCount: nodeCount ?? defaultNodeCount ?? fewest,
    ...(regionName && { regionName }),
  }));

/** Returns the deployment at an instant; undefined once it is gone. */
export const deploymentAt = (
  deployment: SearchDeployment | undefined,
  now: Instant,
): SearchDeployment | undefined =>
  deployment?.endsAt !== undefined && deployment.endsAt !== null && deployment.endsAt <= now
    ? undefined
    : deployment;

export const stateOfDeployment = ({ until, endsAt }: SearchDeployment, now: Instant): "IDLE" | "UPDATING" =>
  endsAt !== null || now < until ? "UPDATING" : "IDLE";

/** Returns the nodes of each region: of all regions of the cluster if a spec names none. */
export const effectiveSpecs = ({ specs }: SearchDeployment, regions: readonly Region[]) =>
  specs.flatMap(({ instanceSize, nodeCount, cloudProvider, regionName }) =>
    regions
      .filter(
        (each) =>
          regionName === undefined ||
          (each.regionName === regionName && (cloudProvider ?? each.cloudProvider) === each.cloudProvider),
      )
      .map((each) => ({
        cloudProvider: each.cloudProvider,
        instanceSize,
        nodeCount,
        regionName: each.regionName,
      })),
  );
