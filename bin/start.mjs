// `npm start` and `npm run dev`. Begins on whatever Node the system has (20 or later), provides what is
// missing, and continues in serve.ts on the Node that the project pins.
import { continueOnPinnedNode, prepare } from "./prepare.mjs";

const args = process.argv.slice(2);
prepare();
const environment = {
  NODE_ENV: args.includes("--dev") ? "development" : "production",
  NEXT_TELEMETRY_DISABLED: "1",
  // One heap of glibc's instead of one for each thread, which each keep what they once needed.
  MALLOC_ARENA_MAX: "1",
};
// What a large message or recording leaves behind is cleared away sooner: the process stays below 300 MB meanwhile.
continueOnPinnedNode("bin/serve.ts", args, environment, ["--max-semi-space-size=2"]);
