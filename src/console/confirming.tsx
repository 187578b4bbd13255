// Asks before something is removed, for browsers without script; others ask in a dialog.
import { cardView } from "./kit/card.tsx";
import { Form } from "./kit/fields.tsx";
import { Foot } from "./kit/sheet.tsx";
import type { View, Visit } from "./page.ts";

/** The fields that are not passed on: those of every form, and the question. */
const own = ["form", "do", "confirm", "act"];

/** Returns the fields of a waiting form, as hidden fields of the form shown instead; without those named in `besides`. */
export const carried = (sent: URLSearchParams, besides: readonly string[] = []) =>
  [...sent]
    .filter(([name]) => !own.includes(name) && !besides.includes(name))
    .map(([name, value], index) => <input key={String(index)} type="hidden" name={name} value={value} />);

/** Sends the same form once more, without the question. */
export function confirmation(visit: Visit, sent: URLSearchParams): View {
  const question = sent.get("confirm") ?? "";
  return cardView(
    question,
    <Form name={sent.get("do") ?? ""}>
      {carried(sent)}
      <Foot back={visit.target}>
        <button type="submit" class="button danger primary">
          {sent.get("act") ?? visit.words.layout.remove}
        </button>
      </Foot>
    </Form>,
  );
}
