import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../server/context.js';
import { newId } from '../../../server/ids.js';
import { createLog } from '../../../server/logging.js';
import type { JobTask } from '../../../server/services/job.service.js';
import { XmpExport } from '../../../server/services/xmp-export.js';
import { JOB, OWNER, decide } from '../../support/archive-rows.js';
import { describeEachDatabase } from '../../support/databases.js';
import { SidecarArchive } from '../../support/sidecar-archive.js';

const taskOf = (actor: Actor): JobTask => ({
  ...{ actor, options: {}, dryRun: false, signal: new AbortController().signal, log: createLog('silent') },
  progress: { phase: () => undefined, step: () => undefined },
});

describeEachDatabase('Export to XMP', (current) => {
  let archive: SidecarArchive;
  let to: string;
  const run = (folder = to, actor = JOB) => new XmpExport(current().repositories).run(folder, taskOf(actor));

  beforeAll(async () => {
    archive = await SidecarArchive.open(current(), 'export');
    to = join(mkdtempSync(join(realpathSync(tmpdir()), 'xmp-')), 'new/folder');
  });
  afterAll(() => {
    archive.remove();
    rmSync(join(to, '../..'), { recursive: true });
  });

  test('writes one file for each picture of which something is known, in the same folders', async () => {
    const [anna, bert] = [newId(), newId()];
    const id = await archive.add('deep/er/a.jpg');
    await archive.add('nothing.jpg');
    const people = [anna, bert].map((person, index) => ({
      kind: 'person' as const,
      id: person,
      say: { name: { value: ['Anna', 'Bert'][index] } },
    }));
    await archive.say(id, { title: 'Sea & sand', 'tags/sea': true, 'tags/not': false, [`people/${anna}`]: true }, people);
    // Who is known by a face is in it as well; who is said not to be one is not.
    const face = `INSERT INTO faces (id, document_id, box, origin, person_id, state) VALUES ($1, $2, '{0.1,0.2,0.2,0.4}', 'person', $3, $4)`;
    await decide(current().unitOfWork, async ({ faces }) => {
      const { manager } = faces as unknown as { manager: EntityManager };
      await manager.query(face, [newId(), id, bert, 'confirmed']);
      await manager.query(face, [newId(), id, bert, 'not-a-face']);
    });
    expect(await run()).toMatchObject({ counts: { written: 1, failed: 0 }, failures: [] });
    const text = readFileSync(join(to, archive.root.name, 'deep/er/a.jpg.xmp'), 'utf8');
    expect(text).toContain('Sea &amp; sand');
    expect(text).toContain('<rdf:li>Anna</rdf:li>');
    expect(text.match(/mwg-rs:Name="Bert"/g)).toHaveLength(1);
    expect(text).toContain('stArea:x="0.200000" stArea:y="0.400000"');
    expect(text).not.toContain('<rdf:li>not</rdf:li>');
    expect(readdirSync(join(to, archive.root.name))).toEqual(['deep']);
    expect(await run()).toMatchObject({ counts: { written: 1 } });
  });

  test('T44 refuses a folder among the pictures, or that holds them, and makes nothing there', async () => {
    for (const folder of [archive.root.path, archive.at('deep/xmp'), join(archive.root.path, '..')]) {
      await expect(run(folder)).rejects.toThrow('Expected a folder apart from the pictures');
    }
    expect(existsSync(archive.at('deep/xmp'))).toBe(false);
    await expect(run('relative')).rejects.toThrow('Expected the whole path');
  });

  test('T07 a link in the folder that leads among the pictures is not followed', async () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'xmp-link-'));
    mkdirSync(join(folder, archive.root.name));
    symlinkSync(archive.at('deep'), join(folder, archive.root.name, 'deep'));
    expect(await run(folder)).toMatchObject({ counts: { written: 0, failed: 1 } });
    expect(readdirSync(archive.at('deep/er'))).toEqual(['a.jpg']);
    rmSync(folder, { recursive: true });
  });

  test('T20 nobody can ask for it over the network', async () => {
    await expect(run(to, OWNER)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
