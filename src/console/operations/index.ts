// The console operations: a second table beside that of the API, with operations that only pages call.
import { tableOf } from "../../core/operations/operation.ts";
import * as declared from "./table.ts";

export const consoleOperations = tableOf(declared);
export type ConsoleOperationId = keyof typeof consoleOperations;
