// The list of all pages.
import type { Page } from "../page.ts";
import * as table from "./table.ts";

export const pages: readonly Page[] = Object.values(table);
