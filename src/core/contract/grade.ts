// The grades of operations: what stands behind the answers of each.

/** The grades, from the least on. */
export const grades = ["kept", "declared", "recorded"] as const;

/**
 * The grade of an operation. `recorded`: its answers are held against recorded answers of real Atlas. `declared`: its behaviour
 * is written from the document and from clients. `kept`: it is stored and shown by its structure alone.
 */
export type Grade = (typeof grades)[number];

/** Reports whether a grade is below another. */
export const isBelow = (grade: Grade, least: Grade): boolean => grades.indexOf(grade) < grades.indexOf(least);
