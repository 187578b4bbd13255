// The words of the console in one language: its templates, and functions that need more than a template.
import type { Language } from "../../core/contract/languages.ts";
import type { RoleName } from "../../core/contract/roles.ts";
import { calls } from "../../core/spec/files.ts";
import type english from "./en.json";
import { type EventFacts, labelOf, sentenceOf } from "./event-sentences.ts";
import { fillable, type SameKeys } from "./templates.ts";

/**
 * The templates. A language may have more refusals, problems of fields and advice than English, which shows the sentences of
 * the API and of reports.
 */
type Templates = SameKeys<typeof english>;

type Table = Readonly<Record<string, string>>;

export type Words = ReturnType<typeof wordsFrom>;

/** The words of a language that are not among its templates. */
interface Beside {
  readonly roleTitles: Readonly<Record<RoleName, string>>;
  readonly language: Language;
  /** Adds to a noun what a sentence needs that says what was changed: an article in English, a particle in Korean. */
  readonly asObject: (noun: string) => string;
}

export function wordsFrom(templates: Templates, { roleTitles, language, asObject }: Beside) {
  const words = fillable<typeof english>(templates);
  const { lists, rehearsal } = words;
  const { kinds, operations } = calls.words;
  const ofKind = (kind: string): string => asObject(kinds[kind]?.[language] ?? kind);
  const activity = { ...words.activity, ofKind };
  const prefixes = Object.values(words.scopePrefixes);
  const fieldProblems = Object.entries<string>(words.fieldProblems);
  const roleTitle = (role: string): string => roleTitles[role as RoleName] ?? role;
  const translate = (text: string): string => (words.titles as Table)[text.toLowerCase()] ?? text;
  return {
    ...words,
    role: roleTitle,
    /** Translates the name of a part of Atlas, or of what an operation shows. */
    translate,
    /** Returns the title of what an operation shows; most summaries begin with it. */
    title({ id, summary }: { readonly id: string; readonly summary: string }): string {
      const [, said = summary] =
        /^\w+ (?:the |a project's )?(.+?)(?: (?:of|in|on|at|that|for|with)\b.*)?$/.exec(summary) ?? [];
      return translate(operations[id]?.title ?? said.charAt(0).toUpperCase() + said.slice(1));
    },
    /** Returns a state in words: `waiting for user` for `WAITING_FOR_USER`. */
    state(state: string): string {
      const code = state.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();
      return (words.states as Table)[code] ?? code.replaceAll("_", " ").toLowerCase();
    },
    /** Returns a noun for things that are compared; `noun` is the English one. */
    noun: (noun: string): string =>
      (rehearsal.requests.runs.nouns as Table)[noun] ??
      Object.values(kinds).find(({ en }) => en === noun)?.[language] ??
      noun,
    /** Returns the short name of a role, for pages that show its scope. */
    shortRole(role: string): string {
      const title = roleTitle(role);
      return title.slice(prefixes.find((prefix) => title.startsWith(prefix))?.length);
    },
    /** The refusals for which people need another sentence than that of the API, by code. */
    refusals: words.refusals as Table,
    /** Translates the problem of a field, by the beginning of the API's text. */
    fieldProblem: (description: string): string =>
      fieldProblems.find(([beginning]) => description.startsWith(beginning))?.[1] ?? description,
    /** Translates the advice about an operation or a Terraform type that ends; reports write it in English. */
    advice: (text: string): string => (words.advice as Table)[text] ?? text,
    /** Translates the successors that an operation declares: `a, b and c`, or `a in version 2025-02-19`. */
    successor: (text: string): string =>
      text
        .replace(" and ", rehearsal.and)
        .replace(/ in version (\S+)/, (_, version: string) => rehearsal.inVersion(version)),
    lists: {
      ...lists,
      /** Returns the first three by name, and the number of the others. */
      several(names: readonly string[], count: number): string {
        const named = names.slice(0, 3);
        const others = count - named.length;
        if (others > 0) return lists.someOf(named.join(", "), others);
        const last = named.at(-1) ?? "";
        return named.length > 1 ? lists.allOf(named.slice(0, -1).join(", "), last) : last;
      },
    },
    activity: {
      ...activity,
      label: (type: string): string => labelOf(activity, type),
      sentence: (type: string, facts: EventFacts): string => sentenceOf(activity, roleTitle, type, facts),
    },
  };
}
