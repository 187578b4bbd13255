// Does something with each of several things, one after the other: one that is refused keeps nothing else from being done, and
// a page says what became of each.
import { Refusal } from "./client.ts";
import { doneAt } from "./done.ts";
import { Badge, Heading, LinkButton, Table } from "./kit/kit.tsx";
import type { Outcome, Places, Visit } from "./page.ts";
import { reasonOf } from "./refusals.ts";

export interface Outcomes<Thing> {
  readonly thing: Thing;
  /** Undefined where it was done. */
  readonly refusal: Refusal | undefined;
}

/** An ended session refuses the whole form. */
function unlessWhole(reason: unknown): Refusal {
  if (
    reason instanceof Refusal &&
    reason.code !== "SIGN_IN_NOT_RECENT" &&
    !(reason.status === 401 && reason.code === undefined)
  )
    return reason;
  throw reason;
}

/** Rejects with the refusal of one thing alone, so that the page that asked says why, and with `none` where there is nothing. */
export async function doEach<Thing>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<unknown>,
  none: string,
): Promise<Outcomes<Thing>[]> {
  const outcomes: Outcomes<Thing>[] = [];
  for (const thing of things) {
    const refusal = await act(thing).then(() => undefined, unlessWhole);
    outcomes.push({ thing, refusal });
  }
  const [first] = outcomes;
  if (first === undefined) throw new Refusal(404, { detail: none }, undefined);
  if (outcomes.length === 1 && first.refusal !== undefined) throw first.refusal;
  return outcomes;
}

interface Reported<Thing> {
  readonly outcomes: readonly Outcomes<Thing>[];
  readonly nameOf: (thing: Thing) => string;
  readonly places: Places;
  readonly title: string;
  readonly head: string;
  /** Address of the list. */
  readonly back: string;
}

/** A line for each thing. */
export function report<Thing>(
  { words }: Pick<Visit, "words">,
  { outcomes, nameOf, places, title, head, back }: Reported<Thing>,
): Outcome {
  return {
    title,
    places,
    body: (
      <>
        <Heading title={title} />
        <Table
          caption={title}
          heads={[head, words.people.report.outcome]}
          rows={outcomes.map(({ thing, refusal }, nth) => ({
            key: String(nth),
            cells: [
              nameOf(thing),
              refusal === undefined ? (
                <Badge tone="green" key="done">
                  {words.people.report.done}
                </Badge>
              ) : (
                <span class="problem">{reasonOf(words, refusal)}</span>
              ),
            ],
          }))}
        />
        <LinkButton href={back}>{words.layout.back}</LinkButton>
      </>
    ),
  };
}

interface Taking {
  readonly ids: readonly string[];
  readonly take: (id: string) => Promise<unknown>;
  readonly nameOf: (id: string) => string;
  readonly places: Places;
  readonly back: string;
  /** A sentence of the list's page. */
  readonly done: string;
}

/** Takes several things away; leads back to the list, or to a report where some were refused. */
export async function takeEach(visit: Visit, { ids, take, done, ...shown }: Taking): Promise<Outcome> {
  const { lists } = visit.words;
  const outcomes = await doEach(ids, take, lists.nonePicked);
  if (outcomes.some(({ refusal }) => refusal !== undefined)) {
    return report(visit, { outcomes, title: lists.report, head: lists.what, ...shown });
  }
  return doneAt(shown.back, done, ...ids.map(shown.nameOf));
}
