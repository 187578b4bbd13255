// Keeps events that are to come: what is under way has begun, and its end is recorded once the clock has reached it.
import type { EventSubject, EventType } from "../domain/event.ts";
import type { Instant } from "../domain/instant.ts";
import type { Changing } from "./changing.ts";
import { resourcesOf } from "./resources.ts";

interface DueEvent {
  readonly type: EventType;
  readonly details?: NonNullable<EventSubject["details"]>;
}

/** The events by the id of what they are about. */
const dueEvents = resourcesOf<DueEvent>({
  kind: "dueEvent",
  events: { removed: ({ type }) => type },
  details: (_, event) => event?.details ?? {},
});

/** Keeps an event until an instant, in the place of one about the same thing that has not come yet. */
export async function expectEvent(
  changing: Changing,
  groupId: string,
  about: string,
  document: DueEvent,
  endsAt: Instant,
): Promise<void> {
  await cancelEvent(changing, groupId, about);
  await dueEvents.add(changing, { id: groupId }, about, { document, endsAt });
}

/** Forgets an event that will not come, since what it is about is deleted before. */
export async function cancelEvent(changing: Changing, groupId: string, about: string): Promise<void> {
  const before = await dueEvents.find(changing, { id: groupId }, about);
  if (before !== undefined) dueEvents.drop(changing, before);
}
