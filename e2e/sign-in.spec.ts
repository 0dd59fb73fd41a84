import { letter, linkIn } from "./support/mail.ts";
import { expect, test } from "./support/test.ts";

const words = /^Your link to sign in/;

test("a link is opened by a robot, and still signs a person in, once", async ({
  page,
  request,
  somebody,
}) => {
  await page.goto("/sign-in");
  await page.getByLabel("Your e-mail address").fill("robin@willowstreet.example");
  await page.getByRole("button", { name: "Send me a link" }).click();
  const link = linkIn(await letter("robin@willowstreet.example", words), /\/sign-in\//);

  for (let opened = 0; opened < 3; opened += 1) expect((await request.get(link)).status()).toBe(200);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("/staff");

  const cookie = (await page.context().cookies()).find(({ name }) => name.includes("session-token"));
  expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: "Lax" });

  const other = await somebody();
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "That link has expired" })).toBeVisible();
  await other.getByRole("link", { name: "Send me a new link" }).click();
  await expect(other.getByLabel("Your e-mail address")).toBeVisible();
});

test("the six digits sign in, also without JavaScript, and a wrong code says so and keeps the address", async ({
  somebody,
}) => {
  const page = await somebody({ javaScriptEnabled: false });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("Please write your e-mail address.").first()).toBeVisible();
  await page.getByLabel("Your e-mail address").fill("uma.rao@example.org");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByLabel("The six digits from the message").fill("000 000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("That code does not work, or no longer.").first()).toBeVisible();
  const code = (await letter("uma.rao@example.org", words)).text?.match(/\b\d{3} ?\d{3}\b/)?.[0] ?? "";
  await page.getByLabel("The six digits from the message").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/my/);
});

test("signing out everywhere ends every browser", async ({ somebody }) => {
  const pages = [];
  for (let browsers = 0; browsers < 2; browsers += 1) {
    const page = await somebody();
    await page.goto("/sign-in");
    await page.getByLabel("Your e-mail address").fill("vera.lund@example.org");
    await page.getByRole("button", { name: "Send me a link" }).click();
    const sent = page.getByRole("alert").filter({ hasText: "Look in your mailbox" });
    await expect(sent).toContainText("If vera.lund@example.org can sign in here");
    await expect(sent).toBeFocused();
    const spent: string[] = pages.map(({ link }) => link);
    let link = "";
    await expect
      .poll(async () => {
        link = linkIn(await letter("vera.lund@example.org", words), /\/sign-in\//);
        return spent.includes(link);
      })
      .toBe(false);
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/my/);
    pages.push({ page, link });
  }
  const [first, second] = pages.map(({ page }) => page);
  await first?.goto("/account");
  await first?.getByRole("button", { name: "Sign out everywhere" }).click();
  await second?.goto("/my");
  await expect(second as NonNullable<typeof second>).toHaveURL(/\/sign-in/);
});
