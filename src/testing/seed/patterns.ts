// Patterns in the form of seeds whose refusals have their own words.

/** The pattern of any text: a stored text has no NUL. */
export const noNul = "^[^\\u0000]*$";

/** The form of an instant; a pattern cannot say how many days a month has. */
export const timestamp =
  "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$";
