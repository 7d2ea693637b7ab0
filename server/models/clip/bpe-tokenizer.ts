import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { AppError } from '../../errors.js';

// The first 48,894 merges count: 49,152 - 256 - 2 (github.com/openai/CLIP, clip/simple_tokenizer.py). Line 0 is a version.
const MERGE_COUNT = 48_894;
const BEGIN = 49_406;
const END = 49_407;
// As there: special tokens, English clitics, runs of letters, single numbers, runs of anything else that is not space.
const WORD = /<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|\p{L}+|\p{N}|[^\s\p{L}\p{N}]+/giu;
// Merging is quadratic in a word's length. The longest token has 24 characters, so 75 tokens and their spaces fit.
const MAX_CHARACTERS = 2000;
const CACHED_WORDS = 10_000;

/**
 * CLIP's byte-pair encoding: text to token ids. Text is lower-cased and its white space collapsed as in OpenAI's code; mended mojibake (ftfy)
 * and HTML entities are left out, because a typed query has neither.
 */
export class BpeTokenizer {
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly ids: ReadonlyMap<string, number>;
  private readonly words = new Map<string, readonly number[]>();

  /** `merges`: the lines of `merges.txt`, the version line included. Throws UNPROCESSABLE when there are too few. */
  constructor(
    merges: string,
    private readonly context = 77,
  ) {
    const pairs = merges
      .split('\n')
      .slice(1, MERGE_COUNT + 1)
      .map((line) => line.trimEnd());
    if (pairs.length < MERGE_COUNT) {
      throw new AppError('UNPROCESSABLE', `Expected a CLIP vocabulary of ${MERGE_COUNT} merges but received ${pairs.length}.`);
    }
    this.ranks = new Map(pairs.map((pair, rank) => [pair, rank]));
    const symbols = [...byteSymbols()].map(([, symbol]) => symbol);
    const tokens = [...symbols, ...symbols.map((symbol) => `${symbol}</w>`), ...pairs.map((pair) => pair.replace(' ', ''))];
    this.ids = new Map([...tokens, '<|startoftext|>', '<|endoftext|>'].map((token, id) => [token, id]));
  }

  /** Reads `merges.txt` or OpenAI's `bpe_simple_vocab_16e6.txt.gz`: the same merges. */
  static async load(path: string, context?: number): Promise<BpeTokenizer> {
    const bytes = await readFile(path);
    return new BpeTokenizer((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'), context);
  }

  /** Token ids between BEGIN and END, at most the context's length; a longer text loses its end but keeps END. */
  encode(text: string): number[] {
    const cleaned = text.replace(/\s+/g, ' ').trim().toLowerCase().slice(0, MAX_CHARACTERS);
    const tokens: number[] = [];
    for (const [word] of cleaned.matchAll(WORD)) {
      if (tokens.length >= this.context - 2) break;
      tokens.push(...this.encodeWord(word));
    }
    return [BEGIN, ...tokens.slice(0, this.context - 2), END];
  }

  private encodeWord(word: string): readonly number[] {
    const known = this.words.get(word);
    if (known) return known;
    const parts = special(word) ? [word] : this.merge(word);
    const tokens = parts.map((part) => this.ids.get(part) ?? END);
    if (this.words.size >= CACHED_WORDS) this.words.clear();
    this.words.set(word, tokens);
    return tokens;
  }

  /** Joins the neighbouring symbols of the lowest rank until none is known. */
  private merge(word: string): string[] {
    let parts = [...Buffer.from(word, 'utf8')].map((byte) => BYTE_SYMBOLS.get(byte) ?? '');
    parts.push(`${parts.pop() ?? ''}</w>`);
    for (;;) {
      const best = this.bestPair(parts);
      if (best === null) return parts;
      parts = join(parts, best);
    }
  }

  private bestPair(parts: readonly string[]): readonly [string, string] | null {
    let best: readonly [string, string] | null = null;
    let bestRank = Infinity;
    for (const [index, right] of parts.entries()) {
      const left = parts[index - 1];
      const rank = left === undefined ? undefined : this.ranks.get(`${left} ${right}`);
      if (left === undefined || rank === undefined || rank >= bestRank) continue;
      best = [left, right];
      bestRank = rank;
    }
    return best;
  }
}

function join(parts: readonly string[], [left, right]: readonly [string, string]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    const pair = part === left && parts[index + 1] === right;
    joined.push(pair ? left + right : part);
    if (pair) index += 1;
  }
  return joined;
}

const special = (word: string): boolean => word === '<|startoftext|>' || word === '<|endoftext|>';

/** GPT-2's bijection of bytes to printable characters, in the order of the first 256 ids. */
function byteSymbols(): Map<number, string> {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const printable = [...range(0x21, 0x7e), ...range(0xa1, 0xac), ...range(0xae, 0xff)];
  const others = range(0, 255).filter((byte) => !printable.includes(byte));
  const pairs = printable.map((byte): [number, string] => [byte, String.fromCharCode(byte)]);
  return new Map([...pairs, ...others.map((byte, index): [number, string] => [byte, String.fromCharCode(256 + index)])]);
}

const BYTE_SYMBOLS = byteSymbols();
