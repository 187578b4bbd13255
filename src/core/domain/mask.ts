// Masks a secret for answers.

const shownEnd = 4;

const address = /^(https?:\/\/)([^/?#\\]*@)?([^/?#\\@]+\/)./i;

/**
 * Masks a secret as recorded: as many stars as characters, but for the last four; a URL keeps its host and four characters. A
 * name and a password before the host become stars too.
 */
export function mask(secret: string): string {
  const end = secret.length > shownEnd ? secret.slice(-shownEnd) : "";
  const [, scheme, user, host] = address.exec(secret) ?? [];
  if (scheme === undefined) return end.padStart(secret.length, "*");
  return `${scheme}${user === undefined ? "" : "****@"}${host}****${end}`;
}
