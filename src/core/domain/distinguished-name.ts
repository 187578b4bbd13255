// Distinguished names of users with certificates (RFC 2253): parsed, checked, and converted to the subject of a certificate.

/** The attributes that a name may have, with their object identifiers. */
const attributes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    C: "2.5.4.6",
    CN: "2.5.4.3",
    DC: "0.9.2342.19200300.100.1.25",
    EMAILADDRESS: "1.2.840.113549.1.9.1",
    L: "2.5.4.7",
    O: "2.5.4.10",
    OU: "2.5.4.11",
    ST: "2.5.4.8",
    STREET: "2.5.4.9",
    UID: "0.9.2342.19200300.100.1.1",
  }),
);

/** Matches a part of a name: an attribute, and a value in which special characters are escaped. */
const part = /^\s*([A-Za-z]+)\s*=\s*((?:\\[,+"\\<>;=# ]|[^,+"\\<>;=#])+)$/;
const separator = /(?<!\\),/;

/**
 * Parses a name into object identifiers and values, in the order of the text, which begins with the most specific; undefined
 * for another text.
 */
function readName(text: string): (readonly [oid: string, value: string])[] | undefined {
  const names: (readonly [string, string])[] = [];
  for (const each of text.split(separator)) {
    const [, attribute = "", value = ""] = part.exec(each) ?? [];
    const oid = attributes.get(attribute.toUpperCase());
    if (oid === undefined || value.trim() === "") return undefined;
    names.push([oid, value.trim().replace(/\\(.)/g, "$1")]);
  }
  return names;
}

const commonName = attributes.get("CN");

/** Reports whether a text is a distinguished name with a common name. */
export const isDistinguishedName = (text: string): boolean =>
  readName(text)?.some(([oid]) => oid === commonName) === true;

/** Returns the subject of a user's certificate: its distinguished name, or its plain name as the common name, as recorded. */
export const subjectOf = (username: string): string =>
  isDistinguishedName(username) ? username : `CN=${username}`;

/** Returns the names of that subject in the order of a certificate, which ends with the most specific. */
export const subjectNames = (username: string): (readonly [oid: string, value: string])[] =>
  (isDistinguishedName(username) && readName(username)?.reverse()) || [[commonName ?? "", username]];
