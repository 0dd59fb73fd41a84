// `npm test`: all tests, on a machine that has only Node 20 or later.
import { continueOnPinnedNode, prepare } from "./prepare.mjs";

prepare();
continueOnPinnedNode("bin/test.ts", process.argv.slice(2), { NEXT_TELEMETRY_DISABLED: "1" });
