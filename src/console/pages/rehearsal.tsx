// The parts that the pages of a rehearsal share: their declaration, their tabs, and their calls of the test controls.
// Production has none of them.
import type { ComponentChildren, VNode } from "preact";
import type { ControlName, Dev } from "../dev.ts";
import { welcome } from "../entering.ts";
import { doneAt } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { Form } from "../kit/fields.tsx";
import { Notice } from "../kit/kit.tsx";
import { TabLinks } from "../kit/list.tsx";
import { Done, type Sentences } from "../kit/people.tsx";
import { type Outcome, type Page, page, type Form as Sent, type View, type Visit } from "../page.ts";

const rehearsalPlaces = ["sunset", "clock", "requests", "faults", "mail", "snapshots"] as const;
type Place = (typeof rehearsalPlaces)[number];

/** Returns the places of a rehearsal: that of endings is there with the July 2027 kit alone. */
export const placesOf = ({ endings }: Pick<Visit, "endings">): readonly Place[] =>
  rehearsalPlaces.filter((place) => place !== "sunset" || endings !== undefined);

export const rehearsal = page({
  path: "/rehearsal",
  for: "anybody",
  show: async (visit) => ({ to: `/rehearsal/${placesOf(visit)[0]}` }),
});

/** Returns the rehearsal's controls; these pages are only served in a rehearsal. */
export const devOf = ({ dev }: Pick<Visit, "dev">): Dev => {
  if (dev === undefined) throw new Error("a page of the rehearsal was shown in earnest");
  return dev;
};

/** The parts that a page adds to the common heading and tabs. */
interface Shown {
  readonly body: VNode;
  /** The buttons beside the heading. */
  readonly actions?: ComponentChildren;
  readonly list?: string | undefined;
}

interface Screen extends Pick<Page, "needs"> {
  readonly controls: readonly ControlName[];
  readonly show: (visit: Visit) => Shown | Promise<Shown>;
  /** The forms; each returns an outcome, or the reason of its refusal. A control's refusal keeps its own words. */
  readonly forms?: Readonly<Record<string, (visit: Visit, form: Sent) => Promise<Outcome | string>>>;
}

/** Builds a page in one of the tabs. */
export function rehearsalPage(place: Place, { needs, controls, show, forms = {} }: Screen): Page {
  const view = async (visit: Visit, problem?: string): Promise<View> => {
    const text = visit.words.rehearsal;
    const { body, actions, list } = await show(visit);
    const { title, lead, done = {} } = text[place] as (typeof text)[Place] & { done?: Sentences };
    return headed(
      title,
      <>
        <TabLinks
          label={text.title}
          tabs={placesOf(visit).map((each) => ({
            href: `/rehearsal/${each}`,
            text: text.pages[each],
            isHere: each === place,
          }))}
        />
        {problem === undefined ? <Done sentences={done} /> : <Notice kind="bad">{problem}</Notice>}
        {body}
      </>,
      {
        lead,
        actions,
        isWide: true,
        ...(list !== undefined && { list }),
        ...(problem !== undefined && { status: 400 }),
      },
    );
  };
  const tried = Object.entries(forms).map(([name, send]) => [
    name,
    async (visit: Visit, form: Sent) => {
      const outcome = await send(visit, form).catch(whyRefused);
      return typeof outcome === "string" ? view(visit, outcome) : outcome;
    },
  ]);
  const path = `/rehearsal/${place}`;
  return page({
    path,
    for: "anybody",
    ...(needs && { needs }),
    controls,
    show: (visit) => view(visit),
    forms: Object.fromEntries(tried),
  });
}

/** Returns a control's refusal in its own words. Used in `catch`. */
export function whyRefused(reason: unknown): string {
  if (reason instanceof Error && "status" in reason && Number(reason.status) < 500) return reason.message;
  throw reason;
}

/**
 * Leads to a page after the time or the whole state was changed, and says what was done. The person stays signed in, since it
 * was their own change that ended the session.
 */
export async function stayingAt(
  visit: Visit,
  to: string,
  what: string,
  ...names: readonly string[]
): Promise<Outcome> {
  const { person, browser } = visit;
  const done = doneAt(to, what, ...names);
  const begun = person && (await devOf(visit).signIn.as(person.username, browser));
  return { ...done, cookies: [...(done.cookies ?? []), ...(begun === undefined ? [] : welcome(begun))] };
}

/** A button for each preset, in the form `preset`. */
export const Presets = <Name extends string>({
  title,
  names,
  labels,
}: {
  title: string;
  names: readonly Name[];
  labels: Readonly<Record<Name, string>>;
}) => (
  <section class="card" aria-labelledby="presets">
    <h2 id="presets">{title}</h2>
    <Form name="preset" class="row presets">
      {names.map((name) => (
        <button type="submit" class="button" name="preset" value={name} key={name}>
          {labels[name]}
        </button>
      ))}
    </Form>
  </section>
);
