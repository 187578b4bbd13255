// The two usual layouts of a page: a heading with content below it, and the same in a card.
import type { ComponentChildren } from "preact";
import type { SetCookie, View } from "../page.ts";
import { Heading } from "./kit.tsx";

interface More extends Omit<Partial<View>, "title" | "body"> {
  /** The heading; the title if absent. */
  readonly heading?: string;
  readonly lead?: ComponentChildren;
  /** The buttons beside the heading; see `Heading`. */
  readonly actions?: ComponentChildren;
  readonly cookies?: readonly SetCookie[];
}

export const headed = (title: string, children: ComponentChildren, more: More = {}) => {
  const { heading = title, lead, actions, ...others } = more;
  return {
    ...others,
    title,
    body: (
      <>
        <Heading title={heading} lead={lead}>
          {actions}
        </Heading>
        {children}
      </>
    ),
  };
};

/** Builds a page of one card, which asks one question, shows something once, or explains why something cannot be shown. */
export function cardView(title: string, children: ComponentChildren, more: More = {}) {
  const view = headed(title, children, more);
  return { ...view, body: <div class="card">{view.body}</div> };
}
