// The visit that a page is rendered for, as the page's parts read it: the document around every page provides it.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Visit } from "../page.ts";

export const VisitContext = createContext<Visit | undefined>(undefined);

export function useVisit<Name extends string = string>(): Visit<Name> {
  const visit = useContext(VisitContext);
  if (visit === undefined) throw new Error("This part of a page is drawn outside of a page.");
  return visit;
}

/** The link to the page shown as code, for its heading; undefined if there is none. */
export const CodeContext = createContext<{ readonly href: string; readonly says: string } | undefined>(
  undefined,
);
