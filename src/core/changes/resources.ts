// Finds, lists, adds, replaces and removes resources of a project, kind by kind, and records each change.
import { placeOf } from "../domain/access-history.ts";
import {
  addEventType,
  type EventSubject,
  type EventType,
  type Kept,
  type KindEvent,
} from "../domain/event.ts";
import type { GroupRef } from "../domain/group.ts";
import { type GroupLimitName, limitOf } from "../domain/group-limit.ts";
import { type Instant, minute } from "../domain/instant.ts";
import type { Paged, PageRequest } from "../domain/page.ts";
import type { Writes } from "../store/store.ts";
import {
  type Changing,
  changingOf,
  type Reading,
  type ReadingUnit,
  type Recording,
  type Writing,
} from "./changing.ts";

export interface Resource<Document> {
  readonly id: string;
  readonly groupId: string;
  /** The name that identifies it among resources of its kind. */
  readonly name: string;
  readonly document: Document;
  readonly sealedSecret: string | null;
  readonly createdAt: Instant;
  readonly endsAt: Instant | null;
}

export type Keeping<Document> = Pick<Resource<Document>, "document"> &
  Partial<Pick<Resource<Document>, "endsAt" | "sealedSecret">>;

/** Returns the type of an event from the document before and after a change; undefined for no event. */
type TypeOf<Document> = (before: Document, after: Document) => EventType | undefined;

/** Types of events that only this kind has, one of which is chosen as TypeOf does. */
interface Choice<Document> {
  /** The types, each with the kind by whose word it is told. */
  readonly among: Readonly<Partial<Record<EventType, string>>>;
  readonly choose: TypeOf<Document>;
}

interface Kind<Document> {
  readonly kind: string;
  /** The types of its events; absent where Atlas has none. */
  readonly events: Readonly<
    Partial<Record<KindEvent["change"], EventType | TypeOf<Document> | Choice<Document>>>
  >;
  /** Returns the details of its event, other than the project. */
  readonly details?: (name: string, document: Document | undefined) => NonNullable<EventSubject["details"]>;
  /** Returns a stored document as it is at an instant, if time changes it. */
  readonly at?: (document: Document, now: Instant) => Document;
  /** The roles of a resource and how access reviews name it, for kinds that give access. */
  readonly access?: {
    readonly who: (groupId: string, name: string) => string;
    readonly roles: (document: Document) => string[];
  };
}

type Named = Pick<Resource<unknown>, "groupId" | "name">;

/** Returns a function that records the event of a resource, with the access that was gained or lost. */
const eventRecorderOf = <Document extends object>({ events, details, access }: Kind<Document>) => {
  const rolesOf = (document: Document | undefined) => (document && access?.roles(document)) ?? [];
  return async (
    { record }: Recording,
    what: keyof typeof events,
    { groupId, name }: Named,
    { before, after, ...kept }: { before?: Document; after?: Document } & Pick<Kept, "endedAt">,
  ) => {
    const said = events[what];
    const [was, is] = [before ?? after, after ?? before];
    const choose = typeof said === "object" ? said.choose : said;
    const type = typeof choose === "function" ? was && is && choose(was, is) : choose;
    if (type === undefined) return;
    const changed = access && {
      who: access.who(groupId, name),
      in: placeOf(groupId),
      before: rolesOf(before),
      after: rolesOf(after),
    };
    await record(type, {
      groupId,
      ...(details && { details: details(name, is) }),
      ...((changed ?? kept.endedAt) && { kept: { ...kept, ...(changed && { access: [changed] }) } }),
    });
  };
};

/**
 * The kinds by name, each with how its end is recorded. A kind is registered when it is declared, so an expired entry always
 * gets its event.
 */
const kinds = new Map<string, Ending | undefined>();

function register(kind: string, ending?: Ending): void {
  if (kinds.has(kind)) throw new Error(`the kind ${kind} is declared twice`);
  kinds.set(kind, ending);
}

/** Returns the names of all kinds that are declared. */
export const kindNames = (): string[] => [...kinds.keys()];

interface Ending {
  tellOfEnd(changing: Recording, named: Named, document: unknown, endedAt: Instant): Promise<void>;
}

/** Declares a kind of resource, which is found, listed, added, replaced and removed, each change with its event. */
export const resourcesOf = <Document extends object>(of: Kind<Document>) => {
  type Found = Resource<Document>;
  const { kind } = of;
  const recordEvent = eventRecorderOf(of);
  const { at } = of;
  const atInstant =
    at && ((now: Instant) => (found: Found) => ({ ...found, document: at(found.document, now) }));
  const resources = {
    kind,
    async page({ tx, now }: Reading, { id }: GroupRef, request: PageRequest): Promise<Paged<Found>> {
      const page = (await tx.documents.page(id, kind, now, request)) as Paged<Found>;
      return atInstant ? { ...page, results: page.results.map(atInstant(now)) } : page;
    },
    async all({ tx, now }: Reading, { id }: GroupRef): Promise<Found[]> {
      const all = (await tx.documents.all(id, kind, now)) as Found[];
      return atInstant ? all.map(atInstant(now)) : all;
    },
    count: ({ tx, now }: Reading, { id }: GroupRef) => tx.documents.count(id, kind, now),
    async find({ tx, now }: Reading, { id }: GroupRef, name: string): Promise<Found | undefined> {
      const found = (await tx.documents.find(id, kind, name, now)) as Found | undefined;
      return found && atInstant ? atInstant(now)(found) : found;
    },
    /** Finds a resource in any project: for kinds whose names are ids. */
    async findAnywhere({ tx, now }: Reading, id: string): Promise<Found | undefined> {
      const found = (await tx.documents.findAnywhere(kind, id, now)) as Found | undefined;
      return found && atInstant ? atInstant(now)(found) : found;
    },

    async add(changing: Changing, group: GroupRef, name: string, kept: Keeping<Document>): Promise<Found> {
      // A row that has ended may still have the name until it is removed.
      await endIn(changing, group.id);
      return this.insert(changing, group, name, kept);
    },

    /** Adds a resource where no ended row can have its name. */
    async insert(changing: Changing, { id: groupId }: GroupRef, name: string, kept: Keeping<Document>) {
      const { tx, now, newId } = changing;
      const { document, endsAt = null, sealedSecret = null } = kept;
      const resource: Found = { id: newId(), groupId, name, document, sealedSecret, createdAt: now, endsAt };
      tx.documents.add({ ...resource, kind });
      await recordEvent(changing, "added", resource, { after: document });
      return resource;
    },

    async replace(changing: Recording, before: Found, kept: Keeping<Document>): Promise<Found> {
      const after = { ...before, ...kept };
      changing.tx.documents.replace(after);
      await recordEvent(changing, "replaced", after, { before: before.document, after: after.document });
      return after;
    },

    async remove(changing: Ceasing, resource: Found): Promise<void> {
      this.drop(changing, resource);
      await recordEvent(changing, "removed", resource, { before: resource.document });
    },

    /** Sets when a resource will be gone; the event of its removal is recorded then. */
    end(changing: Ceasing, resource: Found, endsAt: Instant): void {
      cancelEvents(changing, resource);
      changing.tx.documents.replace({ ...resource, endsAt });
    },

    /** Removes a resource without an event: its creation was not completed. */
    drop(changing: Ceasing, resource: Found): void {
      cancelEvents(changing, resource);
      changing.tx.documents.remove(resource.id);
    },

    tellOfEnd: (changing: Recording, named: Named, document: unknown, endedAt: Instant) =>
      recordEvent(changing, "removed", named, { before: document as Document, endedAt }),
  };
  register(kind, resources);
  for (const change of ["added", "replaced", "removed"] as const) {
    const said = of.events[change];
    if (typeof said === "string") addEventType(said, { kind, change });
    if (typeof said !== "object") continue;
    for (const [type, told] of Object.entries(said.among)) {
      addEventType(type as EventType, { kind: told, change });
    }
  }
  return resources;
};

interface DueEvent {
  readonly type: EventType;
  readonly details?: NonNullable<EventSubject["details"]>;
}

/** The events that are to come, each under the id of its resource and one of its own. */
const dueEvents = resourcesOf<DueEvent>({
  kind: "dueEvent",
  events: { removed: ({ type }) => type },
  details: (_, event) => event?.details ?? {},
});

type Ceasing = Recording & Pick<Reading, "now">;
type About = Pick<Resource<unknown>, "groupId" | "id">;

/** Keeps an event of what is under way, which is recorded once the clock has reached its end. */
export async function expectEvent(
  changing: Changing,
  { groupId, id }: About,
  document: DueEvent,
  endsAt: Instant,
): Promise<void> {
  await dueEvents.add(changing, { id: groupId }, `${id} ${changing.newId()}`, { document, endsAt });
}

/** Forgets the events of a resource that will not come. */
export const cancelEvents = ({ tx, now }: Ceasing, { groupId, id }: About): void =>
  tx.documents.removeLasting(groupId, dueEvents.kind, `${id} %`, now);

interface SettingKind<Document> {
  readonly kind: string;
  /** The value before it is set. */
  readonly initial: Document;
  /** The event type of each change, or a function that returns the types; absent if Atlas has none. */
  readonly events?: EventType | ((before: Document, after: Document) => readonly EventType[]);
}

/** The name of a document of which its project has only one. */
const only = "";

export interface Setting<Document> {
  /** The id; null before it is set. */
  readonly id: string | null;
  readonly groupId: string;
  readonly document: Document;
  readonly sealedSecret: string | null;
}

/** Declares a setting: a kind of which a project has one, with an initial value. */
export function settingOf<Document extends object>({ kind, initial, events }: SettingKind<Document>) {
  register(kind);
  return {
    kind,

    async find({ tx, now }: Reading, { id: groupId }: GroupRef): Promise<Setting<Document>> {
      const found = await tx.documents.find(groupId, kind, only, now);
      if (found === undefined) return { id: null, groupId, document: initial, sealedSecret: null };
      return {
        id: found.id,
        groupId,
        document: found.document as Document,
        sealedSecret: found.sealedSecret,
      };
    },

    async read(looking: Reading, group: GroupRef): Promise<Document> {
      return (await this.find(looking, group)).document;
    },

    /** Replaces a document. The secret stays if none is given. */
    async replace(
      { tx, now, newId, record }: Changing,
      before: Setting<Document>,
      document: Document,
      secret?: string,
    ): Promise<Document> {
      const { id, groupId } = before;
      const sealedSecret = secret ?? before.sealedSecret;
      const row = { id: id ?? newId(), groupId, kind, name: only, document };
      tx.documents.put({ ...row, sealedSecret, createdAt: now });
      const isChanged = secret !== undefined || JSON.stringify(before.document) !== JSON.stringify(document);
      const recorded = typeof events === "function" ? events(before.document, document) : isChanged && events;
      for (const type of [recorded || []].flat()) await record(type, { groupId });
      return document;
    },
  };
}

type Ended = Awaited<ReturnType<Writes["documents"]["endedIn"]>>;

type Unit = Writing;

/**
 * The greatest age of an event that is recorded late: an older one would look like tampering to `audit verify`, because events
 * are sealed each minute.
 */
const mostLate = 5 * minute;

/** Removes resources that have ended by the clock, and records an event at that instant, or now if it is too long ago. */
export async function endAll({ tx, now, newId }: Unit, ended: Ended): Promise<void> {
  for (const { id, kind, endsAt, document, ...named } of ended) {
    const endedAt = endsAt ?? 0;
    if (!(await tx.documents.removeEnded(id, endedAt))) continue;
    const changing = changingOf({ tx, now: now - endedAt > mostLate ? now : endedAt, newId }, null);
    await kinds.get(kind)?.tellOfEnd(changing, named, document, endedAt);
  }
}

/** Ends one project's expired documents. */
export const endIn = async (unit: Unit, groupId: string): Promise<void> =>
  endAll(unit, await unit.tx.documents.endedIn(groupId, unit.now));

/** Ends expired documents of all projects, up to a number; returns how many there were. */
export async function endOverdue(unit: Unit, most: number): Promise<number> {
  const ended = await unit.tx.documents.ended(unit.now, most);
  await endAll(unit, ended);
  return ended.length;
}

/**
 * Signals that a resource of a project has ended whose event is not recorded: it is recorded outside of the unit, which then
 * runs again.
 */
export class Overdue extends Error {
  constructor(readonly groupId: string) {
    super("something has ended whose events are not written");
  }
}

/** Returns the events that were read; throws if an ended resource has no event yet. */
export async function withEndedEvents<Found>(
  { tx, now }: Reading,
  groupId: string,
  reading: Promise<Found>,
): Promise<Found> {
  const [ended, found] = await Promise.all([tx.documents.endedIn(groupId, now), reading]);
  if (ended.length > 0) throw new Overdue(groupId);
  return found;
}

/** Returns the most documents of a kind that a project may have. */
export async function limitIn({ tx }: ReadingUnit, { id }: GroupRef, name: GroupLimitName) {
  return limitOf(name, (await tx.groupLimits.set(id)).get(name))?.value ?? Number.MAX_SAFE_INTEGER;
}
