// The one kind of dialog. With script it opens over the page; without script the page is loaded again and contains the dialog.
import type { ComponentChildren } from "preact";
import { Form } from "./fields.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { Button, LinkButton } from "./kit.tsx";
import { addressWith } from "./list.tsx";
import { useVisit } from "./visit.ts";

interface FootProps {
  /** The address behind Cancel: the page itself if absent. False leaves Cancel out. */
  readonly back?: string | false;
  /** The buttons that send the form. */
  readonly children?: ComponentChildren;
}

/**
 * The end of a form, which stays in sight while the form scrolls: the changes that it would make (written by the script), and
 * the buttons.
 */
export function Foot({ back, children }: FootProps) {
  const visit = useVisit();
  return (
    <div class="foot">
      <output />
      {back !== false && (
        <LinkButton href={back ?? addressWith(visit, { open: "" })} closes>
          {visit.words.layout.cancel}
        </LinkButton>
      )}
      {children}
    </div>
  );
}

interface SheetProps {
  readonly id: string;
  readonly title: string;
  /** The heading of the dialog, if its button's text is too short for it. */
  readonly heading?: string;
  /** True if a form in the dialog was refused, or was answered in it. */
  readonly isOpen: boolean;
  /** True for the main action of the page. */
  readonly isPrimary?: boolean;
  /** The icon, which is all that phones show of a button that is not primary; `add` if absent. */
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

/** The button of a dialog, with the dialog. */
export function Sheet({ id, title, heading = title, isOpen, isPrimary, icon = "add", children }: SheetProps) {
  const visit = useVisit();
  const sheet = `sheet-${id}`;
  return (
    <>
      <a
        class={isPrimary ? "button primary" : "button"}
        href={addressWith(visit, { open: id })}
        aria-haspopup="dialog"
        data-sheet={sheet}
      >
        <Icon name={icon} />
        <span>{title}</span>
      </a>
      <dialog id={sheet} aria-labelledby={`${sheet}-title`} open={isOpen || visit.query.get("open") === id}>
        <h2 id={`${sheet}-title`}>{heading}</h2>
        {children}
      </dialog>
    </>
  );
}

interface SheetFormProps extends Omit<SheetProps, "isOpen" | "id"> {
  readonly name: string;
  readonly id?: string;
  readonly submit?: string;
  /** The text that replaces the form if there is nothing to choose from. */
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

interface EditCardProps {
  readonly name: string;
  /** The id of the edited thing, as the form sends it. */
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** The form above a list that changes one of its rows, namely the row that the address names as `edit`. */
export function EditCard({ name, id, heading, children }: EditCardProps) {
  const visit = useVisit();
  return (
    <section class="card" aria-labelledby="edit">
      <h2 id="edit">{heading}</h2>
      <Form name={name}>
        <input type="hidden" name="id" value={id} />
        {children}
        <Foot back={addressWith(visit, { edit: "" })}>
          <Button kind="primary">{visit.words.layout.save}</Button>
        </Foot>
      </Form>
    </section>
  );
}
