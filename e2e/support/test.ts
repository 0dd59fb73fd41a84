import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";

type People = {
  /** Somebody else at a browser of their own. */
  somebody: (options?: BrowserContextOptions) => Promise<Page>;
};

const nobody = { cookies: [], origins: [] };

/** Every browser in every test: no request leaves for a third party, and no script fails. */
export const test = base.extend<People>({
  context: async ({ context, baseURL }, use) => {
    const wrong = watch(context, String(baseURL));
    await use(context);
    expect(wrong).toEqual([]);
  },
  somebody: async ({ browser, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    const wrong: string[][] = [];
    await use(async (options) => {
      const context = await browser.newContext({ storageState: nobody, ...options });
      contexts.push(context);
      wrong.push(watch(context, String(baseURL)));
      return await context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(wrong.flat()).toEqual([]);
  },
});

export { expect };

function watch(context: BrowserContext, home: string): string[] {
  const wrong: string[] = [];
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(home).origin)
      wrong.push(`request to ${request.url()}`);
  });
  context.on("weberror", (error) => wrong.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on("console", (message) => {
    // A page that answers 404 is written to the console as well; tests ask for some on purpose.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      wrong.push(`${message.page()?.url()}: ${message.text()}`);
  });
  return wrong;
}
