// Parses PostgreSQL URLs that name several servers, as libpq does; one of the servers accepts writes.

export interface DatabaseServer {
  /** The host and port, such as `one.example.com:5432`. */
  readonly name: string;
  /** The address with only this server. */
  readonly url: string;
}

const form = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#]*)(.*)$/s;
const server = /^(\[[^[\]]+\]|[^:[\]]+)(:\d{1,5})?$/;

/**
 * Returns each server of an address such as `postgres://ada@one:5432,two:5433/access`, in order; undefined if it cannot be
 * parsed.
 */
export function readDatabaseUrl(url: string): readonly DatabaseServer[] | undefined {
  const [, before = "", names, after = ""] = form.exec(url) ?? [];
  const all = names?.split(",");
  if (all === undefined || (all.length > 1 && !all.every((name) => server.test(name)))) return undefined;
  const servers = all.map((name) => ({ name, url: `${before}${name}${after}` }));
  // An address without a host is that of a socket, which the driver parses itself.
  return servers.every(({ name, url }) => name === "" || URL.canParse(url)) ? servers : undefined;
}

/** Returns the kind of server that the address requires, like libpq's `target_session_attrs`; undefined for none. */
export const wantedServer = (url: string): string | undefined =>
  /[?&]target_session_attrs=([^&#]*)/.exec(url)?.[1];
