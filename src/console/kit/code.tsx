// Lines to copy: commands, settings and programs.
import { CopyButton } from "./kit.tsx";
import { useVisit } from "./visit.ts";

/** A text of several lines, with a button that copies it. */
export const CopyBlock = ({ id, text, label }: { id: string; text: string; label: string }) => (
  <div class="block">
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
    <pre class="code" id={id} tabIndex={0}>
      {text}
    </pre>
    <CopyButton label={label} />
  </div>
);

/** Formats JSON with line breaks; other text stays as it is. */
export function inLines(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

interface SnippetsProps {
  /** Begins the ids of the blocks; unique in its page. */
  readonly id: string;
  readonly snippets: readonly { readonly name: string; readonly text: string }[];
}

/** Shows the same example in several languages, one at a time, without script. */
export const Snippets = ({ id, snippets }: SnippetsProps) => (
  <div class="snippets">
    {snippets.map(({ name, text }, index) => (
      <details key={name} {...{ name: id }} open={index === 0}>
        <summary>{name}</summary>
        <CopyBlock id={`${id}-${index}`} text={text} label={useVisit().words.layout.copyOf(name)} />
      </details>
    ))}
  </div>
);
