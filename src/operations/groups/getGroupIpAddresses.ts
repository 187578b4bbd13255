import { atlas } from "../atlas.ts";

export const getGroupIpAddresses = atlas("getGroupIpAddresses", {}).handle(
  async ({ group }) => group,
  ({ id }) => ({ groupId: id, services: { clusters: [] } }),
);
