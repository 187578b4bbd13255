// Organizations that would take a person in by a role mapping, until the person answers.
import { creating, type Migration, tableWith } from "../migration.ts";

export const offerTables = {
  // `group_names` is a JSON list: those of the provider's groups that the mappings name. `declined_at` is when the person said "not now".
  federation_offers: tableWith(["primary key (user_id, org_id)"], {
    user_id: "text not null references users (id) on delete cascade",
    org_id: "text not null references orgs (id) on delete cascade",
    issuer: "text not null",
    group_names: "text not null",
    offered_at: "bigint not null",
    declined_at: "bigint",
  }),
};

export const federationOffers: Migration = {
  name: "0011-federation-offers",
  statements: creating(offerTables),
};
