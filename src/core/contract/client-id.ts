// The form of a service account's client id, a prefix and the 24 hexadecimal digits of its id; and the prefix of its
// secrets.

export const clientIdPrefix = "mdb_sa_id_";

export const clientSecretPrefix = "mdb_sa_sk_";

/** The pattern of the official document: digits in either case. */
export const clientIdPattern = `^${clientIdPrefix}[a-fA-F\\d]{24}$`;

/** Reports whether a name in an event or an invitation is that of a service account, not of an API key or a person. */
export const isClientId = (name: string): boolean => name.startsWith(clientIdPrefix);

export const toClientId = (id: string): string => `${clientIdPrefix}${id}`;

/** Returns the id in a client id. */
export const fromClientId = (clientId: string): string => clientId.slice(clientIdPrefix.length).toLowerCase();
