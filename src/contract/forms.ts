// How forms are sent: to pages, and where tokens are asked for.

/** Whether a body of this Content-Type has the fields of a form. */
export const isForm = (contentType: string | undefined): boolean =>
  /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? "");
