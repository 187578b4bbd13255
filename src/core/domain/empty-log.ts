// A log that has no lines, as stream processing and data federation send it.

/** The gzip of nothing, as recorded: an empty block, and the checksum and length of nothing. */
export const emptyLog: Buffer = Buffer.from("1f8b08000000000000ff010000ffff0000000000000000", "hex");
