import { crc32, deflateSync } from 'node:zlib';

/** A black PNG of one bit per pixel that claims any size: its pixels are refused before the missing rows would matter. */
export function oneBitPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * 64));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, body: Buffer): Buffer {
  const framed = Buffer.alloc(12 + body.length);
  framed.writeUInt32BE(body.length, 0);
  framed.write(type, 4, 'latin1');
  body.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + body.length)), 8 + body.length);
  return framed;
}

/** A reproducible source of whole numbers below a limit. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The bytes with up to a dozen of them changed, and one time in five cut off. */
export function mutated(seed: Buffer, random: (below: number) => number): Buffer {
  const bytes = Buffer.from(seed);
  for (let flip = 0; flip <= random(12); flip += 1) bytes[random(bytes.length)] = random(256);
  return random(5) === 0 ? bytes.subarray(0, 1 + random(bytes.length)) : bytes;
}
