// Who made each organization, so that a bound on what one sender mails cannot be got around by making more of them.
export const founders = {
  name: "0011-founders",
  statements: [
    // A person, or the organization whose key or service account made it, or made the one that did. Neither need be there
    // any more. Who made the organizations that are there is not known; each is its own founder.
    `alter table orgs add column founder_id text`,
  ],
};
