// When an API key was last used, to the hour; and, of keys that were there before, from when on that is known.

/** Keys of before, a thousand at a time. */
const fill = (now: string) => `insert into key_uses (id, watched_from)
  select id, ${now} from api_keys
    where not exists (select 1 from key_uses where key_uses.id = api_keys.id) limit 1000`;

export const keyUses = {
  name: "0016-key-uses",
  statements: [
    // Without a reference: noting a use waits for nobody who changes or deletes a key, and what is left over is swept.
    `create table key_uses (
      id text primary key,
      watched_from bigint,
      last_used_at bigint
    )`,
  ],
  fills: [
    {
      sqlite: fill("cast(strftime('%s', 'now') as integer) * 1000"),
      postgres: fill("cast(extract(epoch from now()) as bigint) * 1000"),
    },
  ],
};
