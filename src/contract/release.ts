// The package, as package.json has it. Alone in its file, so that the client needs nothing of Node for it.

/** What npm installs and programs import. The command is `anteroom`: on npm that name is another program's. */
export const packageName = "atlas-anteroom";
export const version = "0.1.0";
