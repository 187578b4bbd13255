// Projects: their names, tags and how many an organization may have.
import type { FaultMaker } from "../contract/errors.ts";
import { type Instant, minute } from "./instant.ts";
import { isPlainName, notPlain } from "./org.ts";

export const mostGroupsPerOrg = 250;

/** The time in which a second deletion of a project is answered like the first; Atlas's own time is unknown. */
export const deletionTime = minute;

/** The most members and pending invitations of a project together. */
export const mostUsersPerGroup = 500;

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A project by its id alone. */
export interface GroupRef {
  readonly id: string;
}

/** A project by id, with its organization. */
export interface GroupInOrg extends GroupRef {
  readonly orgId: string;
}

/** A project as the check of roles reads it: without its tags, which only some operations need. */
export type EnteredGroup = Omit<Group, "tags">;

export interface Group extends GroupInOrg {
  readonly name: string;
  readonly createdAt: Instant;
  readonly withDefaultAlertsSettings: boolean;
  readonly tags: readonly Tag[];
}

export function checkGroupName(name: string, fault: FaultMaker<"INVALID_GROUP_NAME">): string {
  if (isPlainName(name)) return name;
  throw fault("INVALID_GROUP_NAME", { name }, notPlain);
}

const tagShape = /^[\p{L}\p{N} ;@_\-.+]+$/u;
const longestTagPart = 255;

/**
 * Explains a refused tag in Atlas's words, as tests of the Terraform provider quote them, each on one line:
 * `test/clients/terraform-tags.test.ts` checks that.
 */
function complaintOf({ key, value }: Tag, part: keyof Tag): string | undefined {
  const [text, what] =
    part === "key" ? [key, `The tag key '${key}'`] : [value, `Tag '${key}': the value '${value}'`];
  if (text.length === 0) return `${what} must have at least one character.`;
  const excess = text.length - longestTagPart;
  if (excess > 0) {
    return `${what} exceeded the maximum allowed length of ${longestTagPart} characters by ${excess}.`;
  }
  if (tagShape.test(text)) return undefined;
  return `${what} contains invalid characters. Allowable characters include letters, digits, blanks and ; @ _ - . +`;
}

export function checkTags(tags: readonly Tag[], fault: FaultMaker<"BAD_REQUEST">): readonly Tag[] {
  const fields = tags.flatMap((tag, index) =>
    (["key", "value"] as const).flatMap((part) => {
      const description = complaintOf(tag, part);
      return description === undefined ? [] : [{ field: `tags.${index}.${part}`, description }];
    }),
  );
  const twice = tags.find((tag, index) => tags.findIndex((other) => other.key === tag.key) !== index);
  if (twice !== undefined) {
    fields.push({ field: "tags", description: `The tag key '${twice.key}' appears twice.` });
  }
  if (fields.length > 0) throw fault("BAD_REQUEST", {}, { fields });
  return tags;
}
