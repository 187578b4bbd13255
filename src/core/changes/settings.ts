// Settings of projects and organizations that decide little here: one document of each kind.
import type { Writing } from "./changing.ts";

type Place = { readonly orgId: string } | { readonly groupId: string };
type SettingKind = "settings" | "delegation" | "maintenance";

/** Writes the document of a kind, in place of the one before. */
export const writeSettings = (
  { tx, now, newId }: Writing,
  place: Place,
  kind: SettingKind,
  document: object,
): void => tx.documents.put({ ...place, id: newId(), kind, name: "", document, createdAt: now });
