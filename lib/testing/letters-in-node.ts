import { readFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

// Node runs .ts by itself and .tsx not: what compiles the letters for their preview compiles them here as well.
const { transformSync } = createRequire(createRequire(import.meta.url).resolve("react-email"))("esbuild");

registerHooks({
  load(url, context, next) {
    if (!url.endsWith(".tsx")) return next(url, context);
    const { code } = transformSync(readFileSync(fileURLToPath(url), "utf8"), {
      loader: "tsx",
      jsx: "automatic",
      format: "esm",
    });
    return { format: "module", source: code, shortCircuit: true };
  },
});
