import { signedIn } from "./support/addresses.ts";
import { cast, signInAs } from "./support/sign-in.ts";
import { test } from "./support/test.ts";

// Once for all tests: nobody is sent more than a few sign-in messages an hour.
for (const who of ["admin", "facilitator", "participant"] as const) {
  test(`the demo's ${who} signs in by the link in a message`, async ({ page }) => {
    await signInAs(page, cast[who]);
    await page.context().storageState({ path: signedIn(who) });
  });
}
