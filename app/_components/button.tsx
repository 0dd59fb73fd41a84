import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Variant = "primary" | "secondary" | "quiet" | "destructive";

type ButtonProps = ComponentProps<"button"> & { variant?: Variant; wide?: boolean };

export function Button({ variant = "primary", wide, className, type = "submit", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classNames(look(variant, wide), className)} />;
}

type ButtonLinkProps = Omit<ComponentProps<"a">, "href"> & {
  href: string;
  variant?: Variant;
  wide?: boolean;
  children: ReactNode;
};

export function ButtonLink({ variant = "primary", wide, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={classNames(look(variant, wide), className)}>
      {children}
    </a>
  );
}

function look(variant: Variant, wide?: boolean) {
  return classNames(
    "inline-flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-full border py-2",
    "text-center font-semibold no-underline transition-colors print:hidden",
    "disabled:cursor-default disabled:opacity-60 aria-disabled:cursor-default aria-disabled:opacity-60",
    wide && "w-full",
    looks[variant],
  );
}

const looks = {
  primary:
    "border-plum bg-plum px-6 text-on-plum hover:border-plum-strong hover:bg-plum-strong hover:text-on-plum",
  secondary: "border-plum bg-transparent px-6 text-plum hover:bg-plum-pale hover:text-plum-ink",
  quiet: "border-transparent px-3 text-plum hover:bg-plum-pale hover:text-plum-ink",
  destructive: "border-danger bg-transparent px-6 text-danger hover:bg-danger-pale hover:text-danger",
} satisfies Record<Variant, string>;
