// `npm run demo`: fills an empty database with the demo clinic, and with `--large` with the groups of many years.
import { continueOnPinnedNode, prepare } from "./prepare.mjs";

prepare();
continueOnPinnedNode("bin/demo.ts", process.argv.slice(2));
