import { Choices, TextField } from "../../_components/field.tsx";
import type { useSubmission } from "../../_components/use-submission.ts";

type PartnerFieldsProps = {
  /** 0 is the first partner. From the third on there need be none. */
  index: number;
  given?: { name: string; email: string | null };
} & Pick<ReturnType<typeof useSubmission>, "field" | "choices">;

export function PartnerFields({ index, given, field, choices }: PartnerFieldsProps) {
  const name = field(`others[${index}].name`, given?.name);
  const email = field(`others[${index}].email`, given?.email ?? "");
  const shares = choices(`others[${index}].shares`);
  const who = whose(index);
  const fields = (
    <div className="grid gap-6">
      <TextField label={`Your ${who} name`} autoComplete="off" {...name} />
      <TextField
        label={`Your ${who} e-mail`}
        type="email"
        autoComplete="off"
        hint="We write to them once, so that they can say yes for themselves."
        {...email}
      />
      <div className="-mt-5">
        <Choices
          legend={<span className="sr-only">{`Your ${who} mailbox`}</span>}
          type="checkbox"
          options={[{ value: "on", label: "They share my e-mail address" }]}
          {...shares}
        />
      </div>
    </div>
  );
  if (index < 2) return fields;
  const begun = Boolean(
    name.defaultValue || email.defaultValue || shares.defaultValue.length || name.errors || email.errors,
  );
  return (
    <details open={begun}>
      <summary>Add another person</summary>
      <div className="pt-4">{fields}</div>
    </details>
  );
}

/** Who a sentence in the error summary is about. */
export const errorLabels = Object.fromEntries(
  Array.from({ length: 11 }, (_, index) => index).flatMap((index) =>
    ["name", "email"].map((part) => [
      `others[${index}].${part}`,
      `Your ${index === 0 ? "partner" : whose(index).slice(0, -2)}`,
    ]),
  ),
);

function whose(index: number): string {
  const ordinals = [
    "",
    "second ",
    "third ",
    "fourth ",
    "fifth ",
    "sixth ",
    "seventh ",
    "eighth ",
    "ninth ",
    "tenth ",
    "eleventh ",
  ];
  return `${ordinals[index] ?? ""}partner's`;
}
