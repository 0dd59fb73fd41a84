type Changes = {
  /** Raised with every change that we hear of. */
  version: number;
  /** Whether we would hear of one. */
  listening: boolean;
};

// On the global object, because Next loads its page cache apart from the rest of the program.
const shared = globalThis as { kindroomChanges?: Changes };
shared.kindroomChanges ??= { version: 0, listening: false };
const changes = shared.kindroomChanges;

/** What is shown of cohorts may be another from now on. */
export function noteChange(): void {
  changes.version += 1;
}

/** Whether this process hears of changes from now on. What changed before it did, nobody told us. */
export function noteListening(listening: boolean): void {
  changes.listening = listening;
  noteChange();
}

/** Names the present state of the cohorts, as far as we heard; null while we would not hear of a change. */
export function cohortsVersion(): number | null {
  return changes.listening ? changes.version : null;
}
