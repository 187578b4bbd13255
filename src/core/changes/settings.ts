// Settings of projects and organizations that have little effect here: one document of each kind.
import type { Writing } from "./changing.ts";

type Place = { readonly orgId: string } | { readonly groupId: string };
type SettingKind = "settings" | "delegation" | "linkToken" | "maintenance" | "prices";

/** Replaces the document of a kind. */
export const writeSettings = (
  { tx, now, newId }: Writing,
  place: Place,
  kind: SettingKind,
  document: object,
): void => tx.documents.put({ ...place, id: newId(), kind, name: "", document, createdAt: now });
