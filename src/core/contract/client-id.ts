// How the client id of a service account is written, a prefix and the 24 hexadecimal digits of its id; and how its secrets begin.

export const clientIdPrefix = "mdb_sa_id_";

export const clientSecretPrefix = "mdb_sa_sk_";

/** As the official document has it: digits in either case. */
export const clientIdPattern = `^${clientIdPrefix}[a-fA-F\\d]{24}$`;

/** Whether a name in an event or an invitation is that of a service account, not of an API key or a person. */
export const isClientId = (name: string): boolean => name.startsWith(clientIdPrefix);

export const toClientId = (id: string): string => `${clientIdPrefix}${id}`;

/** The id in a text that has the form of a client id. */
export const fromClientId = (clientId: string): string => clientId.slice(clientIdPrefix.length).toLowerCase();
