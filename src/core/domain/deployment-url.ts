// The address of a MongoDB deployment: the parts that anybody may see, and the deployment of a cluster.

/**
 * Matches a deployment's address. Credentials may come before the hosts; there is no database, because users are created in
 * `admin`.
 */
const form = /^(mongodb(?:\+srv)?):\/\/(?:[^@/?#]*@)?([^@/?#\s]+)\/?(?:admin)?(?:\?([^#\s]*))?$/;

/** The options of a connection string that are needed to connect and are not secret. */
const harmless: ReadonlySet<string> = new Set(
  ["directConnection", "loadBalanced", "replicaSet", "retryWrites", "ssl", "tls"].map((name) =>
    name.toLowerCase(),
  ),
);

/**
 * Explains what is wrong with a deployment's address, and what to write; undefined if it is right. The text repeats nothing of
 * the address.
 */
export function deploymentUrlFlaw(text: string): string | undefined {
  const expected = "write mongodb://ADMIN:PASSWORD@HOST:PORT (an @ in a password is %40)";
  if (!form.test(text)) return `it is no URL of a deployment: ${expected}`;
  if (/^[^/]*\/\/[^@/?#:]+:[^@/?#]+@/.test(text)) return undefined;
  return `the URL has no user and password of an administrator: ${expected}`;
}

const partsOf = (url: string) => {
  const [, scheme = "mongodb", hosts = "", options = ""] = form.exec(url) ?? [];
  return { scheme, hosts: hosts.toLowerCase(), options };
};

/** Returns the name of a deployment in the store, in the log and on pages: its hosts. */
export const deploymentName = (url: string): string => partsOf(url).hosts;

/**
 * Returns a connection string without credentials. Users log in through `admin`, as in Atlas's strings, whichever database
 * follows the hosts.
 */
export function connectionString(url: string): string {
  const { scheme, hosts, options } = partsOf(url);
  const kept = options
    .split("&")
    .filter((option) => harmless.has(option.slice(0, option.indexOf("=")).toLowerCase()));
  return `${scheme}://${hosts}/?${["authSource=admin", ...kept].join("&")}`;
}

/** A deployment from the settings: for clusters of this name, or for all others if the name is null. */
export interface NamedDeployment {
  readonly cluster: string | null;
  readonly url: string;
  /** The name of the deployment in the store. */
  readonly name: string;
}

/** Finds the deployment of a cluster: its own, that of its name, or that of all clusters; undefined for none. */
export const deploymentOf = (
  all: readonly NamedDeployment[],
  { name, ownUrl }: { readonly name: string; readonly ownUrl: string | null },
): Omit<NamedDeployment, "cluster"> | undefined =>
  ownUrl === null
    ? (all.find(({ cluster }) => cluster === name) ?? all.find(({ cluster }) => cluster === null))
    : { url: ownUrl, name: deploymentName(ownUrl) };
