// What the pages of a rehearsal share: the tabs between them, and what they do with the test controls. Production has none of them.
import type { ComponentChildren, VNode } from "preact";
import type { Dev } from "../dev.ts";
import { doneAt } from "../done.ts";
import { Icon } from "../kit/icon.tsx";
import { Heading, Notice } from "../kit/kit.tsx";
import { Done } from "../kit/people.tsx";
import { type Outcome, page, type View, type Visit } from "../page.ts";
import { welcome } from "./sign-in.tsx";

const places = ["sunset", "clock", "requests", "access", "faults", "mail", "snapshots"] as const;
type Place = (typeof places)[number];

export const rehearsal = page({
  path: "/rehearsal",
  for: "anybody",
  show: async () => ({ to: "/rehearsal/sunset" }),
});

/** What the rehearsal offers; its pages are served in one only. */
export const devOf = ({ dev }: Pick<Visit, "dev">): Dev => {
  if (dev === undefined) throw new Error("a page of the rehearsal was shown in earnest");
  return dev;
};

/** What of a page of the rehearsal is its own. */
interface Shown {
  readonly visit: Visit;
  readonly place: Place;
  /** Why a form was refused. */
  readonly problem?: string | undefined;
  /** Beside the heading. */
  readonly actions?: ComponentChildren;
  readonly body: VNode;
}

export function rehearsalView({ visit, place, problem, actions, body }: Shown): View {
  const text = visit.words.rehearsal;
  const { title, lead, kept } = text[place];
  return {
    title,
    isWide: true,
    ...(problem !== undefined && { status: 400 }),
    body: (
      <>
        <Heading title={title} lead={lead}>
          {actions}
        </Heading>
        <nav class="tabs" aria-label={text.title}>
          {places.map((each) => (
            <a key={each} href={`/rehearsal/${each}`} aria-current={each === place ? "page" : undefined}>
              {text.pages[each]}
            </a>
          ))}
        </nav>
        {problem !== undefined && <Notice kind="bad">{problem}</Notice>}
        {problem === undefined && "done" in text[place] && (
          <Done sentences={(text[place] as { done: Sentences }).done} />
        )}
        {body}
        <p class="kept">
          <Icon name="info" /> <b>{text.restarts}:</b> {kept}
        </p>
      </>
    ),
  };
}

type Sentences = Parameters<typeof Done>[0]["sentences"];

/** What a control refused, in its own words; undefined where it did what it was asked for. */
export async function refusalOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (reason) {
    if (reason instanceof Error && "status" in reason && Number(reason.status) < 500) return reason.message;
    throw reason;
  }
}

/**
 * Leads to a page after the time, or the whole state, was changed, and says what was done. Whoever did it stays signed in: what
 * ended the session is what they asked for.
 */
export async function stayingAt(
  visit: Visit,
  to: string,
  what: string,
  ...whom: readonly string[]
): Promise<Outcome> {
  const done = doneAt(to, what, ...whom);
  const begun =
    visit.person === undefined
      ? undefined
      : await devOf(visit).signIn.as(visit.person.username, visit.browser);
  return { ...done, cookies: [...(done.cookies ?? []), ...(begun === undefined ? [] : welcome(begun))] };
}
