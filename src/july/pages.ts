// The part of the kit for pages.
import type { EndingPages } from "../server/july-room.ts";
import { successorOf } from "./report/successors.ts";
import { endingNote, endingTypesOf } from "./report/terraform-endings.ts";
import { writeCsv } from "./report/write-csv.ts";
import { findingsOf, insteadOf, writeMarkdown } from "./report/write-report.ts";

export const pages: EndingPages = {
  findingsOf,
  successorOf,
  insteadOf,
  endingNote,
  endingTypesOf,
  writeCsv,
  writeMarkdown,
};
