import { describe, expect, test } from '@jest/globals';
import { fileTypeFromBuffer } from 'file-type';
import { imageHash } from 'image-hash';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import { AppError } from '../../server/errors.js';

describe('the test environment', () => {
  test('resolves our .js imports to their .ts files', () => {
    expect(new AppError('NOT_FOUND', 'Nothing.').status).toBe(404);
  });

  test('gives onnxruntime the typed arrays of its own realm', () => {
    expect(new Tensor('float32', new Float32Array(4), [2, 2]).size).toBe(4);
    expect(typeof InferenceSession.create).toBe('function');
  });

  test('serves the real file-type to us and a stub to image-hash', async () => {
    const png = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    expect((await fileTypeFromBuffer(png))?.mime).toBe('image/png');
    const hash = await new Promise<string>((done, fail) => {
      imageHash({ data: png, ext: 'image/png' }, 8, true, (error: Error | null, hex: string) => (error ? fail(error) : done(hex)));
    });
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
  });

  test('keeps decorators without metadata', () => {
    const seen: string[] = [];
    const note = (_target: object, name: string): void => void seen.push(name);
    class Row {
      @note declare title: string;
    }
    expect([seen, Object.keys(new Row())]).toEqual([['title'], []]);
  });
});
