// The operator's policy: who can sign up, and who may create organizations.

/** The people: `invited` are those with a pending invitation, or in an organization already. */
export const audiences = ["nobody", "invited", "everybody"] as const;
export type Audience = (typeof audiences)[number];

export interface Policy {
  /** The people who can sign up, through the identity provider or the link of an invitation. */
  readonly signUp: Audience;
  /** The people who may create organizations. Keys and service accounts belong to one already. */
  readonly createOrgs: Audience;
  /** True if keys and service accounts are limited in how many organizations they create, as people always are. */
  readonly boundsNewOrgs: boolean;
  /** The only domains whose addresses may sign up, in lower case; null for any. */
  readonly mailDomains: readonly string[] | null;
  /**
   * The ids of the organizations whose federation is used when people sign in with the provider of this server; null for any.
   */
  readonly federatedOrgs: readonly string[] | null;
  /** True if a password set by another person works only after the owner of the address followed a mailed link. */
  readonly provesMailboxes: boolean;
  /** True if people can sign in by password; otherwise the provider is the only way. */
  readonly takesPasswords: boolean;
  /** True if the console asks for another sign-in before it grants lasting access, if the last one is not recent. */
  readonly asksAgain: boolean;
}

/** The policy without restrictions, as in a rehearsal. */
export const openPolicy: Policy = {
  signUp: "everybody",
  createOrgs: "everybody",
  boundsNewOrgs: false,
  mailDomains: null,
  federatedOrgs: null,
  provesMailboxes: false,
  takesPasswords: true,
  asksAgain: false,
};

export const isIn = (audience: Audience, isInvited: boolean): boolean =>
  audience === "everybody" || (audience === "invited" && isInvited);

/** Reports whether an organization may accept people who sign in with this server's provider. */
export const maySignIn = ({ federatedOrgs }: Pick<Policy, "federatedOrgs">, orgId: string): boolean =>
  federatedOrgs === null || federatedOrgs.includes(orgId);

export const isOfDomain = ({ mailDomains }: Pick<Policy, "mailDomains">, address: string): boolean =>
  mailDomains === null || mailDomains.includes(address.slice(address.lastIndexOf("@") + 1).toLowerCase());
