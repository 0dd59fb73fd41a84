import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type IconProps = { className?: string };

export function WarningIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 5.8v5M10 13.9v.2" />
    </Icon>
  );
}

export function CheckIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m3.5 10.6 4.3 4.4 8.7-9.6" />
    </Icon>
  );
}

export function ClockIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 5.4V10l3 2.2" />
    </Icon>
  );
}

export function PlayIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M6.5 4.2v11.6l9-5.8z" fill="currentColor" />
    </Icon>
  );
}

export function FileIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M5 2.5h6.5L15.5 7v10.5H5zM11.2 2.8v4.4h4" />
    </Icon>
  );
}

export function LinkIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M8.2 11.8a3.4 3.4 0 0 0 4.9 0l3-3a3.4 3.4 0 0 0-4.9-4.9l-1 1M11.8 8.2a3.4 3.4 0 0 0-4.9 0l-3 3a3.4 3.4 0 0 0 4.9 4.9l1-1" />
    </Icon>
  );
}

export function CalendarIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="2.8" y="4.2" width="14.4" height="13" rx="2.2" />
      <path d="M2.8 8.4h14.4M6.6 2.4v3M13.4 2.4v3" />
    </Icon>
  );
}

export function ArrowIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3.5 10h12.6M11.2 4.8l5.2 5.2-5.2 5.2" />
    </Icon>
  );
}

function Icon({ className, children }: IconProps & { children: ReactNode }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 20" className={classNames("icon", className)}>
      {children}
    </svg>
  );
}
