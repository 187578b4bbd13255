// Lines to copy: commands, settings and programs.
import type { Visit } from "../page.ts";
import { CopyButton } from "./kit.tsx";

interface CopyBlockProps {
  readonly visit: Pick<Visit, "words">;
  readonly id: string;
  readonly text: string;
  /** What it is, for screen readers. */
  readonly label: string;
}

/** A text of several lines, with a button that copies it. */
export const CopyBlock = ({ visit, id, text, label }: CopyBlockProps) => (
  <div class="block">
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
    <pre class="code" id={id} tabIndex={0}>
      {text}
    </pre>
    <CopyButton visit={visit} text={text} label={label} />
  </div>
);

interface SnippetsProps {
  readonly visit: Pick<Visit, "words">;
  /** Begins the ids of the blocks; unique in its page. */
  readonly id: string;
  readonly snippets: readonly { readonly name: string; readonly text: string }[];
}

/** The same in several languages, of which one is open: by the browser alone. */
export const Snippets = ({ visit, id, snippets }: SnippetsProps) => (
  <div class="snippets">
    {snippets.map(({ name, text }, index) => (
      <details key={name} {...{ name: id }} open={index === 0}>
        <summary>{name}</summary>
        <CopyBlock visit={visit} id={`${id}-${index}`} text={text} label={visit.words.layout.copyOf(name)} />
      </details>
    ))}
  </div>
);
