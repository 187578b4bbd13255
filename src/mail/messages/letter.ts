// The content of a message in one language, before it is laid out as text or HTML.
import type { RoleName } from "../../contract/roles.ts";
import type { Instant } from "../../domain/instant.ts";

/** What an invitation offers when its message is sent. Names have been made safe for a line of text. */
export interface Invitation {
  readonly inviter: {
    readonly kind: "person" | "apiKey" | "serviceAccount";
    readonly name: string;
    /** What a key is described as, or an account called; empty or absent if nothing. */
    readonly label?: string;
  };
  readonly orgName: string;
  /** Null for an invitation to the organization itself. */
  readonly groupName: string | null;
  /** Roles in the organization or project of the invitation. */
  readonly roles: readonly RoleName[];
  readonly groupRoles: readonly { readonly groupName: string; readonly roles: readonly RoleName[] }[];
  readonly teams: readonly string[];
  readonly expiresAt: Instant;
}

export interface Letter {
  readonly subject: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Lists under a heading each, such as roles. */
  readonly facts: readonly { readonly label: string; readonly values: readonly string[] }[];
  readonly action: { readonly label: string; readonly link: string };
  /** Paragraphs below the button. */
  readonly notes: readonly string[];
}

/** One language. */
export interface Phrases {
  invitation(invitation: Invitation, link: string): Letter;
  reset(username: string, link: string): Letter;
  /** Shown above the link as text, for readers whose button does not work. */
  readonly linkHint: string;
}
