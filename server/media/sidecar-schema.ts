import { z } from 'zod';
import { KEPT_REGION_RULE, MOST_KEPT_REGIONS, tidyRegion } from './kept-region.js';

/** What stands in the `format` of every sidecar. */
export const SIDECAR_FORMAT = 'image-explorer/annotation';
/** The version that is written; a newer one is left alone. */
export const SIDECAR_VERSION = 1;
/** Most tags, most people, most clusters and so on of one sidecar. */
const MAX_ELEMENTS = 10_000;

const LENGTHS = { title: 500, description: 20_000, name: 200, by: 300, path: 4096, key: 4200 } as const;

// jsonb refuses a zero character, and half of a surrogate pair is no character.
const tidy = (value: string): string =>
  value
    .replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')
    .normalize('NFC')
    .trim();
const words = (most: number) =>
  z
    .string()
    .refine((value) => !value.includes('\0'), 'a zero character cannot be kept')
    .transform(tidy)
    .refine((value) => value.length <= most, `at most ${most} characters are kept`);
const wordsOrNone = (most: number) =>
  words(most)
    .nullable()
    .transform((value) => (value === '' ? null : value));
const name = words(LENGTHS.name).refine((value) => value !== '', 'a name is wanted');
// As the file system has it, letter by letter.
const path = z
  .string()
  .max(LENGTHS.path)
  .regex(/^[^\0]+$/, 'a path is wanted');
const id = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'an id is a uuid');

const via = z.object({
  kind: z.literal('proposal'),
  score: z.number().nullable().catch(null),
  model: z.string().max(LENGTHS.by).nullable().catch(null),
});
// Who and when are for people to read: where a file tells them wrongly, the words are kept and taken for words of its writer.
const said = {
  by: z
    .string()
    .regex(/^person:[^\0]+$/)
    .max(LENGTHS.by)
    .nullish()
    .catch(null),
  at: z.iso
    .datetime({ offset: true })
    .transform((at) => new Date(at).toISOString())
    .nullish()
    .catch(null),
  via: via.nullish().catch(null),
};
const fact = <Value extends z.ZodType>(value: Value) => z.object({ value, ...said }).optional();
const elements = <Shape extends z.ZodRawShape>(shape: Shape, most = MAX_ELEMENTS) =>
  z
    .array(z.object({ ...shape, said: z.boolean().default(true), ...said }))
    .max(most)
    .default([]);

const region = z
  .array(z.number())
  .length(4)
  .transform(([x = 0, y = 0, width = 0, height = 0], context) => {
    const tidied = tidyRegion({ x, y, width, height });
    if (!tidied) context.addIssue(KEPT_REGION_RULE);
    return tidied ?? z.NEVER;
  });

const taken = z.object({
  local: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?$/, 'a time is YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM[:SS]')
    .refine(mayExist, 'there is no such day or time'),
  offsetMinutes: z.int().min(-1080).max(1080).nullable().default(null),
});
const place = z
  .object({
    name: wordsOrNone(LENGTHS.name).default(null),
    latitude: z.number().min(-90).max(90).nullable().default(null),
    longitude: z.number().min(-180).max(180).nullable().default(null),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), 'coordinates are given both or not at all')
  .transform((value) => (value.name === null && value.latitude === null ? null : value));

/** A sidecar as it may be read: keys that are not named here are kept in the file and mean nothing. */
export const sidecarSchema = z.object({
  format: z.literal(SIDECAR_FORMAT),
  version: z.literal(SIDECAR_VERSION),
  revision: z.int().min(1).max(2_000_000_000),
  document: z
    .object({
      id: id.nullish(),
      contentHash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullish(),
    })
    .default({}),
  annotations: z
    .object({
      title: fact(wordsOrNone(LENGTHS.title)),
      description: fact(wordsOrNone(LENGTHS.description)),
      taken: fact(taken),
      place: fact(place.nullable()),
      favourite: fact(z.boolean()),
      hidden: fact(z.boolean()),
      duplicate: fact(z.enum(['keep', 'spare'])),
      tags: elements({ name }),
      people: elements({ id: id.nullish(), name }),
      clusters: elements({ id: id.nullish(), name, description: wordsOrNone(LENGTHS.description).optional() }),
      notDuplicates: elements({ id }),
      spareFiles: elements({ path }),
      regions: elements({ region, name: wordsOrNone(LENGTHS.name).default(null) }, MOST_KEPT_REGIONS),
    })
    .default({ tags: [], people: [], clusters: [], notDuplicates: [], spareFiles: [], regions: [] }),
  conflicts: z
    .array(z.object({ key: z.string().max(LENGTHS.key), theirs: z.object({ value: z.unknown(), ...said }).nullable(), at: said.at }))
    .max(MAX_ELEMENTS)
    .default([]),
});

function mayExist(local: string): boolean {
  const whole = `${local}${'0001-01-01T00:00:00'.slice(local.length)}`;
  const moment = new Date(`${whole}Z`);
  return Number(local.slice(0, 4)) > 0 && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(whole);
}
