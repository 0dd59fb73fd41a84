/** What each field becomes. Null: there is nothing for it here. */
export type FieldValues<Field extends string = string> = Record<Field, string | null>;

export type Filled = {
  text: string;
  /** Fields that there is nothing for, here. */
  missing: string[];
  /** Words in braces that are no field. */
  unknown: string[];
};

/**
 * Puts words for the fields of an answer or a letter: `{first_session}`, or `{first session}`. What can't be filled
 * in stays as it stands.
 */
export function fillIn(text: string, values: FieldValues): Filled {
  const missing = new Set<string>();
  const unknown = new Set<string>();
  const filled = text.replaceAll(/\{([^{}\n]{1,40})\}/g, (field, inside: string) => {
    const name = inside.trim().replaceAll(/\s+/g, "_").toLowerCase();
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) unknown.add(field);
    else if (value === null) missing.add(field);
    else return value;
    return field;
  });
  return { text: filled, missing: [...missing], unknown: [...unknown] };
}
