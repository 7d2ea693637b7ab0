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

/** The commands whose label holds every typed word, those that begin with it first; `/` and `>` narrow to folders and commands. */
export function findCommands(commands: readonly Command[], typed: string): Command[] {
  const kind = typed.startsWith('/') ? 'folder' : typed.startsWith('>') ? 'command' : null;
  const wanted = (kind ? typed.slice(1) : typed).trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const found = commands.filter((command) => (!kind || command.kind === kind) && words.every((word) => command.label.toLowerCase().includes(word)));
  const rank = (command: Command): number => (command.label.toLowerCase().startsWith(wanted) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
