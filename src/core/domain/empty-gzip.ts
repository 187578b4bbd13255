// A gzip stream without content, as Atlas answers a log without lines.

/** The bytes as recorded: a stream with an empty block, and the checksum and length of nothing. */
export const emptyGzip: Buffer = Buffer.from("1f8b08000000000000ff010000ffff0000000000000000", "hex");
