/** The id of a field by its name, so that an error's link finds it: `people[0].name` is `people-0-name`. */
export function fieldId(name: string) {
  return name.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|-+$/g, "");
}
