// The values that tests of projects that move to another organization share.
import { groupPath } from "./groups.ts";
import { ids, keys, type Sending } from "./world.ts";

export const v2024 = "application/vnd.atlas.2024-05-30+json";

/** The body that moves the seeded project into the other organization, with the key of its owner. */
export const toOther = {
  destinationOrgId: ids.otherOrg,
  destinationOrgPrivateApiKey: keys.stranger.privateKey,
  destinationOrgPublicApiKey: keys.stranger.publicKey,
};

export const migrating = (body: object = toOther): Sending => ({
  method: "POST",
  path: `${groupPath}:migrate`,
  headers: { accept: v2024 },
  body,
});
