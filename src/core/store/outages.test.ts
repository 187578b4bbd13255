// Tests which errors of which engine mean that the database is away, and what callers get for each.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { Fault } from "../contract/errors.ts";
import { isAnswered, isUnsent, outageOf, refusalOf, UnknownOutcome } from "./outages.ts";

const withCode = (code: string) => Object.assign(new Error(code), { code });

test("each kind of outage has words of its own", () => {
  const told = {
    ECONNREFUSED: "The database cannot be reached",
    ENOTFOUND: "The database cannot be reached",
    ECONNRESET: "The connection to the database broke",
    "08006": "The connection to the database broke",
    "57P01": "The connection to the database broke",
    "57P03": "The database is starting or ending",
    "57014": "The database does not answer in time",
    "53300": "The database has no connection left",
    "53100": "The database is full",
    "25006": "The database takes no changes",
    "28P01": "The database refuses this server",
    "3D000": "The database is missing",
    SQLITE_BUSY: "The database is locked",
    SQLITE_BUSY_SNAPSHOT: "The database is locked",
    SQLITE_FULL: "The database is full",
    SQLITE_IOERR_WRITE: "The disk of the database fails",
    SQLITE_IOERR_SHORT_READ: "The database is damaged",
    SQLITE_CORRUPT: "The database is damaged",
    SQLITE_READONLY: "The database takes no changes",
    SQLITE_CANTOPEN: "The database cannot be reached",
  };
  deepEqual(
    Object.fromEntries(Object.keys(told).map((code) => [code, outageOf(withCode(code))?.words])),
    told,
  );
});

test("what the driver says without a code is known by its words", () => {
  for (const [message, words] of [
    ["timeout exceeded when trying to connect", "The database cannot be reached"],
    ["Connection terminated due to connection timeout", "The database cannot be reached"],
    ["Connection terminated unexpectedly", "The connection to the database broke"],
    [
      "Client has encountered a connection error and is not queryable",
      "The connection to the database broke",
    ],
    ["Query read timeout", "The database does not answer in time"],
  ] as const) {
    equal(outageOf(new Error(message))?.words, words, message);
  }
});

test("what is wrong with a statement, or thrown by a unit of work, is no outage", () => {
  for (const reason of [withCode("42601"), withCode("SQLITE_CONSTRAINT_TRIGGER"), new Error("no"), "no"]) {
    equal(outageOf(reason), undefined);
    equal(refusalOf(reason), reason);
  }
});

test("a caller is told when to come back, and where nobody knows what became of its change", () => {
  const seen = [withCode("SQLITE_FULL"), new UnknownOutcome(withCode("ECONNRESET"))].map((reason) => {
    const { code, status, message, headers } = refusalOf(reason) as Fault;
    return { code, status, message, headers };
  });
  deepEqual(seen, [
    {
      code: "SERVICE_UNAVAILABLE",
      status: 503,
      message: "The database is full; try again later.",
      headers: { "retry-after": "30" },
    },
    {
      code: "UNEXPECTED_ERROR",
      status: 500,
      message: "The database did not say whether it kept the change: look before you ask for it again.",
      headers: {},
    },
  ]);
  equal(refusalOf(seen[0]) instanceof Fault, false);
});

test("what a connection that is known to be broken was given has not been sent", () => {
  const reasons = [
    "has encountered a connection error and is not queryable",
    "was closed and is not queryable",
  ];
  for (const reason of reasons) equal(isUnsent(new Error(`Client ${reason}`)), true);
  for (const reason of [new Error("Connection terminated unexpectedly"), undefined]) {
    equal(isUnsent(reason), false);
  }
});

test("only an ERROR says that a commit was refused: after a FATAL it may have been kept", () => {
  const answers = ["ERROR", "FATAL", undefined].map((severity) =>
    isAnswered(Object.assign(new Error(), severity && { severity })),
  );
  deepEqual(answers, [true, false, false]);
});

test("a file that cannot be opened for want of descriptors is no fault of the database", () => {
  for (const code of ["EMFILE", "ENFILE"]) {
    equal(outageOf(withCode(code))?.words, "The server has no file descriptor left");
  }
});
