// A form that stands behind a button in the heading of a page, and opens by the browser alone. One that was refused is open.
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface SheetProps {
  /** Of the page. */
  readonly id: string;
  readonly title: string;
  /** Of what opens, where its button says less. */
  readonly heading?: string;
  readonly isOpen: boolean;
  /** What people come for first. */
  readonly isPrimary?: boolean;
  /** All that a phone has room for where it is not primary; `add` if absent. */
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

export const Sheet = ({
  id,
  title,
  heading = title,
  isOpen,
  isPrimary = false,
  icon = "add",
  children,
}: SheetProps) =>
  isOpen ? (
    <details class="card" open>
      <summary>{title}</summary>
      {children}
    </details>
  ) : (
    <>
      <button
        type="button"
        class={isPrimary ? "button primary" : "button"}
        {...{ popovertarget: `sheet-${id}` }}
      >
        <Icon name={icon} />
        <span>{title}</span>
      </button>
      <div id={`sheet-${id}`} class="sheet" {...{ popover: "auto" }}>
        <h2>{heading}</h2>
        {children}
      </div>
    </>
  );
