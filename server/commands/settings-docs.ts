import { homedir } from 'node:os';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { SETTINGS } from '../config.js';

const file = new URL('../../docs/operations.md', import.meta.url);
const BEGIN = '<!-- settings: written by `npm run settings` from server/config.ts -->';
const END = '<!-- end of settings -->';

// What the program finds on the machine it runs on is printed as what it stands for, so that the page is the same everywhere.
const MACHINE_DEFAULTS: Readonly<Record<string, string>> = { WORKERS: 'processor cores, at most 8' };

const text = await readFile(file, 'utf8');
const [before, after] = [text.split(BEGIN)[0] ?? '', text.split(END)[1] ?? ''];
const fresh = `${before}${BEGIN}\n\n${settingsTable()}\n\n${END}${after}`;

if (process.argv.includes('--write')) {
  await writeFile(file, fresh);
} else if (fresh !== text) {
  console.error('docs/operations.md is not what server/config.ts says. Run `npm run settings` and commit the result.');
  process.exitCode = 1;
}

function settingsTable(): string {
  const rows = Object.entries(SETTINGS).map(([name, setting]) => {
    const cells = [`\`${name}\``, describeType(setting), describeDefault(name, setting), setting.description ?? ''];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return ['| Setting | Type | Default | Meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function describeType(setting: z.ZodType): string {
  const { type, enum: choices, minimum, maximum, format } = z.toJSONSchema(setting, { io: 'output', unrepresentable: 'any' });
  if (choices) return choices.map((choice) => `\`${String(choice)}\``).join(' or ');
  if (type === 'integer')
    return maximum === Number.MAX_SAFE_INTEGER ? `whole number from ${minimum}` : `whole number ${minimum} to ${maximum}`;
  if (format === 'uri') return 'URL';
  return type === 'string' ? 'text' : 'list, separated by commas';
}

function describeDefault(name: string, setting: z.ZodType): string {
  const symbolic = MACHINE_DEFAULTS[name];
  if (symbolic) return symbolic;
  const value: unknown = setting.safeParse(undefined).data;
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  return `\`${String(value).replaceAll(homedir(), '~')}\``;
}
