// How many people an organization may have, where it was given another limit than the usual one.
export const orgLimits = {
  name: "0014-org-limits",
  statements: [`alter table orgs add column most_users integer`],
};
