// `npm start` and `npm run dev`. Begins on whatever Node the system has (20 or later), provides what is
// missing, and continues in serve.ts on the Node that the project pins.
import { continueOnPinnedNode, prepare } from "./prepare.mjs";

const args = process.argv.slice(2);
prepare();
const environment = {
  NODE_ENV: args.includes("--dev") ? "development" : "production",
  NEXT_TELEMETRY_DISABLED: "1",
};
// What a large message leaves behind is cleared away sooner: the process stays below 300 MB while it reads one.
continueOnPinnedNode("bin/serve.ts", args, environment, ["--max-semi-space-size=4"]);
