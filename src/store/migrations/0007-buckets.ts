// Buckets of the throttles that guard passwords and mail: all processes of a store take from them.
export const buckets = {
  name: "0007-buckets",
  statements: [
    // Whose bucket it is stands in a hash: it may be an address, or a network.
    `create table buckets (
      key_hash text primary key,
      full_at bigint not null
    )`,
    `create index buckets_by_time on buckets (full_at)`,
  ],
};
