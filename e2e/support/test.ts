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
  /** Somebody at the browser that they had in earlier tests too, with what it has in its cache: only to look at pages. */
  regular: (storageState?: string) => Promise<Page>;
};

/** The browsers of this worker's regulars, by their storage state. */
const regulars = new Map<string | undefined, { context: BrowserContext; wrong: string[] }>();

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
  regular: async ({ browser, baseURL }, use, { retry }) => {
    const pages: Page[] = [];
    await use(async (storageState) => {
      let regular = regulars.get(storageState);
      if (!regular) {
        const context = await browser.newContext({ baseURL, storageState: storageState ?? nobody });
        regular = { context, wrong: watch(context, String(baseURL)) };
        regulars.set(storageState, regular);
      }
      // Whoever is nobody was never here.
      if (!storageState) await regular.context.clearCookies();
      const page = await regular.context.newPage();
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.close();
    const wrong = [...regulars.values()].flatMap((regular) => regular.wrong.splice(0));
    // A second try is traced, and what traces it would stay in the browser.
    if (retry > 0) {
      for (const { context } of regulars.values()) await context.close();
      regulars.clear();
    }
    expect(wrong).toEqual([]);
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
