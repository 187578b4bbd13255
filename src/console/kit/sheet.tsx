// A form that stands behind a button in the heading of a page, and opens by the browser alone. One that was refused is open.
import type { ComponentChildren } from "preact";
import { Foot, Form } from "./fields.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { Button } from "./kit.tsx";
import { useVisit } from "./visit.ts";

interface SheetProps {
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

interface SheetFormProps extends Omit<SheetProps, "isOpen" | "id"> {
  readonly name: string;
  readonly id?: string;
  readonly submit?: string;
  /** Said in place of the form where there is nothing to choose from. */
  readonly instead?: string | undefined;
}

export const SheetForm = ({ name, id = name, submit, instead, children, ...sheet }: SheetFormProps) => (
  <Sheet id={id} {...sheet} isOpen={useVisit().problem?.name === name}>
    {instead === undefined ? (
      <Form name={name}>
        {children}
        <Foot>
          <Button kind="primary">{submit ?? sheet.title}</Button>
        </Foot>
      </Form>
    ) : (
      <p class="hint">{instead}</p>
    )}
  </Sheet>
);
