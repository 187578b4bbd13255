// Tokens of links to invitations: those that owners hand over if no mail is sent, and how the kinds are told apart.
import { createHmac } from "node:crypto";
import { hashSecret, type Keyring, sameText } from "./keyring.ts";

/** The target of a link token: a mailed token is known by its hash, a handed-over one names its invitation. */
export type LinkAim = { readonly hash: string } | { readonly inviteId: string };

const macOf = (key: Buffer, inviteId: string) =>
  createHmac("sha256", key).update(inviteId).digest("base64url");

export const createHandedLinks = (keyring: Pick<Keyring, "derive">) => ({
  /** Returns a token made from the id alone, so it need not be stored. */
  handedToken: (inviteId: string) => `${inviteId}.${macOf(keyring.derive("handed-link")[0], inviteId)}`,
  aimOf(token: string): LinkAim {
    const [inviteId = "", mac = ""] = token.split(".");
    const isOurs = keyring.derive("handed-link").some((key) => sameText(mac, macOf(key, inviteId)));
    return isOurs ? { inviteId } : { hash: hashSecret(token) };
  },
});
