export type Answer = { status: number; location: string | null; text: string };

/** A form of a page, sent as a browser without JavaScript sends it. */
export type Form = { hidden: Record<string, string>; send(typed: Record<string, string>): Promise<Answer> };

/** Opens a page and finds the form that has a field of this name. */
export async function openForm(url: string, field: string): Promise<Form> {
  const page = await (await fetch(url)).text();
  const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(`name="${field}"`));
  if (!form) throw new Error(`no form with ${field} on the page`);
  const hidden = Object.fromEntries(
    (form.match(/<input[^>]*>/g) ?? [])
      .filter((input) => attribute(input, "type") === "hidden")
      .map((input) => [attribute(input, "name"), attribute(input, "value")]),
  );
  return {
    hidden,
    send: async (typed) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...hidden, ...typed })) body.append(name, value);
      const response = await fetch(url, {
        method: "POST",
        body,
        redirect: "manual",
        headers: { Origin: new URL(url).origin },
      });
      return {
        status: response.status,
        location: response.headers.get("location"),
        text: await response.text(),
      };
    },
  };
}

function attribute(tag: string, name: string): string {
  const value = tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? "";
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** What a party writes into the form of one group. */
export function partyFields(names: string[]): Record<string, string> {
  const [me = "", ...partners] = names;
  const address = (name: string) => `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  return {
    company: partners.length === 0 ? "alone" : "partner",
    name: me,
    email: address(me),
    ...Object.fromEntries(
      partners.flatMap((name, index) => [
        [`others[${index}].name`, name],
        [`others[${index}].email`, address(name)],
      ]),
    ),
  };
}
