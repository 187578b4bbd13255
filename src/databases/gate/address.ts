// Reads the address of a database from a connection string, and writes the string with the address of a port of the gate.

/** The target of a port: addresses that are tried in turn, or the name of a DNS record. */
export type Target =
  | { readonly kind: "hosts"; readonly hosts: readonly { readonly host: string; readonly port: number }[] }
  | { readonly kind: "record"; readonly name: string };

interface Read {
  readonly target: Target;
  /** The key that identifies the target. */
  readonly key: string;
  readonly options: URLSearchParams;
}

const usualPort = 27_017;

function readHost(text: string) {
  const [, version6, name = version6 ?? "", port] = /^(?:\[([^\]]+)\]|([^:]*))(?::(\d+))?$/.exec(text) ?? [];
  return { host: name, port: Number(port ?? usualPort) };
}

/** Reads a connection string; undefined for a text without an address. */
export function readConnection(text: string): Read | undefined {
  const [, record, hosts = "", query = ""] =
    /^mongodb(\+srv)?:\/\/(?:[^@/?]*@)?([^/?]+)(?:\/[^?]*)?(?:\?(.*))?$/.exec(text) ?? [];
  const options = new URLSearchParams(query);
  if (hosts === "" || hosts.endsWith(".invalid")) return undefined;
  if (record === undefined) {
    const target = { kind: "hosts", hosts: hosts.split(",").map(readHost) } as const;
    return { target, key: hosts, options };
  }
  // An `mongodb+srv:` URL implies TLS.
  if (!options.has("tls") && !options.has("ssl")) options.set("tls", "true");
  return { target: { kind: "record", name: hosts }, key: `srv ${hosts}`, options };
}

/** The options that make a driver look for members other than the given one. */
const lookingFurther = ["replicaSet", "loadBalanced", "directConnection", "srvServiceName", "srvMaxHosts"];

/**
 * Returns the connection string through a port. A member of a replica set names the addresses of all, and a driver must not
 * follow them past the gate.
 */
export function connectionThrough(host: string, port: number, options: URLSearchParams): string {
  const kept = [...options].filter(([name]) => !lookingFurther.includes(name));
  const query = new URLSearchParams([["directConnection", "true"], ...kept]);
  return `mongodb://${host.includes(":") ? `[${host}]` : host}:${port}/?${query}`;
}
