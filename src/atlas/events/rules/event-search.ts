// The search of events as people write it: words, and `by:`, `team:` and `is:`.
import {
  type AuditEvent,
  type EventType,
  eventTypes,
  eventTypesAbout,
  eventTypesBySubject,
} from "../../../core/domain/event.ts";

export interface EventSearch {
  readonly who: string;
  readonly by: string;
  readonly team: string;
  readonly is: readonly string[];
}

/** The values of `is:` other than the kinds of `eventTypesBySubject`: parts of type names. */
const verbs: Readonly<Record<string, RegExp>> = {
  joined: /^JOINED_|_ADDED_TO_GROUP$/,
  removed: /^REMOVED_FROM_|_REMOVED_FROM_GROUP$|_DELETED$|_REMOVED$/,
  invited: /^INVITED_/,
  created: /_CREATED$|_ADDED$/,
  deleted: /_DELETED$/,
  changed: /_CHANGED|_MODIFIED$|_UPDATED$|_RENAMED$|_MOVED|_EDITED$|_REQUIRED$|_OPTIONAL$/,
};

export const kinds = Object.keys(eventTypesBySubject) as (keyof typeof eventTypesBySubject)[];
export const searchWords = Object.keys(verbs);

/** Parses a search. Values with blanks are quoted; words without a qualifier are part of a name. */
export function readSearch(text: string): EventSearch {
  const found = { who: [] as string[], by: "", team: "", is: [] as string[] };
  for (const [, qualifier, quoted, plain = ""] of text.matchAll(/(?:(by|team|is):)?(?:"([^"]*)"|(\S+))/g)) {
    const value = quoted ?? plain;
    if (qualifier === "by" || qualifier === "team") found[qualifier] = value;
    else if (qualifier === "is") found.is.push(value.toLowerCase());
    else found.who.push(value);
  }
  return { ...found, who: found.who.join(" ") };
}

const isKind = (word: string): word is (typeof kinds)[number] => Object.hasOwn(eventTypesBySubject, word);

/** Returns the types that fit every verb and one of the kinds; undefined if a word is unknown, null if none is given. */
export function typesOf(words: readonly string[]): EventType[] | undefined | null {
  if (words.length === 0) return null;
  const named = words.filter((word) => !isKind(word));
  if (named.some((word) => !Object.hasOwn(verbs, word))) return undefined;
  const ofKinds = words.filter(isKind);
  const some = ofKinds.length > 0 ? ofKinds.flatMap(eventTypesAbout) : eventTypes();
  return some.filter((type) => named.every((verb) => verbs[verb]?.test(type)));
}

interface Team {
  readonly id: string;
  readonly name: string;
}

export interface Wanted {
  readonly types: readonly string[];
  readonly who: string;
  readonly by: string;
  readonly team: Team | null;
}

/** Returns a filter that accepts the events the store finds for the same search. */
export function isWanted({ types, who, by, team }: Wanted): (event: AuditEvent) => boolean {
  const has = (name: string | undefined, part: string) =>
    name?.toLowerCase().includes(part.toLowerCase()) === true;
  return ({ type, actor, targetUsername, details = {}, kept }) => {
    if (types.length > 0 && !types.includes(type)) return false;
    if (by !== "" && !has(actor?.name, by)) return false;
    const isAbout = Object.values(details).includes(who);
    if (who !== "" && !has(actor?.name, who) && !has(targetUsername, who) && !isAbout) return false;
    const isOfTeam = details.teamId === team?.id || kept?.team?.id === team?.id;
    return team === null || isOfTeam || (team.name !== "" && kept?.team?.name === team.name);
  };
}
