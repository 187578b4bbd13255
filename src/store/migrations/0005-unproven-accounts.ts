// Accounts that somebody made for an address, and whose mailbox nobody has shown to read yet.
export const unprovenAccounts = {
  name: "0005-unproven-accounts",
  statements: [
    // Who made the accounts that are there is not known any more; they stay as good as they were.
    `alter table users add column is_unproven integer not null default 0 check (is_unproven in (0, 1))`,
    `create index invites_pending_of on invites (username_key) where status = 'PENDING'`,
  ],
};
