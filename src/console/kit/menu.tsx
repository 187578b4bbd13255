// Menus that open from a button, by the browser alone: no script, closed by Escape and by a click elsewhere.
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface MenuProps {
  readonly id: string;
  readonly name: IconName;
  /** The text for screen readers, shown if the button has no other. */
  readonly label: string;
  readonly text?: string;
  readonly children: ComponentChildren;
}

/** Shows a menu. Its links and buttons have the class `item`, and `danger` too if they remove something. */
export const Menu = ({ id, name, label, text, children }: MenuProps) => (
  <>
    <button
      type="button"
      class={text === undefined ? "glyph" : "button"}
      aria-label={text === undefined ? label : undefined}
      {...{ popovertarget: id }}
    >
      <Icon name={name} />
      {text !== undefined && (
        <>
          <span>{text}</span>
          <Icon name="caret" />
        </>
      )}
    </button>
    <div id={id} class="menu" {...{ popover: "auto" }}>
      {children}
    </div>
  </>
);
