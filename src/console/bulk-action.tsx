// Performs an action on each of several things: the refusal of one does not stop the others, and a page shows the result of
// each.
import type { ComponentChildren } from "preact";
import { Refusal } from "./client.ts";
import { doneAt } from "./flash.ts";
import { headed } from "./kit/card.tsx";
import type { Named } from "./kit/fields.tsx";
import { Badge, LinkButton, Table } from "./kit/kit.tsx";
import { listedAt } from "./kit/list.tsx";
import { useVisit } from "./kit/visit.ts";
import type { Form, Outcome, Places, Visit } from "./page.ts";
import { isSignedOut, reasonOf } from "./refusals.ts";
import { read, type Scope } from "./scope.ts";

export interface Outcomes<Thing> {
  readonly thing: Thing;
  readonly refusal: Refusal | undefined;
  /** A sentence about the result, if there is more to say than "done". */
  readonly said?: string | undefined;
}

/**
 * Throws the refusal if it is about the session: a session that has ended, or that began too long ago, refuses the whole form.
 */
export function unlessEnded(reason: unknown): Refusal {
  if (reason instanceof Refusal && reason.code !== "SIGN_IN_NOT_RECENT" && !isSignedOut(reason)) {
    return reason;
  }
  throw reason;
}

/**
 * Performs the action on each. Rejects with the refusal of a single thing, so that the page of the form says why, and with
 * `none` if there is nothing.
 */
export async function doEach<Thing>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<unknown>,
  none: string,
): Promise<Outcomes<Thing>[]> {
  const outcomes: Outcomes<Thing>[] = [];
  for (const thing of things) {
    const became = await act(thing).catch(unlessEnded);
    const refusal = became instanceof Refusal ? became : undefined;
    outcomes.push({ thing, refusal, said: typeof became === "string" ? became : undefined });
  }
  const [first] = outcomes;
  if (first === undefined) throw new Refusal(404, { detail: none }, undefined);
  if (outcomes.length === 1 && first.refusal !== undefined) throw first.refusal;
  return outcomes;
}

interface OutcomesProps {
  readonly caption: string;
  readonly head: string;
  readonly outcomes: readonly {
    readonly name: string;
    readonly refusal?: Refusal | undefined;
    readonly done?: string;
    /** True if nothing had to be done. */
    readonly isOld?: boolean;
    readonly beside?: ComponentChildren;
  }[];
}

export function OutcomeTable({ caption, head, outcomes }: OutcomesProps) {
  const { words } = useVisit();
  return (
    <Table
      caption={caption}
      heads={[head, words.people.report.outcome]}
      rows={outcomes.map(({ name, refusal, done = words.people.report.done, isOld, beside }, nth) => ({
        key: String(nth),
        cells: [
          name,
          refusal === undefined ? (
            <>
              {isOld ? done : <Badge tone="green">{done}</Badge>} {beside}
            </>
          ) : (
            <span class="problem">{reasonOf(words, refusal)}</span>
          ),
        ],
      }))}
    />
  );
}

interface Reported<Thing> {
  readonly outcomes: readonly Outcomes<Thing>[];
  readonly nameOf: (thing: Thing) => string;
  readonly places: Places;
  readonly title: string;
  readonly head: string;
  readonly back: string;
  readonly besideOf?: (thing: Thing) => ComponentChildren;
}

export const report = <Thing,>(
  { words }: Visit,
  { outcomes, nameOf, places, title, head, back, besideOf }: Reported<Thing>,
): Outcome =>
  headed(
    title,
    <>
      <OutcomeTable
        caption={title}
        head={head}
        outcomes={outcomes.map(({ thing, refusal, said }) => ({
          name: nameOf(thing),
          refusal,
          ...(said !== undefined && { done: said }),
          beside: besideOf?.(thing),
        }))}
      />
      <LinkButton href={back}>{words.layout.back}</LinkButton>
    </>,
    { places },
  );

interface TakeInput {
  readonly scope: Scope;
  /** The rows of the list, for their names; an id without a row is shown as it is. */
  readonly rows?: readonly Named[];
  readonly take: (id: string) => Promise<unknown>;
  /** The sentence of the list's page that is shown on success. */
  readonly done: string;
}

/** Removes the selected things. Leads back to the list, or to a report if some were refused. */
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
