// The release, as package.json has it. Alone in its file, so that the client needs nothing of Node for it.
export const version = "0.1.0";
