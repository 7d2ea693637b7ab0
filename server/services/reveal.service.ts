import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RequestContext } from '../context.js';
import { AppError } from '../errors.js';
import type { OriginalFiles } from './original-files.js';

/** A program and its arguments; never a shell. */
export interface RevealCommand {
  readonly program: string;
  readonly arguments: readonly string[];
}

/** Runs a program without a shell; rejects when it cannot be started or fails. */
export type RunProgram = (command: RevealCommand) => Promise<void>;

/** Shows files in the desktop's file manager, only for a browser on the server's own machine (T24). */
export class RevealService {
  constructor(
    private readonly originals: OriginalFiles,
    private readonly run: RunProgram = runProgram,
    private readonly platform: NodeJS.Platform = process.platform,
  ) {}

  /** Throws FORBIDDEN when asked from elsewhere, UNAVAILABLE when the file or a file manager is not there. */
  async reveal(documentId: string, context: RequestContext): Promise<void> {
    if (!context.isLocal) throw new AppError('FORBIDDEN', "Files can only be shown when the browser runs on the server's own machine.");
    const path = await this.originals.getPath(documentId);
    for (const command of revealCommands(path, this.platform)) {
      try {
        return await this.run(command);
      } catch {
        // The next way is tried: a desktop without FileManager1 may still have xdg-open.
      }
    }
    throw new AppError('UNAVAILABLE', 'No file manager could be started on this machine.');
  }
}

/** The ways to show a file, best first. */
export function revealCommands(path: string, platform: NodeJS.Platform): RevealCommand[] {
  if (platform === 'darwin') return [{ program: 'open', arguments: ['-R', path] }];
  if (platform === 'win32') return [{ program: 'explorer.exe', arguments: [`/select,${path}`] }];
  const showItems = ['--session', '--print-reply', '--dest=org.freedesktop.FileManager1', '/org/freedesktop/FileManager1'];
  const method = ['org.freedesktop.FileManager1.ShowItems', `array:string:${pathToFileURL(path).href.replaceAll(',', '%2C')}`, 'string:'];
  return [
    { program: 'dbus-send', arguments: [...showItems, ...method] },
    { program: 'xdg-open', arguments: [dirname(path)] },
  ];
}

function runProgram({ program, arguments: parts }: RevealCommand): Promise<void> {
  return new Promise((resolve, reject) => {
    // Explorer answers 1 even when it has shown the file.
    execFile(program, [...parts], { timeout: 10_000 }, (error) =>
      error && !(program === 'explorer.exe' && error.code === 1) ? reject(error) : resolve(),
    );
  });
}
