import type { Component } from 'vue';

/** One line of the palette: a command (`>`) or a folder (`/`). */
export interface Command {
  readonly key: string;
  readonly kind: 'command' | 'folder';
  readonly label: string;
  readonly hint?: string;
  readonly keys?: string;
  readonly icon: Component;
  readonly run: () => void;
}

/** The commands with a word that begins like each typed word, those whose label begins so first; `/` and `>` narrow to folders and commands. */
export function findCommands(commands: readonly Command[], typed: string): Command[] {
  const kind = typed.startsWith('/') ? 'folder' : typed.startsWith('>') ? 'command' : null;
  const wanted = (kind ? typed.slice(1) : typed).trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const holds = (label: string, start: string): boolean =>
    label
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.startsWith(start));
  const found = commands.filter((command) => (!kind || command.kind === kind) && words.every((word) => holds(command.label, word)));
  const rank = (command: Command): number => (command.label.toLowerCase().startsWith(wanted) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
