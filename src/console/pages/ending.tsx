// The choice of an expiry, as a time from now.
import { hour, toTimestamp } from "../../core/domain/instant.ts";
import { Choice } from "../kit/fields.tsx";
import { minuteOf } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Form, Visit } from "../page.ts";

/** The hours to choose from; the API takes a week at most. */
const hours = [6, 24, 168] as const;

interface EndProps {
  /** The present expiry, of something that has one. */
  readonly kept?: string | undefined;
  /** True if it may exist without an expiry. */
  readonly canLast?: boolean;
}

export function EndChoice({ kept, canLast = kept === undefined }: EndProps) {
  const { end, ending, keptEnd } = useVisit().words.editing;
  const options = [
    ...(kept === undefined ? [] : [{ value: kept, label: `${keptEnd} (${minuteOf(kept)} UTC)` }]),
    ...(canLast ? [{ value: "", label: ending.never }] : []),
    ...hours.map((each) => ({ value: String(each), label: ending[`hours${each}`] })),
  ];
  return <Choice name="end" label={end} options={options} />;
}

/** Returns the chosen instant, as the API takes it. */
export function endOf({ now }: Pick<Visit, "now">, form: Form): { readonly deleteAfterDate?: string } {
  const chosen = form.text("end");
  const count = hours.find((each) => String(each) === chosen);
  if (count !== undefined) return { deleteAfterDate: toTimestamp(now + count * hour) };
  return chosen === "" ? {} : { deleteAfterDate: chosen };
}
