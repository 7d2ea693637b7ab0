import { describe, expect, test } from '@jest/globals';
import type { RequestContext } from '../../../server/context.js';
import { AppError } from '../../../server/errors.js';
import type { OriginalFiles } from '../../../server/services/original-files.js';
import { RevealService, revealCommands, type RevealCommand } from '../../../server/services/reveal.service.js';

const here = { isLocal: true } as RequestContext;
const elsewhere = { isLocal: false } as RequestContext;

/** The service with one file, and every program that it would have started. */
function recording(path: string | AppError, failing: readonly string[] = []): { service: RevealService; asked: RevealCommand[] } {
  const asked: RevealCommand[] = [];
  const getPath = async (): Promise<string> => {
    if (path instanceof AppError) throw path;
    return path;
  };
  const run = async (command: RevealCommand): Promise<void> => {
    asked.push(command);
    if (failing.includes(command.program)) throw new Error('not there');
  };
  return { service: new RevealService({ getPath } as unknown as OriginalFiles, run, 'linux'), asked };
}

describe('showing a file in the file manager', () => {
  test('T24 nothing is started for a browser elsewhere, nor for a picture that is not there', async () => {
    const { service, asked } = recording('/photos/a.jpg');
    await expect(service.reveal('x', elsewhere)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const gone = recording(new AppError('NOT_FOUND', 'There is no such picture in the archive.'));
    await expect(gone.service.reveal('x', here)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect([...asked, ...gone.asked]).toEqual([]);
  });

  test('the first program that can show it is the last that is started', async () => {
    const desktop = recording('/photos/a.jpg');
    await desktop.service.reveal('x', here);
    expect(desktop.asked.map(({ program }) => program)).toEqual(['dbus-send']);
    const bare = recording('/photos/a.jpg', ['dbus-send']);
    await bare.service.reveal('x', here);
    expect(bare.asked.map(({ program }) => program)).toEqual(['dbus-send', 'xdg-open']);
    const none = recording('/photos/a.jpg', ['dbus-send', 'xdg-open']);
    await expect(none.service.reveal('x', here)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test.each(['darwin', 'win32', 'linux'] as const)(
    'T08 T09 on %s a name is one argument whatever it holds, and never an option',
    (platform) => {
      for (const name of ['-rf', 'a b', "it's", 'a,b', '$(reboot)', '`x`', 'a\nb', '"', 'ü ☃', '|']) {
        const path = `/photos/${name}`;
        for (const { arguments: parts } of revealCommands(path, platform)) {
          expect(parts.every((part) => !part.includes('\n') || part === path || part.endsWith(path))).toBe(true);
          expect(parts.filter((part) => part === name)).toEqual([]);
        }
      }
    },
  );

  test('a comma does not end the list of D-Bus', () => {
    const [first] = revealCommands('/photos/a,b c.jpg', 'linux');
    expect(first?.arguments).toContain('array:string:file:///photos/a%2Cb%20c.jpg');
  });
});
