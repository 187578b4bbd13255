// Parses PostgreSQL URLs that name several servers, as libpq does; one of the servers accepts writes.

export interface DatabaseServer {
  /** The host and port, such as `one.example.com:5432`. */
  readonly name: string;
  /** The address with no other server in it. */
  readonly url: string;
}

const form = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#]*)(.*)$/s;
const server = /^(\[[^[\]]+\]|[^:[\]]+)(:\d{1,5})?$/;

/** Each server of an address such as `postgres://ada@one:5432,two:5433/access`, in its order; undefined where it cannot be read. */
export function readDatabaseUrl(url: string): readonly DatabaseServer[] | undefined {
  const [, before = "", names, after = ""] = form.exec(url) ?? [];
  const all = names?.split(",");
  if (all === undefined || (all.length > 1 && !all.every((name) => server.test(name)))) return undefined;
  const servers = all.map((name) => ({ name, url: `${before}${name}${after}` }));
  // Without a host it is a socket's, which the driver reads by itself.
  return servers.every(({ name, url }) => name === "" || URL.canParse(url)) ? servers : undefined;
}

/** Returns the kind of server that the address asks for, as libpq's `target_session_attrs`; undefined if it asks for none. */
export const wantedServer = (url: string): string | undefined =>
  /[?&]target_session_attrs=([^&#]*)/.exec(url)?.[1];
