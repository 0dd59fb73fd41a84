import { continueOnPinnedNode, prepare } from "./prepare.mjs";

// `npm run read-mail`: standard output is for what was read, a JSON line a file, and for nothing else.
process.stdout.write = process.stderr.write.bind(process.stderr);
prepare();
continueOnPinnedNode("bin/read-mail.ts", process.argv.slice(2));
