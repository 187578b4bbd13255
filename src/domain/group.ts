// Projects: their names, tags and how many an organization may have.
import type { FaultMaker } from "../contract/errors.ts";
import type { Instant } from "./instant.ts";

/** Projects an organization may have at most. */
export const mostGroupsPerOrg = 250;

/** Members and pending invitations a project may have together. */
export const mostUsersPerGroup = 500;

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A project as its door shows it: without its tags, which only some operations need. */
export type EnteredGroup = Omit<Group, "tags">;

/** A project. */
export interface Group {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly withDefaultAlertsSettings: boolean;
  readonly tags: readonly Tag[];
}

/** The official pattern has no blank in it, yet recorded projects have names with blanks. */
const nameShape = /^[\p{L}\p{N}\-_.(),:&@+' ]{1,64}$/u;

export function checkGroupName(name: string, fault: FaultMaker<"INVALID_GROUP_NAME">): string {
  if (nameShape.test(name) && name.trim() !== "") return name;
  const description = "1 to 64 letters, digits, blanks and the characters - _ . ( ) , : & @ + '";
  throw fault("INVALID_GROUP_NAME", { name }, { fields: [{ description, field: "name" }] });
}

const tagShape = /^[\p{L}\p{N} ;@_\-.+]+$/u;
const longestTagPart = 255;

/** Refuses tags with characters or lengths Atlas does not take, and two tags of one key. */
export function checkTags(tags: readonly Tag[], fault: FaultMaker<"BAD_REQUEST">): readonly Tag[] {
  const fields = tags.flatMap((tag, index) =>
    (["key", "value"] as const).flatMap((part) => {
      const field = `tags.${index}.${part}`;
      if (tag[part].length > longestTagPart || tag[part].length === 0) {
        return [{ field, description: `The tag ${part} must have 1 to ${longestTagPart} characters.` }];
      }
      if (tagShape.test(tag[part])) return [];
      const description = `The tag ${part} contains invalid characters. Allowed are letters, digits, blanks and ; @ _ - . +`;
      return [{ field, description }];
    }),
  );
  const twice = tags.find((tag, index) => tags.findIndex((other) => other.key === tag.key) !== index);
  if (twice !== undefined)
    fields.push({ field: "tags", description: `The tag key '${twice.key}' appears twice.` });
  if (fields.length > 0) throw fault("BAD_REQUEST", {}, { fields });
  return tags;
}
