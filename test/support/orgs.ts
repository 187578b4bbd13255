// Shows organizations and their settings as answers do.
import { ids } from "./world.ts";

/** The settings of an organization whose owners never changed one. */
export const settings = {
  apiAccessListRequired: false,
  genAIFeaturesEnabled: true,
  maxServiceAccountSecretValidityInHours: 8760,
  multiFactorAuthRequired: false,
  operationsContact: null,
  restrictEmployeeAccess: false,
  streamsCrossGroupEnabled: false,
};

/** An organization as it is shown alone. */
export function shownOrg(url: string, { id = ids.org as string, name = "Acme", skip = false } = {}) {
  const self = `${url}/api/atlas/v2/orgs/${id}`;
  const others = ["groups", "teams", "users"].map((each) => ({
    href: `${self}/${each}`,
    rel: `https://cloud.mongodb.com/${each}`,
  }));
  return {
    id,
    isDeleted: false,
    links: [{ href: self, rel: "self" }, ...others],
    name,
    skipDefaultAlertsSettings: skip,
  };
}
