// The console operations: a second table, beside the one of the API, of what only pages do.
import { tableOf } from "../../core/operations/operation.ts";
import * as declared from "./table.ts";

export const consoleOperations = tableOf(declared);
export type ConsoleOperationId = keyof typeof consoleOperations;
