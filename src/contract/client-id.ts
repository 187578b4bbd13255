// How the client id of a service account is written: a prefix, and the 24 hexadecimal digits of its id.

export const clientIdPrefix = "mdb_sa_id_";

/** As the official document has it: digits in either case. */
export const clientIdPattern = `^${clientIdPrefix}[a-fA-F\\d]{24}$`;

export const exampleClientId = `${clientIdPrefix}1234567890abcdef12345678`;

/** Tells a service account from an API key and a person by the name that events and invitations have. */
export const isClientId = (name: string): boolean => name.startsWith(clientIdPrefix);

export const toClientId = (id: string): string => `${clientIdPrefix}${id}`;

/** The id in a text that has the form of a client id. */
export const fromClientId = (clientId: string): string => clientId.slice(clientIdPrefix.length).toLowerCase();
