"use client";

import { useEffect, useRef, useState } from "react";

const kept = "inbox-keys-off";

const keys: [string, string][] = [
  ["j", "Next thread"],
  ["k", "Previous thread"],
  ["Enter", "Open the thread"],
  ["e", "Mark as done, and go on to the next"],
  ["r", "Answer"],
  ["a", "Assign it to me"],
  ["s", "Put it off"],
  ["/", "Search"],
  ["?", "Show these keys"],
];

/**
 * One key each for what one does all day here; never while somebody is typing, and never with a modifier. They
 * can be turned off, for people who speak to their computer (WCAG 2.1.4). Each presses what is on the page anyway.
 */
export function Keys() {
  const list = useRef<HTMLDetailsElement>(null);
  const [on, setOn] = useState(true);

  useEffect(() => setOn(localStorage.getItem(kept) === null), []);

  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      if (event.key === "?") show(list.current);
      else if (!act(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);

  const turn = (to: boolean) => {
    setOn(to);
    if (to) localStorage.removeItem(kept);
    else localStorage.setItem(kept, "off");
  };

  return (
    <details ref={list} className="mt-6 text-sm">
      <summary className="min-h-11 cursor-pointer py-2.5 text-soft">Keys for this page</summary>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {keys.map(([key, does]) => (
          <div key={key} className="col-span-2 grid grid-cols-subgrid">
            <dt>
              <kbd className="inline-block min-w-7 rounded-md border border-line bg-card px-1.5 text-center text-xs">
                {key}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-3 flex min-h-12 cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          checked={on}
          onChange={({ target }) => turn(target.checked)}
          className="choice-mark"
        />
        Use these keys on this computer
      </label>
    </details>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

function show(list: HTMLDetailsElement | null) {
  if (!list) return;
  list.open = true;
  const summary = list.querySelector("summary");
  summary?.scrollIntoView({ block: "nearest" });
  summary?.focus();
}

/** Does what a key stands for; false when there is nothing for it here. */
function act(key: string): boolean {
  if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1);
  const found = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  const target = key === "/" ? document.getElementById("search") : found;
  if (!target) return false;
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.querySelector<HTMLElement>("button")?.focus();
  } else if (target instanceof HTMLButtonElement) target.click();
  else {
    target.scrollIntoView({ block: "center" });
    target.focus();
  }
  return true;
}

/** In the list the focus moves; where a thread is open beside it, the next one opens. */
function walk(step: 1 | -1): boolean {
  const threads = [...document.querySelectorAll<HTMLAnchorElement>("a[data-thread]")];
  const open = threads.findIndex((thread) => thread.hasAttribute("aria-current"));
  const focused = threads.indexOf(document.activeElement as HTMLAnchorElement);
  const from = open >= 0 && focused < 0 ? open : focused;
  const next = threads[from < 0 ? (step === 1 ? 0 : threads.length - 1) : from + step];
  if (!next) return false;
  if (open >= 0 && focused < 0) next.click();
  else {
    next.scrollIntoView({ block: "nearest" });
    next.focus();
  }
  return true;
}
