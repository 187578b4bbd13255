// Does something with each of several things, one after the other: one that is refused keeps nothing else from being done, and
// a page says what became of each.
import { Refusal } from "./client.ts";
import { doneAt } from "./done.ts";
import { Badge, Heading, LinkButton, Table } from "./kit/kit.tsx";
import { listedAt } from "./kit/list.tsx";
import type { Form, Outcome, Places, Visit } from "./page.ts";
import { reasonOf } from "./refusals.ts";
import { read, type Scope } from "./scope.ts";

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

interface TakeInput {
  readonly scope: Scope;
  /** What the list shows, for names; an id that is in no row is its own name. */
  readonly rows?: readonly { readonly id: string; readonly name: string }[];
  readonly take: (id: string) => Promise<unknown>;
  /** A sentence of the list's page. */
  readonly done: string;
}

/** Takes the things away that were picked; leads back to the list, or to a report where some were refused. */
export async function takeEach(
  visit: Visit,
  form: Form,
  { scope, rows = [], take, done }: TakeInput,
): Promise<Outcome> {
  const { lists } = visit.words;
  const { places } = await read(visit, scope);
  const outcomes = await doEach(form.all("id"), take, lists.nonePicked);
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? id;
  const back = listedAt(visit);
  if (outcomes.some(({ refusal }) => refusal !== undefined)) {
    return report(visit, { outcomes, nameOf, places, title: lists.report, head: lists.what, back });
  }
  return doneAt(back, done, ...form.all("id").map(nameOf));
}
